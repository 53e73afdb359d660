import fs from 'node:fs'
import path from 'node:path'

/** The licence texts of every package that went into bundles, as esbuild's metafiles tell. */
export function licencesOf(metafiles) {
  // A file that a plugin stands before is listed a second time, with the plugin's name.
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs)).filter((file) => !/^[a-z-]+:/.test(file))
  const folders = new Set(inputs.map(packageFolder).filter(Boolean))
  return [...folders].sort().map(licenceOf).join('\n')
}

/** The innermost package that a file belongs to. */
const packageFolder = (file) => file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : `Licensed under ${license}.`
  return `${name} ${version} (${license})\n${'-'.repeat(60)}\n${text}\n`
}

// How long a cold start takes, as a multiple of bare node in the same minutes: node scripts/bench-cold-start.mjs [ROUNDS]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const rounds = Number(process.argv[2] ?? 20)
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = path.join(root, 'bin/medlint.js')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-bench-'))
const draft = path.join(folder, 'draft.md')
fs.writeFileSync(draft, 'Flu shots are in. Walk in any weekday.\n')
fs.writeFileSync(path.join(folder, 'draft.yml'), 'text: Flu shots are in. Walk in any weekday.\n')
// Certificates that node is told to load take longer than all else that it does on start, and would flatter every ratio.
const { NODE_EXTRA_CA_CERTS: certificates, ...env } = process.env
const cached = { ...env, XDG_CACHE_HOME: folder }
const uncached = { ...env, MEDLINT_NO_CODE_CACHE: '1' }
const withCertificates = { ...cached, NODE_EXTRA_CA_CERTS: certificates }
const libraries = await bundledLibraries(path.join(folder, 'libraries'))
const runs = {
  'bare node': [['-e', '0'], cached],
  '--version': [[bin, '--version'], cached],
  'one Markdown draft': [[bin, draft], cached],
  'one YAML draft': [[bin, path.join(folder, 'draft.yml')], cached],
  'the libraries alone, on one Markdown draft': [[libraries, draft], cached],
  'one Markdown draft, no code cache': [[bin, draft], uncached],
  ...(certificates && {
    'bare node, with NODE_EXTRA_CA_CERTS': [['-e', '0'], withCertificates],
    'one Markdown draft, with NODE_EXTRA_CA_CERTS': [[bin, draft], withCertificates],
  }),
}

const time = ([args, env]) => {
  const start = process.hrtime.bigint()
  spawnSync(process.execPath, args, { env, cwd: folder, stdio: 'ignore' })
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** What any tool of these libraries pays: reading arguments, finding files and a config, and parsing a draft, from the same kind of bundle and cache. */
async function bundledLibraries(folder) {
  const contents = `
    import { readFileSync } from 'node:fs'
    import { Chalk } from 'chalk'
    import { Command } from 'commander'
    import { cosmiconfig } from 'cosmiconfig'
    import glob from 'fast-glob'
    import remarkParse from 'remark-parse'
    import { unified } from 'unified'
    export async function main(argv, { stdout }) {
      const { args } = new Command().argument('[paths...]').option('--quiet').parse(argv, { from: 'user' })
      const config = await cosmiconfig('medlint').search()
      for (const file of await glob(args)) {
        const { children } = unified().use(remarkParse).parse(readFileSync(file, 'utf8'))
        stdout.write(new Chalk({ level: 0 }).red(children.length, config))
      }
      return 0
    }
    export const warmUp = async () => {}`
  fs.cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true })
  fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  const outfile = path.join(folder, 'dist/cli.cjs')
  await build({ stdin: { contents, resolveDir: root }, bundle: true, platform: 'node', minify: true, outfile })
  return path.join(folder, 'bin/medlint.js')
}

// The first run of each writes its cache. Rounds take turns, so that a busy minute slows all alike.
for (const run of [runs['one Markdown draft'], runs['the libraries alone, on one Markdown draft']]) time(run)
const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) for (const name of Object.keys(runs)) times[name].push(time(runs[name]))
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
for (const [name, list] of Object.entries(times)) {
  const bare = median(times[name.includes('CERTS') ? 'bare node, with NODE_EXTRA_CA_CERTS' : 'bare node'])
  console.log(`${(median(list) / bare).toFixed(2).padStart(6)} ×  ${median(list).toFixed(0).padStart(5)} ms  ${name}`)
}
fs.rmSync(folder, { recursive: true })

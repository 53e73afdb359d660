// How much longer eight times the draft takes to read: about 8 where time grows with the file, 64 where it grows with its square. node scripts/bench-draft.mjs
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-bench-'))
const outfile = path.join(folder, 'read.mjs')
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/draft/read.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
})
const { readDraft } = await import(pathToFileURL(outfile).href)
fs.rmSync(folder, { recursive: true })

const yaml = {
  posts: (n) =>
    `- text: "Post ${n}: flu shots"\n  platform: x\n  hashtags: [flu, shots]\n  scheduled: 2026-03-02\n  media:\n    - {src: a${n}.jpg, alt: A nurse}\n`,
  'broken posts': (n) => `- text: Post: ${n}\n`,
  'posts, every other one broken': (n) => `- text: ${n % 2 ? '[' : ''}Post ${n}\n`,
  'keys of one post': (n) => `key${n}: Jane\n`,
  comments: (n) => `# Jane ${n}\n- text: a\n`,
  'swallowed tags': (n) => `- text: a #Jane${n}\n`,
}
const markdown = {
  'plain paragraphs': (n) => `Flu shots ${n} are here! #FluShot\n\n`,
  'marked paragraphs': (n) => `Meet *Jane* at [our clinic](https://x.example/${n}) &amp; **ask**.\n\n`,
  'lines of a list': (n) => `- *Jane* [${n}](b)\n`,
  definitions: (n) => `[l${n}]: u${n}\n\n[l${n}] *a*\n\n`,
  comments: (n) => `<!-- Jane\n\n${n} -->\n\n`,
  stars: (n) => `*a${n}_b `,
}

for (const [name, post] of Object.entries(yaml)) report('a.yml', name, post)
for (const [name, part] of Object.entries(markdown)) report('a.md', name, part)

function report(file, name, part) {
  const text = (count) => Array.from({ length: count }, (_, n) => part(n)).join('')
  const few = text(500)
  const many = text(4000)
  cost(file, few)
  const least = Math.min(...Array.from({ length: 5 }, () => cost(file, few)))
  console.log(
    `${(cost(file, many) / least).toFixed(1).padStart(6)} ×  ${(least / 500).toFixed(0).padStart(5)} µs each  ${file}: ${name}`,
  )
}

function cost(file, text) {
  const start = process.cpuUsage()
  readDraft({ path: file, text, named: true })
  const { user, system } = process.cpuUsage(start)
  return user + system
}

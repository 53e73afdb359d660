// How many posts a second are linted, in one run of the command line: node scripts/bench-throughput.mjs [POSTS...]
// Each number of posts is linted as one YAML file, the cold start and the compiling of expressions included; where time grows with the number of posts
// alone, the times of one post are alike or fall.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, stringify } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [2_000, 10_000]
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-bench-'))
const env = { ...process.env, XDG_CACHE_HOME: folder }

/** The drafts of `fixtures/ok` as posts: fields and text. */
function samples() {
  const sets = fs.readdirSync(path.join(root, 'fixtures/ok'), { recursive: true, encoding: 'utf8' }).sort()
  return sets
    .filter((name) => name.endsWith('.set.yml'))
    .flatMap((name) => parse(fs.readFileSync(path.join(root, 'fixtures/ok', name), 'utf8')))
    .flatMap(({ draft, format }) => (format === 'yml' ? parse(draft) : markdownPost(draft)))
    .flatMap((post) => post.posts ?? post)
    .filter(({ text }) => typeof text === 'string')
}

function markdownPost(draft) {
  const [, front = '', text] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(draft)
  return { ...parse(front), text }
}

/** Posts that all differ: the drafts in turn, from the second round on with a sentence of another draft beside their own. */
function calendar(count, posts) {
  return Array.from({ length: count }, (_, index) => {
    const post = posts[index % posts.length]
    const round = Math.floor(index / posts.length)
    const other = posts[(index * 7 + round * 131) % posts.length].text.split(/(?<=[.!?])\s+/)
    return round === 0 ? post : { ...post, text: `${post.text.trimEnd()} ${other[round % other.length]}` }
  })
}

function time(args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(stderr)
  return Number(process.hrtime.bigint() - start) / 1e9
}

const posts = samples()
const bare = Math.min(...Array.from({ length: 5 }, () => time(['-e', '0'])))
let first
for (const count of counts) {
  const file = path.join(folder, `${count}.yml`)
  fs.writeFileSync(file, stringify(calendar(count, posts), { aliasDuplicateObjects: false }))
  const took = time([path.join(root, 'bin/medlint.js'), '--exit-zero', '--format', 'json:report.json', file])
  first ??= took / count
  const perSecond = Math.round(count / took)
  const growth = (took / count / first).toFixed(2)
  console.log(
    `${String(count).padStart(6)} posts: ${perSecond} a second, ${(took / bare).toFixed(0)} × bare node, ${growth} × the first's time for a post`,
  )
}
fs.rmSync(folder, { recursive: true })

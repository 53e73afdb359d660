import path from 'node:path'
import { Chalk, type ChalkInstance } from 'chalk'
import type { Post, Region } from '../draft/post.js'
import { readDraft } from '../draft/read.js'
import { visible } from '../formatters/excerpt.js'
import { bullet, Mask } from '../formatters/mask.js'
import { counted } from '../formatters/summary.js'
import { lintSource } from '../lint.js'
import { readOne } from '../run/inputs.js'
import { openSession } from '../run/session.js'
import { Lines } from '../source.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'

/** `medlint show FILE`: the posts of a draft as they are read, region by region, with their places and lengths. */
export async function show(file: string, flags: ConfigFlags & { readonly redact?: boolean }, io: Io): Promise<number> {
  const session = await openSession(flags, io.cwd())
  const source = await readOne(file, io.cwd())
  const result = lintSource(source, session.rulebookFor(path.resolve(io.cwd(), file)), session.readOptions)
  const mask = new Mask(result, flags.redact ?? io.stdout.isTTY !== true)
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const draft = readDraft(source, session.readOptions)
  const lines = new Lines(source.text)
  const posts = draft.posts.map((post) => {
    const summary = result.posts.find(({ index }) => index === post.index)
    return postText(post, summary?.class, lines, mask, chalk)
  })
  await write(io.stdout, `${[...posts, `${source.path}: ${counted(draft.posts.length, 'post')}`].join('\n\n')}\n`)
  return 0
}

function postText(post: Post, kind: string | undefined, lines: Lines, mask: Mask, chalk: ChalkInstance): string {
  const { line } = lines.position(post.span.start)
  const facts = [
    post.type,
    `by ${post.author}`,
    `for ${post.audience}`,
    post.platforms.join(', '),
    post.isPaid ? 'paid' : '',
    post.scheduled ? `scheduled ${post.scheduled}` : '',
    kind ? `class ${kind}` : '',
  ]
  const header = `${chalk.bold(`Post ${post.index + 1}`)}, line ${line}: ${facts.filter(Boolean).map(visible).join('; ')}`
  return [header, ...post.regions.filter(isShown).map((region) => regionText(region, lines, mask, chalk))].join('\n')
}

/** Names of keys, and what is only syntax, are searched as well, but nobody posts them. */
const isShown = ({ field }: Region): boolean => field !== 'keys' && field !== 'syntax'

function regionText(region: Region, lines: Lines, mask: Mask, chalk: ChalkInstance): string {
  const { line, column } = lines.position(region.map.toFile({ start: 0, end: 0 }).start)
  const label = `  ${region.field} (${region.kind}) at ${line}:${column}, ${counted([...region.text].length, 'character')}`
  const text = mask
    .words(masked(region, mask))
    .split(/\r?\n/)
    .map((one) => `    ${visible(one)}`)
  return [chalk.dim(label), ...text].join('\n')
}

/** A region's text with every character masked that came from a masked place. */
function masked(region: Region, mask: Mask): string {
  if (!mask.isOn) return region.text
  return region.text
    .split('')
    .map((unit, at) => (unit !== '\n' && mask.hides(region.map.toFile({ start: at, end: at + 1 })) ? bullet : unit))
    .join('')
}

import path from 'node:path'
import { Chalk } from 'chalk'
import type { Region } from '../draft/post.js'
import { readDraft } from '../draft/read.js'
import { visible } from '../formatters/excerpt.js'
import { bullet, type Mask } from '../formatters/mask.js'
import { counted } from '../formatters/summary.js'
import { lintSource } from '../lint.js'
import { readOne } from '../run/inputs.js'
import { PostText } from '../text/post-text.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'
import { consentLines, contextLines, fitLines, personLines } from './post-reading.js'
import { ShownFile } from './shown-file.js'
import { openToldSession } from './told-session.js'

/** `medlint show FILE`: the posts of a draft as they are read: their texts, how they fit, who is named, and whether they tell of somebody's care. */
export async function show(file: string, flags: ConfigFlags & { readonly redact?: boolean }, io: Io): Promise<number> {
  const session = await openToldSession(flags, io)
  const source = await readOne(file, io.cwd())
  const rulebook = session.rulebookFor(path.resolve(io.cwd(), file))
  const result = lintSource(source, rulebook, session.readOptions)
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const posts = readDraft(source, session.readOptions).posts.map((post) => new PostText(post, rulebook.facts))
  const shown = new ShownFile(result, posts, flags.redact ?? io.stdout.isTTY !== true, chalk)
  const blocks = posts.map((post) => postText(post, shown))
  await write(io.stdout, `${[...blocks, `${source.path}: ${counted(posts.length, 'post')}`].join('\n\n')}\n`)
  return 0
}

function postText(reading: PostText, file: ShownFile): string {
  const { post } = reading
  const { line } = file.lines.position(post.span.start)
  const facts = [
    post.type,
    `by ${post.author}`,
    `for ${post.audience}`,
    post.platforms.join(', '),
    post.isPaid ? 'paid' : '',
    post.scheduled ? `scheduled ${post.scheduled}` : '',
    reading.class.name === 'none' ? '' : `class ${reading.class.name}`,
  ]
  const persons = personLines(reading, file)
  return [
    `${file.chalk.bold(`Post ${post.index + 1}`)}, line ${line}: ${facts.filter(Boolean).map(visible).join('; ')}`,
    ...post.regions.filter(isShown).map((region) => regionText(region, file)),
    ...[...fitLines(reading, file), ...consentLines(reading, file)].map(indented),
    indented(persons.length === 0 ? 'names nobody' : `${counted(persons.length, 'name')}:`),
    ...persons.map((person) => indented(`  ${person}`)),
    ...contextLines(reading, file).map(indented),
  ].join('\n')
}

const indented = (line: string): string => `  ${line}`

/** Names of keys, and what is only syntax, are searched as well, but nobody posts them. */
const isShown = ({ field }: Region): boolean => field !== 'keys' && field !== 'syntax'

function regionText(region: Region, { lines, mask, chalk }: ShownFile): string {
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

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic } from '../diagnostic.js'
import { readDraft } from '../draft/read.js'
import { UserError } from '../errors.js'
import { lintSource } from '../lint.js'
import { type FileResult, withDiagnostics } from '../report.js'
import type { Session } from '../run/session.js'
import type { Span } from '../source.js'
import { neutralReply } from '../text/neutral-reply.js'
import type { ConfigFlags } from './flags.js'
import { type Io, write } from './io.js'
import { publish, sinksOf } from './output.js'
import { codeIn, openToldSession } from './told-session.js'

/** What `medlint reply` takes beside the flags of a config. */
export interface ReplyFlags extends ConfigFlags {
  readonly inReplyTo?: string
  readonly redact?: boolean
}

/** `medlint reply`: a review and a draft of the reply from standard input, the verdict, and a reply that tells of nobody. Stores nothing. Ends with 1 where the reply has errors. */
export async function reply(flags: ReplyFlags, io: Io): Promise<number> {
  if (io.stdin.isTTY) await write(io.stderr, 'Paste the review, a line of ---, and the reply; then press Ctrl-D.\n')
  const pasted = asReply(await pastedText(io))
  const given = flags.inReplyTo === undefined ? undefined : await quoted(flags.inReplyTo, io)
  const { review, draft } =
    'draft' in pasted
      ? { draft: pasted.draft, review: given ?? pasted.review }
      : given === undefined
        ? split(pasted.text)
        : { review: given, draft: pasted.text }
  if (flags.inReplyTo === undefined && review === '' && draft.trim() !== '')
    await write(io.stderr, 'No line of --- parts a review from the reply: all of it is read as the reply.\n')
  if (draft.trim() === '')
    throw new UserError('there is no reply on standard input: the review, a line of ---, the reply.')
  const session = await openToldSession(flags, io)
  const results = judge(review, draft.trim(), session)
  const rules = session.rulebookFor(session.config.folder).rules.length
  await publish({ results, skipped: [], rules, notes: session.notes }, sinksOf([]), flags.redact, io)
  await write(io.stdout, `\nA neutral reply:\n\n${neutralReply(session.facts, review, draft)}\n`)
  const hasErrors = results.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))
  return codeIn(session, hasErrors ? 1 : 0)
}

async function pastedText({ stdin }: Io): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
}

/** Words as they are; or, of a draft in Markdown or YAML, what it answers and its text. */
function asReply(text: string): { readonly text: string } | { readonly review: string; readonly draft: string } {
  const ending =
    text.startsWith('---') && /^---[ \t]*\n[\s\S]*?^(?:type|in_reply_to|platform)[ \t]*:[\s\S]*?^---/m.test(text)
      ? 'md'
      : /^(?:- )?(?:type|in_reply_to|platform|text)[ \t]*:/.test(text) && /^ *(?:- )?text[ \t]*:/m.test(text)
        ? 'yml'
        : undefined
  if (ending === undefined) return { text }
  const [post] = readDraft({ path: `reply.${ending}`, text, named: true }).posts
  const live = post?.regions
    .filter(({ kind, field }) => kind === 'live' && field === 'text')
    .map((region) => region.text)
  if (!post || !live || live.length === 0) return { text }
  return { review: post.inReplyTo ?? '', draft: live.join('\n') }
}

/** What stands before and after the first line of `---`; without one, all is the reply. */
function split(pasted: string): { review: string; draft: string } {
  const [before = '', after] = pasted.split(/^-{3,}[ \t]*\n([\s\S]*)/m)
  return after === undefined ? { review: '', draft: pasted } : { review: before.trim(), draft: after }
}

/** A file that is there, else the words themselves. */
async function quoted(fileOrText: string, io: Io): Promise<string> {
  if (fileOrText.length > 300 || fileOrText.includes('\n')) return fileOrText
  const text = await readFile(path.resolve(io.cwd(), fileOrText), 'utf8').catch(() => fileOrText)
  return text.trim()
}

/** The reply is linted as the draft that it would be; what is found is shown where it stands in what was pasted. */
function judge(review: string, draft: string, session: Session): FileResult[] {
  const field = JSON.stringify(review)
  const head = `---\ntype: review-response\nin_reply_to: ${field}\n---\n`
  const result = lintSource(
    { path: 'reply', text: head + draft, named: true },
    session.rulebookFor(session.config.folder),
    session.readOptions,
  )
  const quoteAt = head.length - field.length - '\n---\n'.length
  const inReview = (at: number) => decodedLength(field.slice(1, Math.max(1, Math.min(at - quoteAt, field.length - 1))))
  const isOfReply = ({ span }: Diagnostic) => span.start >= head.length
  const ofReview = result.diagnostics.filter((diagnostic) => !isOfReply(diagnostic))
  return [
    ...(ofReview.length > 0 ? [moved(result, 'review', review, ofReview, inReview)] : []),
    moved(result, 'reply', draft, result.diagnostics.filter(isOfReply), (at) => Math.max(0, at - head.length)),
  ]
}

/** How many characters of the review a part of its JSON string stands for. */
function decodedLength(escaped: string): number {
  for (let cut = escaped.length; cut > 0; cut--) {
    try {
      return (JSON.parse(`"${escaped.slice(0, cut)}"`) as string).length
    } catch {
      // The cut went through an escape.
    }
  }
  return 0
}

/** Without fixes: there is no file to make them in, and the neutral reply stands below. */
function moved(
  result: FileResult,
  name: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  to: (at: number) => number,
): FileResult {
  const span = ({ start, end }: Span): Span => ({ start: to(start), end: to(end) })
  const shown = diagnostics.map((diagnostic) => ({ ...diagnostic, span: span(diagnostic.span), fixes: [] }))
  const sensitive = result.sensitive.map(span).filter(({ start, end }) => end > start)
  return { ...withDiagnostics(result, shown), source: { path: name, text, named: true }, sensitive }
}

import type { Edit } from '../diagnostic.js'
import type { Entry, Post } from '../draft/post.js'
import { dropItems } from '../draft/write-list.js'
import type { Span } from '../source.js'
import { allowOf } from './exceptions.js'

/**
 * The edit of the file that takes an exception out: its item of the list, or all of `medlint` where nothing in it would be left. Undefined where it stands
 * among other things on its line.
 *
 * @param gone the exceptions that go, this one among them
 */
export function withoutRecord(file: string, post: Post, span: Span, gone: ReadonlySet<Span>): Edit | undefined {
  const list = allowOf(post)?.value
  const medlint = post.fields.get('medlint')
  if (!list || !medlint) return undefined
  const isAll = (list.items ?? [list]).every((item) => gone.has(item.span))
  if (isAll) return medlint.value.entries?.size === 1 ? withoutKey(file, medlint) : undefined
  const item = list.items?.find((one) => one.span === span)
  const edits = item && dropItems(file, list, [item])
  return edits?.length === 1 ? edits[0] : undefined
}

/** The lines of a key and its value, where nothing else stands on them. */
function withoutKey(file: string, { keySpan, value }: Entry): Edit | undefined {
  const start = file.lastIndexOf('\n', keySpan.start - 1) + 1
  if (!/^\ufeff? *$/.test(file.slice(start, keySpan.start))) return undefined
  const rest = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y
  rest.lastIndex = value.span.end
  if (file[value.span.end - 1] === '\n') return { span: { start, end: value.span.end }, text: '' }
  return rest.test(file) ? { span: { start, end: rest.lastIndex }, text: '' } : undefined
}

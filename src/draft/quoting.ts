/** Where the line begins that the offset is in. */
export const lineStart = (file: string, offset: number): number => file.lastIndexOf('\n', offset - 1) + 1

/**
 * Where a value ends that a writer began at `start`, whatever YAML makes of it: with its line and the lines below that are indented further than
 * `column`, without blanks at the end.
 */
export function extentEnd(file: string, start: number, column: number): number {
  const rest = /[^\n]*/y
  rest.lastIndex = start
  rest.test(file)
  let end = rest.lastIndex
  const further = new RegExp(`(?:\\n[ \\t\\r]*(?=\\n))*\\n {${column + 1}}[ \\t]*[^\\s][^\\n]*`, 'y')
  for (further.lastIndex = end; further.test(file); ) end = further.lastIndex
  while (end > start && /\s/.test(file[end - 1]!)) end--
  return end
}

/** A plain scalar's source in quotes. Lines and indentation stay, since quoted and plain scalars fold alike. */
export function quoted(source: string): string {
  if (!source.includes("'")) return `'${source}'`
  return /["\\]/.test(source) ? `'${source.replaceAll("'", "''")}'` : `"${source}"`
}

/** A text as a YAML scalar of one line, in double quotes where single ones cannot hold it. */
export function quoteText(text: string): string {
  return isPrintable(text) ? quoted(text) : doubleQuoted(text)
}

/** Whether single quotes can hold the text in one line. */
const isPrintable = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text) &&
  !/[\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))

/** A text as a double-quoted YAML scalar. JSON is YAML but for the characters below. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

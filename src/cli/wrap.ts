/** Breaks a paragraph at spaces into lines of a width, each with an indent; list items hang. */
export function wrap(text: string, width: number, indent: string): string {
  const hang = text.startsWith('- ') ? `${indent}  ` : indent
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const isStart = line.trim() === '' || line === `${indent}-`
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${hang}${word}`
    } else line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** A text in the encoding of the bytes that it was decoded from: UTF-16 where they begin with its byte order mark, else UTF-8. */
export function encodeLike(text: string, [first, second]: Uint8Array): Uint8Array {
  if (first === 0xff && second === 0xfe) return Buffer.from(text, 'utf16le')
  if (first === 0xfe && second === 0xff) return Buffer.from(text, 'utf16le').swap16()
  return Buffer.from(text)
}

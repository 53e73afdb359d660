/** A file's text, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: { readonly detail: string } }

/** Decodes a file: UTF-8, or UTF-16 with a byte order mark. The mark stays, as the first code unit. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? { problem: { detail: 'The file is binary' } } : { text }
  } catch {
    return {
      problem: { detail: bytes.includes(0) ? 'The file is binary' : `The file is not ${encoding.toUpperCase()}` },
    }
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** With what a segment of a JPEG begins that holds EXIF or XMP. */
export const prefixes = { exif: 'Exif\0\0', xmp: 'http://ns.adobe.com/xap/1.0/\0' } as const

/** A segment counts its bytes in two, itself among them. */
const longest = 65_000

/** A JPEG without a picture that carries this and nothing else: what other kinds of file carry, where every reader of metadata looks. */
export function jpegWith(parts: readonly (readonly [prefix: string, data: Buffer])[]): Buffer {
  const segments = parts.map(([prefix, data]) => segment(prefix, data.subarray(0, longest)))
  return Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, Buffer.from('ffda0008010100003f00ffd9', 'hex')])
}

/** Some writers put the prefix before the data in other kinds of file as well. */
function segment(prefix: string, data: Buffer): Buffer {
  const isThere = data.toString('latin1', 0, prefix.length) === prefix
  const content = isThere ? data : Buffer.concat([Buffer.from(prefix, 'latin1'), data])
  const head = Buffer.from('ffe10000', 'hex')
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

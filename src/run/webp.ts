import type { FileHandle } from 'node:fs/promises'
import { jpegWith, prefixes } from './as-jpeg.js'

/** More than a camera or an editor writes. */
const longest = 65_000
/** A picture has a handful of chunks, an animation one for each frame. */
const mostChunks = 2000

const prefixOf: Readonly<Record<string, string | undefined>> = { EXIF: prefixes.exif, 'XMP ': prefixes.xmp }

/** What a WebP file carries beside its picture, laid out as a JPEG: its EXIF and XMP stand behind the picture. Undefined where the file ends before it says it does. */
export async function webpAsJpeg(file: FileHandle): Promise<Buffer | undefined> {
  const parts: [prefix: string, data: Buffer][] = []
  const { size } = await file.stat()
  const end = 8 + (await bytesAt(file, 4, 4)).readUInt32LE(0)
  if (end > size + 1) return undefined
  for (let at = 12, count = 0; at + 8 <= end && count < mostChunks; count++) {
    const header = await bytesAt(file, at, 8)
    const length = header.readUInt32LE(4)
    const prefix = prefixOf[header.toString('latin1', 0, 4)]
    if (prefix !== undefined) parts.push([prefix, await bytesAt(file, at + 8, Math.min(length, longest))])
    at += 8 + length + (length % 2)
  }
  return jpegWith(parts)
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new RangeError('the file ends here')
  return buffer
}

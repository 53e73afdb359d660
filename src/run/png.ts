import type { FileHandle } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'

/** Of a chunk beside the picture, and of its text once inflated. */
const longest = 256 * 1024
/** The picture itself is cut in many. */
const mostChunks = 10_000

/** A PNG without its picture, of which the texts may stand behind it. */
export async function withoutPicture(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const kept: Buffer[] = [await bytesAt(file, 0, 8)]
  for (let at = 8, count = 0; at + 12 <= size && count < mostChunks; count++) {
    const header = await bytesAt(file, at, 8)
    const length = 12 + header.readUInt32BE(0)
    if (header.toString('latin1', 4, 8) !== 'IDAT' && length <= longest) kept.push(await bytesAt(file, at, length))
    at += length
  }
  return Buffer.concat(kept)
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** The texts of PNG chunks: `tEXt`, `iTXt`, and `zTXt`, which is compressed. */
export function pngTexts(bytes: Buffer): string[] {
  const texts: string[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length))
    const [keyword = '', text = ''] = chunkText(type, data)
    if (text && keyword !== 'XML:com.adobe.xmp') texts.push(text)
    at += 12 + length
  }
  return texts
}

function chunkText(type: string, data: Buffer): readonly string[] {
  const end = data.indexOf(0)
  if (end < 0 || !['tEXt', 'zTXt', 'iTXt'].includes(type)) return []
  const keyword = data.toString('latin1', 0, end)
  if (type === 'tEXt') return [keyword, data.toString('latin1', end + 1)]
  if (type === 'zTXt') return [keyword, inflated(data.subarray(end + 2))]
  const isCompressed = data[end + 1] === 1
  const language = data.indexOf(0, end + 3)
  const translated = data.indexOf(0, language + 1)
  const rest = data.subarray(translated + 1)
  return [keyword, isCompressed ? inflated(rest) : rest.toString('utf8')]
}

function inflated(data: Buffer): string {
  try {
    return inflateSync(data, { maxOutputLength: longest }).toString('utf8')
  } catch {
    return ''
  }
}

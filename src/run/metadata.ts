import { type FileHandle, open } from 'node:fs/promises'
import type { Metadata } from '../facts.js'
import { jpegWith, prefixes } from './as-jpeg.js'
import { pngTexts, withoutPicture } from './png.js'
import { webpAsJpeg } from './webp.js'

/** What is read of a file: metadata stands at its beginning, but for HEIF and TIFF, where it may lie behind the picture. */
const bound = 256 * 1024
const wholeBound = 32 * 1024 * 1024

const nothing = { hasPosition: false, hasPersons: false, hasDate: false, hasSerial: false, words: [] }

/** What a picture carries beside itself: EXIF, XMP, IPTC, the text chunks of PNG. Never throws. */
export async function readMetadata(file: string): Promise<Metadata> {
  try {
    const { bytes, kind } = await head(file)
    if (kind === undefined) return { ...nothing, state: looksLikePicture(file) ? 'unreadable' : 'unknown-kind' }
    if (kind === 'other') return { ...nothing, state: 'unknown-kind' }
    const blocks = await blocksOf(bytes, kind)
    const read = summary(blocks, kind === 'png' ? pngTexts(bytes) : [])
    const saysSomething = read.hasPosition || read.hasPersons || read.hasDate || read.hasSerial || read.words.length > 0
    return (isCut(bytes, kind) || blocks.errors) && !saysSomething ? { ...nothing, state: 'unreadable' } : read
  } catch (error) {
    const isForbidden = /^(?:EACCES|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? '')
    return { ...nothing, state: isForbidden ? 'forbidden' : 'unreadable' }
  }
}

async function head(file: string): Promise<{ bytes: Buffer; kind: Kind | undefined }> {
  const handle = await open(file)
  try {
    const bytes = await start(handle, bound)
    if (isWebp(bytes)) return { bytes: (await webpAsJpeg(handle)) ?? Buffer.alloc(0), kind: 'jpeg' }
    const kind = kindOf(bytes)
    if (bytes.length < bound || kind === undefined || kind === 'other' || kind === 'jpeg') return { bytes, kind }
    return { bytes: kind === 'png' ? await withoutPicture(handle) : await start(handle, wholeBound), kind }
  } finally {
    await handle.close()
  }
}

async function start(handle: FileHandle, most: number): Promise<Buffer> {
  const length = Math.min(most, (await handle.stat()).size)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
  return buffer.subarray(0, bytesRead)
}

const isWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

const looksLikePicture = (file: string) => /\.(?:jpe?g|png|tiff?|heic|heif|avif|webp)$/i.test(file)

type Kind = 'jpeg' | 'png' | 'tiff' | 'heif' | 'other'

/** By how it begins; `other` is of a kind of which nobody here can read more. */
function kindOf(bytes: Buffer): Kind | undefined {
  const start = bytes.toString('hex', 0, 12)
  if (start.startsWith('ffd8ff')) return 'jpeg'
  if (start.startsWith('89504e470d0a1a0a')) return 'png'
  if (start.startsWith('49492a00') || start.startsWith('4d4d002a')) return 'tiff'
  const brand = bytes.toString('latin1', 4, 12)
  if (/^ftyp(?:heic|heix|hevc|mif1|avif)/.test(brand)) return 'heif'
  return brand.startsWith('ftyp') || others.some((signature) => start.startsWith(signature)) ? 'other' : undefined
}

/** GIF, RIFF (WAV), BMP, PDF, Zip (office files), ID3, Matroska, old office files, markup. */
const others = ['47494638', '52494646', '424d', '25504446', '504b0304', '494433', '1a45dfa3', 'd0cf11e0', '3c']

/** Ends inside the parts that stand before the picture itself, where a camera writes who, where and when: a file that was cut says nothing of what it lacks. */
function isCut(bytes: Buffer, kind: Exclude<Kind, 'other'>): boolean {
  if (bytes.length === bound) return false
  if (kind === 'png') return endOfChunks(bytes) > bytes.length
  return kind === 'jpeg' && endOfSegments(bytes) > bytes.length
}

/** Where the next part would begin, past the end where one is cut: the segments of a JPEG up to the scan, the chunks of a PNG up to the picture. */
function endOfSegments(bytes: Buffer): number {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return at
    const marker = bytes[at + 1]!
    if (marker === 0xda || marker === 0xd9) return at
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return at === bytes.length || at + 4 > bytes.length ? bytes.length + 1 : at
}

function endOfChunks(bytes: Buffer): number {
  let at = 8
  while (at + 12 <= bytes.length) {
    if (/^(?:IDAT|IEND)$/.test(bytes.toString('latin1', at + 4, at + 8))) return at
    at += 12 + bytes.readUInt32BE(at)
  }
  return bytes.length + 1
}

/** The XMP of HEIF and TIFF lies where exifr does not look: it is plain text, and read as that of a JPEG. */
async function blocksOf(bytes: Buffer, kind: Kind): Promise<Readonly<Record<string, Block | undefined>>> {
  const blocks = kind === 'heif' && !hasMeta(bytes) ? { errors: {} } : await exif(bytes)
  const xmp = kind === 'heif' || kind === 'tiff' ? xmpIn(bytes) : undefined
  return xmp ? { ...(await exif(jpegWith([[prefixes.xmp, xmp]]))), ...blocks } : blocks
}

/** Whether boxes of a possible size lead to the one that lists what a HEIF file holds: exifr looks for it without end. */
function hasMeta(bytes: Buffer): boolean {
  for (let at = 0; at + 8 <= bytes.length; ) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'meta') return true
    const length = bytes.readUInt32BE(at)
    if (length < 8) return false
    at += length
  }
  return false
}

function xmpIn(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf('<x:xmpmeta')
  const end = start < 0 ? -1 : bytes.indexOf('</x:xmpmeta>', start)
  return end < 0 ? undefined : bytes.subarray(start, end + '</x:xmpmeta>'.length)
}

type Exifr = Pick<typeof import('exifr'), 'parse'>
type Block = Readonly<Record<string, unknown>>

async function exif(bytes: Buffer): Promise<Readonly<Record<string, Block | undefined>>> {
  // A CommonJS package: its functions lie under `default`, unless a bundler has made a module of it.
  const module = (await import('exifr')) as unknown as Exifr & { readonly default?: Exifr }
  const { parse } = module.default ?? module
  const options = {
    tiff: true,
    exif: true,
    gps: true,
    xmp: true,
    iptc: true,
    userComment: true,
    mergeOutput: false,
    translateValues: false,
    reviveValues: false,
  }
  return (await parse(bytes, options)) ?? {}
}

function summary(blocks: Readonly<Record<string, Block | undefined>>, texts: readonly string[]): Metadata {
  const fields = Object.values(blocks).flatMap((block) => fieldsOf(block))
  const holds = (name: RegExp) => fields.some(([key, value]) => name.test(key) && isSaid(value))
  return {
    state: 'read',
    hasPosition: holds(
      /^(?:GPSLatitude|latitude|City|Sublocation|Sub-location|Location|LocationCreated|LocationShown)$/,
    ),
    hasPersons: holds(/^(?:PersonInImage|PersonDisplayName|PersonName)$/) || namesRegion(blocks),
    hasDate: holds(/^(?:DateTimeOriginal|DateTimeDigitized|CreateDate|DateCreated|GPSDateStamp|DigitalCreationDate)$/),
    hasSerial: holds(/^(?:(?:Body|Lens|Camera)?SerialNumber|CameraOwnerName|OwnerName|ImageUniqueID)$/),
    words: [...fields.flatMap(([key, value]) => (caption.test(key) ? wordsOf(value) : [])), ...texts],
  }
}

const caption =
  /^(?:ImageDescription|UserComment|XPTitle|XPComment|XPSubject|XPKeywords|Caption|Caption-Abstract|Headline|ObjectName|Keywords|title|description|subject|DocumentName)$/

/** A block's fields, nested ones as well. */
function fieldsOf(block: unknown, depth = 0): [key: string, value: unknown][] {
  if (typeof block !== 'object' || block === null || ArrayBuffer.isView(block) || depth > 6) return []
  return Object.entries(block).flatMap(([key, value]): [string, unknown][] => [
    [key, value],
    ...fieldsOf(value, depth + 1),
  ])
}

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !/^0000:/.test(String(value))

/** Faces that somebody has named (Metadata Working Group). */
const namesRegion = (blocks: Readonly<Record<string, Block | undefined>>) =>
  fieldsOf(blocks['mwg-rs']).some(([key, value]) => key === 'Name' && isSaid(value))

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (ArrayBuffer.isView(value))
    return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8').replaceAll('\0', '')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : []
}

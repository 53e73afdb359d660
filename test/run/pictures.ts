/** Small files for tests, made byte by byte: what a camera or an editor writes into a picture. */

interface Carried {
  readonly position?: boolean
  readonly takenAt?: string
  readonly serial?: string
  readonly caption?: string
  readonly xmp?: string
}

/** A JPEG without a picture, but with what it carries. */
export function jpeg({ xmp, ...exif }: Carried): Buffer {
  const segments = [
    ...(Object.keys(exif).length > 0 ? [app1(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(exif)]))] : []),
    ...(xmp ? [app1(Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'latin1'))] : []),
  ]
  return Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, Buffer.from('ffda0008010100003f00ffd9', 'hex')])
}

/** A PNG of no size, with text chunks. */
export function png(texts: Readonly<Record<string, string>> = {}): Buffer {
  const header = Buffer.from('00000001000000010802000000', 'hex')
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    chunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1')),
  )
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG whose picture is longer than what is read at once, with chunks behind it. */
export const longPng = (...behind: readonly (readonly [type: string, data: Buffer])[]): Buffer => {
  const whole = png()
  const end = whole.length - 12
  const picture = [...Array(40)].map(() => chunk('IDAT', Buffer.alloc(8192)))
  const chunks = behind.map(([type, data]) => chunk(type, data))
  return Buffer.concat([whole.subarray(0, end), ...picture, ...chunks, whole.subarray(end)])
}

/** A WebP whose picture is of some length, with EXIF and XMP behind it, as the format has them. */
export function webp({ xmp, ...exif }: Carried): Buffer {
  const chunks = [
    riff('VP8X', Buffer.alloc(10)),
    riff('VP8 ', Buffer.alloc(300_001)),
    ...(Object.keys(exif).length > 0 ? [riff('EXIF', tiff(exif))] : []),
    ...(xmp ? [riff('XMP ', Buffer.from(xmp))] : []),
  ]
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

function riff(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
}

/** A HEIF picture without any item, with XMP behind the picture. */
export const heif = (xmp: string): Buffer =>
  Buffer.concat([
    Buffer.from('000000186674797068656963000000006865696368656978', 'hex'),
    Buffer.alloc(300_000),
    Buffer.from(xmp),
  ])

/** A scan: 128 bytes, then DICM. */
export const dicom = (): Buffer => Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(64)])

/** XMP with the name of somebody on the picture. */
export const xmpWithPerson = (name: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>${name}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage></rdf:Description></rdf:RDF></x:xmpmeta>`

function app1(data: Buffer): Buffer {
  const head = Buffer.from('ffe10000', 'hex')
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
}

type Entry = readonly [tag: number, type: number, count: number, value: Buffer | number]
const ascii = (tag: number, text: string): Entry => [tag, 2, text.length + 1, Buffer.from(`${text}\0`)]
const rationals = (tag: number, values: readonly number[]): Entry => {
  const data = Buffer.alloc(values.length * 8)
  for (const [index, value] of values.entries()) {
    data.writeUInt32BE(value, index * 8)
    data.writeUInt32BE(1, index * 8 + 4)
  }
  return [tag, 5, values.length, data]
}

/** What a camera writes, as a TIFF of its own. */
export const exifOf = (carried: Omit<Carried, 'xmp'>): Buffer => tiff(carried)

/** Big-endian TIFF: IFD0 with a caption, the EXIF and the GPS directory. */
function tiff({ position, takenAt, serial, caption }: Carried): Buffer {
  const exif = [...(takenAt ? [ascii(0x9003, takenAt)] : []), ...(serial ? [ascii(0xa431, serial)] : [])]
  const gps = position ? [ascii(1, 'N'), rationals(2, [39, 57, 0]), ascii(3, 'W'), rationals(4, [82, 59, 0])] : []
  const first: Entry[] = caption ? [ascii(0x010e, caption)] : []
  const pointers = (exif.length > 0 ? 1 : 0) + (gps.length > 0 ? 1 : 0)
  const exifAt = 8 + sizeOf([...first, ...Array<Entry>(pointers).fill([0, 4, 1, 0])])
  const gpsAt = exifAt + (exif.length > 0 ? sizeOf(exif) : 0)
  const all: Entry[] = [
    ...first,
    ...(exif.length > 0 ? [[0x8769, 4, 1, exifAt] as const] : []),
    ...(gps.length > 0 ? [[0x8825, 4, 1, gpsAt] as const] : []),
  ]
  return Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    directory(all, 8),
    ...(exif.length > 0 ? [directory(exif, exifAt)] : []),
    ...(gps.length > 0 ? [directory(gps, gpsAt)] : []),
  ])
}

const sizeOf = (entries: readonly Entry[]) =>
  2 + entries.length * 12 + 4 + entries.reduce((sum, [, , , value]) => sum + outside(value), 0)
const outside = (value: Buffer | number) => (typeof value !== 'number' && value.length > 4 ? value.length : 0)

function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4)
  head.writeUInt16BE(entries.length, 0)
  const data: Buffer[] = []
  let next = at + head.length
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const offset = 2 + index * 12
    head.writeUInt16BE(tag, offset)
    head.writeUInt16BE(type, offset + 2)
    head.writeUInt32BE(count, offset + 4)
    if (typeof value === 'number') head.writeUInt32BE(value, offset + 8)
    else if (value.length <= 4) value.copy(head, offset + 8)
    else {
      head.writeUInt32BE(next, offset + 8)
      data.push(value)
      next += value.length
    }
  }
  return Buffer.concat([head, ...data])
}

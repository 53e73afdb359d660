import { readFileSync } from 'node:fs'
import os from 'node:os'
import { isBuilt, packageFolder } from './data.js'

/** Texts by key. A build lays a large one out in a file that is looked up without being parsed: a cold start asks for a few dozen keys of tens of thousands. */
export interface Table {
  get(key: string): string | undefined
  has(key: string): boolean
}

/** Where a table comes from: what it is called, and what stands in it. */
export interface TableSource {
  readonly name: string
  readonly entries: () => Iterable<readonly [key: string, text: string]>
}

/** Opens a table: the file that the build has made of it, or without a build its entries. */
export const openTable = ({ name, entries }: TableSource): Table => (isBuilt ? openBuilt(name) : new Map(entries()))

/** Opens a table of the build. */
export const openBuilt = (name: string): Table => new FileTable(readFileSync(`${packageFolder}dist/data/${name}.table`))

/**
 * A table as a file, for `FileTable` to read: the number of slots (four bytes, little-endian, as all numbers of this length); for each slot where its entry stands, four
 * bytes, zero where there is none; for each slot a byte of the hash of its key; the entries (the byte lengths of key and text, the key, the text). Lengths are written
 * seven bits a byte, the lowest first, the eighth telling that there are more: a run reads the whole file, so its size counts.
 */
export function tableFile(entries: Iterable<readonly [key: string, text: string]>): Buffer {
  const all = [...new Map(entries)]
  const count = 2 ** Math.ceil(Math.log2(all.length * 1.5 + 1))
  const places = Buffer.alloc(numberBytes * count)
  const tags = Buffer.alloc(count)
  const parts: Buffer[] = []
  let end = numberBytes + places.length + tags.length
  for (const [key, text] of all) {
    const entry = entryOf(key, text)
    const hash = hashOf(key)
    let slot = hash & (count - 1)
    while (places.readUInt32LE(slot * numberBytes) !== 0) slot = (slot + 1) & (count - 1)
    places.writeUInt32LE(end, slot * numberBytes)
    tags[slot] = tagOf(hash)
    parts.push(entry)
    end += entry.length
  }
  const head = Buffer.alloc(numberBytes)
  head.writeUInt32LE(count)
  return Buffer.concat([head, places, tags, ...parts])
}

const numberBytes = 4

function entryOf(key: string, text: string): Buffer {
  const [keyBytes, textBytes] = [Buffer.from(key), Buffer.from(text)]
  return Buffer.concat([lengthBytes(keyBytes.length), lengthBytes(textBytes.length), keyBytes, textBytes])
}

function lengthBytes(length: number): Buffer {
  const bytes: number[] = []
  for (let rest = length; rest > 0 || bytes.length === 0; rest >>>= 7)
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
  return Buffer.from(bytes)
}

/** The bits of a hash that choose no slot in any table of ours. */
const tagOf = (hash: number): number => hash >>> 24

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A file that `tableFile` made. */
export class FileTable implements Table {
  readonly #file: Buffer
  readonly #places: Uint32Array
  readonly #tags: Buffer
  readonly #mask: number

  constructor(file: Buffer) {
    const count = file.readUInt32LE(0)
    const tagsStart = numberBytes + count * numberBytes
    this.#file = file
    this.#mask = count - 1
    this.#places = numbersOf(file.subarray(numberBytes, tagsStart))
    this.#tags = file.subarray(tagsStart, tagsStart + count)
  }

  get(key: string): string | undefined {
    return this.#find(key)?.text()
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined
  }

  #find(key: string): Entry | undefined {
    const hash = hashOf(key)
    const tag = tagOf(hash)
    for (let slot = hash & this.#mask; this.#places[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#tags[slot] !== tag) continue
      const entry = new Entry(this.#file, this.#places[slot]!)
      if (entry.key() === key) return entry
    }
    return undefined
  }
}

/** An entry in a file. */
class Entry {
  readonly #file: Buffer
  readonly #keyLength: number
  readonly #textLength: number
  #at: number

  constructor(file: Buffer, at: number) {
    this.#file = file
    this.#at = at
    this.#keyLength = this.#length()
    this.#textLength = this.#length()
  }

  key(): string {
    return this.#file.toString('utf8', this.#at, this.#at + this.#keyLength)
  }

  text(): string {
    const start = this.#at + this.#keyLength
    return this.#file.toString('utf8', start, start + this.#textLength)
  }

  /** Reads a length, and goes on behind it. */
  #length(): number {
    let length = 0
    for (let bits = 0; ; bits += 7) {
      const byte = this.#file[this.#at++]!
      length |= (byte & 0x7f) << bits
      if (byte < 0x80) return length
    }
  }
}

/** Little-endian numbers of four bytes; as they lie in the file, where the machine has the same order and they are aligned. */
function numbersOf(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, length } = bytes
  if (os.endianness() === 'LE' && byteOffset % numberBytes === 0)
    return new Uint32Array(buffer, byteOffset, length / numberBytes)
  return Uint32Array.from({ length: length / numberBytes }, (_, at) => bytes.readUInt32LE(at * numberBytes))
}

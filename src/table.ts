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
 * A table as a file, for `FileTable` to read: the number of slots, the slots (hash of a key and where its entry stands, zero where there is none), the entries
 * (the byte lengths of key and text, the key, the text). All numbers are little-endian and of four bytes.
 */
export function tableFile(entries: Iterable<readonly [key: string, text: string]>): Buffer {
  const all = [...new Map(entries)]
  const count = 2 ** Math.ceil(Math.log2(all.length * 1.5 + 1))
  const slots = Buffer.alloc(slotBytes * count)
  const parts: Buffer[] = []
  let end = numberBytes + slots.length
  for (const [key, text] of all) {
    const entry = entryOf(key, text)
    let slot = hashOf(key) & (count - 1)
    while (slots.readUInt32LE(slot * slotBytes + numberBytes) !== 0) slot = (slot + 1) & (count - 1)
    slots.writeUInt32LE(hashOf(key), slot * slotBytes)
    slots.writeUInt32LE(end, slot * slotBytes + numberBytes)
    parts.push(entry)
    end += entry.length
  }
  return Buffer.concat([number(count), slots, ...parts])
}

const numberBytes = 4
const slotBytes = 2 * numberBytes

function number(value: number): Buffer {
  const buffer = Buffer.alloc(numberBytes)
  buffer.writeUInt32LE(value)
  return buffer
}

function entryOf(key: string, text: string): Buffer {
  const [keyBytes, textBytes] = [Buffer.from(key), Buffer.from(text)]
  return Buffer.concat([number(keyBytes.length), number(textBytes.length), keyBytes, textBytes])
}

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A file that `tableFile` made. */
export class FileTable implements Table {
  readonly #file: Buffer
  /** Hashes and where entries stand, by turns. */
  readonly #slots: Uint32Array
  readonly #mask: number

  constructor(file: Buffer) {
    const count = file.readUInt32LE(0)
    this.#file = file
    this.#mask = count - 1
    this.#slots = numbersOf(file.subarray(numberBytes, numberBytes + count * slotBytes))
  }

  get(key: string): string | undefined {
    const at = this.#find(key)
    if (at === undefined) return undefined
    const start = at + slotBytes + this.#file.readUInt32LE(at)
    return this.#file.toString('utf8', start, start + this.#file.readUInt32LE(at + numberBytes))
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined
  }

  /** Where the entry of a key stands. */
  #find(key: string): number | undefined {
    const hash = hashOf(key)
    const slots = this.#slots
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const entry = slots[2 * slot + 1]!
      if (entry === 0) return undefined
      if (slots[2 * slot] === hash && this.#keyAt(entry) === key) return entry
    }
  }

  #keyAt(entry: number): string {
    const start = entry + slotBytes
    return this.#file.toString('utf8', start, start + this.#file.readUInt32LE(entry))
  }
}

/** Little-endian numbers of four bytes; as they lie in the file, where the machine has the same order and they are aligned. */
function numbersOf(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, length } = bytes
  if (os.endianness() === 'LE' && byteOffset % numberBytes === 0)
    return new Uint32Array(buffer, byteOffset, length / numberBytes)
  return Uint32Array.from({ length: length / numberBytes }, (_, at) => bytes.readUInt32LE(at * numberBytes))
}

import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Taken } from './version-order.ts'

/**
 * The page journal: an append-only file from which a chronicle can always be made again. A page is reported as added
 * only after `append` has returned, that is when its bytes and what is known of it stand fsynced here.
 *
 * Layout: 8 bytes `LETOPIS1`, then frames: length of the payload (4 bytes, little endian), CRC-32 of the length and the
 * payload (4 bytes), payload (raw deflate of: length of the JSON head, 4 bytes; the head; the page's bytes).
 * A frame that a stop tore, and whatever follows it, is dropped when the journal is opened for writing.
 */
export type JournalRecord =
  | {
      readonly op: 'add'
      readonly id: string
      readonly page: Readonly<Record<string, unknown>>
      readonly bytes: Uint8Array
    }
  | { readonly op: 'remove'; readonly id: string }
  | { readonly op: 'again'; readonly id: string; readonly taken: Taken }
  | { readonly op: 'correct'; readonly id: string; readonly correction: Readonly<Record<string, unknown>> }

const MAGIC = Buffer.from('LETOPIS1', 'latin1')
const HEAD = 8
// One page is at most some hundred megabytes; a greater length can only be damage.
const LONGEST = 0x7fff_ffff

/** The bytes of one frame. */
export const frameOf = (record: JournalRecord): Buffer => {
  const { bytes, ...head } = record.op === 'add' ? record : { ...record, bytes: new Uint8Array() }
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  const payload = deflateRawSync(Buffer.concat([length, json, bytes]), { level: 1 })
  const frame = Buffer.alloc(HEAD + payload.length)
  frame.writeUInt32LE(payload.length, 0)
  payload.copy(frame, HEAD)
  frame.writeUInt32LE(checksum(frame), 4)
  return frame
}

const checksum = (frame: Buffer): number => crc32(frame.subarray(HEAD), crc32(frame.subarray(0, 4)))

const recordOf = (payload: Buffer): JournalRecord => {
  const plain = inflateRawSync(payload)
  const end = 4 + plain.readUInt32LE(0)
  const head = JSON.parse(plain.toString('utf8', 4, end)) as JournalRecord
  return head.op === 'add' ? { ...head, bytes: new Uint8Array(plain.subarray(end)) } : head
}

/** One whole frame and where it ends in the file. */
export interface JournalFrame {
  readonly record: JournalRecord
  readonly end: number
}

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/**
 * Whole frames from a position (0: the first) on, in order; ends before the first one that is torn or damaged.
 */
export async function* readFrames(file: FileHandle, from = 0): AsyncGenerator<JournalFrame> {
  const { size } = await file.stat()
  let position = Math.max(from, MAGIC.length)
  while (position + HEAD <= size) {
    const head = await readAt(file, position, HEAD)
    const length = head.readUInt32LE(0)
    if (length === 0 || length > LONGEST || position + HEAD + length > size) return
    const frame = Buffer.concat([head, await readAt(file, position + HEAD, length)])
    if (frame.length !== HEAD + length || checksum(frame) !== frame.readUInt32LE(4)) return
    position += frame.length
    yield { record: recordOf(frame.subarray(HEAD)), end: position }
  }
}

/** Ends of the whole frames without unpacking them: how far the file can be trusted. */
const wholeLength = async (file: FileHandle): Promise<number> => {
  const { size } = await file.stat()
  let position = MAGIC.length
  while (position + HEAD <= size) {
    const head = await readAt(file, position, HEAD)
    const length = head.readUInt32LE(0)
    if (length === 0 || length > LONGEST || position + HEAD + length > size) break
    const payload = await readAt(file, position + HEAD, length)
    if (payload.length !== length || crc32(payload, crc32(head.subarray(0, 4))) !== head.readUInt32LE(4)) break
    position += HEAD + length
  }
  return position
}

/** Makes a new file's or a renamed file's name itself durable; systems that cannot sync a folder need not. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => null)
  if (!handle) return
  await handle.sync().catch(() => {})
  await handle.close()
}

export class PageJournal {
  readonly #file: FileHandle
  #end: number
  /** Bytes at the end that a stop had torn and that were dropped on opening. */
  readonly torn: number

  private constructor(file: FileHandle, end: number, torn: number) {
    this.#file = file
    this.#end = end
    this.torn = torn
  }

  /**
   * Opens or makes the journal for its one writer. What a stop left torn at its end is dropped, and `torn` says how much.
   *
   * @param trusted a position that was read whole before: frames up to it are not checked again
   */
  static async open(path: string, trusted = 0): Promise<PageJournal> {
    const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return open(path, 'wx+')
    })
    try {
      return await PageJournal.#check(file, path, trusted)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  static async #check(file: FileHandle, path: string, trusted: number): Promise<PageJournal> {
    const { size } = await file.stat()
    const magic = await readAt(file, 0, MAGIC.length)
    if (size >= MAGIC.length && !magic.equals(MAGIC)) {
      throw Object.assign(new Error(`${path} is no page journal`), { code: 'NOT_A_JOURNAL' })
    }
    if (size < MAGIC.length) {
      await file.truncate(0)
      await file.write(MAGIC, 0, MAGIC.length, 0)
      await file.sync()
      await syncFolder(dirname(path))
      return new PageJournal(file, MAGIC.length, size)
    }
    const end = trusted === size ? size : await wholeLength(file)
    if (end < size) {
      await file.truncate(end)
      await file.sync()
    }
    return new PageJournal(file, end, size - end)
  }

  /** Position after the last whole frame. */
  get end(): number {
    return this.#end
  }

  get empty(): boolean {
    return this.#end === MAGIC.length
  }

  /**
   * Writes records and waits until they stand on the disk. When that fails (a full disk), nothing of them is kept: the
   * file is cut back to what it was.
   */
  async append(records: readonly JournalRecord[]): Promise<void> {
    if (records.length === 0) return
    const bytes = Buffer.concat(records.map(frameOf))
    try {
      let written = 0
      while (written < bytes.length) {
        const result = await this.#file.write(bytes, written, bytes.length - written, this.#end + written)
        written += result.bytesWritten
      }
      await this.#file.datasync()
    } catch (error) {
      await this.#file.truncate(this.#end).catch(() => {})
      throw error
    }
    this.#end += bytes.length
  }

  read(from = 0): AsyncGenerator<JournalFrame> {
    return readFrames(this.#file, from)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

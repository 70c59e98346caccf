import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'

/**
 * What joining knows, kept beside a chronicle so that the next process need not join everything anew. It is never needed:
 * what is torn, damaged, of other rules or of a database that is no more is left aside.
 *
 * Layout: 8 bytes `LETOJOI1`, then frames: length of the payload (4 bytes, little endian), CRC-32 of the payload (4 bytes),
 * payload (V8's serialization). The first is the head, the last one says how many there were. It is written under another
 * name and then renamed.
 */
export interface JoiningHead {
  /** The rules by which it was joined. */
  readonly rules: string
  /** The making of the database, and its count of writings when the chronicle of this was written; null where unknown. */
  readonly epoch: string
  readonly written: string | null
  /** The articles that are joined, with the mark of the reading of each. */
  readonly known: readonly (readonly [id: string, mark: string])[]
}

/** Begins to take up what was kept: it is given part after part. */
export type JoiningBegin<T> = () => { take(part: never): void; done(): T }

/** What was kept, taken up. */
export interface KeptJoining<T> {
  readonly head: JoiningHead
  readonly joiner: T
}

const MAGIC = Buffer.from('LETOJOI1', 'latin1')
const FRAME = 8
const MOST = 0x7fff_ffff

const put = async (file: FileHandle, payload: Buffer): Promise<void> => {
  const head = Buffer.alloc(FRAME)
  head.writeUInt32LE(payload.length, 0)
  head.writeUInt32LE(crc32(payload), 4)
  await file.writev([head, payload])
}

/** Writes what joining knows; what stood there before stays until all of it is written. */
export const writeJoining = async (path: string, head: JoiningHead, parts: Iterable<unknown>): Promise<void> => {
  const fresh = `${path}.new`
  const file = await open(fresh, 'w')
  try {
    await file.write(MAGIC)
    await put(file, serialize(head))
    let count = 0
    for (const part of parts) {
      await put(file, serialize(part))
      count++
    }
    await put(file, serialize({ end: count }))
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(fresh, path)
}

const readAt = async (file: FileHandle, length: number, position: number): Promise<Buffer> => {
  const buffer = Buffer.allocUnsafe(length)
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) throw new Error('the file ended early')
    filled += bytesRead
  }
  return buffer
}

async function* framesIn(file: FileHandle): AsyncGenerator<unknown> {
  const { size } = await file.stat()
  if (!(await readAt(file, MAGIC.length, 0)).equals(MAGIC)) throw new Error('no such file')
  for (let position = MAGIC.length; position < size; ) {
    const head = await readAt(file, FRAME, position)
    const length = head.readUInt32LE(0)
    if (length > MOST || position + FRAME + length > size) throw new Error('torn')
    const payload = await readAt(file, length, position + FRAME)
    if (crc32(payload) !== head.readUInt32LE(4)) throw new Error('damaged')
    position += FRAME + length
    yield deserialize(payload)
  }
}

/** Reads what was kept, part by part, if its head is one that `fits`; null when there is nothing that can be taken up. */
export const readJoining = async <T>(
  path: string,
  fits: (head: JoiningHead) => boolean,
  begin: JoiningBegin<T>,
): Promise<KeptJoining<T> | null> => {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  try {
    const frames = framesIn(file)
    const head = (await frames.next()).value as JoiningHead
    if (!fits(head)) return null
    const { take, done } = begin()
    let count = 0
    for await (const frame of frames) {
      if ((frame as { end?: number }).end === count) return { head, joiner: done() }
      take(frame as never)
      count++
    }
    return null
  } catch {
    return null
  } finally {
    await file.close()
  }
}

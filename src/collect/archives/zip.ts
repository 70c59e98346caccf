import { Readable } from 'node:stream'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import { failure, type Problem } from '../../core/index.ts'
import { isAsset, readName } from '../format.ts'
import type { Limits } from '../limits.ts'
import { isObject, metaOf } from '../meta.ts'
import type { Page, PageMeta } from '../page.ts'
import { fileProblem, readAll, TooLarge } from '../source.ts'

const MOST_ENTRIES = 200_000

/** A file of an archive that can be read: its name inside, and its bytes. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: () => AsyncIterable<Uint8Array>
  /** What a sidecar beside it in the archive says. */
  readonly meta: PageMeta
}

const opened = (source: string | Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
    const done = (error: Error | null, zip: ZipFile): void => (error ? reject(error) : resolve(zip))
    if (typeof source === 'string') open(source, options, done)
    else fromBuffer(source, options, done)
  })

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MOST_ENTRIES) reject(new Error(`more than ${MOST_ENTRIES} files`))
      else zip.readEntry()
    })
    zip.readEntry()
  })

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })

/** The bytes of an entry; one that unpacks to far more than its own size is stopped, whatever its header says. */
async function* entryBytes(zip: ZipFile, entry: Entry, limits: Limits): AsyncGenerator<Uint8Array> {
  const most = Math.max(limits.unpackedFree, entry.compressedSize * limits.unpackRatio)
  if (entry.uncompressedSize > most) throw new TooLarge(entry.uncompressedSize, most)
  let size = 0
  for await (const chunk of Readable.from(await streamOf(zip, entry)) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) throw new TooLarge(size, most)
    yield chunk
  }
}

const hidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/** Frames and the like that a browser saved beside a page, in a folder of its name. */
const belongsToPage = (name: string, all: ReadonlyMap<string, Entry>): boolean => {
  const page = /^(.*?)(?:_files|\.files)\//.exec(name)?.[1]
  return page !== undefined && (all.has(`${page}.html`) || all.has(`${page}.htm`))
}

const SIDECAR = 1_000_000

const sidecarOf = async (zip: ZipFile, entry: Entry | undefined, limits: Limits): Promise<PageMeta> => {
  if (entry === undefined || entry.uncompressedSize > SIDECAR) return {}
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await readAll(entryBytes(zip, entry, limits), SIDECAR)))
    return isObject(value) ? metaOf(value) : {}
  } catch {
    // A broken sidecar says nothing; its page is read without it.
    return {}
  }
}

/**
 * The files of a zip archive by name, hidden ones left out. Names that lead out of the archive, encrypted files and more
 * than 200,000 of them give a problem; nothing is ever written to disk.
 */
export async function* readZip(
  source: string | Buffer,
  input: string,
  limits: Limits,
  read: (entry: ZipEntry) => AsyncIterable<Page | Problem>,
): AsyncGenerator<Page | Problem> {
  let zip: ZipFile | undefined
  try {
    zip = await opened(source)
    const all = (await entriesOf(zip)).sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
    const byName = new Map(all.map((entry) => [entry.fileName, entry]))
    const shared = new Map<string, number>()
    let unpacked = 0
    let packed = 0
    for (const entry of all) {
      const name = entry.fileName
      if (name.endsWith('/') || hidden(name) || isAsset(name) || readName(name).sidecar) continue
      if (belongsToPage(name, byName)) continue
      if (entry.isEncrypted()) {
        yield failure('archive-locked', `${input}#${name}`)
        continue
      }
      // Entries that overlap in the file are how small archives unpack to petabytes.
      const at = entry.relativeOffsetOfLocalHeader
      shared.set(String(at), (shared.get(String(at)) ?? 0) + 1)
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      const most = Math.max(limits.unpackedFree * 16, packed * limits.unpackRatio)
      if (shared.get(String(at))! > 1 || unpacked > most) {
        yield failure('too-large', input, { bytes: unpacked, limit: most })
        return
      }
      const meta = await sidecarOf(zip, byName.get(`${readName(name).stem}.meta.json`), limits)
      const file = zip
      yield* read({ name, bytes: () => entryBytes(file, entry, limits), meta })
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (error instanceof TooLarge) yield fileProblem(error, input)
    else if (/absolute path|relative path|invalid characters/i.test(words))
      yield failure('archive-escape', input, { words })
    else yield failure('bad-archive', input, { what: 'ZIP', words: words.slice(0, 200) })
  } finally {
    zip?.close()
  }
}

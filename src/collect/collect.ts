import { stat } from 'node:fs/promises'
import { decode, failure, type Problem, warning } from '../core/index.ts'
import { binaryKind, type Format, guessFormat, readName } from './format.ts'
import { type CollectOptions, DEFAULT_LIMITS, type Limits } from './limits.ts'
import type { NetworkOptions } from './network/options.ts'
import type { FilePage, Page, PageMeta } from './page.ts'
import { peek, readRecords } from './records.ts'
import { fileBytes, fileProblem, rawBytes, readAll, readSidecar, unpack } from './source.ts'
import { walk } from './walk.ts'

const STDIN = '-'

/** Bytes of a page become the page unless they are none: empty, or no text. */
const pageOf = (bytes: Uint8Array, input: string, format: 'html' | 'text', meta: PageMeta): FilePage | Problem => {
  if (bytes.length === 0) return failure('empty', input)
  const binary = binaryKind(bytes)
  if (binary !== null) return failure('binary', input, { found: binary })
  return { kind: 'file-page', input, format, bytes, meta }
}

/** Whether an input is an address and no path; what cannot be asked (ftp://) is told of as such. */
const isAddress = (input: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(input)

/** The network's own code is loaded only by who asks it. */
async function* fromAddresses(
  addresses: readonly string[],
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  const { gatherPages } = await import('./online/addresses.ts')
  const tasks = addresses.map((address) => ({ address, from: 'person' as const }))
  yield* gatherPages(tasks, options.network ?? {}, limits)
}

async function* fromList(
  bytes: Uint8Array,
  input: string,
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  const [{ readSavedList }, { gatherPages }] = await Promise.all([
    import('./online/lists.ts'),
    import('./online/addresses.ts'),
  ])
  const { pages, tasks, problem } = readSavedList(bytes, input, limits)
  if (problem !== null) yield problem
  yield* pages
  if (tasks.length > 0) yield* gatherPages(tasks, options.network ?? {}, limits)
}

/** Exports of other programs are one JSON document each: it is held whole, up to this size. */
const EXPORT_BYTES = 300_000_000

async function* fromExport(bytes: Uint8Array, input: string, options: CollectOptions, limits: Limits) {
  const { readExport } = await import('./archives/exports.ts')
  let found: ReturnType<typeof readExport>
  try {
    found = readExport(JSON.parse(decode(bytes).text), input)
  } catch (error) {
    yield failure('not-json', input, { reason: (error as Error).message.slice(0, 200) })
    return
  }
  yield* found?.pages ?? []
  if (found?.links.length) yield* fromAddresses(found.links, options, limits)
  if (!found?.pages.length && !found?.links.length) yield warning('no-records', input)
}

async function* fromRecords(
  chunks: AsyncIterable<Uint8Array>,
  input: string,
  meta: PageMeta,
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  const { head, all } = await peek(chunks)
  const binary = head.length === 0 ? null : binaryKind(head)
  const { looksLikeExport } = await import('./archives/exports.ts')
  if (head.length === 0) yield failure('empty', input)
  else if (binary !== null) yield failure('binary', input, { found: binary })
  else if (looksLikeExport(decode(head).text))
    yield* fromExport(await readAll(all, EXPORT_BYTES), input, options, limits)
  else yield* readRecords(all, input, meta, limits)
  await all.return(undefined)
}

async function* fromWarc(chunks: AsyncIterable<Uint8Array>, input: string, limits: Limits) {
  const { readWarc } = await import('./archives/warc.ts')
  yield* readWarc(chunks, input, limits)
}

async function* fromZip(
  source: string | Buffer,
  input: string,
  format: 'zip' | 'wacz',
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  const { readZip } = await import('./archives/zip.ts')
  yield* readZip(source, input, limits, async function* ({ name, bytes, meta }): AsyncGenerator<Page | Problem> {
    const { format: inside, gzipped } = readName(name)
    if (format === 'wacz' && inside !== 'warc') return
    const at = `${input}#${name}`
    // An archive in an archive is how bombs are built.
    if (inside === null || inside === 'zip' || inside === 'wacz') {
      yield warning('unknown-format', at)
      return
    }
    try {
      const open = gzipped && inside !== 'warc' ? unpack(bytes(), limits) : bytes()
      yield* fromBytes(open, at, inside, meta, options, limits)
    } catch (error) {
      yield fileProblem(error, at)
    }
  })
}

async function* fromBytes(
  chunks: AsyncIterable<Uint8Array>,
  input: string,
  format: Format,
  meta: PageMeta,
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  switch (format) {
    case 'records':
      yield* fromRecords(chunks, input, meta, options, limits)
      return
    case 'warc':
      yield* fromWarc(chunks, input, limits)
      return
    case 'list':
      yield* fromList(await readAll(chunks, limits.pageBytes), input, options, limits)
      return
    case 'zip':
    case 'wacz':
      yield* fromZip(Buffer.from(await readAll(chunks, limits.unpackedFree)), input, format, options, limits)
      return
    case 'mhtml':
    case 'eml':
    case 'pdf': {
      const bytes = await readAll(chunks, limits.documentBytes)
      if (bytes.length === 0) yield failure('empty', input)
      else if (format === 'pdf') yield await (await import('./archives/pdf.ts')).readPdf(bytes, input, meta)
      else yield withMeta(await (await import('./archives/mail.ts')).readMail(bytes, input, format), meta)
      return
    }
    default:
      yield pageOf(await readAll(chunks, limits.pageBytes), input, format, meta)
  }
}

const withMeta = (page: Page | Problem, meta: PageMeta): Page | Problem =>
  page.kind === 'problem' ? page : { ...page, meta: { ...page.meta, ...meta } }

async function* fromFile(path: string, options: CollectOptions, limits: Limits): AsyncGenerator<Page | Problem> {
  const { format, gzipped, sidecar } = readName(path)
  if (sidecar) return
  if (format === null) {
    yield failure('unknown-format', path)
    return
  }
  try {
    const { size } = await stat(path)
    if (format === 'zip' || format === 'wacz' || format === 'warc') {
      if (size === 0) yield failure('empty', path)
      else if (format === 'warc') yield* fromWarc(rawBytes(path), path, limits)
      else yield* fromZip(path, path, format, options, limits)
      return
    }
    const limit = format === 'html' || format === 'text' || format === 'list' ? limits.pageBytes : limits.documentBytes
    if (format !== 'records' && !gzipped && size > limit) {
      yield failure('too-large', path, { bytes: size, limit })
      return
    }
    const { meta, problem } = await readSidecar(path)
    if (problem) yield problem
    yield* fromBytes(fileBytes(path, limits), path, format, meta, options, limits)
  } catch (error) {
    yield fileProblem(error, path)
  }
}

async function* fromStdin(options: CollectOptions, limits: Limits): AsyncGenerator<Page | Problem> {
  const stdin: AsyncIterable<Uint8Array> = options.stdin ?? process.stdin
  try {
    const { head, all } = await peek(stdin)
    yield* fromBytes(all, STDIN, guessFormat(decode(head).text), {}, options, limits)
  } catch (error) {
    yield fileProblem(error, STDIN)
  }
}

/**
 * The pages that addresses of articles, feeds, sitemaps, lists of subscriptions and front pages lead to; anything that is
 * no http address gives `bad-address`, so that words from outside never open a file.
 *
 * @example for await (const page of collectAddresses(['https://example.org/rss'], { mostPages: 50 })) …
 */
export const collectAddresses = (
  addresses: readonly string[],
  network: NetworkOptions = {},
): AsyncGenerator<Page | Problem> => fromAddresses(addresses, { network }, DEFAULT_LIMITS)

/**
 * The pages of a file that came by another way than the disk (a browser sent it), told by its name like one of a folder, within the
 * same limits; a zip is held whole, so it may have 64 MB. Problems as of `collectPages`.
 *
 * @example for await (const page of collectFile('kept.warc.gz', request.body)) …
 */
export async function* collectFile(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  network: NetworkOptions = {},
): AsyncGenerator<Page | Problem> {
  const { format, gzipped } = readName(name)
  if (format === null) {
    yield failure('unknown-format', name)
    return
  }
  try {
    const open = gzipped && format !== 'warc' ? unpack(bytes, DEFAULT_LIMITS) : bytes
    yield* fromBytes(open, name, format, {}, { network }, DEFAULT_LIMITS)
  } catch (error) {
    yield fileProblem(error, name)
  }
}

/**
 * Reads pages from files, folders (with all folders inside, by name), standard input (`-`) and addresses, one after another and in
 * constant memory: at most one page or record is held. Nothing throws: what cannot be read comes as a problem in its
 * place, and reading goes on. Formats are told by name (pages: `.html .htm .txt`; records and exports: `.ndjson .jsonl .json`;
 * lists: `.opml .rss .atom .xml`; archives: `.warc .wacz .zip .mhtml .eml .pdf`; each also `.gz`), those of
 * standard input by their beginning. `NAME.meta.json` beside a page says what the page does not.
 *
 * Problems: `missing`, `no-permission`, `unreadable`, `empty`, `binary`, `unknown-format`, `too-large`, `bad-gzip`,
 * `not-json`, `not-a-record`, `no-text`, `no-records`, `bad-sidecar`, `sidecar-without-page`, `folder-loop`, `bad-archive`, `archive-locked`, `archive-escape`, `pdf-locked`, `pdf-no-text`, `too-long`,
 * and those of the network (`Fetcher.get`, `Gathering`).
 *
 * @example for await (const page of collectPages(['pages/', '-'])) if (page.kind !== 'problem') readPage(page)
 */
export async function* collectPages(
  inputs: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Page | Problem> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const addresses = inputs.filter(isAddress)
  for (const input of inputs) {
    // All addresses are asked where the first one stands: their hosts are read from side by side.
    if (isAddress(input)) {
      if (input === addresses[0]) yield* fromAddresses(addresses, options, limits)
      continue
    }
    if (input === STDIN) {
      yield* fromStdin(options, limits)
      continue
    }
    for await (const found of walk(input)) {
      if (found.kind === 'problem') yield found
      else yield* fromFile(found.path, options, limits)
    }
  }
}

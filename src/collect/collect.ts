import { stat } from 'node:fs/promises'
import { decode, failure, type Problem } from '../core/index.ts'
import { binaryKind, type Format, guessFormat, readName } from './format.ts'
import { type CollectOptions, DEFAULT_LIMITS, type Limits } from './limits.ts'
import type { NetworkOptions } from './network/options.ts'
import type { FilePage, Page, PageMeta } from './page.ts'
import { peek, readRecords } from './records.ts'
import { fileBytes, fileProblem, readAll, readSidecar } from './source.ts'
import { walk } from './walk.ts'

const STDIN = '-'

/** Bytes of a page become the page unless they are none: empty, or no text. */
const pageOf = (bytes: Uint8Array, input: string, format: 'html' | 'text', meta: PageMeta): FilePage | Problem => {
  if (bytes.length === 0) return failure('empty', input)
  const binary = binaryKind(bytes)
  if (binary !== null) return failure('binary', input, { found: binary })
  return { kind: 'file-page', input, format, bytes, meta }
}

/** Whether an input is an address to be asked and no path. */
const isAddress = (input: string): boolean => /^https?:\/\//i.test(input)

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

async function* fromBytes(
  chunks: AsyncIterable<Uint8Array>,
  input: string,
  format: Format,
  meta: PageMeta,
  options: CollectOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  if (format === 'list') {
    yield* fromList(await readAll(chunks, limits.pageBytes), input, options, limits)
    return
  }
  if (format !== 'records') {
    yield pageOf(await readAll(chunks, limits.pageBytes), input, format, meta)
    return
  }
  const { head, all } = await peek(chunks)
  const binary = head.length === 0 ? null : binaryKind(head)
  if (head.length === 0) yield failure('empty', input)
  else if (binary !== null) yield failure('binary', input, { found: binary })
  else yield* readRecords(all, input, meta, limits)
  await all.return(undefined)
}

async function* fromFile(path: string, options: CollectOptions, limits: Limits): AsyncGenerator<Page | Problem> {
  const { format, gzipped, sidecar } = readName(path)
  if (sidecar) return
  if (format === null) {
    yield failure('unknown-format', path)
    return
  }
  try {
    const { size } = await stat(path)
    if (format !== 'records' && !gzipped && size > limits.pageBytes) {
      yield failure('too-large', path, { bytes: size, limit: limits.pageBytes })
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
 * Reads pages from files, folders (with all folders inside, by name), standard input (`-`) and addresses, one after another and in
 * constant memory: at most one page or record is held. Nothing throws: what cannot be read comes as a problem in its
 * place, and reading goes on. Formats are told by name (`.html .htm .txt .ndjson .jsonl .json`, each also `.gz`), those of
 * standard input by their beginning. `NAME.meta.json` beside a page says what the page does not.
 *
 * Problems: `missing`, `no-permission`, `unreadable`, `empty`, `binary`, `unknown-format`, `too-large`, `bad-gzip`,
 * `not-json`, `not-a-record`, `no-text`, `no-records`, `bad-sidecar`, `sidecar-without-page`, `folder-loop`.
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

import { stat } from 'node:fs/promises'
import { decode, failure, type Problem } from '../core/index.ts'
import { binaryKind, type Format, guessFormat, readName } from './format.ts'
import { type CollectOptions, DEFAULT_LIMITS, type Limits } from './limits.ts'
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

async function* fromBytes(
  chunks: AsyncIterable<Uint8Array>,
  input: string,
  format: Format,
  meta: PageMeta,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
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

async function* fromFile(path: string, limits: Limits): AsyncGenerator<Page | Problem> {
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
    yield* fromBytes(fileBytes(path, limits), path, format, meta, limits)
  } catch (error) {
    yield fileProblem(error, path)
  }
}

async function* fromStdin(options: CollectOptions, limits: Limits): AsyncGenerator<Page | Problem> {
  const stdin: AsyncIterable<Uint8Array> = options.stdin ?? process.stdin
  try {
    const { head, all } = await peek(stdin)
    yield* fromBytes(all, STDIN, guessFormat(decode(head).text), {}, limits)
  } catch (error) {
    yield fileProblem(error, STDIN)
  }
}

/**
 * Reads pages from files, folders (with all folders inside, by name) and standard input (`-`), one after another and in
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
  for (const input of inputs) {
    if (input === STDIN) {
      yield* fromStdin(options, limits)
      continue
    }
    for await (const found of walk(input)) {
      if (found.kind === 'problem') yield found
      else yield* fromFile(found.path, limits)
    }
  }
}

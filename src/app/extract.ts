import { availableParallelism } from 'node:os'
import type { Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import { readRussianData } from './reading/language-data.ts'
import { ReaderPool } from './reading/pool.ts'
import { type ReadResult, readPages } from './reading/read-pages.ts'

export interface ExtractOptions {
  /** Worker threads; as many as the machine has cores when absent. */
  readonly workers?: number
  /** After it no further page is taken; those in hand are finished. */
  readonly signal?: AbortSignal
}

/**
 * Reads pages and gives the facts of each, in the order of the pages, storing nothing, in constant memory. A page that
 * cannot be read gives the problem in its place.
 *
 * @example for await (const { outcome } of extract(collectPages(['page.html']))) if (outcome.kind === 'read') console.log(outcome.json)
 */
export async function* extract(
  pages: AsyncIterable<Page | Problem>,
  { workers, signal }: ExtractOptions = {},
): AsyncGenerator<ReadResult> {
  const pool = new ReaderPool(readRussianData(), workers ?? availableParallelism())
  try {
    yield* readPages(pages, pool, signal)
  } finally {
    await pool.close()
  }
}

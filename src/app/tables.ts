import type { Chronicle } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { ChronicleRecords, RecordTable, Store } from '../store/index.ts'

/**
 * A chronicle as tables that are read one record after another, so that a large one need not stand in memory. Entries
 * come by date, undated last; the rest by id; statements by article and index.
 */
export interface ChronicleTables {
  records<T extends RecordTable>(table: T): AsyncIterable<ChronicleRecords[T]>
  /** Facts of all articles with their texts, by id; `parts` may be left out. */
  facts(): AsyncIterable<ArticleFacts>
  /** Everything but the facts at once: for what can only be told from all records together. */
  whole(): Promise<Chronicle>
}

type ReadFacts = (id: string) => Promise<ArticleFacts | null>

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/**
 * The tables of a chronicle that stands in memory.
 *
 * @param readFacts gives an article's facts, from wherever they are kept
 * @example for await (const entry of tablesOf(chronicle).records('entries')) console.log(entry.title)
 */
export const tablesOf = (chronicle: Chronicle, readFacts: ReadFacts = async () => null): ChronicleTables => ({
  records: <T extends RecordTable>(table: T) => each(chronicle[table] as readonly ChronicleRecords[T][]),
  async *facts() {
    for (const { id } of chronicle.articles) {
      const facts = await readFacts(id)
      if (facts) yield facts
    }
  },
  whole: async () => chronicle,
})

/** The tables of a stored chronicle as it was made, without what people decided about it. */
export const storedTables = (store: Store): ChronicleTables => ({
  records: (table) => store.records(table),
  facts: () => store.facts(),
  whole: () => store.chronicle(),
})

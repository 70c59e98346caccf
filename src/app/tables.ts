import type { Article } from '../article/index.ts'
import type { Chronicle } from '../chronicle/index.ts'
import { each } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { type Analysis, loadRussian } from '../language/index.ts'
import type { ChronicleRecords, RecordTable, Store } from '../store/index.ts'
import type { PublisherOf } from './publishers.ts'
import { readRussianData } from './reading/language-data.ts'

/**
 * A chronicle as tables that are read one record after another, so that a large one need not stand in memory. Entries
 * come by date, undated last; the rest by id; statements by article and index.
 */
export interface ChronicleTables {
  records<T extends RecordTable>(table: T): AsyncIterable<ChronicleRecords[T]>
  /** Facts of all articles with their texts, by id; `parts` may be left out. */
  facts(): AsyncIterable<ArticleFacts>
  /** Sentences and words of all articles, read again from their texts. */
  analyses(): AsyncIterable<Analysis>
  /** Everything but the facts at once: for what can only be told from all records together. */
  whole(): Promise<Chronicle>
  /** What the register knows of an article's outlet. */
  readonly publisher?: PublisherOf
  /** Where set, of what is told from all records together (pairs, documents) only those with these ids are meant. */
  readonly among?: ReadonlySet<string>
}

type ReadFacts = (id: string) => Promise<ArticleFacts | null>

const articleOf = (facts: ArticleFacts): Article => ({
  ...facts,
  kind: 'article',
  datelines: facts.parts.flatMap(({ kind, start, end }) =>
    kind === 'dateline' && start !== undefined && end !== undefined ? [{ start, end }] : [],
  ),
})

async function* analysesOf(articles: AsyncIterable<ArticleFacts>): AsyncGenerator<Analysis> {
  const russian = loadRussian(await readRussianData())
  for await (const facts of articles) yield russian.analyze(articleOf(facts))
}

async function* factsOf(
  articles: AsyncIterable<{ readonly id: string }>,
  read: ReadFacts,
): AsyncGenerator<ArticleFacts> {
  for await (const { id } of articles) {
    const facts = await read(id)
    if (facts) yield facts
  }
}

/**
 * The tables of a chronicle that stands in memory.
 *
 * @param readFacts gives an article's facts, from wherever they are kept
 * @example for await (const entry of tablesOf(chronicle).records('entries')) console.log(entry.title)
 */
export const tablesOf = (chronicle: Chronicle, readFacts: ReadFacts = async () => null): ChronicleTables => ({
  records: <T extends RecordTable>(table: T) => each(chronicle[table] as readonly ChronicleRecords[T][]),
  facts: () => factsOf(each(chronicle.articles), readFacts),
  analyses: () => analysesOf(factsOf(each(chronicle.articles), readFacts)),
  whole: async () => chronicle,
})

/**
 * Tables that somebody else reads: records and facts as they come, articles one by one for what wants their parts too.
 */
export const tablesThrough = (
  { records, facts, whole }: Pick<ChronicleTables, 'records' | 'facts' | 'whole'>,
  readFacts: ReadFacts,
): ChronicleTables => ({
  records,
  facts,
  analyses: () => analysesOf(factsOf(records('articles'), readFacts)),
  whole,
})

/** The tables of a stored chronicle as it was made, without what people decided about it. */
export const storedTables = (store: Store): ChronicleTables =>
  tablesThrough(
    {
      records: (table) => store.records(table),
      facts: () => store.facts(),
      whole: () => store.chronicle(),
    },
    (id) => store.article(id),
  )

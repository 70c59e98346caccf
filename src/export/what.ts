import type { ChronicleTables, Publisher } from '../app/index.ts'
import {
  type ChronicleArticle,
  type ChronicleStatement,
  type Disagreement,
  type DocumentRecord,
  type Dyad,
  documentsOf,
  type Entry,
  findDyads,
  type Identity,
  type Story,
} from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'

/** A disagreement with the entry that it stands on. */
export interface EntryDisagreement extends Disagreement {
  readonly entry: Entry
}

/** An article with what the register of outlets knows of its outlet. */
export interface PublishedArticle extends ChronicleArticle {
  readonly publisher?: Publisher | null
}

/** What of a chronicle can be exported, and what one item of it is. */
export interface Exported {
  readonly entries: Entry
  readonly articles: PublishedArticle
  readonly identities: Identity
  readonly stories: Story
  readonly disagreements: EntryDisagreement
  readonly statements: ChronicleStatement
  readonly dyads: Dyad
  readonly documents: DocumentRecord
  readonly facts: ArticleFacts
}

/** `letopis export --what …`. */
export const WHATS = [
  'entries',
  'articles',
  'identities',
  'stories',
  'disagreements',
  'statements',
  'dyads',
  'documents',
  'facts',
] as const satisfies readonly (keyof Exported)[]
export type What = keyof Exported

async function* disagreements(tables: ChronicleTables): AsyncGenerator<EntryDisagreement> {
  for await (const entry of tables.records('entries'))
    for (const disagreement of entry.disagreements) yield { ...disagreement, entry }
}

async function* articles({ records, publisher }: ChronicleTables): AsyncGenerator<PublishedArticle> {
  for await (const article of records('articles'))
    yield publisher ? { ...article, publisher: publisher(article.outlet, article.url) } : article
}

// Pairs and documents can only be told from all entries together.
async function* dyads(tables: ChronicleTables): AsyncGenerator<Dyad> {
  for (const dyad of findDyads(await tables.whole(), 'states')) if (tables.among?.has(dyad.id) ?? true) yield dyad
}

async function* documents(tables: ChronicleTables): AsyncGenerator<DocumentRecord> {
  for (const document of documentsOf(await tables.whole()))
    if (tables.among?.has(document.identity) ?? true) yield document
}

const ITEMS: { readonly [W in What]: (tables: ChronicleTables) => AsyncIterable<Exported[W]> } = {
  entries: (tables) => tables.records('entries'),
  articles,
  identities: (tables) => tables.records('identities'),
  stories: (tables) => tables.records('stories'),
  disagreements,
  statements: (tables) => tables.records('statements'),
  dyads,
  documents,
  facts: (tables) => tables.facts(),
}

/** The items of one sort, one after another, in the chronicle's order; disagreements in that of their entries, pairs of states the busiest first. */
export const itemsOf = <W extends What>(tables: ChronicleTables, what: W): AsyncIterable<Exported[W]> =>
  ITEMS[what](tables)

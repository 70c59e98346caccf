import type { Generated } from 'kysely'

/** Tables as the numbered migrations make them; docs/architecture.md says what each is for. Columns of JSON are read parsed. */
export interface Tables {
  readonly meta: { key: string; value: string }
  readonly pages: { id: string; number: Generated<number>; record: string; bytes: Uint8Array }
  readonly corrections: { number: Generated<number>; id: string; record: string }
  readonly queue: {
    number: Generated<string>
    page: string
    input: string
    record: string
    bytes: Uint8Array
    problem: string | null
  }
  readonly articles: {
    id: string
    content: string
    key: string
    current: boolean
    page: string
    rank: string
    input: string
    url: string | null
    outlet: string | null
    language: string
    headline: string | null
    published: string | null
    published_day: number | null
    updated: string | null
    fetched: string | null
    body: string
    parts: string
    facts: string
  }
  readonly entries: { id: string; hash: string; sort_day: number | null; record: string }
  readonly identities: { id: string; hash: string; record: string }
  readonly statements: { article: string; n: number; hash: string; record: string }
  readonly joining: { part: number; piece: number; bytes: Uint8Array }
  readonly changes: { what: string; id: string; hash: string; seq: string; gone: boolean }
  readonly stories: { id: string; hash: string; record: string }
  readonly chronicle_articles: { id: string; hash: string; record: string }
}

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
  readonly entries: {
    id: string
    hash: string
    kind: string
    status: string
    date: string | null
    dated: boolean
    first_day: number | null
    last_day: number | null
    sort_day: number | null
    disputes: number
    framings: number
    origins: number
    part_of: string | null
    story: string | null
    line: string
    record: string
    words: string
    search: Generated<string>
  }
  readonly entry_aliases: { alias: string; entry: string }
  readonly entry_participants: {
    entry: string
    n: number
    identity: string
    name: string
    name_en: string
    type: string
  }
  readonly entry_outlets: { entry: string; outlet: string }
  readonly evidence: { entry: string; n: number; article: string; event: number }
  readonly identities: {
    id: string
    hash: string
    type: string
    name: string
    name_en: string
    names: string
    articles: number
    entries: number
    record: string
  }
  readonly statements: {
    article: string
    n: number
    hash: string
    speaker: string | null
    speaker_name: string | null
    stance: string
    outlet: string
    published: string | null
    published_day: number | null
    record: string
    words: string
    search: Generated<string>
  }
  readonly changes: { what: string; id: string; hash: string; seq: string; gone: boolean }
  readonly stories: { id: string; hash: string; record: string }
  readonly chronicle_articles: {
    id: string
    hash: string
    outlet: string
    published: string | null
    published_day: number | null
    reprint_of: string | null
    share: number | null
    story: string | null
    record: string
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readPage } from '../../src/article/index.ts'
import type { PageMeta } from '../../src/collect/index.ts'
import type { EventKind, StatementFact, Status, TimeFact } from '../../src/facts/facts.ts'

import { findStatements } from '../../src/facts/statements/find-statements.ts'

import { findTimes } from '../../src/facts/times/find-times.ts'
import { type Analysis, type Language, loadRussian } from '../../src/language/index.ts'

/** An event as annotators wrote it, with the span of its trigger in the article's text. */
export interface GoldEvent {
  readonly kind: EventKind
  readonly kinds: readonly string[]
  readonly statuses: readonly Status[]
  readonly participants: readonly string[]
  readonly dates: readonly (string | null)[]
  readonly places: readonly (string | null)[]
  readonly optional: boolean
  readonly start: number
  readonly end: number
}

/** One annotated page, analysed. */
export interface GoldPage {
  readonly id: string
  readonly analysis: Analysis
  readonly times: readonly TimeFact[]
  readonly statements: readonly StatementFact[]
  readonly events: readonly GoldEvent[]
}

const locate = (text: string, quote: string, nth: number): number => {
  const pattern = new RegExp(quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gu')
  for (let i = 1; ; i++) {
    const match = pattern.exec(text)
    if (!match || i === nth) return match?.index ?? -1
  }
}

// biome-ignore lint/suspicious/noExplicitAny: gold files are outside data, read as they are
const goldEvent = (text: string, event: any): GoldEvent | null => {
  const at = locate(text, event.sentence, event.nth ?? 1)
  const inner = event.sentence.indexOf(event.trigger)
  if (at < 0 || inner < 0) return null
  const all = (field: string) => [event[field], ...[event[`${field}_alt`] ?? []].flat()]
  return {
    kind: event.kind,
    kinds: all('kind'),
    statuses: all('status'),
    participants: event.participants,
    dates: all('date'),
    places: all('place'),
    optional: event.optional === true,
    start: at + inner,
    end: at + inner + event.trigger.length,
  }
}

/** Opens the language from the project's own data folder. */
export const openLanguage = (data: string): Language => {
  const bytes = (name: string) =>
    existsSync(join(data, name)) ? new Uint8Array(readFileSync(join(data, name))) : undefined
  const files: Record<string, Uint8Array> = {}
  for (const file of readdirSync(data)) if (file.endsWith('.bin')) files[file.replace('.bin', '')] = bytes(file)!
  return loadRussian(files as unknown as Parameters<typeof loadRussian>[0])
}

const analysed = (
  language: Language,
  id: string,
  text: string,
  meta: PageMeta,
  dump: string | null,
): Analysis | null => {
  const page = dump
    ? ({ kind: 'file-page', input: dump, format: 'text', bytes: new Uint8Array(readFileSync(dump)), meta } as const)
    : ({ kind: 'record-page', input: id, text, meta } as const)
  const read = readPage(page)
  return 'article' in read ? language.analyze(read.article) : null
}

/** Every annotated page of a folder of gold files: records of `articles.ndjson`, dumps of the folder beside it for the rest. */
export const readGold = (gold: string, seeds: string, language: Language): GoldPage[] => {
  const records = new Map<string, { text: string; meta: PageMeta }>()
  for (const line of readFileSync(join(gold, 'articles.ndjson'), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const { text, ...rest } = JSON.parse(line)
    const meta = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'string')) as PageMeta
    records.set(String(rest.id).replace(/[:/]/g, '_'), { text, meta })
  }
  const pages: GoldPage[] = []
  for (const file of readdirSync(gold).sort()) {
    if (!file.endsWith('.json') || file.includes('.chronicle.')) continue
    const id = basename(file, '.json')
    const record = records.get(id)
    const dump = record ? null : join(seeds, `${id}.txt`)
    const sidecar = join(seeds, `${id}.meta.json`)
    const meta = record?.meta ?? (existsSync(sidecar) ? (JSON.parse(readFileSync(sidecar, 'utf8')) as PageMeta) : {})
    const analysis = analysed(language, id, record?.text ?? '', meta, dump)
    if (!analysis) continue
    const times = findTimes(analysis)
    const statements = findStatements(analysis, times)
    const { text } = analysis.article
    const events = (JSON.parse(readFileSync(join(gold, file), 'utf8')).events as unknown[]).flatMap(
      (event) => goldEvent(text, event) ?? [],
    )
    pages.push({ id, analysis, times, statements, events })
  }
  return pages
}

/** A page of which single words were judged: the kind of event that a word names, null for none. */
export interface JudgedPage {
  readonly id: string
  readonly analysis: Analysis
  readonly times: readonly TimeFact[]
  readonly statements: readonly StatementFact[]
  readonly words: readonly { readonly start: number; readonly end: number; readonly kind: EventKind | null }[]
}

// Articles of a file of records, as far as they are wanted and can be read.
const readArticles = (file: string, language: Language, isWanted: (id: string) => boolean) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { id, text, ...meta } = JSON.parse(line) as { id: string; text: string } & PageMeta
      const analysis = isWanted(id) ? analysed(language, id, text, meta, null) : null
      if (!analysis) return []
      const times = findTimes(analysis)
      return { id, analysis, times, statements: findStatements(analysis, times) }
    })

/** The pages of `articles.ndjson` of which `words.json` judges words, by id. */
export const readJudged = (folder: string, language: Language): JudgedPage[] => {
  const judged = JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8')) as Record<string, JudgedPage['words']>
  return readArticles(join(folder, 'articles.ndjson'), language, (id) => judged[id] !== undefined).map((page) => ({
    ...page,
    words: judged[page.id]!,
  }))
}

/** Pages that nobody annotated, of a file of article records. */
export const readPlain = (file: string, language: Language): GoldPage[] =>
  readArticles(file, language, () => true).map((page) => ({ ...page, events: [] }))

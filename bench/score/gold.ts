import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readBrat } from '../../src/export/index.ts'

/** A stretch of the article by its exact words; `nth` counts from 1 where they stand more than once. */
interface Quoted {
  readonly quote: string
  readonly nth?: number
  /** A fact that a reader may leave out: found, it is right; not found, it does not count. */
  readonly optional?: boolean
}

/** A value, with further ones that a reader may give as well. */
type Accepted<Name extends string, Value> = { readonly [Key in Name]: Value } & {
  readonly [Key in `${Name}_alt`]?: Value | readonly Value[]
}

export type GoldTime = Quoted & { readonly value: string }

export type GoldStatement = Quoted &
  Accepted<'stance', string> &
  Accepted<'speaker', string | null> &
  Accepted<'kind', string> & {
    readonly via: readonly string[]
  }

export type GoldEvent = Quoted &
  Accepted<'kind', string> &
  Accepted<'status', string> &
  Accepted<'date', string | null> &
  Accepted<'place', string | null> & {
    /** Where the trigger stands inside the quote. */
    readonly from: number
    readonly length: number
    readonly participants: readonly string[]
  }

/** What a reader takes from one page (docs/annotation.md). */
export interface GoldPage {
  readonly id: string
  readonly times: readonly GoldTime[]
  readonly statements: readonly GoldStatement[]
  readonly events: readonly GoldEvent[]
}

/** Ids are compared as file names are written. */
export const keyOf = (id: string): string => id.replace(/[^\p{L}\p{N}.-]/gu, '_')

interface WrittenPage {
  readonly times: readonly GoldTime[]
  readonly statements: readonly (Omit<GoldStatement, 'quote'> & { readonly content: string })[]
  readonly events: readonly (Omit<GoldEvent, 'quote' | 'from' | 'length'> & {
    readonly sentence: string
    readonly trigger: string
  })[]
}

/** A page of the JSON of docs/annotation.md. Throws when an event's sentence does not hold its trigger. */
export const goldPage = (id: string, { times, statements, events }: WrittenPage): GoldPage => ({
  id,
  times,
  statements: statements.map(({ content, ...rest }) => ({ ...rest, quote: content })),
  events: events.map(({ sentence, trigger, ...rest }) => {
    const from = sentence.indexOf(trigger)
    if (from < 0) throw new Error(`${id}: "${sentence}" does not hold "${trigger}".`)
    return { ...rest, quote: sentence, from, length: trigger.length }
  }),
})

/** The words from `start` to `end` as a quote with its number among the same ones. */
export const quoteOf = (text: string, start: number, end: number): { readonly quote: string; readonly nth: number } => {
  const quote = text.slice(start, end)
  let nth = 1
  for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + 1)) nth++
  return { quote, nth }
}

const bratPage = (folder: string, stem: string): GoldPage => {
  const text = readFileSync(join(folder, `${stem}.txt`), 'utf8')
  const found = readBrat(text, readFileSync(join(folder, `${stem}.ann`), 'utf8'))
  for (const { line, text: words } of found.unread) console.error(`${stem}.ann:${line} is not read: ${words}`)
  return {
    id: stem,
    times: found.times.map(({ start, end, value }) => ({ ...quoteOf(text, start, end), value })),
    statements: found.statements.map(({ start, end, ...rest }) => ({ ...quoteOf(text, start, end), ...rest })),
    events: found.events.map(({ trigger: { start, end }, ...rest }) => ({
      ...quoteOf(text, start, end),
      from: 0,
      length: end - start,
      ...rest,
    })),
  }
}

/**
 * The gold pages of a folder (`ID.json` as docs/annotation.md says, or brat's `ID.ann` with `ID.txt`) or of an `.ndjson`
 * file of such JSON with `id`.
 */
export const readGold = (path: string): readonly GoldPage[] => {
  if (!statSync(path).isDirectory())
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as WrittenPage & { id: string })
      .map((page) => goldPage(page.id, page))
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      if (name.endsWith('.ann')) return [bratPage(path, basename(name, '.ann'))]
      if (!name.endsWith('.json') || name.includes('.chronicle.')) return []
      return [goldPage(basename(name, '.json'), JSON.parse(readFileSync(join(path, name), 'utf8')) as WrittenPage)]
    })
}

import type { Span } from '../../core/index.ts'
import type { ArticleFacts, Speaker } from '../../facts/index.ts'
import { foldText, wordsOf, writtenWords } from '../text/words.ts'
import { ofPage } from './of-page.ts'

/** States whose adjectives and people begin otherwise than their names: stems by name. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  США: ['америк'],
  Великобритания: ['британ', 'англий', 'англич'],
  Армения: ['армян'],
  Турция: ['турецк'],
  Греция: ['гречес'],
  Чехия: ['чешск'],
  Германия: ['немецк', 'немц'],
  КНДР: ['северокоре'],
  'Южная Корея': ['южнокоре'],
  ОАЭ: ['эмират'],
  Нидерланды: ['голланд'],
  Норвегия: ['норвеж'],
  Дания: ['датск', 'датчан'],
  Швеция: ['шведск', 'швед'],
  Венгрия: ['венге'],
  Польша: ['поляк'],
  ЮАР: ['южноафрик'],
  Латвия: ['латыш', 'латыс'],
  Литва: ['литов'],
  'Нагорный Карабах': ['карабах', 'нкр', 'арцах'],
  'Южная Осетия': ['югоосет', 'осетин'],
  ДНР: ['днр'],
  ЛНР: ['лнр'],
}

/** Letters by which a word tells a state. */
const LEAST = 4
const MOST = 5

const stemsOf = (name: string): string[] => [
  ...wordsOf(name).flatMap((word) =>
    word.length >= LEAST ? [word.slice(0, Math.max(LEAST, Math.min(MOST, word.length - 2)))] : [],
  ),
  ...(OTHERWISE[name] ?? []),
]

/** The states that a page names, by the stems of their names, adjectives and people; and whom each identity serves. */
export interface Sides {
  /** The state that a name names or serves which stands within a stretch of text, the last one; or null. */
  readonly within: (start: number, end: number) => string | null
  /** The same of the first one. */
  readonly first: (start: number, end: number) => string | null
  /** All that the words of a stretch of text name. */
  readonly all: (start: number, end: number) => string[]
  /** The state that a word names ("киргизской"), or null. */
  readonly named: (word: string) => string | null
  /** The state that an identity is or serves, or null. */
  readonly served: (identity: string | undefined) => string | null
}

/** What a page's own names tell of states. Words are compared by their beginnings; of two states the longer stem wins. */
export const sidesOf = ofPage(({ text, mentions }): Sides => {
  const stems: (readonly [stem: string, state: string])[] = []
  const states = new Set<string>()
  const served = new Map<string, string>()
  const placed: { readonly start: number; readonly end: number; readonly state: string }[] = []
  for (const { type, name, country, identity, start, end } of mentions) {
    const state = type === 'country' ? name : (country ?? null)
    if (state === null) continue
    placed.push({ start, end, state })
    // Every state has a ministry: whose it is, its name must tell.
    if (type !== 'organization' || stemsOf(state).some((stem) => wordsOf(name).some((word) => word.startsWith(stem))))
      served.set(identity, state)
    if (states.has(state)) continue
    states.add(state)
    for (const stem of stemsOf(state)) stems.push([stem, state])
  }
  stems.sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
  const named = (word: string): string | null => {
    const folded = foldText(word)
    return stems.find(([stem]) => folded.startsWith(stem))?.[1] ?? null
  }
  return {
    named,
    within: (start, end) => placed.findLast((one) => one.start >= start && one.end <= end)?.state ?? null,
    first: (start, end) =>
      placed.find((one) => one.start >= start && one.end <= end)?.state ??
      writtenWords(text.slice(start, end)).reduce<string | null>((found, word) => found ?? named(word), null),
    all: (start, end) => [
      ...placed.flatMap((one) => (one.start >= start && one.end <= end ? [one.state] : [])),
      ...writtenWords(text.slice(start, end)).flatMap((word) => named(word) ?? []),
    ],
    served: (identity) => (identity === undefined ? null : (served.get(identity) ?? null)),
  }
})

/** The state for which somebody speaks, by the words of his name or by whom he serves; null where that is none or several. */
export const stateOf = (sides: Sides, { name, identity }: Speaker): string | null => {
  const named = new Set(wordsOf(name).flatMap((word) => sides.named(word) ?? []))
  return named.size === 1 ? ([...named][0] as string) : named.size > 1 ? null : sides.served(identity)
}

/** Who speaks first in a stretch of a page. */
export const speakerIn = ({ statements }: ArticleFacts, { start, end }: Span): Speaker | null =>
  statements.find((one) => one.start < end && start < one.end && one.speaker)?.speaker ?? null

/** Characters after the word for it in which the accused stands. */
const ACCUSED = 60

/** The state that is accused, behind the word that accuses and before the sentence ends; or null. */
export const accusedAfter = (sides: Sides, from: number, end: number): string | null =>
  sides.first(from, Math.min(end, from + ACCUSED))

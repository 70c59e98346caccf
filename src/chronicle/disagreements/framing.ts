import type { ArticleFacts, EventFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { foldText } from '../text/words.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** What those call a use of force who carry it out or who name it neutrally, by stems; the adjectives before it belong to the name. */
const OWN: readonly (readonly [stem: string, name: string])[] = [
  ['операц', 'операция'],
  ['спецоперац', 'спецоперация'],
]
/** What those call it who are against it. */
const AGAINST: readonly (readonly [stem: string, name: string])[] = [
  ['агресси', 'агрессия'],
  ['вторжен', 'вторжение'],
  ['геноцид', 'геноцид'],
  ['нашестви', 'нашествие'],
  ['аннекси', 'аннексия'],
]
/** Which operation it is called, by the adjective before it; without one the word names nothing. */
const SORTS: readonly (readonly [stem: string, name: string])[] = [
  ['антитеррор', 'антитеррористическая'],
  ['контртеррор', 'контртеррористическая'],
  ['специальн', 'специальная'],
  ['военн', 'военная'],
  ['миротвор', 'миротворческая'],
  ['гуманитар', 'гуманитарная'],
  ['освободит', 'освободительная'],
  ['полицейск', 'полицейская'],
  ['силов', 'силовая'],
]
const BEFORE = /([а-яё-]+)[»"”]?\s+$/iu

const find = (word: string, names: typeof OWN): string | null =>
  names.find(([stem]) => word.startsWith(stem))?.[1] ?? null

/** Mentions of an entry that are read. */
const MOST = 300

/**
 * One use of force under names that exclude each other: an operation to some, an aggression to others. Put differently,
 * and nobody decides here what it is: framing.
 */
export const framingVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'attack') return []
  const own: Named[] = []
  const against: Named[] = []
  one.mentions.slice(0, MOST).forEach(({ article, trigger, sentence, status }, at) => {
    const { text } = one.articles[article] as ArticleFacts
    if (status === 'possible' || status === 'planned') return
    const word = foldText(text.slice(trigger.start, trigger.end))
    const theirs = find(word, AGAINST)
    const ours = theirs === null ? find(word, OWN) : null
    if (theirs === null && ours === null) return
    const before = ours === 'операция' ? BEFORE.exec(text.slice(sentence.start, trigger.start))?.[1] : undefined
    const sort = before === undefined ? null : find(foldText(before), SORTS)
    if (ours === 'операция' && sort === null) return
    const start = sort === null ? trigger.start : text.lastIndexOf(before as string, trigger.start)
    const value = theirs ?? (sort === null ? (ours as string) : `${sort} ${ours}`)
    const span = { start, end: trigger.end }
    const told = { key: value, value, article, span, origin: one.origins[at] as number }
    ;(theirs === null ? own : against).push({ told, by: agentsOf(one, at) })
  })
  // Of two who fight each other each has a name for what the other does.
  const opposed = own.filter((a) => against.some((b) => isOneDoer(a, b)))
  const answers = against.filter((a) => own.some((b) => isOneDoer(a, b)))
  const told = [...opposed, ...answers].map((each) => each.told)
  return told.length === 0 ? [] : [disagreementOf(one.entry, 'words', 'framing', versionsOf(told, one.articles))]
}

interface Named {
  readonly told: Told
  /** Who did it, by identity of the article or name; empty where the sentence does not tell. */
  readonly by: ReadonlySet<string>
}

const agentsOf = (one: Case, at: number): ReadonlySet<string> => {
  const { article, event } = one.mentions[at] as Case['mentions'][number]
  const { participants } = (one.articles[article] as ArticleFacts).events[event] as EventFact
  return new Set(participants.flatMap(({ role, name }) => (role === 'agent' ? [name] : [])))
}

const isOneDoer = (a: Named, b: Named): boolean => [...a.by].some((name) => b.by.has(name))

import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { Comparison } from '../entries/compare.ts'
import type { Draft } from '../entries/draft.ts'
import { keyOf, type LocalNames } from '../identities/collect.ts'
import { type ArticleOrder, compareArticles } from '../order.ts'
import { holds, type Vocabulary } from '../text/vocabulary.ts'
import { contentStems } from '../text/words.ts'
import { disagreementOf, versionsOf } from './versions.ts'

/** Words that two reports of one utterance share, by weight: more than chance, less than a copy. */
const ALIKE = 0.42
const COPY = 0.9
const SHARED = 3
/** At most so many differing wordings are listed of one entry, the most alike first. */
const MOST = 3
/** A stem in more statements of one speaker than this, among the pages of an entry, names his theme, not his words. */
const THEME = 12
/** Statements of one entry that are compared at most: an entry of thousands is no occasion. */
const COMPARED = 400

/** A statement as far as its words are compared with those of others; it rests on its article alone. */
export interface Wording {
  readonly index: number
  /** Key of the speaker's name. */
  readonly speaker: string
  readonly stems: Int32Array
  /** Whether it has a word that makes conditional or denies; and one that makes conditional. */
  readonly turns: boolean
  readonly conditional: boolean
}

/** Kinds that are an occasion to speak. */
const OCCASIONS = new Set(['visit', 'meeting', 'call', 'gathering', 'agreement', 'invitation', 'cooperation'])

/** What the statements of an article can be compared by; those of nobody or of few or too many words are left out. */
export const wordingsIn = (facts: ArticleFacts, local: LocalNames, vocabulary: Vocabulary): Wording[] =>
  facts.statements.flatMap(({ speaker, start, end }, index): Wording[] => {
    if (!speaker) return []
    const text = facts.text.slice(start, end)
    const stems = contentStems(text)
    if (stems.size < SHARED || stems.size > 60) return []
    return [
      {
        index,
        speaker: vocabulary.names.held(keyOf(local, speaker)),
        stems: vocabulary.numbers(stems),
        turns: TURNS.test(text),
        conditional: CONDITIONAL.test(text),
      },
    ]
  })

/** A statement and whose page tells it. */
export interface Said extends Wording {
  readonly article: number
  readonly from: ArticleOrder
}

/** Two statements of one speaker that are put differently. */
export interface WordingPair {
  readonly key: string
  readonly a: Said
  readonly b: Said
  readonly alike: number
}

export const wordingPair = (a: Said, b: Said, alike: number): WordingPair => ({
  key: `${a.article} ${a.index} ${b.article} ${b.index}`,
  a,
  b,
  alike,
})

/** What comparing words of an entry's pages needs to know of them. */
export interface WordingSource {
  readonly order: (article: number) => ArticleOrder
  readonly wordings: (article: number) => readonly Wording[]
  /** The identity of a speaker's key. */
  readonly slotOf: (key: string) => number
  /** The first article of a chain of copies. */
  readonly rootOf: (article: number) => number
  /** Null where the page names none. */
  readonly outletOf: (article: number) => string | null
}

/**
 * Words that the pages of an entry give to one of its people and put differently: statements of two articles (no copies
 * of each other) that share rare words and differ in others.
 */
export const wordingPairs = (draft: Draft, source: WordingSource, context: Comparison): WordingPair[] => {
  const people = new Set(draft.actors.flatMap(({ identity, sort }) => (sort === 'person' ? [identity] : [])))
  // People speak where they meet; who reports strikes reports many of them in like words.
  if (people.size === 0 || draft.articles.size < 2 || !OCCASIONS.has(draft.kind)) return []
  const bySpeaker = new Map<number, Said[]>()
  let count = 0
  const articles = [...draft.articles].sort((a, b) => compareArticles(source.order(a), source.order(b)))
  for (const article of articles)
    for (const wording of source.wordings(article)) {
      const speaker = source.slotOf(wording.speaker)
      if (!people.has(speaker) || ++count > COMPARED) continue
      const said = { ...wording, article, from: source.order(article) }
      const known = bySpeaker.get(speaker)
      if (known) known.push(said)
      else bySpeaker.set(speaker, [said])
    }
  return [...bySpeaker.values()].flatMap((said) => pairsOf(said, source, context))
}

/** People speak where they meet: of the entries that both pages report, the pair stands on the one of the highest rank. */
export const occasion = ({ kind }: Draft): number =>
  kind === 'meeting' || kind === 'call' ? 2 : kind === 'gathering' || kind === 'visit' ? 1 : 0

const pairsOf = (said: readonly Said[], { rootOf, outletOf }: WordingSource, context: Comparison): WordingPair[] => {
  if (said.length < 2) return []
  const holders = new Map<number, number[]>()
  said.forEach(({ stems }, at) => {
    for (const stem of stems) {
      const list = holders.get(stem)
      if (list) list.push(at)
      else holders.set(stem, [at])
    }
  })
  return said.flatMap((a, at) => {
    const counts = new Map<number, number>()
    for (const stem of a.stems) {
      const list = holders.get(stem) as number[]
      if (list.length > THEME) continue
      for (const other of list) if (other > at) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    return [...counts].flatMap(([other, count]): WordingPair[] => {
      const b = said[other] as Said
      if (count < SHARED || b.article === a.article || rootOf(a.article) === rootOf(b.article)) return []
      const alike = likeness(a.stems, b.stems, context)
      const oneOutlet = outletOf(a.article) !== null && outletOf(a.article) === outletOf(b.article)
      if (alike < ALIKE || alike >= COPY || !differ(a, b, alike, oneOutlet, context)) return []
      return [wordingPair(a, b, alike)]
    })
  })
}

/** Words by which one makes conditional or denies what the other states. */
const TURNS = /(?:^|[^а-яё])(?:(?:если|не|нет|ни|без|лишь|только|возможно|можно|может|могут)(?![а-яё])|отсутств|отказ)/i
const CONDITIONAL = /(?:^|[^а-яё])(?:если|возможно|можно|может|могут)(?![а-яё])/i
/** What one outlet tells again is as alike as this. */
const OWN = 0.6
/** Alike so far, a turn is the difference. */
const TURNED = 0.75

// One that only leaves words out is an excerpt, and one much longer tells more than the occasion's words; a condition or
// a denial that only one has is a difference though the rest be the same. An outlet that puts its own report in other
// words the next day means the same by them, unless one of them makes conditional what the other does not.
const differ = (a: Said, b: Said, alike: number, oneOutlet: boolean, { stems }: Comparison): boolean => {
  if (oneOutlet && (a.conditional === b.conditional || alike < OWN)) return false
  const own = (x: Int32Array, y: Int32Array): number => {
    const known = new Set(Array.from(y, (stem) => (stems[stem] as string).slice(0, 5)))
    return x.filter((stem) => !known.has((stems[stem] as string).slice(0, 5))).length
  }
  const [left, right] = [own(a.stems, b.stems), own(b.stems, a.stems)]
  const [less, more] = [Math.min(left, right), Math.max(left, right)]
  if (less >= 1 && more >= 2 && alike >= TURNED && a.turns !== b.turns) return true
  return less >= 2 && more <= 2 * less + 2
}

const likeness = (a: Int32Array, b: Int32Array, { weights }: Comparison): number => {
  const sum = (stems: Int32Array): number => stems.reduce((total, stem) => total + (weights[stem] as number), 0)
  return sum(a.filter((stem) => holds(b, stem))) / Math.min(sum(a), sum(b))
}

/** The most alike of an entry's pairs, each statement once, as disagreements. */
export const wordingsOf = (
  pairs: readonly WordingPair[],
  entry: string,
  articles: readonly ArticleFacts[],
): Disagreement[] => {
  const used = new Set<string>()
  const chosen: WordingPair[] = []
  for (const pair of [...pairs].sort(
    (x, y) =>
      y.alike - x.alike ||
      compareArticles(x.a.from, y.a.from) ||
      x.a.index - y.a.index ||
      compareArticles(x.b.from, y.b.from) ||
      x.b.index - y.b.index,
  )) {
    const keys = [pair.a, pair.b].map(({ article, index }) => `${article} ${index}`)
    if (chosen.length >= MOST || keys.some((key) => used.has(key))) continue
    for (const key of keys) used.add(key)
    chosen.push(pair)
  }
  return chosen.map(({ a, b }) => {
    const told = [a, b].map(({ article, index }) => {
      const facts = articles[article] as ArticleFacts
      const { start, end } = facts.statements[index] as ArticleFacts['statements'][number]
      const value = facts.text.slice(start, end)
      return { key: `${article} ${index}`, value, article, span: { start, end }, origin: article }
    })
    return disagreementOf(entry, 'words', 'framing', versionsOf(told, articles))
  })
}

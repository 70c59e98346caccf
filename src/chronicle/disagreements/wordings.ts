import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { Comparison } from '../entries/compare.ts'
import type { Draft } from '../entries/draft.ts'
import type { Identities } from '../identities/identities.ts'
import { contentStems } from '../text/words.ts'
import { disagreementOf, versionsOf } from './versions.ts'

/** Words that two reports of one utterance share, by weight: more than chance, less than a copy. */
const ALIKE = 0.42
const COPY = 0.9
const SHARED = 3
/** At most so many differing wordings are listed of one entry, the most alike first. */
const MOST = 3
/** A stem in more statements of one speaker than this names his theme, not his words. */
const THEME = 12

interface Said {
  readonly article: number
  readonly index: number
  readonly speaker: number
  readonly stems: ReadonlySet<string>
  readonly text: string
}

interface Pair {
  readonly a: Said
  readonly b: Said
  readonly alike: number
}

/**
 * Words that pages give to one speaker on one occasion and put differently: statements of two articles (no copies of
 * each other) that share rare words and differ in others. They stand on the entry that both articles report and the
 * speaker took part in.
 *
 * @returns disagreements by the index of their entry's draft
 */
export const wordings = (
  drafts: readonly Draft[],
  articles: readonly ArticleFacts[],
  roots: Int32Array,
  identities: Identities,
  context: Comparison,
): Map<number, Disagreement[]> => {
  const pairs = pairsOf(saidIn(articles, identities), roots, context)
  const entriesOf = new Map<string, number[]>()
  drafts.forEach((draft, at) => {
    for (const article of draft.articles)
      for (const { identity, sort } of draft.actors) {
        if (sort !== 'person') continue
        const key = `${article} ${identity}`
        entriesOf.set(key, [...(entriesOf.get(key) ?? []), at])
      }
  })
  const found = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const one = entriesOf.get(`${pair.a.article} ${pair.a.speaker}`) ?? []
    const other = new Set(entriesOf.get(`${pair.b.article} ${pair.b.speaker}`) ?? [])
    const both = one
      .filter((entry) => other.has(entry))
      .sort((x, y) => occasion(drafts[y] as Draft) - occasion(drafts[x] as Draft) || x - y)
    const entry = both[0]
    if (entry !== undefined) found.set(entry, [...(found.get(entry) ?? []), pair])
  }
  return new Map([...found].map(([entry, list]) => [entry, listed(list, drafts[entry] as Draft, articles)]))
}

// People speak where they meet.
const occasion = ({ kind }: Draft): number =>
  kind === 'meeting' || kind === 'call' ? 2 : kind === 'gathering' || kind === 'visit' ? 1 : 0

const saidIn = (articles: readonly ArticleFacts[], identities: Identities): Said[] =>
  articles.flatMap((facts, article) =>
    facts.statements.flatMap(({ speaker, start, end }, index): Said[] => {
      if (!speaker) return []
      const identity = identities.of(article, speaker)
      if (identities.list[identity]?.type !== 'person') return []
      const text = facts.text.slice(start, end)
      const stems = contentStems(text)
      return stems.size >= SHARED && stems.size <= 60 ? [{ article, index, speaker: identity, stems, text }] : []
    }),
  )

const pairsOf = (said: readonly Said[], roots: Int32Array, context: Comparison): Pair[] => {
  const holders = new Map<string, number[]>()
  said.forEach(({ speaker, stems }, at) => {
    for (const stem of stems) {
      const key = `${speaker} ${stem}`
      const list = holders.get(key)
      if (list) list.push(at)
      else holders.set(key, [at])
    }
  })
  return said.flatMap((a, at) => {
    const counts = new Map<number, number>()
    for (const stem of a.stems) {
      const list = holders.get(`${a.speaker} ${stem}`) as number[]
      if (list.length > THEME) continue
      for (const other of list) if (other > at) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    return [...counts].flatMap(([other, count]): Pair[] => {
      const b = said[other] as Said
      if (count < SHARED || b.article === a.article || roots[a.article] === roots[b.article]) return []
      const alike = likeness(a.stems, b.stems, context)
      return alike >= ALIKE && alike < COPY && differ(a, b, alike) ? [{ a, b, alike }] : []
    })
  })
}

/** Words by which one makes conditional or denies what the other states. */
const TURNS = /(?:^|[^а-яё])(?:если|не|нет|ни|без|лишь|только|возможно|может|могут)(?![а-яё])/i
/** Alike so far, a turn is the difference. */
const TURNED = 0.75

// One that only leaves words out is an excerpt, and one much longer tells more than the occasion's words; a condition or
// a denial that only one has is a difference though the rest be the same.
const differ = (a: Said, b: Said, alike: number): boolean => {
  const own = (x: ReadonlySet<string>, y: ReadonlySet<string>): number => {
    const known = new Set([...y].map((stem) => stem.slice(0, 5)))
    return [...x].filter((stem) => !known.has(stem.slice(0, 5))).length
  }
  const [left, right] = [own(a.stems, b.stems), own(b.stems, a.stems)]
  const [less, more] = [Math.min(left, right), Math.max(left, right)]
  if (less >= 1 && more >= 2 && alike >= TURNED && TURNS.test(a.text) !== TURNS.test(b.text)) return true
  return less >= 2 && more <= 2 * less + 2
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>, { weight }: Comparison): number => {
  const sum = (stems: Iterable<string>): number => [...stems].reduce((total, stem) => total + weight(stem), 0)
  return sum([...a].filter((stem) => b.has(stem))) / Math.min(sum(a), sum(b))
}

const listed = (pairs: readonly Pair[], draft: Draft, articles: readonly ArticleFacts[]): Disagreement[] => {
  const used = new Set<string>()
  const chosen: Pair[] = []
  for (const pair of [...pairs].sort(
    (x, y) =>
      y.alike - x.alike ||
      x.a.article - y.a.article ||
      x.a.index - y.a.index ||
      x.b.article - y.b.article ||
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
    return disagreementOf(draft.mentions[0]?.id ?? '', 'words', 'framing', versionsOf(told, articles))
  })
}

import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isOffTopic } from './cues.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { bit, FEW, kindNumber } from './numbers.ts'
import type { Reading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'

/** What an article as a whole says about its events. */
export interface Topic {
  /** Share of words that name states and political bodies: 0 none, 1 few, 2 many. */
  readonly politics: number
  readonly offTopic: boolean
  /** How often each word that may be a trigger stands in the article. */
  readonly lemmas: ReadonlyMap<string, number>
  /** How many candidates of each kind have what their rule needs. */
  readonly kinds: ReadonlyMap<EventKind, number>
  /** Kinds and words of the headline's candidates. */
  readonly headKinds: ReadonlySet<EventKind>
  readonly headLemmas: ReadonlySet<string>
}

const POLITICAL = 0.03
const RICH = 0.07

const shares = (reading: Reading): Pick<Topic, 'politics' | 'offTopic'> => {
  let words = 0
  let political = 0
  let off = 0
  for (const sentence of reading.sentences) {
    words += sentence.words.length
    for (const word of sentence.words) if (isOffTopic(word.lemma)) off++
  }
  for (const { type, name } of reading.analysis.mentions)
    if (type === 'country' || (type === 'organization' && isPoliticalBody(name))) political++
  const share = political / Math.max(1, words)
  return { politics: share > RICH ? 2 : share > POLITICAL ? 1 : 0, offTopic: off / Math.max(1, words) > 0.015 }
}

/** Measures how political an article is, and what it tells of again and again. */
export const topicOf = (reading: Reading, candidates: readonly Candidate[]): Topic => {
  const lemmas = new Map<string, number>()
  const kinds = new Map<EventKind, number>()
  const headKinds = new Set<EventKind>()
  const headLemmas = new Set<string>()
  let before: Candidate | undefined
  for (const candidate of candidates) {
    const { kind, lemma, met, rule } = candidate
    // Talks that may have been a call are no second kind.
    if (met && kind === rule.kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    // A word is the candidate of several rules, one after another.
    if (before?.reading !== candidate.reading || before.at !== candidate.at)
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
    if (candidate.reading.index === 0) {
      headKinds.add(rule.kind)
      headLemmas.add(lemma)
    }
    before = candidate
  }
  return { ...shares(reading), lemmas, kinds, headKinds, headLemmas }
}

const AGAIN = new FacetTable()
const priorNumber = numbering()

/** Whether an article tells of a candidate's word and kind elsewhere: what the headline names is what the page is about. */
export const topicFacet = ({ lemma, rule }: Candidate, topic: Topic): Facet => {
  const { kind } = rule
  const prior = rule.prior ?? 'usual'
  const words = Math.min(4, topic.lemmas.get(lemma) ?? 0)
  const same = Math.min(6, topic.kinds.get(kind) ?? 0)
  const headKind = topic.headKinds.has(kind)
  const headLemma = topic.headLemmas.has(lemma)
  const key =
    (((priorNumber(prior) * FEW + kindNumber(kind)) * 8 + words) * 8 + same) * 4 + 2 * bit(headKind) + bit(headLemma)
  return AGAIN.facet(key, () => [
    `again:${words}`,
    `again:${words}:${prior}`,
    `again:${words}:${kind}`,
    `kindred:${same}`,
    `kindred:${same}:${kind}`,
    `headline:kind:${headKind}`,
    `headline:kind:${headKind}:${kind}`,
    `headline:word:${headLemma}`,
    `headline:word:${headLemma}:${prior}`,
  ])
}

import type { ArticleFacts, EventFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { Comparison } from '../entries/compare.ts'
import { wordsInCommon } from '../entries/compare.ts'
import type { EventMention } from '../entries/mention.ts'
import type { Identities } from '../identities/identities.ts'
import { stemOf, wordsOf } from '../text/words.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Accounts that share more of their words than this tell the same. */
const SAME = 0.6

/** Bodies that speak for a state, by how their names begin: pages name them where no list of bodies does. */
const OFFICIAL =
  /^(?:пресс-служб|администраци|канцеляри|аппарат|секретариат|офис|правительств|министерств|ведомств|посольств|минобороны|мид(?![а-яё]))/i

interface Source {
  /** Identity; -1 where only a name is known. */
  readonly identity: number
  readonly name: string
  readonly official: boolean
}

/** Who lets be known what a mention tells: its speaker where that is a body, else the agency or body that it came through. */
const sourceOf = (mention: EventMention, facts: ArticleFacts, identities: Identities): Source | null => {
  const { statement } = facts.events[mention.event] as EventFact
  const own = statement === undefined ? null : (facts.statements[statement] ?? null)
  const { start, end } = mention.sentence
  const told = facts.statements.filter((one) => one.start >= start && one.end <= end)
  const names = [own?.speaker, ...(own?.via ?? []), ...told.flatMap(({ via }) => via)]
  for (const name of names) {
    if (!name) continue
    const known = identities.of(mention.article, name)
    const identity = known >= 0 ? known : identities.of(mention.article, { name: name.name, type: 'media' })
    const type = identities.list[identity]?.type
    const official = type === 'organization' || (identity < 0 && OFFICIAL.test(name.name))
    if (official || type === 'media') return { identity, name: name.name, official }
  }
  return null
}

/**
 * What each side lets be known of one contact that took place: sentences about it that different bodies or media of
 * different states are reported to have said, each in its own words.
 */
export const accountVersions = (one: Case, identities: Identities, context: Comparison): Disagreement[] => {
  const kind = one.mentions[0]?.kind
  if (kind !== 'meeting' && kind !== 'call') return []
  const accounts: { readonly source: Source; readonly mention: EventMention; readonly told: Told }[] = []
  one.mentions.forEach((mention, at) => {
    // What is expected of a meeting is no account of it.
    if (mention.actors.length < 2 || mention.status !== 'happened') return
    const facts = one.articles[mention.article] as ArticleFacts
    const source = sourceOf(mention, facts, identities)
    if (!source) return
    const { article, sentence } = mention
    const value = facts.text.slice(sentence.start, sentence.end)
    const told = { key: value, value, article, span: sentence, origin: one.origins[at] as number }
    accounts.push({ source, mention, told })
  })
  const first = accounts[0]
  if (!first) return []
  const kept = accounts.filter(
    (account, at) =>
      at === 0 ||
      (isOfItsDay(account.mention, first.mention) &&
        otherSide(account.source, first.source, first.mention, identities) &&
        wordsInCommon(account.mention, first.mention, context) < SAME),
  )
  const versions = versionsOf(
    kept.map(({ told }) => told),
    one.articles,
  )
  return versions.length > 1 ? [disagreementOf(one.entry, 'words', 'framing', versions)] : []
}

// "The press service of the president", "the president's press service": of one side both.
const sharesName = (a: string, b: string): boolean => {
  const other = new Set(wordsOf(b).map(stemOf))
  return wordsOf(a).some((word) => !/^(?:пресс|служб)/.test(word) && other.has(stemOf(word)))
}

/** Days between two accounts: what is recalled later is background. */
const APART = 1

const isOfItsDay = (a: EventMention, b: EventMention): boolean =>
  a.article === b.article ||
  a.published === null ||
  b.published === null ||
  Math.abs(a.published - b.published) <= APART

// One of the two speaks for a side that took part, and the other does not speak for that side. Of a body whose state the
// pages do not tell one can say so only where its name says whose it is ("пресс-служба Кремля", not "аппарат").
const otherSide = (a: Source, b: Source, { actors }: EventMention, identities: Identities): boolean => {
  if ((!a.official && !b.official) || sharesName(a.name, b.name)) return false
  const sides = new Set(actors.map((actor) => actor.country).filter((state) => state >= 0))
  const [x, y] = [a, b].map(({ identity }) => (identity < 0 ? -1 : identities.country(identity))) as [number, number]
  return x !== y && (sides.has(x) ? y >= 0 || isNamed(b) : sides.has(y) && (x >= 0 || isNamed(a)))
}

const isNamed = ({ name }: Source): boolean => /\s[А-ЯЁ]/.test(name)

import type { ArticleFacts, EventFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { Comparison } from '../entries/compare.ts'
import { wordsInCommon } from '../entries/compare.ts'
import type { EventMention } from '../entries/mention.ts'
import type { Identities } from '../identities/identities.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Accounts that share more of their words than this tell the same. */
const SAME = 0.6

/**
 * What each side lets be known of one contact: sentences about it that different bodies or media of different states
 * are reported to have said, each in its own words.
 */
export const accountVersions = (one: Case, identities: Identities, context: Comparison): Disagreement[] => {
  const kind = one.mentions[0]?.kind
  if (kind !== 'meeting' && kind !== 'call') return []
  const accounts: { readonly speaker: number; readonly mention: EventMention; readonly told: Told }[] = []
  one.mentions.forEach((mention, at) => {
    const facts = one.articles[mention.article] as ArticleFacts
    const { statement } = facts.events[mention.event] as EventFact
    const speaker = statement === undefined ? null : (facts.statements[statement]?.speaker ?? null)
    if (!speaker || mention.actors.length < 2) return
    const identity = identities.of(mention.article, speaker)
    const type = identities.list[identity]?.type
    if (type !== 'organization' && type !== 'media') return
    const { article, sentence } = mention
    const value = facts.text.slice(sentence.start, sentence.end)
    accounts.push({
      speaker: identity,
      mention,
      told: { key: value, value, article, span: sentence, origin: one.origins[at] as number },
    })
  })
  const first = accounts[0]
  if (!first) return []
  const kept = accounts.filter(
    (account, at) =>
      at === 0 ||
      (otherSide(account.speaker, first.speaker, first.mention, identities) &&
        wordsInCommon(account.mention, first.mention, context) < SAME),
  )
  const versions = versionsOf(
    kept.map(({ told }) => told),
    one.articles,
  )
  return versions.length > 1 ? [disagreementOf(one.entry, 'words', 'framing', versions)] : []
}

// One of the two speaks for a side that took part, and the other does not speak for that side.
const otherSide = (a: number, b: number, { actors }: EventMention, identities: Identities): boolean => {
  const sides = new Set(actors.map((actor) => actor.country).filter((state) => state >= 0))
  const [x, y] = [identities.country(a), identities.country(b)]
  const { list } = identities
  const official = list[a]?.type === 'organization' || list[b]?.type === 'organization'
  return a !== b && x !== y && official && (sides.has(x) || sides.has(y))
}

import type { ArticleFacts, EventFact, StatementFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { relateActors } from '../entries/actors.ts'
import type { EventMention } from '../entries/mention.ts'
import { PROFILES } from '../entries/profile.ts'
import { sortOf } from '../entries/sorts.ts'
import { NEGATED, OCCASIONED, UNCONFIRMED } from './cues.ts'
import { type Case, sameWords } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Days after an assertion within which its denial answers it. */
const ANSWERED = 10

interface Side {
  readonly mention: EventMention
  readonly statement: StatementFact | null
  readonly told: Told
}

/**
 * What one asserts and another does not confirm, denies or calls untrue, in the words of both: a claim. The answer is not
 * older than what it answers, and comes from somebody else.
 */
export const claimVersions = (one: Case): Disagreement[] => {
  const sides = one.mentions.map((mention, at) => sideOf(one, mention, at))
  const doubts = sides.filter(({ statement, mention, told }) => statement !== null && isDoubted(mention, told))
  if (doubts.length === 0) return []
  const asserted = sides.filter(({ mention, told }) => mention.status !== 'denied' && !NEGATED.test(told.value))
  const pairs = doubts.flatMap((doubt) =>
    asserted.flatMap((claim) => (isAnswer(one, doubt, claim) ? [{ doubt, claim }] : [])),
  )
  if (pairs.length === 0) return []
  const chosen = new Set(pairs.flatMap(({ doubt, claim }) => [doubt.told, claim.told]))
  const versions = versionsOf(
    sides.flatMap(({ told }) => (chosen.has(told) ? [told] : [])),
    one.articles,
  )
  return versions.length > 1 ? [disagreementOf(one.entry, 'claim', 'claim', versions)] : []
}

/** Characters between a denial and what it denies. */
const GOVERNED = 110

// "He did not confirm the visit", "the visit is not confirmed": no other deed stands between the two.
const isDoubted = ({ sentence, trigger }: EventMention, { value }: Told): boolean => {
  const cue = UNCONFIRMED.exec(value)
  if (!cue) return false
  const [start, end] = [trigger.start - sentence.start, trigger.end - sentence.start]
  if (start - (cue.index + cue[0].length) > GOVERNED || cue.index - end > GOVERNED) return false
  if (OCCASIONED.test(value.slice(Math.max(0, start - 60), start))) return false
  const [from, to] = [cue.index, cue.index + cue[0].length]
  const between = to <= start ? value.slice(to, start) : end <= from ? value.slice(end, from) : ''
  return !OTHER_DEED.test(between)
}

const OTHER_DEED =
  /[.;:!?]|,\s+(?:а|но|однако|хотя)\s|(?:^|[,\s])(?:и|а|но)\s+\p{Ll}+(?:л|ла|ло|ли|ет|ит|ют|ят|ут|ат)(?:ся|сь)?\s/u

const sideOf = (one: Case, mention: EventMention, at: number): Side => {
  const { article, sentence } = mention
  const facts = one.articles[article] as ArticleFacts
  const { statement } = facts.events[mention.event] as EventFact
  const own = statement === undefined ? null : (facts.statements[statement] ?? null)
  const value = facts.text.slice(sentence.start, sentence.end)
  const key = UNCONFIRMED.test(value) ? 'doubted' : 'asserted'
  const told = { key, value, article, span: sentence, origin: one.origins[at] as number }
  return { mention, statement: own, told }
}

// Of what happens many times a day only what is told in like words is the same; of one meeting or visit there is one.
const isAnswer = (one: Case, doubt: Side, claim: Side): boolean => {
  const [answered, asserted] = [doubt.mention.published, claim.mention.published]
  if (answered === null || asserted === null || asserted > answered || answered - asserted > ANSWERED) return false
  if (claim.mention.article === doubt.mention.article && !claim.statement) return false
  const [x, y] = [speakerOf(doubt), speakerOf(claim)]
  if (y !== null && x === y) return false
  const { kind, lemma } = doubt.mention
  const [denied, told] = [sortOf(kind, lemma), sortOf(kind, claim.mention.lemma)]
  if (denied !== '' && told !== '' && denied !== told) return false
  if (sameWords(one, doubt.mention, claim.mention)) return true
  if (!PROFILES[kind].contact || kind === 'meeting') return false
  const { people, bodies, states, leftOver, rightOver } = relateActors(doubt.mention.actors, claim.mention.actors)
  return people + bodies + states >= 2 || (people > 0 && (leftOver === 0 || rightOver === 0))
}

const speakerOf = ({ statement }: Side): string | null => statement?.speaker?.name ?? statement?.via[0]?.name ?? null

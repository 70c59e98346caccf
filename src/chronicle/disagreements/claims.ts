import type { Span } from '../../core/index.ts'
import type { ArticleFacts, EventFact, StatementFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { relateActors } from '../entries/actors.ts'
import type { EventMention } from '../entries/mention.ts'
import { PROFILES } from '../entries/profile.ts'
import { sortOf } from '../entries/sorts.ts'
import { blamesIn } from './blames.ts'
import { BLAMED, DISOWNED, NEGATED, OCCASIONED, UNCONFIRMED } from './cues.ts'
import { type Denial, denialsIn } from './denials.ts'
import { contentOf } from './denied-content.ts'
import { type Case, isToldAgain } from './values.ts'
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
  // Where it tells in so many words what is denied, that alone is.
  const content = contentOf(value, cue)
  if (content && (start < content.start || end > content.end)) return false
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
  // Who denies a part in it answers who was told to have one.
  if (DISOWNED.test(doubt.told.value) && !BLAMED.test(claim.told.value)) return false
  if (isToldAgain(one, doubt.mention, claim.mention)) return true
  if (!PROFILES[kind].contact || kind === 'meeting') return false
  const { people, bodies, states, leftOver, rightOver } = relateActors(doubt.mention.actors, claim.mention.actors)
  return people + bodies + states >= 2 || (people > 0 && (leftOver === 0 || rightOver === 0))
}

/** Pages of an entry whose denials are read, and matters of one entry that are listed. */
const PAGES = 100
const MATTERS = 4
/** Share of the words of two denials from which both are of one matter. */
const ONE_MATTER = 0.5

interface Matter {
  readonly stems: ReadonlySet<string>
  readonly told: Told[]
}

/**
 * What pages themselves report to be asserted by one and denied by another: each matter once, with the sentences that
 * assert it and those that deny it.
 */
export const denialVersions = (one: Case): Disagreement[] => {
  const events = new Map<number, Map<number, number>>()
  one.mentions.forEach(({ article, event }, at) => {
    const page = events.get(article)
    if (page) page.set(event, at)
    else if (events.size < PAGES) events.set(article, new Map([[event, at]]))
  })
  const matters: Matter[] = []
  for (const [article, own] of events)
    for (const { claim, denial, stems, event } of answersIn(one.articles[article] as ArticleFacts)) {
      const at = own.get(event)
      if (at === undefined) continue
      const { text } = one.articles[article] as ArticleFacts
      const origin = one.origins[at] as number
      const tell = (key: string, span: Span): Told => ({
        key,
        value: text.slice(span.start, span.end),
        article,
        span,
        origin,
      })
      const told = [tell('asserted', claim), tell('denied', denial)]
      const known = matters.find((matter) => isOneMatter(matter.stems, stems))
      if (known) known.told.push(...told)
      else if (matters.length < MATTERS) matters.push({ stems, told })
    }
  return matters.map(({ told }) => disagreementOf(one.entry, 'claim', 'claim', versionsOf(told, one.articles)))
}

const answersIn = (facts: ArticleFacts): readonly Denial[] => {
  const denials = denialsIn(facts)
  const blames = blamesIn(facts).filter(({ claim, denial }) =>
    denials.every((other) => other.claim.start !== claim.start && other.denial.start !== denial.start),
  )
  return blames.length === 0 ? denials : [...denials, ...blames]
}

const isOneMatter = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared >= ONE_MATTER * Math.min(a.size, b.size)
}

const speakerOf = ({ statement }: Side): string | null => statement?.speaker?.name ?? statement?.via[0]?.name ?? null

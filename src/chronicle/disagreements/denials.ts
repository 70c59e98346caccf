import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { contentRoots, contentStem, contentStems, rootOf } from '../text/words.ts'
import {
  ACCUSES,
  ADDS,
  ANAPHORIC,
  ANSWERS,
  ASSERTED,
  BLAMED,
  CALLS,
  CONDITIONED,
  DENIED,
  DISOWNED,
  GAINSAID,
  GOES_ON,
  NEGATED,
  SAYING,
  SILENT,
  TELLS,
  UNTRUE,
} from './cues.ts'
import { contentOf } from './denied-content.ts'
import { deniedEvent } from './denied-event.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { accusedAfter, type Sides, sidesOf, speakerIn, stateOf } from './sides.ts'
import { eventsWithin } from './tellings.ts'
import { turnIn } from './turn.ts'

/** What one is reported to assert and another to deny, on one page. */
export interface Denial {
  /** The sentence that asserts it. */
  readonly claim: Span
  /** The sentence that denies it. */
  readonly denial: Span
  /** Stems of the words of both. */
  readonly stems: ReadonlySet<string>
  /** Index of the event that it is about. */
  readonly event: number
}

/** Sentences before and after a denial among which what it denies stands. */
const BEFORE = 4
const AFTER = 2
/** Words that both must share, where the denial does not point back ("these accusations"). */
const SHARED = 2
/** Words that both must share where nothing is called untrue. */
const GAINSAID_SHARED = 4

/** A page while its denials are read. */
interface Reading {
  readonly facts: ArticleFacts
  readonly sentences: readonly Span[]
  readonly sides: Sides
  /** Beginnings of the words of a sentence. */
  readonly roots: (at: number) => ReadonlySet<string>
  /** How many of them two sentences share that begin no name: who is named tells nothing of what is said. */
  readonly shared: (a: number, b: number) => number
}

const NAMES = /\p{Lu}[\p{L}\d-]*/gu

// Found for a sentence when it is first asked for.
const bySentence = (rootsAt: (at: number) => ReadonlySet<string>): ((at: number) => ReadonlySet<string>) => {
  const held = new Map<number, ReadonlySet<string>>()
  return (at) => {
    const known = held.get(at)
    if (known) return known
    const found = rootsAt(at)
    held.set(at, found)
    return found
  }
}

const readDenials = (facts: ArticleFacts): Denial[] => {
  const { text } = facts
  const sentences = sentencesIn(facts)
  const written = (at: number): string => {
    const { start, end } = sentences[at] as Span
    return text.slice(start, end)
  }
  const roots = bySentence((at) => contentRoots(written(at)))
  const plainRoots = bySentence((at) => contentRoots(written(at).replace(NAMES, ' ')))
  const shared = (a: number, b: number): number => sharedRoots(plainRoots, a, b)
  const reading: Reading = { facts, sentences, sides: sidesOf(facts), roots, shared }
  const found = sentences.flatMap((sentence, at): Denial[] => {
    const own = ownDenial(reading, sentence, at)
    if (own) return own
    const claim = claimOf(reading, at)
    return claim === null
      ? reportedDenial(reading, sentence, at)
      : denialOf(facts, claim.claim, sentence, claim.cue, [...roots(at), ...roots(claim.at)])
  })
  // A headline tells again what its page tells with more words.
  const first = sentences[0]
  return found.length > 1 ? found.filter(({ denial }) => denial !== first) : found
}

/** Denials that a page tells with what they deny; pages without any cost one search. */
export const denialsIn = keptOfPage((facts): readonly Denial[] =>
  DENIED.test(facts.text) || ACCUSES.test(facts.text) || GAINSAID.test(facts.text) ? readDenials(facts) : [],
)

const denialOf = (facts: ArticleFacts, claim: Span, denial: Span, cue: number, stems: readonly string[]): Denial[] => {
  const event = deniedEvent(facts, denial, cue, claim)
  return event < 0 ? [] : [{ claim, denial, stems: new Set(stems), event }]
}

/** Letters that a part of a sentence has at least that asserts something. */
const PART = 25

// "He accused the army (the ministry denied it)": one sentence tells both.
const ownDenial = ({ facts, roots }: Reading, { start, end }: Span, at: number): Denial[] | null => {
  const written = facts.text.slice(start, end)
  const cue = DENIED.exec(written)
  const turn = cue && turnIn(written.slice(0, cue.index))
  if (!cue || !turn || turn.index < PART) return null
  const claim = { start, end: start + turn.index }
  const told = facts.text.slice(claim.start, claim.end)
  if (!BLAMED.test(told) && !ACCUSES.test(told) && (DISOWNED.test(cue[0]) || !ASSERTED.test(told))) return null
  const from = start + turn.index + turn.length
  const close = turn.bracket ? facts.text.indexOf(')', from) : -1
  const denial = { start: from, end: close > from && close < end ? close : end }
  return denialOf(facts, claim, denial, start + cue.index, [...roots(at)])
}

// "He denied reports that the plant was damaged": where no sentence tells what is denied, the denial does.
const reportedDenial = ({ facts, sentences, roots }: Reading, { start, end }: Span, at: number): Denial[] => {
  const written = facts.text.slice(start, end)
  const cue = DENIED.exec(written)
  if (!cue || at === 0 || CONDITIONED.test(written)) return []
  const told = contentOf(written, cue)
  if (!told || told.end - told.start < PART) return []
  const from = start + told.start
  const claim = { start: from, end: start + told.end }
  // He goes on to tell how it was.
  const next = sentences[at + 1]
  const own = speakersIn(facts, { start, end })
  const goesOn = next && [...speakersIn(facts, next)].some((name) => own.has(name))
  const denial = { start, end: goesOn ? next.end : end }
  // Of what is told elsewhere on the page nobody knows which of it is meant.
  if (eventsWithin(facts, { start: from, end: denial.end }).length === 0) return []
  return denialOf(facts, claim, denial, start + cue.index, [...roots(at)])
}

interface Found {
  readonly at: number
  readonly claim: Span
  /** Where the denial stands. */
  readonly cue: number
}

/** Characters after a cue in which that stands which is denied. */
const NEAR = 60
/** A headline is answered by its page. */
const HEADLINE = 12
/** Where news begin with a denial, what it denies may stand far down, as background; so many words tell that it is that. */
const LEAD = 2
const BACKGROUND = 3

// What a sentence denies, where it denies something: the sentence that asserts it most.
const claimOf = (reading: Reading, at: number): Found | null => {
  const { facts, sentences, roots } = reading
  const denial = sentences[at] as Span
  const written = facts.text.slice(denial.start, denial.end)
  const cue = DENIED.exec(written)
  if (!cue) return answered(reading, at) ?? gainsaid(reading, at)
  const own = new Set(speakersIn(facts, denial))
  if (at > 0 && GOES_ON.test(written)) for (const name of speakersIn(facts, sentences[at - 1] as Span)) own.add(name)
  const disowned = DISOWNED.test(cue[0]) || DISOWNED.test(written.slice(cue.index, cue.index + NEAR))
  const accused = /обвин/i.test(written)
  const content = contentOf(written, cue)
  const denied = contentRoots(content ? written.slice(content.start, content.end).replace(NAMES, ' ') : '')
  // What it is about stands first: "сообщения о ‹поставках›", "‹присутствие› армии".
  const head = [...denied].find((root) => !IS_SAYING.test(root))
  let best = -1
  let most = 0
  const last = Math.min(sentences.length - 1, at + (at <= LEAD ? HEADLINE : AFTER))
  for (let other = Math.max(0, at - BEFORE); other <= last; other++) {
    const claim = sentences[other] as Span
    // A headline tells again what its page tells.
    if (other === at || isHeadline(facts, claim) || !isAssertion(facts, claim, own)) continue
    const told = facts.text.slice(claim.start, claim.end)
    if (disowned && !BLAMED.test(told)) continue
    // Whom an accusation names tells which one is denied.
    const blames = ACCUSES.test(told) && other < at && at - other <= 2
    const shared = blames ? sharedRoots(roots, at, other) : reading.shared(at, other)
    const answers = accused && /обвин/i.test(told) && other < at
    const points = other === at - 1 && ANAPHORIC.test(written)
    // "He called Rojas's words a lie": what Rojas said.
    const named = claimantNamed(facts, claim, denial) && sharedRoots(roots, at, other) >= BACKGROUND
    if (shared < SHARED && !points && !answers && !named) continue
    // What is denied in so many words is what was asserted in some of them.
    const least = Math.min(ACCUSES.test(told) ? 1 : SHARED, denied.size)
    if (!points && !answers && !named && commonIn(denied, roots(other)) < least) continue
    if (!points && !answers && !named && !blames && head !== undefined && !roots(other).has(head)) continue
    if (at > 0 && other > at + AFTER && shared < BACKGROUND && !named) continue
    // The nearest before it, where several share as much.
    const weight =
      shared + (points || named ? 1 : 0) + (answers ? SHARED : 0) + (other < at ? 0.5 : 0) - Math.abs(other - at) / 10
    if (weight > most) {
      most = weight
      best = other
    }
  }
  return best < 0 ? null : { at: best, claim: sentences[best] as Span, cue: denial.start + cue.index }
}

const CALLED_UNTRUE = new RegExp(UNTRUE, 'iu')
const IS_SAYING = new RegExp(`^${SAYING}`, 'u')

const isHeadline = ({ parts }: ArticleFacts, claim: Span): boolean =>
  parts.some(
    ({ kind, start, end }) =>
      kind === 'headline' && start !== undefined && end !== undefined && start <= claim.start && claim.end <= end,
  )

const commonIn = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((root) => b.has(root)).length

const sharedRoots = (roots: Reading['roots'], a: number, b: number): number => commonIn(roots(a), roots(b))

// Whether who speaks in one sentence is named in the other.
const claimantNamed = ({ statements, mentions }: ArticleFacts, claim: Span, denial: Span): boolean =>
  statements.some(
    ({ start, end, speaker }) =>
      start < claim.end &&
      claim.start < end &&
      speaker?.identity !== undefined &&
      mentions.some((one) => one.identity === speaker.identity && one.start >= denial.start && one.end <= denial.end),
  )

// "It delivers boats, Berg says. — We deliver none, says Rojas": what one asserts another says is not so.
const gainsaid = (reading: Reading, at: number): Found | null => {
  const { facts, sentences, roots, shared } = reading
  const answer = sentences[at] as Span
  const written = facts.text.slice(answer.start, answer.end)
  const cue = GAINSAID.exec(written)
  const own = new Set(speakersIn(facts, answer))
  if (at === 0 || !cue || own.size === 0 || CONDITIONED.test(written)) return null
  if (at > 0 && ADDS.test(written)) for (const name of speakersIn(facts, sentences[at - 1] as Span)) own.add(name)
  // Verb and object: "delivers boats".
  const rest = written.slice(cue.index + cue[0].length, cue.index + cue[0].length + NEAR)
  const deed = [cue[1] as string, [...contentStems(rest)][0] ?? ''].map((word) => rootOf(contentStem(word)))
  if (deed.includes('')) return null
  let best = -1
  let most = GAINSAID_SHARED - 1
  // A headline says what its page says.
  for (let other = Math.max(1, at - BEFORE); other <= Math.min(sentences.length - 1, at + AFTER); other++) {
    const claim = sentences[other] as Span
    if (other === at || !deed.every((root) => roots(other).has(root))) continue
    if (speakersIn(facts, claim).size === 0 || !isAssertion(facts, claim, own)) continue
    const told = facts.text.slice(claim.start, claim.end)
    if (CONDITIONED.test(told) || NEGATED.test(told)) continue
    if (isOneSide(reading, answer, claim)) continue
    const common = shared(at, other)
    if (common <= most) continue
    most = common
    best = other
  }
  return best < 0 ? null : { at: best, claim: sentences[best] as Span, cue: answer.start + cue.index }
}

// "A source in the ministry", "the president's spokesman": of one state both.
const isOneSide = ({ facts, sides }: Reading, a: Span, b: Span): boolean => {
  const [x, y] = [a, b].map((span) => {
    const speaker = speakerIn(facts, span)
    return speaker ? stateOf(sides, speaker) : null
  })
  return x !== null && x === y
}

// "Berg accused Chile of shelling. Chile in its turn said …": the accused has another story.
const answered = ({ facts, sentences, sides }: Reading, at: number): Found | null => {
  const answer = sentences[at] as Span
  const { text } = facts
  const written = text.slice(answer.start, answer.end)
  if (!ANSWERS.test(written) || GOES_ON.test(written) || SILENT.test(written)) return null
  const speaker = speakerIn(facts, answer)
  const state = speaker ? stateOf(sides, speaker) : null
  if (!speaker || state === null) return null
  for (const other of [at - 1, at - 2]) {
    const claim = sentences[other]
    const cue = claim && ACCUSES.exec(text.slice(claim.start, claim.end))
    if (!claim || !cue) continue
    const from = claim.start + cue.index + cue[0].length
    const accused = accusedAfter(sides, from, claim.end)
    if (accused === state && !speakersIn(facts, claim).has(speaker.name)) return { at: other, claim, cue: answer.start }
  }
  return null
}

// Who speaks in a sentence, by name.
const speakersIn = ({ statements }: ArticleFacts, { start, end }: Span): ReadonlySet<string> =>
  new Set(
    statements.flatMap((one) =>
      one.start < end && start < one.end ? [one.speaker?.name ?? one.via[0]?.name ?? []].flat() : [],
    ),
  )

// Told as somebody's word, and not of him who denies.
const isAssertion = (facts: ArticleFacts, claim: Span, deniers: ReadonlySet<string>): boolean => {
  const written = facts.text.slice(claim.start, claim.end)
  if (DENIED.test(written) || TELLS.test(written) || CALLS.test(written) || CALLED_UNTRUE.test(written)) return false
  if (NEGATED.test(written) && !BLAMED.test(written)) return false
  const speakers = speakersIn(facts, claim)
  if ([...speakers].some((name) => deniers.has(name))) return false
  return speakers.size > 0 || ASSERTED.test(written)
}

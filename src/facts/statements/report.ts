import { complementOf } from './complement.ts'
import {
  complementEnd,
  contentOf,
  hasFinite,
  isMark,
  quoteContent,
  sentenceAround,
  skipOpeners,
  thatClause,
} from './content.ts'
import type { Cue } from './cues.ts'
import type { StatementRule } from './draft.ts'
import { bareQuote, directReports, type Report, report } from './report-direct.ts'
import { type Around, opensSegment } from './subject.ts'
import type { Unit } from './unit.ts'

const takesClause = (cue: Cue): boolean => cue.governs.has('что') || cue.form === 'passive'

// What belongs to a cue stands within so many tokens of it; asides look further back for what they interrupt.
const NEAR = 25
const FAR = 200

const SUCH = new Set(['такой', 'такие', 'такую', 'такое'])

/** "Об этом сообщил X", "X рассказал об этом": the sentence before, or the clause before the comma. */
const pointsBack = (unit: Unit, cue: Cue): boolean => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  const last = Math.min(segment.to, cue.at + NEAR)
  for (let i = Math.max(segment.from, cue.at - NEAR); i < last; i++) {
    const { norm } = unit.words[i]!
    if ((norm === 'об' || norm === 'о') && /^(?:этом|чем)$/.test(unit.words[i + 1]?.norm ?? '')) return true
    if (
      norm === 'это' &&
      (i === cue.at - 1 || i === cue.at + 1) &&
      /^(?:подтвердить|опровергнуть|подтверждать|опровергать)$/.test(cue.lemma)
    )
      return true
    if (
      SUCH.has(norm) &&
      /^(?:заявление|мнение|оценка|вывод|предположение|информация|данные)$/.test(unit.words[i + 1]?.lemma ?? '')
    )
      return true
  }
  return false
}

/** The text before an aside in its sentence, without discourse words. */
const before = (text: string, unit: Unit, cue: Cue, rule: StatementRule): Report[] => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  const { from } = sentenceAround(unit, cue.at)
  const start = skipOpeners(unit, from, segment.from)
  if (start >= segment.from - 1) return []
  return report(contentOf(text, unit, start, segment.from - 1), rule, true)
}

const startsWithHow = (unit: Unit, cue: Cue): boolean => {
  const { from } = unit.segments[unit.segment[cue.at]!]!
  const words = unit.words.slice(from, Math.min(cue.from, from + 3))
  return words.some(
    (word, i) => word.norm === 'как' && (i === 0 || /^(?:а|и|но|однако|при)$/.test(unit.words[from]!.norm)),
  )
}

/** One past the segment of an aside and of the phrases in apposition that its subject drags along. */
const asideEnd = (unit: Unit, cue: Cue, around: Around): number => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  let end = segment.to
  if (around.subject && around.order === 'after') end = Math.max(end, segmentEndOf(unit, around.subject.to - 1))
  return end
}

const segmentEndOf = (unit: Unit, i: number): number => {
  const index = unit.segment[i]
  return index === undefined || index < 0 ? i + 1 : unit.segments[index]!.to
}

/** Content around an aside: the longer piece, or the clause that follows when the words before it are whole without it. */
const aroundAside = (
  text: string,
  unit: Unit,
  cue: Cue,
  asideFrom: number,
  asideTo: number,
  cues: readonly Cue[],
  rule: StatementRule,
): Report[] => {
  const sentence = sentenceAround(unit, cue.at)
  const leftFrom = skipOpeners(unit, sentence.from, asideFrom)
  const leftTo = asideFrom
  let rightFrom = asideTo
  while (rightFrom < sentence.to && isMark(unit, rightFrom)) rightFrom++
  const rightTo = rightFrom < sentence.to ? complementEnd(unit, cue, rightFrom, cues) : rightFrom
  const left = leftFrom < leftTo ? contentOf(text, unit, leftFrom, leftTo) : null
  const right = rightFrom < rightTo ? contentOf(text, unit, rightFrom, rightTo) : null
  if (!left || !right) return report(left ?? right, rule, true)
  // "…, но, по словам X, …": what stands before is a clause of its own.
  if (hasFinite(unit, Math.max(leftFrom, leftTo - FAR), leftTo) && hasFinite(unit, rightFrom, rightTo))
    return report(right, rule, true)
  return report(left.end - left.start > right.end - right.start ? left : right, rule, true)
}

/**
 * What a verb or predicate reports, by the first of its patterns that fits. An empty list: the words are no report.
 */
export const reportsOf = (
  text: string,
  unit: Unit,
  cue: Cue,
  around: Around,
  cues: readonly Cue[],
): readonly Report[] => {
  if (startsWithHow(unit, cue)) {
    const segment = unit.segments[unit.segment[cue.at]!]!
    if (!takesClause(cue) || thatClause(unit, cue, cues)?.word === 'что') return []
    return aroundAside(text, unit, cue, segment.from, asideEnd(unit, cue, around), cues, 'aside.how')
  }
  const told = (clause: NonNullable<ReturnType<typeof thatClause>>): readonly Report[] => {
    const end = complementEnd(unit, cue, clause.from, cues)
    const found = report(contentOf(text, unit, clause.from, end), 'clause.that', false, clause.word)
    const quote = unit.words[end]?.text === ':' ? unit.quotes[end + 1] : null
    if (quote) found.push(...report(quoteContent(text, unit, quote, end + 1), 'quote.colon'))
    return found
  }
  if (takesClause(cue)) {
    const direct = directReports(text, unit, cue)
    if (direct.length > 0) return direct
    const bare = bareQuote(text, unit, cue, around)
    if (bare.length > 0) return bare
    const clause = thatClause(unit, cue, cues)
    if (clause) return told(clause)
    const colon = colonClause(text, unit, cue, cues)
    if (colon.length > 0) return colon
  } else {
    const clause = thatClause(unit, cue, cues)
    if (clause && (clause.word === 'correlate' || cue.noun !== undefined)) return told(clause)
  }
  const topic = topicBefore(text, unit, cue, around)
  if (topic.length > 0) return topic
  const segment = unit.segments[unit.segment[cue.at]!]!
  const ownSubject = around.order === 'after' || around.subject === null
  if (
    takesClause(cue) &&
    cue.form !== 'converb' &&
    cue.form !== 'participle' &&
    opensSegment(unit, cue) &&
    ownSubject &&
    /^[,—–―-]+$/.test(segment.before)
  ) {
    // A verb without a subject that has its own object goes on with an earlier one ("…, и призвал уехать").
    const own = around.order === 'none' && cue.form !== 'passive' ? complementOf(text, unit, cue, around, cues) : null
    const aside = own ? [] : before(text, unit, cue, 'aside.after')
    if (aside.length > 0 && (around.order === 'after' || cue.form === 'passive' || around.anaphoric)) return aside
  }
  return report(complementOf(text, unit, cue, around, cues), 'complement')
}

export { pointsBack }

const ABOUT = new Set(['о', 'об', 'обо'])

/** "О том, что …, рассказал X": the clause before the cue's segment. */
const topicBefore = (text: string, unit: Unit, cue: Cue, around: Around): Report[] => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  const from = Math.max(sentenceAround(unit, cue.at).from, segment.from - FAR)
  for (let i = segment.from; i < Math.min(cue.from, segment.from + 3); i++) {
    if (!cue.governs.has('о') || !ABOUT.has(unit.words[i]!.norm) || cue.from - i < 3) continue
    if (/^(?:этом|чем|том)$/.test(unit.words[i + 1]!.norm)) continue
    const { subject } = around
    const until = subject && subject.from > i + 1 && subject.from < cue.from ? subject.from : cue.from
    return report(contentOf(text, unit, i, until), 'topic.before', true)
  }
  for (let i = from; i < segment.from - 3; i++) {
    if (unit.words[i + 1]!.norm !== 'том' || !/^(?:о|об)$/.test(unit.words[i]!.norm) || unit.words[i + 2]!.text !== ',')
      continue
    if (hasFinite(unit, from, i)) return []
    const clause = /^(?:что|чтобы)$/.test(unit.words[i + 3]!.norm) ? i + 4 : i + 3
    return report(contentOf(text, unit, clause, segment.from - 1), 'topic.before', true)
  }
  return []
}

/** "Он заявил: страна готова." */
const colonClause = (text: string, unit: Unit, cue: Cue, cues: readonly Cue[]): Report[] => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  if (unit.words[segment.to]?.text !== ':' || cue.weak) return []
  return report(contentOf(text, unit, segment.to + 1, complementEnd(unit, cue, segment.to + 1, cues)), 'colon')
}

/** "заявление о том, что …": only with the clause, since a bare noun may stand for anything. */
export const nounReports = (text: string, unit: Unit, cue: Cue, cues: readonly Cue[]): Report[] => {
  const clause = thatClause(unit, cue, cues)
  if (!clause || clause.from - cue.to > 12 || !/^(?:correlate|что|чтобы)$/.test(clause.word)) return []
  return report(
    contentOf(text, unit, clause.from, complementEnd(unit, cue, clause.from, cues)),
    'noun.that',
    false,
    clause.word,
  )
}

/** "По словам X, …": everything else of the sentence, or the longer piece. */
export const accordingReports = (
  text: string,
  unit: Unit,
  cue: Cue,
  phraseTo: number,
  cues: readonly Cue[],
): readonly Report[] => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  let to = Math.max(phraseTo, cue.to)
  // Without a verb after it, the rest of the segment still names the speaker.
  const end = segmentEndOf(unit, to - 1)
  if (end - to < 12 && !hasFinite(unit, to, end)) to = end
  const from = cue.from === segment.from || opensBy(unit, segment.from, cue.from) ? segment.from : cue.from
  return aroundAside(text, unit, cue, from, to, cues, 'according')
}

const opensBy = (unit: Unit, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!/^(?:ADV|CCONJ|PART)$/.test(unit.words[i]!.morph.pos)) return false
  return true
}

import { type Content, isMark, quoteContent, sentenceAround } from './content.ts'
import type { Cue } from './cues.ts'
import type { StatementRule } from './draft.ts'
import { type Around, opensSegment } from './subject.ts'
import { isDash, isFiniteVerb, type Unit } from './unit.ts'

/** A content found for a cue, and the rule that found it. */
export interface Report {
  readonly content: Content
  readonly rule: StatementRule
  /** The conjunction of its clause, '' when there is none. */
  readonly conjunction: string
  /** The cue is an aside of the author set beside the content (", заявил он", "как сообщает …"). */
  readonly aside: boolean
}

export const report = (content: Content | null, rule: StatementRule, aside = false, conjunction = ''): Report[] =>
  content ? [{ content, rule, aside, conjunction }] : []

// Titles are this short; only a quotation that the cue plainly introduces may be as short.
const SHORT_QUOTE = 4

/** The quotation that ends right before a segment (over commas and dashes): its last token, or -1. */
const quoteBefore = (unit: Unit, from: number): number => {
  let i = from - 1
  let marks = 0
  while (i >= 0 && isMark(unit, i) && marks < 4) {
    if (!/^[,.!?…—–―:-]+$/.test(unit.words[i]!.text)) return -1
    i--
    marks++
  }
  return marks > 0 && i >= 0 && unit.quotes[i] ? i : -1
}

/** Whether a quotation opens its sentence, or follows another piece or a dash, so that it is a speech and no title. */
const opensSpeech = (unit: Unit, last: number): boolean => {
  const quote = unit.quotes[last]!
  let first = last
  while (first > 0 && unit.quotes[first - 1] === quote) first--
  if (first === 0) return true
  const before = unit.words[first - 1]!
  if (isDash(before) || before.text === ':') return true
  if (unit.quotes[first - 1] && unit.quotes[first - 1] !== quote) return true
  return isMark(unit, first - 1) && /^[.!?…]+$/.test(before.text)
}

/** "«А», — сказал он." and "«А, — сказал он, — Б»", every piece by itself; "Он сказал: «А»". */
export const directReports = (text: string, unit: Unit, cue: Cue): Report[] => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  const found: Report[] = []
  const before = quoteBefore(unit, segment.from)
  const opening =
    before >= 0 && opensSpeech(unit, before) && (opensSegment(unit, cue) || isDash(unit.words[segment.from - 1]))
  if (opening) {
    found.push(...report(quoteContent(text, unit, unit.quotes[before]!, before), 'quote.before', true))
    let i = segment.to
    while (i < unit.words.length && isMark(unit, i)) i++
    if (i > segment.to && unit.quotes[i] && isDash(unit.words[i - 1]))
      found.push(...report(quoteContent(text, unit, unit.quotes[i]!, i), 'quote.split', true))
    const later = quoteAfterColon(unit, cue)
    if (later >= 0 && unit.quotes[later] !== unit.quotes[i])
      found.push(...report(quoteContent(text, unit, unit.quotes[later]!, later), 'quote.colon'))
    return found
  }
  const after = quoteAfterColon(unit, cue)
  if (after >= 0) found.push(...report(quoteContent(text, unit, unit.quotes[after]!, after), 'quote.colon'))
  return found
}

const quoteAfterColon = (unit: Unit, cue: Cue): number => {
  const { to } = sentenceAround(unit, cue.at)
  for (let i = cue.to; i < Math.min(to + 2, unit.words.length - 1, cue.to + 50); i++) {
    if (unit.quotes[i] || unit.bracketed[i]) continue
    if (i > cue.to && isFiniteVerb(unit.words[i]!)) return -1
    if (unit.words[i]!.text === ':') return unit.quotes[i + 1] ? i + 1 : -1
  }
  return -1
}

/** A quotation right after the verb, without colon: "призвал «выбрать мир»". */
export const bareQuote = (text: string, unit: Unit, cue: Cue, around: Around): Report[] => {
  const from = around.order === 'after' && around.subject ? Math.max(cue.to, around.subject.to) : cue.to
  const quote = unit.quotes[from]
  if (!quote || cue.governs.has('naming')) return []
  const content = quoteContent(text, unit, quote, from)
  if (!content || content.to - content.from < SHORT_QUOTE || isTitle(unit, content)) return []
  const next = unit.words[content.to]
  return !next || isMark(unit, content.to) ? report(content, 'quote.bare') : []
}

/** Whether a quotation only holds a name («РИА Новости»). */
const isTitle = (unit: Unit, content: Content): boolean => {
  for (let i = content.from; i < content.to; i++)
    if (
      unit.mentions[i] &&
      !unit.mentions[i]!.mention.by &&
      unit.mentions[i]!.to - unit.mentions[i]!.from >= content.to - content.from - 2
    )
      return true
  return false
}

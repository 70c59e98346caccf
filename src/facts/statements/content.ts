import { firstNot, type Span } from '../../core/index.ts'
import type { Cue } from './cues.ts'
import type { Quote } from './quotes.ts'
import { opensSegment } from './subject.ts'
import { hasFinite } from './subject-before.ts'
import { isFiniteVerb, isNoun, type Unit } from './unit.ts'

/** The words that are reported: where they stand, and whether they are the speaker's own. */
export interface Content extends Span {
  readonly kind: 'direct' | 'indirect'
  readonly from: number
  readonly to: number
}

const isMark = (unit: Unit, i: number): boolean => unit.segment[i] === -1 && !unit.quotes[i] && !unit.bracketed[i]

/** The sentence around a token, as token numbers; its final marks are left out. Quotations hold no sentence ends. */
export const sentenceAround = (unit: Unit, at: number): { readonly from: number; readonly to: number } => {
  const { bounds } = unit
  return bounds[firstNot(0, bounds.length - 1, (middle) => bounds[middle]!.next <= at)]!
}

const trim = (text: string, start: number, end: number): Span => {
  let a = start
  let b = end
  while (a < b && /[\s,;:—–-]/u.test(text[a]!)) a++
  while (b > a && /[\s,;:—–]/u.test(text[b - 1]!)) b--
  if (text[b - 1] === '.' && text[b - 2] !== '.') b--
  while (b > a && /\s/u.test(text[b - 1]!)) b--
  return { start: a, end: b }
}

/** Tokens [from, to) as a content: what stands wholly in one quotation is direct, without its marks. */
export const contentOf = (text: string, unit: Unit, from: number, to: number): Content | null => {
  let a = from
  let b = to
  while (a < b && isMark(unit, a)) a++
  while (b > a && isMark(unit, b - 1)) b--
  if (a >= b) return null
  const quote = unit.quotes[a]
  const whole =
    quote &&
    unit.words[a]!.start <= quote.innerStart &&
    quote === unit.quotes[b - 1] &&
    unit.words[b - 1]!.end >= quote.innerEnd
  const span = whole
    ? trim(text, quote.innerStart, quote.innerEnd)
    : trim(text, unit.words[a]!.start, unit.words[b - 1]!.end)
  if (span.end - span.start < 2) return null
  return { start: span.start, end: span.end, kind: whole ? 'direct' : 'indirect', from: a, to: b }
}

/** The piece of a quotation that lies in this unit, as a direct content. */
export const quoteContent = (text: string, unit: Unit, quote: Quote, at: number): Content | null => {
  const span = trim(text, quote.innerStart, quote.innerEnd)
  if (span.end - span.start < 2) return null
  let from = at
  while (from > 0 && unit.quotes[from - 1] === quote) from--
  let to = at
  while (to < unit.words.length && unit.quotes[to] === quote) to++
  return { start: span.start, end: span.end, kind: 'direct', from, to }
}

const CONTRAST = /^(?:а|но|однако|хотя|тогда|при|между|тем|после|вместе)$/u

const agreesWith = (unit: Unit, a: number, b: number): boolean => {
  const x = unit.words[a]!.morph
  const y = unit.words[b]!.morph
  return (
    x.number === y.number &&
    x.tense === y.tense &&
    (x.gender === undefined || y.gender === undefined || x.gender === y.gender)
  )
}

/** Whether a verb between two cues could own the second one: then it goes on inside the content. */
const ownedInside = (unit: Unit, from: number, later: Cue): boolean => {
  for (let i = from; i < later.from; i++) {
    const word = unit.words[i]!
    if (!isFiniteVerb(word) || unit.quotes[i] || unit.bracketed[i]) continue
    if (agreesWith(unit, i, later.at)) return true
  }
  return false
}

/** ", чуть раньше он указывал, что": a clause with its own "он" and "что" goes on about the speaker, not in his words. */
const hasOwnPronoun = (unit: Unit, from: number, later: Cue): boolean => {
  const { to } = unit.segments[unit.segment[later.at]!]!
  if (later.form !== 'finite' || unit.words[to]?.text !== ',' || unit.words[to + 1]?.norm !== 'что') return false
  for (let i = from; i < later.from; i++) {
    const { norm, morph } = unit.words[i]!
    if (/^(?:он|она|они)$/u.test(norm)) continue
    if (!/^(?:ADV|PART|ADP|NUM)$/u.test(morph.pos) && !isNoun(unit.words[i]!) && morph.pos !== 'ADJ') return false
    if (morph.case === 'Nom') return false
  }
  return unit.words.slice(from, later.from).some(({ norm }) => /^(?:он|она|они)$/u.test(norm))
}

/** Where a later cue of the same sentence begins words of its own, so that a content before it ends; -1 if it does not. */
const breaksAt = (unit: Unit, cue: Cue, from: number, later: Cue): number => {
  const segment = unit.segments[unit.segment[later.at]!]!
  if (later.form === 'according') return -1
  if (later.form === 'noun' || later.form === 'participle') return -1
  const opens = opensSegment(unit, later) && segment.from > from
  if (segment.from > from && !/^[,—–―-]+$/.test(segment.before)) return -1
  if (later.form === 'converb') return opens ? segment.from - 1 : -1
  if (segment.from > from && unit.words[segment.from]!.norm === 'как' && opens) return segment.from - 1
  if (opens) {
    const followed = subjectFollows(unit, later, segment.to)
    if (followed) return segment.from - 1
    if (later.form === 'passive') return segment.from - 1
    const joined = unit.words[segment.from]!.norm === 'и' || agreesWith(unit, cue.at, later.at)
    if (cue.form === 'finite' && joined && !ownedInside(unit, from, later)) return segment.from - 1
    return -1
  }
  if (segment.from > from && segment.before === ',' && hasOwnPronoun(unit, segment.from, later)) return segment.from - 1
  let k = later.from
  while (k > from && /^(?:ADV|PART)$/.test(unit.words[k - 1]!.morph.pos)) k--
  if (/^(?:и|но|а)$/.test(unit.words[k - 1]?.norm ?? '') && k - 1 > from && cue.form === 'finite')
    if (agreesWith(unit, cue.at, later.at) && !ownedInside(unit, from, later)) return k - 1
  if (segment.from > from && CONTRAST.test(unit.words[segment.from]!.norm) && !followedByThat(unit, segment.from))
    return segment.from - 1
  return -1
}

const followedByThat = (unit: Unit, i: number): boolean =>
  unit.words.slice(i, i + 3).some((word) => word.norm === 'что')

const PRONOUNS = new Set(['он', 'она', 'они'])

/** Whether a nominative or a name without case follows the cue in its segment, so that it is the author's aside. */
const subjectFollows = (unit: Unit, cue: Cue, end: number): boolean => {
  for (let i = cue.to; i < Math.min(end, cue.to + 40); i++) {
    const word = unit.words[i]!
    if (PRONOUNS.has(word.norm)) return true
    const { morph } = word
    if (unit.words[i - 1]?.morph.pos === 'ADP') continue
    if (unit.mentions[i] && morph.case === undefined) return true
    if (isNoun(word) && morph.case === 'Nom') return true
  }
  return unit.words[cue.at]!.morph.number === 'Plur' && /^(?:в|во|на)$/u.test(unit.words[cue.to]?.norm ?? '')
}

const ASIDE_CONVERB = /^(?:комментировать|отвечать|говорить|ссылаться|выступать|обращаться|касаться|передавать|имея)$/u

// A reported clause is not longer than this many tokens, however long the sentence.
const LONGEST = 400

/** One past the last token of a complement that begins at `from`: up to the next cue's own words or the sentence end. */
export const complementEnd = (unit: Unit, cue: Cue, from: number, cues: readonly Cue[]): number => {
  let end = Math.min(sentenceAround(unit, from).to, from + LONGEST)
  for (const quote of unit.inlined) if (quote.from < from && from < quote.to) end = Math.min(end, quote.to - 1)
  for (const later of cues) {
    if (later.from <= from || later.from >= end) continue
    const cutAt = breaksAt(unit, cue, from, later)
    if (cutAt > from) {
      end = cutAt
      break
    }
  }
  for (let i = from + 1; i < end; i++) {
    if (unit.quotes[i] || unit.bracketed[i]) continue
    if (unit.words[i]!.text === ';') return i
    // "что закон плох: «На него ушел час»": the speaker's own words follow.
    if (unit.words[i]!.text === ':' && unit.quotes[i + 1] && end - i > 4) return i
    if (unit.words[i]!.norm === 'ссылкой' && /^(?:со|с)$/.test(unit.words[i - 1]!.norm)) return i - 1
    if (unit.words[i]!.morph.verbForm === 'Conv' && ASIDE_CONVERB.test(unit.words[i]!.lemma) && isMark(unit, i - 1))
      return i - 1
  }
  return end
}

/** Discourse words at the start of a sentence that belong to the report, not to what is reported. */
const OPENERS = /^(?:так|однако|впрочем|кроме|при|тем|вместе|между|также|помимо|к|наконец|итак|и|но|а)$/u
const OPENING_GROUPS = [
  ['кроме', 'того'],
  ['при', 'этом'],
  ['тем', 'не', 'менее'],
  ['вместе', 'с', 'тем'],
  ['между', 'тем'],
  ['помимо', 'этого'],
  ['к', 'тому', 'же'],
  ['в', 'частности'],
  ['так'],
  ['однако'],
  ['впрочем'],
  ['также'],
  ['наконец'],
] as const

/** Skips "Кроме того,", "При этом", "Тем не менее" at `from`. */
export const skipOpeners = (unit: Unit, from: number, to: number): number => {
  const first = unit.words[from]?.norm ?? ''
  if (!OPENERS.test(first) && first !== 'в') return from
  for (const group of OPENING_GROUPS) {
    if (!group.every((norm, k) => unit.words[from + k]?.norm === norm)) continue
    const next = from + group.length
    if (unit.words[next]?.text === ',') return next + 1
    return next < to && group.length > 1 ? next : from
  }
  return from
}

/** First token after the conjunction of the cue's clause ("…, что", "о том, что"); -1 when no such clause follows. */
export const thatClause = (unit: Unit, cue: Cue, cues: readonly Cue[]): { from: number; word: string } | null => {
  const { to } = sentenceAround(unit, cue.at)
  const last = Math.min(to, cue.to + 40)
  for (let i = cue.to; i < last; i++) {
    if (unit.quotes[i] || unit.bracketed[i]) continue
    const word = unit.words[i]!
    if (i > cue.to && cues.some((other) => other !== cue && other.at === i && other.form === 'finite')) return null
    if (isFiniteVerb(word) && word.norm !== 'это') return null
    // "Осудил заявления ‹президента Дании› о том, что …": the clause is whose the noun is.
    if (i > cue.to && cues.some((other) => other.at === i && other.form === 'noun') && isOwned(unit, i)) return null
    if (!CONJUNCTIONS.has(word.norm)) continue
    const afterComma = unit.words[i - 1]?.text === ','
    if (KEEPS_CONJUNCTION.has(word.norm) && !(ASKS.test(cue.lemma) && i <= cue.to + 12)) continue
    const correlate = /^(?:то|том|тому|тем|того)$/u.test(unit.words[i - 2]?.norm ?? '')
    if (afterComma || i === cue.to)
      return { from: KEEPS_CONJUNCTION.has(word.norm) ? i : i + 1, word: correlate ? 'correlate' : word.norm }
  }
  return null
}

/** Whether a noun of speech has its speaker behind it: "призыв ‹премьера›". */
const isOwned = (unit: Unit, at: number): boolean => {
  const owner = unit.mentions[at + 1]
  const word = unit.words[owner?.head ?? at + 1]
  if (word?.morph.case !== 'Gen') return false
  return owner ? owner.mention.type !== 'document' : isNoun(word) && word.morph.animacy === 'Anim'
}

const KEEPS_CONJUNCTION = new Set([
  'почему',
  'когда',
  'как',
  'где',
  'кто',
  'сколько',
  'какой',
  'какие',
  'какая',
  'каким',
  'зачем',
  'куда',
  'откуда',
  'ли',
])
const CONJUNCTIONS = new Set(['что', 'чтобы', 'будто', 'якобы', ...KEEPS_CONJUNCTION])
// Verbs that take an indirect question ("рассказал, как …"); after others such a word opens a relative clause.
const ASKS =
  /^(?:рассказать|рассказывать|пояснить|пояснять|объяснить|объяснять|уточнить|уточнять|сообщить|сообщать|спросить|спрашивать|поинтересоваться|раскрыть|напомнить|разъяснить|ответить|сказать|написать|узнать|выяснить|поведать)$/u

export { hasFinite, isMark }

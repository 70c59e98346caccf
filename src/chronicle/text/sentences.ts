import type { Span } from '../../core/index.ts'

// No sentence ends after these: initials, and the shortenings that Russian news writes with a full stop.
const SHORTENED =
  /(?:^|[\s(«"])(?:\p{Lu}|г|гг|в|вв|им|ул|д|стр|руб|коп|млн|млрд|трлн|тыс|кв|куб|т|е|др|пр|см|ср|тел|проф|акад|ген|полк|ред|прим|кг|км|чел|ст|п|оз|о|р|обл|мин|сек|ч)$/u
const CLOSING = /[»"”’)\]]/
const OPENS = /[\s«"“„(—–-]/

/** How far from its trigger a quote may reach in either direction, in code units. */
const REACH = 700

const endsAt = (text: string, at: number): boolean => {
  const mark = text[at] as string
  if (mark === '\n') return true
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') return false
  let next = at + 1
  while (next < text.length && (CLOSING.test(text[next] as string) || /[.!?…]/.test(text[next] as string))) next++
  if (next >= text.length || text[next] === '\n') return true
  if (mark === '.' && SHORTENED.test(text.slice(Math.max(0, at - 8), at))) return false
  const following = text.slice(next, next + 4)
  // "визит.Страны": a lost space between two sentences is common in page dumps.
  if (next === at + 1 && !OPENS.test(text[next] as string))
    return /^\p{Lu}\p{Ll}/u.test(following) && /\p{Ll}/u.test(text[at - 1] ?? '')
  return /^[\s\u00a0]*[«"“„(—–-]?\s?[\p{Lu}\d]/u.test(following)
}

/**
 * The sentence around a stretch of text, as a span without the spaces at its ends: from the last sentence end before
 * it to the first one after it. A sentence longer than 700 characters on a side is cut at a space.
 *
 * @example sentenceAround('Тихо. Посол прибыл. Все ушли.', { start: 12, end: 18 }) // the span of 'Посол прибыл.'
 */
export const sentenceAround = (text: string, inner: Span): Span => {
  const floor = Math.max(0, inner.start - REACH)
  const ceiling = Math.min(text.length, inner.end + REACH)
  let start = inner.start
  while (start > floor && !endsAt(text, start - 1)) start--
  if (start === floor && start > 0) while (start < inner.start && !/\s/.test(text[start - 1] as string)) start++
  // Closing marks that follow the sentence end before belong to it.
  while (start < inner.start && (CLOSING.test(text[start] as string) || /[\s.!?…]/.test(text[start] as string))) start++
  let end = inner.end
  while (end < ceiling && !endsAt(text, end)) end++
  if (end < text.length && text[end] !== '\n' && endsAt(text, end)) {
    end++
    while (end < text.length && (CLOSING.test(text[end] as string) || /[.!?…]/.test(text[end] as string))) end++
  } else if (end === ceiling && end < text.length) {
    while (end > inner.end && !/\s/.test(text[end] as string)) end--
  }
  while (end > inner.end && /\s/.test(text[end - 1] as string)) end--
  return { start, end }
}

/**
 * The sentences of a text from an offset on, without the spaces between them, at most so many.
 *
 * @example sentencesOf('Тихо. Посол прибыл.', 0, 10).length // 2
 */
export const sentencesOf = (text: string, from: number, most: number): Span[] => {
  const spans: Span[] = []
  let start = from
  for (let at = from; at < text.length && spans.length < most; at++) {
    if (!endsAt(text, at)) continue
    let end = at + 1
    while (end < text.length && (CLOSING.test(text[end] as string) || /[.!?…]/.test(text[end] as string))) end++
    if (text.slice(start, end).trim() !== '') spans.push(trimmed(text, start, end))
    start = end
    at = end - 1
  }
  if (spans.length < most && text.slice(start).trim() !== '') spans.push(trimmed(text, start, text.length))
  return spans
}

const trimmed = (text: string, start: number, end: number): Span => {
  const whole = text.slice(start, end)
  return { start: start + whole.length - whole.trimStart().length, end: start + whole.trimEnd().length }
}

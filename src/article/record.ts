import type { RecordPage } from '../collect/index.ts'
import type { Span } from '../core/index.ts'
import type { Part } from './article.ts'
import { type Dateline, findDateline } from './dateline.ts'

export interface RecordText {
  readonly text: string
  readonly headline: string | null
  readonly parts: readonly Part[]
  readonly datelines: readonly Span[]
  readonly opening: Dateline | null
}

const SPACES = /\n|[ \u00a0\t]{2}/g
const ENDS_SENTENCE = '.!?…»"”:;)'
const OPENS_SENTENCE = /[А-ЯЁA-Z«"“—–\d]/u
const isSpace = (code: number): boolean => code === 32 || code === 0xa0 || (code >= 9 && code <= 13) || code === 0xfeff

/**
 * Whether a run of white space parts paragraphs: it holds a line break, or it is one of the runs of spaces that records
 * made from pages by joining their lines keep (two behind a sentence, or three, before a capital).
 */
const partsParagraphs = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (text[i] === '\n') return true
  if (!OPENS_SENTENCE.test(text[end] ?? '')) return false
  return end - start >= 3 || ENDS_SENTENCE.includes(text[start - 1] ?? ' ')
}

const paragraphs = (text: string): Span[] => {
  const spans: Span[] = []
  const push = (start: number, end: number) => {
    let [a, b] = [start, end]
    while (a < b && isSpace(text.charCodeAt(a))) a++
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--
    if (a < b) spans.push({ start: a, end: b })
  }
  let from = 0
  SPACES.lastIndex = 0
  for (let match = SPACES.exec(text); match !== null; match = SPACES.exec(text)) {
    let start = match.index
    let end = start
    while (start > from && isSpace(text.charCodeAt(start - 1))) start--
    while (end < text.length && isSpace(text.charCodeAt(end))) end++
    SPACES.lastIndex = Math.max(end, match.index + 1)
    if (!partsParagraphs(text, start, end)) continue
    push(from, start)
    from = end
  }
  push(from, text.length)
  return spans
}

/**
 * An article record is clean: nothing is cut from its text and nothing in it is changed. With a title the text is the
 * title, an empty line and the record's text; without one it is the record's text. `pageStart` and `pageEnd` are offsets
 * in the record's own `text`.
 */
export const recordText = (page: RecordPage): RecordText => {
  const title = page.meta.title?.trim() ? page.meta.title : null
  const shift = title === null ? 0 : title.length + 2
  const parts: Part[] = title === null ? [] : [{ kind: 'headline', text: title, start: 0, end: title.length }]
  const datelines: Span[] = []
  let opening: Dateline | null = null
  const place = (kind: Part['kind'], start: number, end: number) =>
    parts.push({
      kind,
      text: page.text.slice(start, end),
      start: start + shift,
      end: end + shift,
      pageStart: start,
      pageEnd: end,
    })
  for (const { start, end } of paragraphs(page.text)) {
    const dateline = findDateline(page.text.slice(start, end))
    if (dateline === null) {
      place('body', start, end)
      continue
    }
    opening ??= dateline
    datelines.push({ start: start + shift, end: start + dateline.end + shift })
    place('dateline', start, start + dateline.end)
    let rest = start + dateline.end
    while (rest < end && /\s/u.test(page.text[rest]!)) rest++
    if (rest < end) place('body', rest, end)
  }
  return { text: title === null ? page.text : `${title}\n\n${page.text}`, headline: title, parts, datelines, opening }
}

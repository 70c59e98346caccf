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

// Paragraphs of a record are parted by line breaks; records made from pages by joining lines keep a run of spaces there.
const PARAGRAPH =
  /\s*\n\s*|(?<=[.!?…»"”:;)])[ \u00a0\t]{2,10}(?=[А-ЯЁA-Z«"“—–\d])|[ \u00a0\t]{3,10}(?=[А-ЯЁA-Z«"“—–\d])/gu

const paragraphs = (text: string): Span[] => {
  const spans: Span[] = []
  const push = (start: number, end: number) => {
    let [a, b] = [start, end]
    while (a < b && /\s/u.test(text[a]!)) a++
    while (b > a && /\s/u.test(text[b - 1]!)) b--
    if (a < b) spans.push({ start: a, end: b })
  }
  let from = 0
  for (const match of text.matchAll(PARAGRAPH)) {
    push(from, match.index)
    from = match.index + match[0].length
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

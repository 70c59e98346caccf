import type { Span } from '../core/index.ts'
import type { Note, Part, PartKind } from './article.ts'
import { type Dateline, findDateline } from './dateline.ts'
import type { Sourced } from './html/metadata.ts'
import type { Label, Line } from './text/line.ts'
import { isLegal } from './text/marks.ts'
import { CORRECTION } from './text/phrases.ts'

/** The article's text and its parts, made from labelled lines. */
export interface Composed {
  readonly text: string
  readonly headline: string | null
  readonly parts: readonly Part[]
  readonly datelines: readonly Span[]
  /** The first dateline: it can name the day and the outlet. */
  readonly opening: Dateline | null
  readonly cutNotes: readonly Note[]
}

const PART: Readonly<Record<Label, PartKind>> = {
  headline: 'headline',
  'repeated-headline': 'headline',
  lead: 'lead',
  body: 'body',
  subheading: 'subheading',
  caption: 'caption',
  credit: 'caption',
  note: 'note',
  meta: 'meta',
  stamp: 'meta',
  teaser: 'teaser',
  service: 'service',
}
const KEPT: ReadonlySet<Label> = new Set<Label>(['lead', 'body', 'subheading', 'caption'])

const noteOf = (text: string): Note => ({
  kind: CORRECTION.test(text) ? 'correction' : isLegal(text) || text.startsWith('*') ? 'legal' : 'editorial',
  text,
})

/** Pieces are joined once: a text that grows piece by piece would be copied for each of them. */
interface Draft {
  readonly pieces: string[]
  length: number
  readonly headline: boolean
  readonly parts: Part[]
  readonly datelines: Span[]
  opening: Dateline | null
}

const add = (draft: Draft, piece: string): void => {
  draft.pieces.push(piece)
  draft.length += piece.length
}

const keep = (draft: Draft, line: Line, kind: PartKind): void => {
  const { block } = line
  if (draft.pieces.length > 0) add(draft, draft.pieces.length === 1 && draft.headline ? '\n\n' : '\n')
  const at = draft.length
  add(draft, block.text)
  const place = (from: number, to: number, as: PartKind) =>
    draft.parts.push({
      kind: as,
      text: block.text.slice(from, to),
      start: at + from,
      end: at + to,
      ...line.block.pageSpan(from, to),
    })
  const dateline = kind === 'body' || kind === 'lead' ? findDateline(block.text) : null
  if (dateline === null) {
    place(0, block.text.length, kind)
    return
  }
  draft.datelines.push({ start: at, end: at + dateline.end })
  draft.opening ??= dateline
  place(0, dateline.end, 'dateline')
  let rest = dateline.end
  while (/\s/u.test(block.text[rest] ?? 'x')) rest++
  if (rest < block.text.length) place(rest, block.text.length, kind)
}

/**
 * Joins the kept lines: headline, an empty line, then a paragraph a line. Each kept part's `text` is exactly
 * `text.slice(start, end)`; parts stand in page order and leave no line of the page out. `given` is the headline of the page's head, for a page that shows none.
 */
export const compose = (lines: readonly Line[], given: Sourced | null = null): Composed => {
  const shown = lines.find((line) => line.label === 'headline')?.block.text ?? null
  const headline = shown ?? given?.text ?? null
  const draft: Draft = { pieces: [], length: 0, headline: headline !== null, parts: [], datelines: [], opening: null }
  const cutNotes: Note[] = []
  if (headline !== null) add(draft, headline)
  if (shown === null && given !== null) {
    const { text, start, end } = given
    draft.parts.push({ kind: 'headline', text, start: 0, end: text.length, pageStart: start, pageEnd: end })
  }
  for (const line of lines) {
    const label = line.label ?? 'service'
    const { block } = line
    if (KEPT.has(label)) keep(draft, line, PART[label])
    else {
      const place = label === 'headline' ? { start: 0, end: block.text.length } : {}
      draft.parts.push({ kind: PART[label], text: block.text, ...place, ...block.pageSpan(0, block.text.length) })
      if (label === 'note') cutNotes.push(noteOf(block.text))
    }
  }
  return {
    text: draft.pieces.join(''),
    headline,
    parts: draft.parts,
    datelines: draft.datelines,
    opening: draft.opening,
    cutNotes,
  }
}

import type { PageMeta } from '../collect/index.ts'
import type { Dateline } from './dateline.ts'
import { findStamps, isoStamp, relativeStamp, type Stamp, stampValue } from './stamps.ts'
import type { Line } from './text/line.ts'

/** When the page says that it was published and updated, in its own words. */
export interface Dates {
  readonly published: string | null
  readonly updated: string | null
  /** Days that do not exist, as the page writes them. */
  readonly impossible: readonly string[]
}

interface Found {
  readonly line: number
  readonly stamp: Stamp
}

/** Distance of a stamp from the headline; lines behind it count half, for a stamp mostly stands under its headline. */
const distance = (line: number, headline: number): number =>
  line > headline ? line - headline : 2 * (headline - line) + 1

const nearest = (found: readonly Found[], headline: number): Stamp | null => {
  let best: Found | null = null
  for (const item of found) {
    if (best === null || distance(item.line, headline) < distance(best.line, headline)) best = item
  }
  return best?.stamp ?? null
}

/** How far above and below the headline a line of stamps still speaks of this article. */
const HEAD_REACH = 25

const headStamps = (lines: readonly Line[], headline: number): Found[] => {
  const found: Found[] = []
  const first = lines.findIndex((line) => line.label === 'body' || line.label === 'lead')
  for (const [i, line] of lines.entries()) {
    if (line.mark !== 'stamp' && line.mark !== 'meta') continue
    // Stamps in lists of other stories stand behind the text; a stamp right behind it may still be the article's own.
    const near = i <= Math.max(first, headline) + 3 || lines[i - 1]?.label === 'body' || lines[i - 1]?.label === 'lead'
    if (!near || Math.abs(i - headline) > HEAD_REACH + Math.max(0, first)) continue
    for (const stamp of findStamps(line.block.text)) found.push({ line: i, stamp })
  }
  return found
}

const dayOf = (stamp: Stamp, meta: PageMeta): string => stampValue(stamp, meta.fetched ?? meta.published)

/** Reads the dates of a dump's header lines and, for want of them, of its dateline. */
export const findDates = (lines: readonly Line[], dateline: Dateline | null, meta: PageMeta): Dates => {
  const headline = Math.max(
    0,
    lines.findIndex((line) => line.label === 'headline'),
  )
  const all = headStamps(lines, headline)
  const impossible = all
    .filter(({ stamp }) => !stamp.possible)
    .map(({ line, stamp }) => lines[line]!.block.text.slice(stamp.start, stamp.end))
  const found = all.filter(({ stamp }) => stamp.possible)
  const updated = nearest(
    found.filter(({ stamp }) => stamp.role === 'updated'),
    headline,
  )
  const published =
    nearest(
      found.filter(({ stamp }) => stamp.role === 'published'),
      headline,
    ) ??
    nearest(
      found.filter(({ stamp }) => stamp.role !== 'updated'),
      headline,
    )
  const relative = published === null ? relativeHead(lines, meta.fetched) : null
  return {
    published: published ? dayOf(published, meta) : (relative ?? datelineDay(dateline, meta)),
    updated: updated ? dayOf(updated, meta) : null,
    impossible,
  }
}

const relativeHead = (lines: readonly Line[], fetched: string | undefined): string | null => {
  for (const line of lines) {
    if (line.label === 'body') return null
    const value = line.mark === 'stamp' ? relativeStamp(line.block.text, fetched) : null
    if (value !== null) return value
  }
  return null
}

const datelineDay = (dateline: Dateline | null, meta: PageMeta): string | null =>
  dateline?.stamp?.possible ? dayOf(dateline.stamp, meta) : null

/** A finer form of the same day that the input gives (`2025-09-03T17:47` for a dateline's 3 September). */
const finer = (page: string, input: string): boolean =>
  page.length === 10 && input.length > 10 && input.startsWith(page)

/** The page's own date comes first; what it does not say may be given with the input. */
export const settle = (
  page: string | null,
  input: string | undefined,
): { readonly value: string | null; readonly basis: 'page' | 'input' | null } => {
  const given = input === undefined ? null : isoStamp(input)
  if (page === null) return { value: given, basis: given === null ? null : 'input' }
  return given !== null && finer(page, given) ? { value: given, basis: 'input' } : { value: page, basis: 'page' }
}

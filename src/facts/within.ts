import { firstNot, type Span } from '../core/index.ts'

/**
 * Index of the shortest span that holds the stretch from `start` to `end`; -1 when none does. Spans are in text order, so
 * the search stops at the first that begins after the stretch.
 */
export const innermost = (spans: readonly Span[], start: number, end: number): number => {
  let best = -1
  for (let i = firstPast(spans, start) - 1; i >= 0; i--) {
    const span = spans[i]!
    // Statements nest but do not grow without end: far before the stretch nothing can reach it.
    if (start - span.start > 20_000) break
    if (span.end >= end && (best === -1 || span.end - span.start < spans[best]!.end - spans[best]!.start)) best = i
  }
  return best
}

/** Index of the first span that begins after `at` (spans sorted by start). */
const firstPast = (spans: readonly Span[], at: number): number => {
  return firstNot(0, spans.length, (middle) => spans[middle]!.start <= at)
}

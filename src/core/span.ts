/**
 * A stretch of a text in UTF-16 code units (JavaScript string indexes): `start` included, `end` excluded.
 *
 * @example { start: 0, end: 5 } of 'Путин встретился' is 'Путин'
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Number of code units that two spans share; 0 when they only touch or lie apart. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Whether `inner` lies wholly inside `outer` (equal spans do). */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

import { dayString, edtfBounds } from '../core/index.ts'

/** First and last day of a date, both included; null without one, and where it is open or its year is unknown. */
export const daysOf = (date: string | null): { readonly first: string; readonly last: string } | null => {
  const bounds = date === null ? null : edtfBounds(date)
  if (!bounds || !Number.isFinite(bounds.first) || !Number.isFinite(bounds.last)) return null
  return { first: dayString(bounds.first), last: dayString(bounds.last) }
}

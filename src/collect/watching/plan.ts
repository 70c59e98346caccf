/** When things are read again: all in milliseconds, all pure, so that weeks can be tested in a moment. */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SHORTEST = 5 * MINUTE
const LONGEST = 12 * HOUR
const FIRST = 15 * MINUTE
/** A feed may ask for patience, but not for more than this. */
const PATIENCE = HOUR

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Mean time between the latest items of a feed, by their dates; null when they have too few. */
export const meanGap = (dates: readonly (string | null)[]): number | null => {
  const times = dates
    .flatMap((date) => (date === null ? [] : [Date.parse(date)]))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a)
    .slice(0, 20)
  if (times.length < 3) return null
  return (times[0]! - times.at(-1)!) / (times.length - 1)
}

/**
 * How long to leave a feed alone: about as long as it takes it to bring something new, half as long as before when it did,
 * half as long again when it did not; between five minutes and twelve hours, never below what the feed asks for
 * (up to an hour).
 *
 * @example nextInterval(null, { fresh: 3, gap: 600_000, asked: null }) // 600000
 */
export const nextInterval = (
  before: number | null,
  { fresh, gap, asked }: { readonly fresh: number; readonly gap: number | null; readonly asked: number | null },
): number => {
  const usual = gap ?? FIRST
  const wanted =
    before === null
      ? usual
      : fresh > 0
        ? Math.min(before / 2, Math.max(usual, before / 4))
        : Math.max(before, SHORTEST) * 1.5
  const polite = Math.min(PATIENCE, (asked ?? 0) * MINUTE)
  return within(Math.max(wanted, polite), SHORTEST, LONGEST)
}

/** How long to wait for a feed or page that failed so many times in a row. */
export const retryDelay = (failures: number): number => Math.min(24 * HOUR, SHORTEST * 2 ** Math.min(10, failures - 1))

/** Ages of a page at which it is read again for edits: often on the first day, for three days. */
const REREADINGS = [1, 4, 12, 24, 48, 72].map((hours) => hours * HOUR)

/** When a page first seen at `first` is read again after `done` readings; null when three days have gone. */
export const nextRereading = (first: number, done: number): number | null => {
  const age = REREADINGS[done]
  return age === undefined ? null : first + age
}

/** Whether a page is young enough to be edited still: what names no date counts as new. */
export const mayBeEdited = (published: string | null, now: number): boolean => {
  const time = published === null ? now : Date.parse(published)
  return Number.isNaN(time) || now - time < REREADINGS.at(-1)!
}

/** Times that a page is tried before it is given up. */
export const MOST_TRIES = 6

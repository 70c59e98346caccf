/**
 * Words of Russian that tell attributes of an event which sources may put differently. Each list is the whole family.
 */

/** Protocol ranks of a visit, by the stem of the adjective. */
export const RANKS: readonly (readonly [string, string])[] = [
  ['государственн', 'государственный'],
  ['официальн', 'официальный'],
  ['рабоч', 'рабочий'],
  ['неофициальн', 'неофициальный'],
  ['дружественн', 'дружественный'],
  ['частн', 'частный'],
  ['краткосрочн', 'краткосрочный'],
  ['паломническ', 'паломнический'],
]

/** A word by which a figure of time is how long something took. */
export const LASTING =
  /(?:дли|продл|занял|заняла|заняли|растян|затян|длительност|продолжительност|дневн|часов|минутн|недельн|суточн)/i

/** Hours in a unit of time. */
export const HOURS: Readonly<Record<string, number>> = { минута: 1 / 60, час: 1, день: 24, неделя: 168, месяц: 730 }

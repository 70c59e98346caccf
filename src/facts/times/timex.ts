import type { TimeFact } from '../facts.ts'
import { DAY_PART_CODES } from './russian/words.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const CLOCK = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** Zones that the text may name beside an hour; Moscow's has stood at +03:00 since the autumn of 2014. */
const zoneOf = (words: string, value: string): string | null => {
  if (/(?:gmt|utc|гринвич)/iu.test(words)) return 'Z'
  if (/(?:мск|msk|москв|московск)/iu.test(words)) return value >= '2014-10-26' ? '+03:00' : null
  return null
}

const partIn = (words: readonly string[]): string | undefined => {
  for (const word of words) {
    const code = DAY_PART_CODES.get(word)
    if (code) return code
  }
  return undefined
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

// The word before an expression stands within so many characters.
const BEFORE = 12

/**
 * The value in TIMEX3 where that says more than EDTF can: a part of the day («утром 5 марта»: `2021-03-05TMO`), an hour
 * with its zone («13.00 мск»: `2021-03-05T13:00+03:00`). Undefined where EDTF says all.
 */
export const timexOf = (
  text: string,
  { start, end, value }: Pick<TimeFact, 'start' | 'end' | 'value'>,
): string | undefined => {
  const inside = text.slice(start, end)
  if (CLOCK.test(value)) {
    const zone = zoneOf(inside, value)
    return zone === null ? undefined : value + zone
  }
  if (!DAY.test(value)) return undefined
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const near = /(?:^|[^\p{L}])(\p{L}+)(?: во?)?\s$/iu.exec(before)?.[1]
  const part = partIn([...wordsOf(inside), ...(near ? [near.toLowerCase()] : [])])
  return part === undefined ? undefined : `${value}T${part}`
}

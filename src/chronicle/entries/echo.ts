import type { Relation } from './actors.ts'
import type { Draft } from './draft.ts'
import { PROFILES } from './profile.ts'
import { COURSES } from './sorts.ts'

/** All but so much of what a kind needs is there when both name a happening that lasts, of whom or of where the other is too. */
export const ECHO = 2
/** What it takes at most, then, that somebody more is named: who called for it, condemned it or spoke of it. */
export const ASIDE = 0.25
/** What it takes that each names another sort of happening. */
export const OTHER = 1
/** What it takes that days of one that lasts do not meet, and how many days may lie between. */
export const SLIPPED = -0.25
const SLIP = 45

/** The happening that both name, the one that lasts; the empty word for none, null where they name different ones. */
export const commonSort = (a: Draft, b: Draft): string | null => {
  const { chief: x } = a
  const { chief: y } = b
  return x === y ? x : x === '' || y === '' ? '' : null
}

/** One of such a kind is known by its day alone, and the other by one so many days away. */
export const isSlip = (gap: number, sort: string): boolean => COURSES.has(sort) && gap <= SLIP

/** What it adds that many pages tell of it already: theirs is the one that is meant. */
export const known = ({ articles }: Draft): number => Math.min(1, Math.log2(articles.size) / 4)

/** "The coup in N." is the coup that all other pages of these weeks tell of. */
export const isEcho = (a: Draft, b: Draft, date: number, { people, bodies, states }: Relation): boolean => {
  if ((date < 0.5 && date !== SLIPPED) || PROFILES[a.kind].contact) return false
  return people + bodies + states > 0 || a.places.some((place) => b.places.includes(place))
}

import type { Morph } from '../analysis.ts'

/** Case, number, gender and person of a tag packed into one number, and how those of two words stand to each other. */

const CASES = ['', 'Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc', 'Par', 'Voc']
const NUMBERS = ['', 'Sing', 'Plur']
const GENDERS = ['', 'Masc', 'Fem', 'Neut']
const PERSONS = ['', '1', '2', '3']

const NUMBER_AT = 4
const GENDER_AT = 6
const PERSON_AT = 8
const CASE_BITS = 15
const TWO_BITS = 3

const placeIn = (list: readonly string[], value: string | undefined): number => Math.max(0, list.indexOf(value ?? ''))

const personOf = ({ person, pos }: Morph): string => person ?? (pos === 'NOUN' || pos === 'PROPN' ? '3' : '')

/** What agreement asks of a tag: 0 stands for what the tag does not tell. The second genitive is a genitive. */
export const marksOf = (tag: Morph): number =>
  placeIn(CASES, tag.case === 'Par' ? 'Gen' : tag.case) |
  (placeIn(NUMBERS, tag.number) << NUMBER_AT) |
  (placeIn(GENDERS, tag.number === 'Plur' ? '' : tag.gender) << GENDER_AT) |
  (placeIn(PERSONS, personOf(tag)) << PERSON_AT)

const same = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a === b ? 1 : 2)
const sameNumber = (a: number, b: number): number => same((a >> NUMBER_AT) & TWO_BITS, (b >> NUMBER_AT) & TWO_BITS)
const sameGender = (a: number, b: number): number => same((a >> GENDER_AT) & TWO_BITS, (b >> GENDER_AT) & TWO_BITS)

/** How case, number and gender of two words stand to each other: each is not told, the same or another. */
export const matchOf = (a: number, b: number): number =>
  same(a & CASE_BITS, b & CASE_BITS) * 9 + sameNumber(a, b) * 3 + sameGender(a, b)

/** How person, number and gender of two words stand to each other: of a verb and its subject. */
export const concordOf = (a: number, b: number): number =>
  same((a >> PERSON_AT) & TWO_BITS, (b >> PERSON_AT) & TWO_BITS) * 9 + sameNumber(a, b) * 3 + sameGender(a, b)

/** Whether a word has a case. */
export const hasCase = (marks: number): boolean => (marks & CASE_BITS) !== 0

/** Whether case, number or gender of two words differ. */
export const differ = (a: number, b: number): boolean => ((a ^ b) & ((1 << PERSON_AT) - 1)) !== 0

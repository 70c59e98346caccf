import type { Word } from '../../analysis.ts'
import type { NameContext } from './person-name.ts'

/** What the words around a name say of its case and gender. */

const PREPOSITION_CASES: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    с: [4],
    со: [4],
    между: [4],
    над: [4],
    перед: [4],
    под: [4, 3],
    за: [4, 3],
    к: [2],
    ко: [2],
    по: [2],
    благодаря: [2],
    о: [5],
    об: [5],
    обо: [5],
    при: [5],
    в: [5, 3],
    во: [5, 3],
    на: [5, 3],
    от: [1],
    у: [1],
    для: [1],
    из: [1],
    без: [1],
    до: [1],
    после: [1],
    против: [1],
    около: [1],
    про: [3],
    через: [3],
    кроме: [1],
    вместо: [1],
    среди: [1],
    вокруг: [1],
  }),
)
const CASE_NAMES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

/** Weights of the cases for a name that begins at word `from` and ends before `to`, whose office (if any) begins at `start`. */
export const contextOf = (
  words: readonly Word[],
  from: number,
  to: number,
  start: number,
  roleHead: number,
  seen: ReadonlySet<string>,
): NameContext => {
  const cases = [0.35, 0.2, 0, 0.1, 0, 0]
  const before = words[start - 1]
  const preposition = before && PREPOSITION_CASES.get(before.norm)
  if (preposition) {
    cases[0] = -1
    for (const index of preposition) cases[index]! += 1
  } else if (before?.morph.pos === 'NOUN' && start === from) cases[1]! += 0.3
  if (roleHead >= 0) {
    for (let c = 0; c < 6; c++) {
      if (words[roleHead]!.readings.some(({ morph }) => morph.case === CASE_NAMES[c])) cases[c]! += 0.5
    }
    const chosen = CASE_NAMES.indexOf(words[roleHead]!.morph.case ?? '')
    if (chosen >= 0) cases[chosen]! += 0.2
  }
  return { cases, genders: gendersAround(words, from, to), seen }
}

const verbGender = (word: Word | undefined): 0 | 1 | null => {
  if (word?.morph.tense !== 'Past' || word.morph.verbForm === 'Part' || word.morph.number !== 'Sing') return null
  return word.morph.gender === 'Masc' ? 0 : word.morph.gender === 'Fem' ? 1 : null
}

const gendersAround = (words: readonly Word[], from: number, to: number): [number, number] => {
  const genders: [number, number] = [0, 0]
  for (const at of [to, to + 1, from - 1, from - 2]) {
    const gender = verbGender(words[at])
    if (gender !== null) {
      genders[gender] += at === to || at === from - 1 ? 0.6 : 0.3
      break
    }
  }
  return genders
}

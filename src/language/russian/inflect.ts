import type { Morph, Reading } from '../analysis.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { TAG_FIXED, TAG_RARE, TAG_SUSPECT } from './tags.ts'

/** Features of the wanted form; what is left out stays as it is in the reading. */
export type Wanted = Partial<
  Pick<Morph, 'case' | 'number' | 'gender' | 'animacy' | 'variant' | 'person' | 'tense' | 'degree'>
>

type Field = keyof Wanted

const FIELDS: readonly Field[] = ['case', 'number', 'gender', 'animacy', 'variant', 'person', 'tense', 'degree']

/** Whether a reading came from a paradigm, so that its other forms are known. */
export const isEntry = (reading: Reading): reading is Entry => 'paradigm' in reading && (reading as Entry).paradigm >= 0

/** Features that a form must not contradict; a form that has no such feature (plural: gender) agrees with any. */
const agrees = (form: Morph, wanted: Wanted): boolean =>
  FIELDS.every((field) => {
    const value = wanted[field]
    if (value === undefined || form[field] === value) return true
    if (field === 'gender') return form.number === 'Plur' || form.gender === undefined
    return field === 'animacy' && form.animacy === undefined
  })

/** How much of the reading's own features a form keeps, and how usual the form is. */
const closeness = (form: Morph, own: Morph, tag: string): number => {
  let score = 0
  for (const key of Object.keys(own) as (keyof Morph)[]) if (own[key] !== undefined && form[key] === own[key]) score++
  if (TAG_RARE.test(tag)) score -= 4
  if (TAG_SUSPECT.test(tag)) score -= 8
  return score
}

/**
 * Another form of a word, by the paradigm of one of its readings (of the dictionary or of the guesser): lower case, ё
 * kept where the dictionary writes it. Null when the reading has no paradigm or the paradigm no such form; a word that
 * is not declined comes back as it is.
 *
 * @example inflect(lexicon, reading /* «агентством» *\/, { case: 'Nom' }) // 'агентство'
 * @example inflect(lexicon, reading /* «российский» *\/, { case: 'Gen', gender: 'Fem' }) // 'российской'
 */
export const inflect = (lexicon: Lexicon, reading: Reading, wanted: Wanted): string | null => {
  if (!isEntry(reading)) return null
  const { paradigm, morph } = reading
  if (TAG_FIXED.test(lexicon.tagOf(paradigm, reading.form))) return lexicon.formOf(reading, reading.form)
  const target: Wanted = { ...pick(morph), ...wanted }
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (let form = 0; form < lexicon.formCount(paradigm); form++) {
    const other = lexicon.morphOf(reading, form)
    if (other.verbForm !== morph.verbForm || other.voice !== morph.voice || other.aspect !== morph.aspect) continue
    if (other.pos !== morph.pos || !agrees(other, target)) continue
    const score = closeness(other, { ...morph, ...target }, lexicon.tagOf(paradigm, form))
    if (score > bestScore) {
      best = form
      bestScore = score
    }
  }
  return best < 0 ? null : lexicon.formOf(reading, best)
}

const pick = (morph: Morph): Wanted => {
  const wanted: Record<string, string> = {}
  for (const field of FIELDS) if (morph[field] !== undefined) wanted[field] = morph[field]
  return wanted as Wanted
}

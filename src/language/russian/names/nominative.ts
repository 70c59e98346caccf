import type { Case, Gender, GrammaticalNumber } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'

/** Forms of dictionary words, asked for by features. */

export interface Wanted {
  readonly case: Case
  readonly number?: GrammaticalNumber | undefined
  readonly gender?: Gender | undefined
}

const fits = (have: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || have === undefined || have === wanted

/** The form of an entry's word with these features, lower case with ё; null when its paradigm has none. */
export const formWith = (lexicon: Lexicon, entry: Entry, wanted: Wanted): string | null => {
  if (entry.paradigm < 0) return null
  const own = entry.morph
  const count = lexicon.formCount(entry.paradigm)
  for (let form = 0; form < count; form++) {
    const morph = lexicon.morphOf(entry, form)
    if (morph.case !== wanted.case || morph.pos !== own.pos || morph.variant !== own.variant) continue
    if (morph.verbForm !== own.verbForm || morph.tense !== own.tense || morph.voice !== own.voice) continue
    if (morph.degree === 'Sup' && own.degree !== 'Sup') continue
    if (!fits(morph.number, wanted.number ?? own.number)) continue
    if (morph.number !== 'Plur' && !fits(morph.gender, wanted.gender ?? own.gender)) continue
    return lexicon.formOf(entry, form)
  }
  return null
}

const capitalizePart = (form: string, like: string): string => {
  const first = like[0] ?? ''
  return first !== first.toLowerCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form
}

/** A lower-case form with the capitals of the word as written ("санкт-петербург" like "Санкт-Петербургу"). */
export const capitalizeLike = (form: string, like: string): string => {
  if (!like.includes('-')) return capitalizePart(form, like)
  const parts = like.split('-')
  const own = form.split('-')
  if (own.length !== parts.length) return capitalizePart(form, like)
  return own.map((part, i) => capitalizePart(part, parts[i]!)).join('-')
}

// What is written without ё keeps е: the text's letters are kept as far as the forms agree.
/** The form with the text's own spelling of ё. */
export const spellLike = (form: string, like: string): string => {
  if (!form.includes('ё')) return form
  return /ё/i.test(like) ? form : form.replaceAll('ё', 'е')
}

/** An abbreviation without the ending that the press gives it ("МИДом" → "МИД"); null when the word is none. */
export const abbreviationBase = (written: string): string | null => {
  const match = /^([А-ЯЁ]{2,}[А-ЯЁ\d+-]*)[-’']?(?:а|у|ом|ем|е|ы|ов|ам|ами|ах|и|ю|я)$/.exec(written)
  return match ? match[1]! : null
}

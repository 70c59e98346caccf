import type { Case, Gender, GrammaticalNumber } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import { TAG_RARE, TAG_SUSPECT } from '../tags.ts'

/** Forms of dictionary words, asked for by features. */

export interface Wanted {
  readonly case: Case
  readonly number?: GrammaticalNumber | undefined
  readonly gender?: Gender | undefined
}

const fits = (have: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || have === undefined || have === wanted

const agreeing = (made: string, like: string): number => {
  let same = 0
  while (same < made.length && (made[same] === like[same] || (made[same] === 'ё' && like[same] === 'е'))) same++
  return same
}

/**
 * The form of an entry's word with these features, lower case with ё; null when its paradigm has none. Of two spellings
 * (Васильевна, Василиевна) the one that agrees longer with `like`.
 */
export const formWith = (lexicon: Lexicon, entry: Entry, wanted: Wanted, like?: string): string | null => {
  if (entry.paradigm < 0) return null
  let best: string | null = null
  let bestRank = Number.NEGATIVE_INFINITY
  const own = entry.morph
  const count = lexicon.formCount(entry.paradigm)
  for (let form = 0; form < count; form++) {
    const morph = lexicon.morphOf(entry, form)
    if (morph.case !== wanted.case || morph.pos !== own.pos || morph.variant !== own.variant) continue
    if (morph.verbForm !== own.verbForm || morph.tense !== own.tense || morph.voice !== own.voice) continue
    if (morph.degree === 'Sup' && own.degree !== 'Sup') continue
    if (!fits(morph.number, wanted.number ?? own.number)) continue
    if (morph.number !== 'Plur' && !fits(morph.gender, wanted.gender ?? own.gender)) continue
    const made = lexicon.formOf(entry, form)
    if (like === undefined) return made
    const tag = lexicon.tagOf(entry.paradigm, form)
    const rank = agreeing(made, like) - (TAG_SUSPECT.test(tag) ? 9 : TAG_RARE.test(tag) ? 2.5 : 0)
    if (rank <= bestRank) continue
    bestRank = rank
    best = made
  }
  return best
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

/** What is written without ё keeps е: the form with the text's own spelling of ё. */
export const spellLike = (form: string, like: string): string => {
  if (!form.includes('ё')) return form
  return /ё/i.test(like) ? form : form.replaceAll('ё', 'е')
}

const foldChar = (char: string | undefined): string | undefined => (char === 'ё' ? 'е' : char)

const partLike = (form: string, like: string): string => {
  const lower = like.toLowerCase()
  let same = 0
  while (same < form.length && same < like.length && foldChar(form[same]) === foldChar(lower[same])) same++
  const rest = spellLike(form.slice(same), like)
  const shouted = like.length > 3 && like === like.toUpperCase()
  if (same === 0) return capitalizePart(rest, like)
  return like.slice(0, same) + (shouted ? rest.toUpperCase() : rest)
}

/**
 * A lower-case form in the letters of the word as written, as far as the two agree: its capitals, its ё.
 *
 * @example writtenLike('лукойл', 'ЛУКОЙЛе') // 'ЛУКОЙЛ'
 */
export const writtenLike = (form: string, like: string): string => {
  if (!like.includes('-')) return partLike(form, like)
  const parts = like.split('-')
  const own = form.split('-')
  if (own.length !== parts.length) return partLike(form, like)
  return own.map((part, i) => partLike(part, parts[i]!)).join('-')
}

/** An abbreviation without the ending that the press gives it ("МИДом" → "МИД"); null when the word is none. */
export const abbreviationBase = (written: string): string | null => {
  const match = /^([А-ЯЁ]{2,}[А-ЯЁ\d+-]*)[-’']?(?:а|у|ом|ем|е|ы|ов|ам|ами|ах|и|ю|я)$/.exec(written)
  return match ? match[1]! : null
}

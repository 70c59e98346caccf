import type { Morph } from '../analysis.ts'
import { intern, type MorphDraft } from './morph.ts'

/**
 * One way to write a tag, for the dictionary, for treebanks that differ in habits, and for the tagger. It settles only
 * what treebanks write differently for the same thing:
 * animacy is kept on nouns, and on words that agree with them where it shows (accusative, masculine or plural);
 * adverbs always have a degree; a reflexive verb is `Mid`, whatever it means; быть is imperfective and has the future
 * будет; кто and себя have case alone.
 */

const CASE_ONLY = new Set('кто никто некто кто-то кто-нибудь кто-либо кое-кто себя друг нечего некого'.split(' '))

const AGREEING = new Set(['ADJ', 'DET', 'VERB', 'NUM', 'AUX'])

const agreeing = (draft: MorphDraft): void => {
  const shows = draft.case === 'Acc' && draft.gender !== 'Fem' && draft.gender !== 'Neut'
  if (!shows) delete draft.animacy
  if (draft.number === 'Plur') delete draft.gender
}

const verbal = (draft: MorphDraft, form: string): void => {
  if (draft.variant === 'Short') delete draft.case
  if (draft.verbForm === 'Conv') delete draft.tense
  const passive = draft.verbForm === 'Part' && draft.voice === 'Pass'
  if (!passive) draft.voice = /с[яь]$/.test(form) ? 'Mid' : 'Act'
  if (draft.mood === 'Imp') delete draft.tense
}

const copula = (draft: MorphDraft, form: string): void => {
  if (form === 'бы' || form === 'б') return
  draft.aspect = 'Imp'
  draft.voice = 'Act'
  if (draft.tense === 'Pres' && draft.verbForm === 'Fin' && form.startsWith('буд')) draft.tense = 'Fut'
}

const REFLEXIVE = 1
const COPULA = 2
const PARTICLE = 4
const FUTURE = 8
const CASE_ALONE = 16

/** What of form and lemma the canonical tag of a part of speech depends on, as a set of bits. */
const marksOf = (pos: Morph['pos'], form: string, lemma: string): number => {
  if (pos === 'PRON') return CASE_ONLY.has(lemma) ? CASE_ALONE : 0
  if (pos !== 'VERB' && pos !== 'AUX') return 0
  return (
    (/с[яь]$/.test(form) ? REFLEXIVE : 0) |
    (lemma === 'быть' && /^(был|буд|быть)/.test(form) ? COPULA : 0) |
    (form === 'бы' || form === 'б' ? PARTICLE : 0) |
    (form.startsWith('буд') ? FUTURE : 0)
  )
}

/** Canonical tags by the marks they were made for. */
const settled = new Map<Morph, (Morph | undefined)[]>()

/** The canonical tag of a folded word; without the dictionary's name mark. */
export const canonical = (morph: Morph, form: string, lemma = ''): Morph => {
  const marks = marksOf(morph.pos, form, lemma)
  let made = settled.get(morph)
  if (!made) {
    made = new Array(32)
    settled.set(morph, made)
  }
  made[marks] ??= settle(morph, form, lemma)
  return made[marks]
}

const settle = (morph: Morph, form: string, lemma: string): Morph => {
  const draft: MorphDraft = { ...morph }
  delete draft.name
  delete draft.foreign
  if (AGREEING.has(draft.pos)) agreeing(draft)
  switch (draft.pos) {
    case 'VERB':
      verbal(draft, form)
      if (/^(был|буд|быть)/.test(form) && lemma === 'быть') copula(draft, form)
      break
    case 'AUX':
      verbal(draft, form)
      copula(draft, form)
      break
    case 'ADV':
      draft.degree ??= 'Pos'
      delete draft.tense
      break
    case 'PRON':
      delete draft.animacy
      if (CASE_ONLY.has(lemma)) {
        delete draft.number
        delete draft.gender
      }
      break
    case 'ADJ':
      if (draft.case !== undefined || draft.variant !== undefined) draft.degree ??= 'Pos'
      if (draft.variant === 'Short') delete draft.case
      break
    case 'SCONJ':
    case 'PART':
      delete draft.mood
      break
  }
  return intern(draft)
}

/** FNV-1a of a text, as a 32-bit integer. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

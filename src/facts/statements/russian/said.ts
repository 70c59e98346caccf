import type { Word } from '../../../language/index.ts'
import type { Stance } from '../../facts.ts'
import { CUE_VERBS } from './verbs.ts'

/** The first verb of a reported clause that stands in no clause below it, with what its subject is. */
interface MainVerb {
  readonly at: number
  readonly negated: boolean
  /** `self`: left out or a first person, so that the speaker means himself; `thing`: a noun without will; else `other`. */
  readonly subject: 'self' | 'other' | 'thing'
}

const OPENS_BELOW = /^(?:который|если|когда|хотя|пока|поскольку|чтобы|что|где|куда|как)$/u

const isFiniteForm = (word: Word): boolean =>
  (word.morph.pos === 'VERB' || word.morph.pos === 'AUX') &&
  (word.morph.verbForm === 'Fin' || word.morph.verbForm === undefined)

const subjectSort = (words: readonly Word[], verb: number): MainVerb['subject'] => {
  const sort: MainVerb['subject'] = 'self'
  for (let i = 0; i < words.length; i++) {
    if (i > verb + 4 && sort !== 'self') break
    const word = words[i]!
    const { pos, case: kase, animacy } = word.morph
    if (/^(?:я|мы)$/u.test(word.norm)) return 'self'
    if (kase !== 'Nom' || (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'PRON')) continue
    if (i > verb && (pos === 'PRON' || words[i - 1]?.morph.pos === 'ADP' || i > verb + 4)) continue
    if (words[i - 1]?.text === ',' && i > verb) break
    const named = pos === 'PROPN' || /^\p{Lu}/u.test(word.text) || animacy === 'Anim'
    return named || /^(?:он|она|они|кто|никто|все)$/u.test(word.norm) ? 'other' : 'thing'
  }
  return sort
}

const mainVerb = (words: readonly Word[]): MainVerb | null => {
  let below = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (i > 0 && OPENS_BELOW.test(word.lemma) && word.morph.pos !== 'PART') below = true
    else if (word.text === ',' && below) below = false
    if (below || !(isFiniteForm(word) || word.morph.variant === 'Short')) continue
    const negated = words[i - 1]?.norm === 'не' || words[i - 2]?.norm === 'не'
    return { at: i, negated, subject: subjectSort(words, i) }
  }
  return null
}

const INTENDS =
  /^(?:намереваться|планировать|собираться|хотеть|надеяться|рассчитывать|ожидать|ожидаться|предполагаться|прогнозироваться|планироваться|намеренный|намерен)$/u
const HAS_INFINITIVE = (words: readonly Word[], from: number): boolean =>
  words.slice(from, from + 8).some((word) => word.morph.verbForm === 'Inf')

const isFuture = (words: readonly Word[], at: number): boolean =>
  words[at]!.morph.tense === 'Fut' || /^(?:будет|будут|буду|будем)$/u.test(words[at]!.norm)

/**
 * The act that said words perform by themselves, where their cue is neutral: an intention or forecast expects, what
 * the speaker will do himself is a promise, what he will not do is declined, his own "призываю" demands. Null for a
 * plain statement. `ownVoice`: the speaker is somebody who can act, not an outlet that only reports.
 */
export const actOf = (words: readonly Word[], ownVoice: boolean): Stance | null => {
  const main = mainVerb(words)
  if (!main || !ownVoice) return null
  const verb = words[main.at]!
  const { subject, negated } = main
  const known = CUE_VERBS.get(verb.lemma)
  if (subject === 'self' && known && known.stance !== 'says' && verb.morph.tense !== 'Past')
    return negated ? 'declines' : known.stance
  if (INTENDS.test(verb.lemma)) return negated && subject === 'self' ? 'declines' : negated ? null : 'expects'
  if (/^(?:готовый|готов)$/u.test(verb.lemma))
    return subject === 'self' && !negated && HAS_INFINITIVE(words, main.at) ? 'promises' : null
  if (verb.lemma === 'мочь' && verb.morph.tense !== 'Past' && HAS_INFINITIVE(words, main.at))
    return negated ? null : 'expects'
  if (isFuture(words, main.at)) {
    if (subject === 'thing') return 'expects'
    if (negated) return 'declines'
    return subject === 'self' ? 'promises' : null
  }
  return null
}

import type { Word } from '../../language/index.ts'
import type { Stance } from '../facts.ts'
import {
  ACCORDING_NOUNS,
  ACCORDING_PREPOSITIONS,
  ESTIMATE_NOUNS,
  EXPRESS_VERBS,
  EXPRESSED_NOUNS,
  LIGHT_GROUPS,
  SPEECH_NOUNS,
} from './russian/nouns.ts'
import { CUE_VERBS, type Government, OPINION_ADJECTIVES, PASSIVES, SAID_PARTICIPLES } from './russian/verbs.ts'
import { isNoun, type Unit } from './unit.ts'

/** What in a unit shows that somebody is reported to speak. */
export interface Cue {
  /** The word that decides: verb, predicate, or the noun of "по словам". */
  readonly at: number
  /** First token, and one past the last, of the whole cue ("не подтвердил", "выразил надежду", "По его словам"). */
  readonly from: number
  readonly to: number
  readonly form: 'finite' | 'converb' | 'participle' | 'passive' | 'predicate' | 'according' | 'noun'
  readonly stance: Stance
  readonly governs: ReadonlySet<Government>
  readonly weak: boolean
  readonly negated: boolean
  readonly lemma: string
  /** Set for "выразить" + noun: the noun's token, from which a content without a clause begins. */
  readonly noun: number | undefined
}

type CueParts = Pick<Cue, 'at' | 'from' | 'to' | 'form' | 'stance' | 'governs' | 'lemma'> &
  Partial<Pick<Cue, 'weak' | 'negated' | 'noun'>>

// Every cue is made here, so that all have one shape and reading one is quick.
const cueOf = ({ at, from, to, form, stance, governs, lemma, weak = false, negated = false, noun }: CueParts): Cue => ({
  at,
  from,
  to,
  form,
  stance,
  governs,
  weak,
  negated,
  lemma,
  noun,
})

const SPEECH: ReadonlySet<Government> = new Set(['что', 'о'])
const CLAUSE: ReadonlySet<Government> = new Set(['что'])
const UNANSWERED: ReadonlySet<Government> = new Set(['что', 'на'])
const EXPRESSED: ReadonlySet<Government> = new Set(['что', 'о', 'за', 'на', 'в', 'к', 'acc'])

const LIGHT: ReadonlyMap<string, readonly { noun: string; stance: Stance }[]> = (() => {
  const all = new Map<string, { noun: string; stance: Stance }[]>()
  for (const [verbs, noun, stance] of LIGHT_GROUPS)
    for (const verb of verbs.split(' ')) all.set(verb, [...(all.get(verb) ?? []), { noun, stance }])
  return all
})()

/** Whether "не" stands before the token, at most an auxiliary between ("не смог подтвердить"). */
const isNegated = (unit: Unit, at: number): number => {
  if (unit.words[at - 1]?.norm === 'не' || unit.words[at - 1]?.norm === 'ни') return at - 1
  return -1
}

const formOf = (unit: Unit, i: number): Cue['form'] | null => {
  const { morph } = unit.words[i]!
  if (morph.pos !== 'VERB' && morph.pos !== 'AUX') return null
  // What somebody will say, shall say or might say is no report.
  if (morph.verbForm === 'Inf' || morph.mood === 'Imp' || morph.tense === 'Fut') return null
  if (morph.verbForm === 'Conv') return 'converb'
  if (morph.verbForm === 'Part') return morph.voice === 'Pass' || morph.variant === 'Short' ? null : 'participle'
  return 'finite'
}

/** The noun of a fixed group ("выразил ‹надежду›") among the next few tokens; -1 when there is none. */
const nounOf = (unit: Unit, verb: number, wanted: (lemma: string) => boolean, reach = 8): number => {
  for (let i = verb + 1; i < Math.min(unit.words.length, verb + reach); i++) {
    if (unit.segment[i] !== unit.segment[verb]) return -1
    const word = unit.words[i]!
    if (isNoun(word) && wanted(word.lemma)) return i
    if (word.morph.pos === 'VERB' && word.morph.verbForm !== 'Part') return -1
  }
  return -1
}

const verbCue = (unit: Unit, i: number): Cue | null => {
  const word = unit.words[i]!
  const form = formOf(unit, i)
  if (!form) return null
  const known = CUE_VERBS.get(word.lemma)
  const expresses = EXPRESS_VERBS.has(word.lemma)
  const lights = LIGHT.get(word.lemma)
  const passive = form === 'finite' ? PASSIVES.get(word.lemma) : undefined
  // Most verbs report nothing.
  if (!known && !expresses && !lights && !passive) return null
  const negation = isNegated(unit, i)
  const from = negation >= 0 ? negation : i
  const negated = negation >= 0
  const alone = (as: Cue['form'], stance: Stance, governs: Cue['governs'], weak = false): Cue =>
    cueOf({ at: i, from, to: i + 1, form: as, negated, lemma: word.lemma, stance, governs, weak })
  const withNoun = (noun: number, lemma: string, stance: Stance): Cue => {
    const to = noun === i + 1 ? noun + 1 : i + 1
    return cueOf({ at: i, from, to, form, negated, lemma: `${word.lemma} ${lemma}`, stance, governs: EXPRESSED, noun })
  }
  if (expresses) {
    const noun = nounOf(unit, i, (lemma) => EXPRESSED_NOUNS.has(lemma))
    const lemma = noun < 0 ? '' : unit.words[noun]!.lemma
    if (noun >= 0 && (!known || noun <= i + 3)) return withNoun(noun, lemma, EXPRESSED_NOUNS.get(lemma)!)
  }
  for (const light of lights ?? []) {
    const noun = nounOf(unit, i, (lemma) => lemma === light.noun, ADDRESSED)
    // "обратился к главе британского Минфина с призывом": whom it was said to stands between.
    const addressed = noun >= 0 && /^со?$/u.test(unit.words[noun - 1]!.norm)
    if (noun >= 0 && (addressed || noun <= i + 4)) return withNoun(noun, light.noun, light.stance)
  }
  if (known) {
    // "не ответил на запрос": no answer is an answer; "ответил на вопрос" tells of none.
    const governs = negation >= 0 && /^отве(?:тить|чать)$/u.test(word.lemma) ? UNANSWERED : known.governs
    return alone(form, known.stance, governs, known.weak)
  }
  return passive ? alone('passive', passive, SPEECH) : null
}

/** How far the noun of a fixed group may stand behind its verb. */
const ADDRESSED = 16

const WILL_BE = new Set(['будет', 'будут'])

const predicateCue = (unit: Unit, i: number): Cue | null => {
  const word = unit.words[i]!
  const said = SAID_PARTICIPLES.get(word.norm)
  const opinion = word.morph.variant === 'Short' ? OPINION_ADJECTIVES.get(word.lemma) : undefined
  if (!said && !opinion) return null
  const predicate = (form: Cue['form'], stance: Stance, governs: Cue['governs']): Cue =>
    cueOf({ at: i, from: i, to: i + 1, form, stance, governs, negated: isNegated(unit, i) >= 0, lemma: word.lemma })
  const future = WILL_BE.has(unit.words[i - 1]?.norm ?? '') || WILL_BE.has(unit.words[i - 2]?.norm ?? '')
  if (said && word.morph.pos !== 'ADV' && !future) return predicate('passive', said, SPEECH)
  return opinion ? predicate('predicate', opinion, new Set(['что', 'в'])) : null
}

const according = (at: number, from: number, stance: Stance, lemma: string): Cue =>
  cueOf({ at, from, to: at + 1, form: 'according', stance, governs: CLAUSE, lemma })

/** "По словам …", "по его мнению", "согласно докладу", "со слов": the cue and the noun whose owner is the speaker. */
const accordingCue = (unit: Unit, i: number): Cue | null => {
  const word = unit.words[i]!
  if (ACCORDING_PREPOSITIONS.has(word.norm) && unit.words[i + 1]?.lemma !== 'который')
    return according(i, i, 'says', word.norm)
  const bySide = word.norm === 'по' ? 'Dat' : word.norm === 'со' || word.norm === 'с' ? 'Gen' : null
  if (!bySide) return null
  for (let k = i + 1; k < Math.min(unit.words.length, i + 4); k++) {
    const noun = unit.words[k]!
    if (noun.lemma === 'который') return null
    if (unit.segment[k] !== unit.segment[i] || unit.segment[k] === -1) return null
    const stance =
      bySide === 'Dat'
        ? (ACCORDING_NOUNS.get(noun.lemma) ?? ESTIMATE_NOUNS.get(noun.lemma))
        : noun.norm === 'слов'
          ? 'says'
          : undefined
    if (stance) return according(k, i, stance, `${word.norm} ${noun.lemma}`)
    if (isNoun(noun) || noun.morph.pos === 'VERB') return null
  }
  return null
}

const nounCue = (unit: Unit, i: number): Cue | null => {
  const word = unit.words[i]!
  if (word.morph.pos !== 'NOUN') return null
  const stance = SPEECH_NOUNS.get(word.lemma)
  if (!stance) return null
  return cueOf({ at: i, from: i, to: i + 1, form: 'noun', stance, governs: SPEECH, lemma: word.lemma })
}

const REPORTING: ReadonlySet<string> = new Set([
  ...CUE_VERBS.keys(),
  ...EXPRESS_VERBS,
  ...LIGHT.keys(),
  ...PASSIVES.keys(),
])

const isSourceNoun = (word: Word | undefined): boolean =>
  word !== undefined && (ACCORDING_NOUNS.has(word.lemma) || ESTIMATE_NOUNS.has(word.lemma))

/** Whether a cue may stand at a token, by the words alone: what most tokens fail before anything else is looked at. */
const mayBeCue = (words: readonly Word[], i: number): boolean => {
  const { norm, lemma, morph } = words[i]!
  switch (morph.pos) {
    case 'PUNCT':
      return false
    case 'NOUN':
      if (SPEECH_NOUNS.has(lemma)) return true
      break
    case 'VERB':
    case 'AUX':
      if (REPORTING.has(lemma)) return true
  }
  if (norm === 'по') return isSourceNoun(words[i + 1]) || isSourceNoun(words[i + 2]) || isSourceNoun(words[i + 3])
  if (norm === 'со' || norm === 'с')
    return words[i + 1]?.norm === 'слов' || words[i + 2]?.norm === 'слов' || words[i + 3]?.norm === 'слов'
  return (
    SAID_PARTICIPLES.has(norm) ||
    ACCORDING_PREPOSITIONS.has(norm) ||
    (morph.variant === 'Short' && OPINION_ADJECTIVES.has(lemma))
  )
}

/** Tokens at which a cue may stand. */
const cuePlaces = (words: readonly Word[]): readonly number[] => {
  const places: number[] = []
  for (let i = 0; i < words.length; i++) if (mayBeCue(words, i)) places.push(i)
  return places
}

/** All cues of a unit outside quotations and brackets, in text order; "по данным" hides the noun that it contains. */
export const findCues = (unit: Unit): readonly Cue[] => {
  const cues: Cue[] = []
  let covered = 0
  for (const i of cuePlaces(unit.words)) {
    if (i < covered || unit.quotes[i] || unit.bracketed[i] || unit.segment[i] === -1) continue
    const cue = accordingCue(unit, i) ?? verbCue(unit, i) ?? predicateCue(unit, i) ?? nounCue(unit, i)
    if (!cue) continue
    cues.push(cue)
    covered = cue.to
    if (cue.noun !== undefined) covered = Math.max(covered, cue.noun + 1)
  }
  return cues
}

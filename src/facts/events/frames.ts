import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { PartyFunction } from './function-of.ts'
import type { Offer } from './prospects.ts'
import { phraseOf } from './trigger-features.ts'

const TALKS = new Set<EventKind>(['meeting', 'call', 'gathering', 'agreement', 'cooperation'])
const ACTORS = /^(?:subject|inherited|genitive|genitive:owner|antecedent:.*|force:Nom:.*|adjective|reporter:only)$/
const SIDES = /^(?:с|со|между):Ins:/
const TARGETS =
  /^(?:object|dative|subject:passive|inherited:passive)$|^(?:по:Dat|на:Acc|против:Gen|над:Ins|для:Gen|к:Dat|о:Loc|об:Loc)/
const TOWARDS = /^(?:в|во|на|к):(?:Acc|Loc|Dat)/
const GROUND = /^(?:в|во|на|из|с):(?:Loc|Gen|Acc)/

const reportsOnly = (candidate: Candidate): boolean => {
  const { reading, at } = candidate
  const { predicate } = reading.clauses[reading.clauseOf[at]!]!
  return predicate >= 0 && predicate !== at && isCue(reading.words[predicate]!.lemma, 'report')
}

// "заявил на встрече" takes part in it, "подтвердил встречу" only tells of it.
const AT_TALKS = new Set(['на', 'после', 'перед', 'до'])

const tellsOf = (candidate: Candidate): boolean =>
  candidate.rule.part === 'noun' &&
  reportsOnly(candidate) &&
  !AT_TALKS.has(phraseOf(candidate.reading.words, candidate.at).preposition)

/**
 * Whether grammar alone gives a prospect a part in the event: the subject, the bearer in the genitive, those behind
 * "с" and "между", the object, the country gone to or fought in. Speakers who only report an act have no part in it,
 * unless it is talks or a gathering at which they speak.
 *
 * @example 'Путин посетит Пекин': Путин (subject) and Китай (the country gone to) // 'yes'
 */
export const frameOf = (candidate: Candidate, prospect: Offer, role: PartyFunction): 'yes' | 'no' | 'far' => {
  const { party, sentence, type, nearness } = prospect
  if (!party || !sentence || sentence !== candidate.reading || nearness > 1) return 'far'
  const { kind } = candidate
  if (prospect.byPlace) return kind === 'visit' && TOWARDS.test(role) ? 'yes' : 'no'
  if (TALKS.has(kind)) {
    if (SIDES.test(role)) return 'yes'
    if (type === 'person' && /^(?:instrument|dative|object)$/.test(role) && nearness === 0)
      return kind === 'agreement' ? 'no' : 'yes'
    return ACTORS.test(role) && !(role === 'subject' && tellsOf(candidate)) ? 'yes' : 'no'
  }
  if (kind === 'visit') {
    if (role === 'subject' && tellsOf(candidate)) return 'no'
    if (type === 'person') return ACTORS.test(role) || role === 'subject:passive' ? 'yes' : 'no'
    return TOWARDS.test(role) || (role === 'object' && type === 'country') ? 'yes' : role === 'subject' ? 'yes' : 'no'
  }
  if (ACTORS.test(role)) return role === 'subject' && nearness === 0 && reportsOnly(candidate) ? 'no' : 'yes'
  if (TARGETS.test(role) || role === 'instrument') return 'yes'
  if ((kind === 'attack' || kind === 'withdrawal') && type === 'country' && GROUND.test(role)) return 'yes'
  return 'no'
}

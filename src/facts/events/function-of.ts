import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { senseBit } from './lexicon.ts'
import { partiesNear } from './near.ts'
import type { Party } from './parties.ts'
import type { SentenceReading } from './reading.ts'

/** How a party stands to a trigger in its sentence: "subject", "object", "genitive", "in:в:Acc", "subject:inherited" … */
export type PartyFunction = string

const ACTING = senseBit('troops') | senseBit('office') | senseBit('actor') | senseBit('party')
const OWNED = senseBit('office') | senseBit('party') | senseBit('actor') | senseBit('troops')

const isBare = (party: Party): boolean => party.preposition === ''

const isSubject = (party: Party): boolean => isBare(party) && party.case === 'Nom' && party.mention.by !== 'adjective'

const subjectOf = (sentence: SentenceReading, clause: number, at: number): Party | undefined =>
  partiesNear(sentence, at).find((party) => sentence.clauseOf[party.mention.head] === clause && isSubject(party))

const nounAfter = (sentence: SentenceReading, from: number): number => {
  for (let i = from; i < Math.min(sentence.words.length, from + 4); i++) {
    const { pos, verbForm } = sentence.words[i]!.morph
    if (pos === 'NOUN' || pos === 'PROPN') return i
    if (pos !== 'ADJ' && verbForm !== 'Part') return -1
  }
  return -1
}

/** Whether a trigger's subject suffers the act: a short or full past participle, a passive verb. */
export const isPassive = ({ reading, at, rule }: Candidate): boolean => {
  const { morph, lemma } = reading.words[at]!
  if (rule.part !== 'verb') return false
  return (
    morph.voice === 'Pass' ||
    (morph.verbForm === 'Part' && morph.tense === 'Past' && morph.voice !== 'Act' && !lemma.endsWith('ся'))
  )
}

const byCase = (party: Party, kase: Party['case'], candidate: Candidate): string => {
  switch (kase) {
    case 'Nom':
      return isPassive(candidate) ? 'subject:passive' : 'subject'
    case 'Acc':
      return 'object'
    case 'Ins':
      return 'instrument'
    case 'Dat':
      return 'dative'
    case 'Gen':
      return party.phrase === candidate.at + 1
        ? 'genitive'
        : party.phrase > candidate.at
          ? 'genitive:after'
          : 'genitive:before'
    default:
      return 'bare'
  }
}

const ofAdjective = (candidate: Candidate, sentence: SentenceReading, party: Party): string => {
  const noun = nounAfter(sentence, party.mention.to)
  if (noun === candidate.at) return 'adjective'
  if (noun < 0) return 'adjective:far'
  const kase = sentence.words[noun]!.morph.case ?? null
  const side = noun > candidate.at ? 'after' : 'before'
  if ((sentence.senses[noun]! & ACTING) !== 0) return `force:${kase}:${side}`
  return `adjective:${side}`
}

// "президент | России | Владимир Путин": the state belongs to the office, not to the act.
const isOwner = (sentence: SentenceReading, party: Party): boolean => {
  const { mention } = party
  if (party.case !== 'Gen' || mention.type === 'person') return false
  const before = sentence.words[mention.from - 1]
  return (
    before !== undefined &&
    (before.morph.pos === 'NOUN' || before.morph.pos === 'ADJ') &&
    (sentence.senses[mention.from - 1]! & OWNED) !== 0
  )
}

const fromOtherClause = (candidate: Candidate, sentence: SentenceReading, party: Party): string => {
  const { reading, at } = candidate
  const head = party.mention.head
  const mine = reading.clauses[reading.clauseOf[at]!]!
  const theirs = sentence.clauses[sentence.clauseOf[head]!]!
  const verb = sentence.words[theirs.predicate]
  if (head < at && mine.type === 'relative' && mine.from - head <= 4 && head < mine.from) return 'antecedent:relative'
  if (head < at && mine.type === 'participle' && mine.from - head <= 4 && head < mine.from)
    return 'antecedent:participle'
  if (!isSubject(party)) return head < at ? 'elsewhere:before' : 'elsewhere:after'
  if (verb && isCue(verb.lemma, 'report'))
    return subjectOf(reading, reading.clauseOf[at]!, at) ? 'reporter' : 'reporter:only'
  const orphan = subjectOf(reading, reading.clauseOf[at]!, at) === undefined
  const last = partiesNear(sentence, at).findLast((one) => one.mention.head < at && isSubject(one))
  if (orphan && head < at && last === party) return isPassive(candidate) ? 'inherited:passive' : 'inherited'
  return head < at ? 'other-subject:before' : 'other-subject:after'
}

/** How a party stands to the trigger; a joined name ("Путин и Си") stands as the first of the pair does. */
export const functionOf = (candidate: Candidate, sentence: SentenceReading, party: Party): PartyFunction => {
  if (sentence !== candidate.reading)
    return isOwner(sentence, party) ? 'owner' : isSubject(party) ? 'outside:subject' : 'outside'
  const joined = sentence.parties[party.joinedTo]
  if (joined) return functionOf(candidate, sentence, joined)
  const { mention } = party
  if (mention.by === 'adjective') return ofAdjective(candidate, sentence, party)
  if (isOwner(sentence, party)) return party.phrase === candidate.at + 1 ? 'genitive:owner' : 'owner'
  if (sentence.clauseOf[mention.head] !== sentence.clauseOf[candidate.at]) {
    const attached = isBare(party) ? '' : `:${party.preposition}`
    return `${fromOtherClause(candidate, sentence, party)}${attached}`
  }
  if (!isBare(party)) {
    const side = party.mention.head < candidate.at ? 'left' : party.phrase - candidate.at <= 2 ? 'attached' : 'right'
    return `${party.preposition}:${party.case}:${side}`
  }
  return byCase(party, party.case, candidate)
}

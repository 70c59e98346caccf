import type { Cue } from './cues.ts'
import { bestOf, partiesBetween, withPartners } from './parties.ts'
import { afterPreposition } from './phrase.ts'
import { canSpeak, type Entities, type Party, partyAt, WINDOW } from './speaker.ts'
import { isFiniteVerb, isNoun, type Unit } from './unit.ts'
import { isOfState } from './whose.ts'

const RELATIVE = new Set([
  'который',
  'где',
  'куда',
  'откуда',
  'когда',
  'если',
  'хотя',
  'чтобы',
  'пока',
  'поскольку',
  'так',
])
export const PRONOUNS = new Set(['он', 'она', 'они'])
const POINTING = new Set([...PRONOUNS, 'тот', 'та', 'те'])

/** Whether a segment is a clause of its own kind between subject and verb: relative, participial, with a converb. */
const isAside = (unit: Unit, index: number): boolean => {
  const { from, to } = unit.segments[index]!
  const first = unit.words[from]!
  const second = unit.words[Math.min(from + 1, to - 1)]!
  if (/^(?:включая|например)$/.test(first.norm) || (first.norm === 'в' && second.norm === 'том')) return true
  if (RELATIVE.has(first.lemma) || RELATIVE.has(second.lemma)) return true
  if (first.morph.verbForm === 'Part' || first.morph.verbForm === 'Conv') return true
  return second.morph.verbForm === 'Conv'
}

export const hasFinite = (unit: Unit, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isFiniteVerb(unit.words[i]!) && !unit.quotes[i] && !unit.bracketed[i]) return true
  return false
}

const isConjunction = (unit: Unit, i: number): boolean => {
  const word = unit.words[i]!
  return word.morph.pos === 'SCONJ' || word.norm === 'что' || word.norm === 'чтобы'
}

/** First token of the clause that the cue stands in: after a conjunction that opens it, a colon, a sentence end. */
const clauseStart = (unit: Unit, cue: Cue): number => {
  const limit = Math.max(0, cue.at - WINDOW)
  let i = cue.at
  while (i > limit) {
    const before = unit.words[i - 1]!
    if (unit.quotes[i - 1] && unit.quotes[i - 1]!.innerEnd - unit.quotes[i - 1]!.innerStart > 60) break
    if (unit.segment[i - 1] === -1 && !unit.bracketed[i - 1] && !unit.quotes[i - 1] && /^[.;:!?…]+$/.test(before.text))
      break
    i--
  }
  return i
}

/** Where the list of states begins that a segment goes on with: "власти Норвегии, ‹Швеции и Дании сообщили›". */
const listStart = (unit: Unit, first: number): number => {
  let from = first
  while (unit.words[from - 1]?.text === ',' && isOfState(unit, from)) {
    const { mention } = unit.mentions[from - 2] ?? {}
    const before = unit.segments[unit.segment[from - 2] ?? -1]
    if (!before || (mention?.type !== 'country' && mention?.by !== 'role')) break
    from = before.from
  }
  return from
}

/** The nominative before the cue: in its own segment, else in an earlier one past insertions. */
export const subjectBefore = (
  unit: Unit,
  cue: Cue,
  entities: Entities,
): { party: Party | null; pronoun: string; blocked: boolean } => {
  const start = clauseStart(unit, cue)
  const own = unit.segment[cue.at]!
  for (let s = own; s >= 0; s--) {
    const segment = unit.segments[s]!
    if (segment.to <= start) break
    if (s !== own && (isAside(unit, s) || segment.before === '(')) continue
    let from = Math.max(listStart(unit, segment.from), start)
    const to = s === own ? cue.from : segment.to
    const opening = isConjunction(unit, from)
    // A whole clause with its own conjunction before the cue's segment ("что мост открыт, и …") is passed over.
    if (s !== own && opening && hasFinite(unit, from, to)) continue
    // Within one segment a coordinated clause ("… и Иванов заявил") begins after its conjunction.
    let conjunction = opening
    const whole = from
    for (let i = from; i < to; i++) {
      if (unit.quotes[i]) continue
      const links = unit.words[i]!.norm === 'и' && hasFinite(unit, whole, i)
      if (isConjunction(unit, i)) conjunction = true
      if (links || isConjunction(unit, i)) from = i + 1
    }
    for (let i = from; i < to; i++) {
      if (unit.words[i]!.lemma !== 'который') continue
      const subject = /^котор(?:ый|ая|ое|ые)$/u.test(unit.words[i]!.norm) && !afterPreposition(unit, i)
      return { party: subject ? antecedent(unit, s, entities) : null, pronoun: '', blocked: true }
    }
    const best = bestOf(unit, cue, partiesBetween(unit, from, to, entities))
    if (best) return { party: withPartners(unit, cue, best.party, entities), pronoun: '', blocked: false }
    for (let i = from; i < to; i++)
      if (POINTING.has(unit.words[i]!.norm) && !afterPreposition(unit, i))
        return { party: null, pronoun: unit.words[i]!.norm, blocked: false }
    if (s !== own && opening) continue
    // Another subject of this clause, one that does not speak: then no speaker is looked for further left.
    if (conjunction || blockedBy(unit, from, to, cue)) return { party: null, pronoun: '', blocked: true }
    if (from > whole) {
      const first = bestOf(unit, cue, partiesBetween(unit, whole, from - 1, entities))
      if (first) return { party: withPartners(unit, cue, first.party, entities), pronoun: '', blocked: false }
    }
  }
  return { party: null, pronoun: '', blocked: false }
}

/** Whether a noun in the nominative that cannot speak is the cue's subject ("данные подтверждают"). */
const blockedBy = (unit: Unit, from: number, to: number, cue: Cue): boolean => {
  for (let i = from; i < to; i++) {
    const word = unit.words[i]!
    if (unit.quotes[i] || unit.bracketed[i] || unit.segment[i] !== unit.segment[cue.at]) continue
    if (
      isNoun(word) &&
      word.morph.case === 'Nom' &&
      !afterPreposition(unit, i) &&
      word.morph.number === unit.words[cue.at]!.morph.number
    )
      return true
  }
  return false
}

/** Who "который" means: the name or noun right before its comma. */
const antecedent = (unit: Unit, segment: number, entities: Entities): Party | null => {
  const end = unit.segments[segment]!.from - 1
  for (let i = end - 1; i >= Math.max(0, end - 8); i--) {
    if (unit.segment[i] === -1) return null
    const at = unit.mentions[i]
    // "Норвегия стала первой страной, которая …": the predicate noun means the subject.
    if (unit.words[at ? at.head : i]!.morph.case === 'Ins' && unit.segment[i]! >= 0 && !afterPreposition(unit, i)) {
      const { from } = unit.segments[unit.segment[i]!]!
      return partiesBetween(unit, from, i, entities).find((one) => one.rank === 2)?.party ?? null
    }
    if (at || (isNoun(unit.words[i]!) && canSpeak(unit, i))) return partyAt(unit, at ? at.head : i, entities)
    if (isNoun(unit.words[i]!)) return null
  }
  return null
}

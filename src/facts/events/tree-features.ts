import type { Candidate } from './candidates.ts'
import { dependentsOn } from './dependents.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { bit, FEW, kindNumber, MANY, partNumber, ruleNumber } from './numbers.ts'
import { governor } from './paths.ts'
import type { SentenceReading } from './reading.ts'

const UP = new FacetTable()
const DOWN_LABELS = new FacetTable()
const DOWN_RELATIONS = new FacetTable()
const HAS = new FacetTable()
const LACKS = new FacetTable()

const relationNumber = numbering()
const labelNumber = numbering()

// A name stands for its sort, never for itself; "word" is any other.
const labelAt = (reading: SentenceReading, at: number): string => {
  const party = reading.parties[reading.partyAt[at]!]
  if (party) return party.mention.type
  const { pos } = reading.words[at]!.morph
  return pos === 'PRON' ? 'pronoun' : pos === 'NUM' ? 'number' : pos === 'PROPN' ? 'name' : 'word'
}

const aboveFacet = ({ reading, at, rule }: Candidate): Facet => {
  const above = governor(reading.words, at)
  const { kind, part } = rule
  const label = above ? labelAt(reading, above.at) : 'root'
  const rel = above?.rel ?? 'root'
  const key = ((relationNumber(rel) * FEW + labelNumber(label)) * FEW + kindNumber(kind)) * FEW + partNumber(part)
  return UP.facet(key, () => [
    `up:${rel}`,
    `up:${rel}:${part}`,
    ...(label === 'word' ? [] : [`up:${label}`, `up:${rel}:${label}`, `${kind}|up:${label}`]),
  ])
}

interface Dependent {
  readonly rel: string
  readonly label: string
}

const dependentsOf = ({ reading, at }: Candidate): Dependent[] =>
  dependentsOn(reading.words, at).map((i) => ({ rel: reading.words[i]!.rel, label: labelAt(reading, i) }))

/**
 * What the tree tells of a trigger: the word that it hangs on, and the words that hang on it. "Испытание" hangs on no
 * state and has no name hang on it; a "визит" that a person's name hangs on is one.
 */
export const treeFacets = (candidate: Candidate): readonly Facet[] => {
  // The rule's kind: talks that may have been a call hang together as other talks do.
  const { kind, name, part } = candidate.rule
  const [kindAt, ruleAt] = [kindNumber(kind), ruleNumber(name)]
  const found = [aboveFacet(candidate)]
  const dependents = dependentsOf(candidate)
  const first = (at: number, same: (one: Dependent, other: Dependent) => boolean): boolean => {
    for (let i = 0; i < at; i++) if (same(dependents[i]!, dependents[at]!)) return false
    return true
  }
  let subject = false
  let object = false
  let bearer = false
  // Whatever holds of two dependents holds once: so the model learned it.
  dependents.forEach(({ rel, label }, at) => {
    subject ||= rel.startsWith('nsubj')
    object ||= rel === 'obj'
    bearer ||= rel === 'nmod'
    const relAt = relationNumber(rel)
    const labelled = label !== 'word'
    if (labelled && first(at, (one, other) => one.label === other.label))
      found.push(
        DOWN_LABELS.facet((labelNumber(label) * MANY + ruleAt) * FEW + kindAt, () => [
          `${part}|down:${label}`,
          `${kind}|down:${label}`,
          `${name}|down:${label}`,
        ]),
      )
    if (labelled && first(at, (one, other) => one.label === other.label && one.rel === other.rel))
      found.push(
        DOWN_RELATIONS.facet((labelNumber(label) * FEW + relAt) * FEW + kindAt, () => [
          `down:${rel}:${label}`,
          `${kind}|down:${rel}:${label}`,
        ]),
      )
    if (first(at, (one, other) => one.rel === other.rel))
      found.push(
        HAS.facet((relAt * FEW + kindAt) * FEW + partNumber(part), () => [
          `has:${rel}`,
          `${part}|has:${rel}`,
          `${kind}|has:${rel}`,
        ]),
      )
  })
  found.push(
    LACKS.facet((ruleAt * FEW + kindAt) * 8 + 4 * bit(subject) + 2 * bit(object) + bit(bearer), () => [
      ...(subject ? [] : [`no-subject:${part}`]),
      ...(object ? [] : [`no-object:${name}`]),
      ...(bearer || part === 'verb' ? [] : ['no-bearer', `no-bearer:${kind}`, `no-bearer:${name}`]),
    ]),
  )
  return found
}

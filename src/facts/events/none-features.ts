import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { facilitiesIn } from './facilities.ts'
import { type Facet, FacetTable } from './model.ts'
import { partiesNear } from './near.ts'
import {
  bit,
  FEW,
  formNumber,
  kindNumber,
  lemmaNumber,
  partNumber,
  ruleNumber,
  statusNumber,
  typeNumber,
} from './numbers.ts'
import { LOCATIVE } from './own-places.ts'
import type { Reading } from './reading.ts'
import { formOf } from './trigger-features.ts'

const UNDATED_KINDS = new FacetTable()
const UNDATED_WORDS = new FacetTable()
const UNDATED_PLACES = new FacetTable()

/** What speaks for an event having no date at all. */
export const undatedFacets = (candidate: Candidate, reading: Reading, status: Status): readonly Facet[] => {
  const { kind, rule, at, lemma, reading: sentence } = candidate
  const { part } = sentence.sentence
  const form = formOf(sentence.words[at]!)
  const clause = sentence.clauses[sentence.clauseOf[at]!]!
  const unsaid = sentence.statementAt[at] === -1
  const times = Math.min(2, sentence.times.length)
  const dated = reading.analysis.article.published !== null
  const depth = Math.min(4, sentence.index)
  const statusAt = statusNumber(status)
  return [
    UNDATED_KINDS.facet(
      ((ruleNumber(rule.name) * FEW + kindNumber(kind)) * FEW + partNumber(rule.part)) * 8 + statusAt,
      () => [
        'none',
        `none:${kind}`,
        `none:${status}`,
        `none:${kind}:${status}`,
        `none:rule:${rule.name}`,
        `none:part:${rule.part}`,
        `none:part:${rule.part}:${status}`,
      ],
    ),
    UNDATED_WORDS.facet((lemmaNumber(lemma) * FEW + formNumber(form)) * 8 + statusAt, () => [
      `none:lemma:${lemma}`,
      `none:form:${form}`,
      `none:form:${form}:${status}`,
    ]),
    UNDATED_PLACES.facet(
      ((((typeNumber(clause.type) * FEW + partNumber(part)) * 8 + statusAt) * 8 + depth) * 4 + times) * 4 +
        2 * bit(unsaid) +
        bit(dated),
      () => {
        const said = unsaid ? 'unsaid' : 'said'
        return [
          `none:in:${part}`,
          `none:clause:${clause.type}`,
          `none:${said}`,
          `none:${said}:${status}`,
          `none:times:${times}`,
          `none:times:${times}:${status}`,
          `none:dated:${dated}`,
          `none:depth:${depth}`,
        ]
      },
    ),
  ]
}

const PLACELESS_KINDS = new FacetTable()
const PLACELESS_WORDS = new FacetTable()

/** What speaks for an event having no place. */
export const placelessFacets = (candidate: Candidate, status: Status, page: Reading): readonly Facet[] => {
  const { kind, rule, at, lemma, reading } = candidate
  const { part } = reading.sentence
  const form = formOf(reading.words[at]!)
  let inside = 0
  for (const { mention } of partiesNear(reading, at))
    if (
      LOCATIVE.has(mention.type) &&
      mention.by !== 'adjective' &&
      reading.clauseOf[mention.head] === reading.clauseOf[at]
    )
      inside++
  for (const { mention } of facilitiesIn(page, reading.index))
    if (mention.identity === '' && reading.clauseOf[mention.head] === reading.clauseOf[at]) inside++
  const places = Math.min(2, inside)
  const kindAt = kindNumber(kind)
  return [
    PLACELESS_KINDS.facet(
      (((ruleNumber(rule.name) * FEW + kindAt) * FEW + partNumber(rule.part)) * 8 + statusNumber(status)) * 4 + places,
      () => [
        'none',
        `none:${kind}`,
        `none:${status}`,
        `none:${kind}:${status}`,
        `none:rule:${rule.name}`,
        `none:part:${rule.part}:${kind}`,
        `none:places:${places}`,
        `none:places:${places}:${kind}`,
      ],
    ),
    PLACELESS_WORDS.facet((lemmaNumber(lemma) * FEW + formNumber(form)) * FEW + partNumber(part), () => [
      `none:lemma:${lemma}`,
      `none:in:${part}`,
      `none:form:${form}`,
    ]),
  ]
}

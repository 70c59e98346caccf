import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { remembered } from './model.ts'
import { partiesNear } from './near.ts'
import { LOCATIVE } from './place-features.ts'
import type { Reading } from './reading.ts'
import { formOf } from './trigger-features.ts'

/** What speaks for an event having no date at all. */
export const undatedFeatures = (candidate: Candidate, reading: Reading, status: Status): readonly string[] => {
  const { kind, rule, at, reading: sentence } = candidate
  const { part } = sentence.sentence
  const form = formOf(sentence.words[at]!)
  const clause = sentence.clauses[sentence.clauseOf[at]!]!
  const said = sentence.statementAt[at] === -1 ? 'unsaid' : 'said'
  const times = Math.min(2, sentence.times.length)
  const dated = reading.analysis.article.published !== null
  const depth = Math.min(4, sentence.index)
  const key = `u|${kind}|${rule.name}|${rule.part}|${part}|${form}|${clause.type}|${said}|${times}|${dated}|${depth}|${status}|${candidate.lemma}`
  return remembered(key, () => [
    'none',
    `none:${kind}`,
    `none:${status}`,
    `none:${kind}:${status}`,
    `none:rule:${rule.name}`,
    `none:lemma:${candidate.lemma}`,
    `none:part:${rule.part}`,
    `none:part:${rule.part}:${status}`,
    `none:in:${part}`,
    `none:form:${form}`,
    `none:form:${form}:${status}`,
    `none:clause:${clause.type}`,
    `none:${said}`,
    `none:${said}:${status}`,
    `none:times:${times}`,
    `none:times:${times}:${status}`,
    `none:dated:${dated}`,
    `none:depth:${depth}`,
  ])
}

/** What speaks for an event having no place. */
export const placelessFeatures = (candidate: Candidate, status: Status): readonly string[] => {
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
  const places = Math.min(2, inside)
  const key = `q|${kind}|${rule.name}|${rule.part}|${part}|${form}|${places}|${status}|${lemma}`
  return remembered(key, () => [
    'none',
    `none:${kind}`,
    `none:${status}`,
    `none:${kind}:${status}`,
    `none:rule:${rule.name}`,
    `none:lemma:${lemma}`,
    `none:part:${rule.part}:${kind}`,
    `none:in:${part}`,
    `none:form:${form}`,
    `none:places:${places}`,
    `none:places:${places}:${kind}`,
  ])
}

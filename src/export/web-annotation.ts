import type { Span } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { isHigh, isLow, pairsBefore } from './code-points.ts'
import type { ExportFormat } from './format.ts'
import { urnOf } from './telling.ts'
import { itemsOf } from './what.ts'

// Enough context to find a quote again after the page has changed around it.
const CONTEXT = 32

/** Some characters before or after a place, no pair of surrogates cut. */
const before = (text: string, at: number): string => {
  const from = Math.max(0, at - CONTEXT)
  return text.slice(from > 0 && isLow(text.charCodeAt(from)) ? from + 1 : from, at)
}
const after = (text: string, at: number): string => {
  const to = Math.min(text.length, at + CONTEXT)
  return text.slice(at, to < text.length && isHigh(text.charCodeAt(to - 1)) ? to - 1 : to)
}

interface Found {
  readonly sort: string
  readonly index: number
  readonly span: Span
  readonly motivation: 'identifying' | 'describing' | 'classifying'
  readonly body: Readonly<Record<string, unknown>>
}

/** Every fact of an article with its span and its fields. */
function* factsOf(facts: ArticleFacts): Generator<Found> {
  for (const [index, { start, end, ...body }] of facts.mentions.entries())
    yield { sort: 'mention', index, span: { start, end }, motivation: 'identifying', body }
  for (const [index, { start, end, ...body }] of facts.times.entries())
    yield { sort: 'time', index, span: { start, end }, motivation: 'describing', body }
  for (const [index, { start, end, ...body }] of facts.statements.entries())
    yield { sort: 'statement', index, span: { start, end }, motivation: 'describing', body }
  for (const [index, { trigger, ...body }] of facts.events.entries())
    yield { sort: 'event', index, span: trigger, motivation: 'classifying', body: { ...body, trigger: trigger.lemma } }
  for (const [index, { start, end, ...body }] of facts.figures.entries())
    yield { sort: 'figure', index, span: { start, end }, motivation: 'describing', body }
  for (const [index, { start, end, ...body }] of facts.documents.entries())
    yield { sort: 'document', index, span: { start, end }, motivation: 'identifying', body }
}

const TAG: Readonly<Record<string, (body: Found['body']) => unknown>> = {
  mention: ({ type }) => type,
  statement: ({ stance }) => stance,
  event: ({ kind }) => kind,
}

/** The annotations of one article, as JSON. */
function* annotationsOf(facts: ArticleFacts): Generator<string> {
  const { text } = facts
  const pairs = pairsBefore(text)
  const source = urnOf('article', facts.id)
  for (const { sort, index, span, motivation, body } of factsOf(facts)) {
    const { start, end } = span
    const { why: _, ...fields } = body
    yield JSON.stringify({
      id: urnOf(sort, `${facts.id}#${index}`),
      type: 'Annotation',
      motivation,
      body: [
        { type: 'TextualBody', value: String(TAG[sort]?.(body) ?? sort), purpose: 'tagging' },
        {
          type: 'TextualBody',
          value: JSON.stringify({ fact: sort, ...fields }),
          format: 'application/json',
          purpose: motivation,
        },
      ],
      target: {
        source,
        ...(facts.url ? { scope: facts.url } : {}),
        selector: [
          { type: 'TextPositionSelector', start: start - pairs(start), end: end - pairs(end) },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: before(text, start),
            suffix: after(text, end),
          },
        ],
      },
    })
  }
}

/**
 * Every fact as a W3C Web Annotation (Web Annotation Data Model, 2017) on its article's text: one annotation page. Each
 * target has the fact's place, counted in code points as the model asks, and the quoted words with those around them.
 */
export const WEB_ANNOTATION: ExportFormat = {
  name: 'webanno',
  title: { ru: 'Аннотации, W3C', en: 'Annotations, W3C' },
  about: 'every fact as a W3C Web Annotation on its words: position (code points) and quote selectors',
  covers: ['facts'],
  media: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  extension: 'anno.jsonld',
  streams: true,
  async *write(tables, { self }) {
    const head = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: self, type: 'AnnotationPage', startIndex: 0 }
    let separator = `${JSON.stringify(head).slice(0, -1)},"items":[\n`
    for await (const facts of itemsOf(tables, 'facts'))
      for (const annotation of annotationsOf(facts)) {
        yield separator + annotation
        separator = ',\n'
      }
    yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`
  },
}

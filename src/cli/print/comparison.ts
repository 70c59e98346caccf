import type { ChangedFact, VersionsView } from '../../app/index.ts'
import type { SentenceChange } from '../../chronicle/index.ts'
import type { Messages } from '../messages/messages.ts'
import { type Output, wrap } from './output.ts'

// Unchanged sentences shown before and after a change.
const CONTEXT = 1

const gone = (text: string, out: Output): string => (out.isTerminal ? out.paint('red', text) : `[-${text}-]`)
const come = (text: string, out: Output): string => (out.isTerminal ? out.paint('green', text) : `{+${text}+}`)

const textOf = (row: SentenceChange, out: Output): string => {
  switch (row.kind) {
    case 'same':
      return `  ${out.paint('dim', row.text)}`
    case 'removed':
      return `- ${out.paint('red', row.text)}`
    case 'added':
      return `+ ${out.paint('green', row.text)}`
    case 'changed':
      return `~ ${row.words
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? gone(text, out) : come(text, out)))
        .join('')}`
  }
}

/** Lines of a comparison: what changed, a sentence of what stands around it, and how much else stands. */
const changedLines = (rows: readonly SentenceChange[], messages: Messages, out: Output): string[] => {
  const near = new Set<number>()
  rows.forEach(({ kind }, at) => {
    if (kind !== 'same') for (let i = at - CONTEXT; i <= at + CONTEXT; i++) near.add(i)
  })
  const lines: string[] = []
  let hidden = 0
  const flush = (): void => {
    if (hidden > 0) lines.push(out.paint('dim', `  … ${messages.versions.unchanged(hidden)}`))
    hidden = 0
  }
  rows.forEach((row, at) => {
    if (!near.has(at)) {
      hidden++
      return
    }
    flush()
    lines.push(wrap(textOf(row, out), out.isTerminal ? null : out.columns, 2))
  })
  flush()
  return lines
}

const factLine = (changed: ChangedFact, messages: Messages): string => {
  const words = messages.versions
  const quote = `«${changed.quote.replace(/\s+/g, ' ')}»`
  if (changed.sort !== 'event') return `  ${words.sorts[changed.sort]}: ${quote}`
  const { entry, fact } = changed
  const title = entry && (messages.language === 'ru' ? entry.title : entry.titleEn)
  const told = [quote, fact.date, title && `${title} (${entry?.id})`].filter(Boolean).join(' · ')
  return `  ${words.sorts.event}: ${told}`
}

/** The versions of an article and what changed between two of them, for reading in a terminal. */
export const comparisonLines = ({ items, comparison }: VersionsView, messages: Messages, out: Output): string[] => {
  const words = messages.versions
  const lines = items.map(({ version, updated, published, fetched, headline, current }) =>
    [
      version,
      updated ?? published ?? fetched ?? '',
      headline ?? messages.articles.noHeadline,
      ...(current ? [words.current] : []),
    ]
      .map((cell) => cell.replace(/\s+/g, ' '))
      .join('\t'),
  )
  if (comparison === null) return lines
  const { from, to, sentences, withdrawn, brought } = comparison
  return [
    ...lines,
    '',
    `--- ${from}`,
    `+++ ${to}`,
    ...changedLines(sentences, messages, out),
    ...(withdrawn.length > 0 ? ['', words.withdrawn, ...withdrawn.map((fact) => factLine(fact, messages))] : []),
    ...(brought.length > 0 ? ['', words.brought, ...brought.map((fact) => factLine(fact, messages))] : []),
  ]
}

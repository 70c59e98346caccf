import type { ArticleFacts, Why } from '../../facts/index.ts'
import type { Messages } from '../messages/messages.ts'
import type { Output } from './output.ts'

interface Fact {
  readonly line: string
  readonly why: Why | undefined
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const factsByKind = (
  facts: ArticleFacts,
  words: Messages['explain'],
): readonly (readonly [string, readonly Fact[]])[] => {
  const quote = (start: number, end: number): string => `«${oneLine(facts.text.slice(start, end))}»`
  return [
    [words.times, facts.times.map(({ start, end, value, why }) => ({ line: `${value}  ${quote(start, end)}`, why }))],
    [
      words.statements,
      facts.statements.map(({ start, end, kind, stance, speaker, via, why }) => {
        const chain = [speaker?.name ?? '?', ...via.map(({ name }) => name)].join(' → ')
        return { line: `${stance}, ${kind}: ${chain}  ${quote(start, end)}`, why }
      }),
    ],
    [
      words.events,
      facts.events.map(({ kind, status, trigger, participants, date, dateBasis, place, why }) => {
        const who = participants.map(({ name, role }) => `${name} (${role})`).join(', ')
        const rest = [who, date === null ? '' : `${date} (${dateBasis})`, place?.name ?? ''].filter(Boolean).join(' · ')
        return { line: `${kind}, ${status}: ${quote(trigger.start, trigger.end)}${rest ? `  ${rest}` : ''}`, why }
      }),
    ],
    [
      words.figures,
      facts.figures.map(({ start, end, value, to, unit, why }) => ({
        line: `${value}${to === undefined ? '' : `–${to}`} ${unit}  ${quote(start, end)}`,
        why,
      })),
    ],
    [
      words.documents,
      facts.documents.map(({ start, end, name, why }) => ({ line: `${name}  ${quote(start, end)}`, why })),
    ],
  ]
}

/** The facts of one page for a person: each with the rule that found it and the words that it rests on. */
export const explainFacts = (facts: ArticleFacts, messages: Messages, out: Output): string => {
  const words = messages.explain
  const lines = [out.paint('bold', `${facts.input}  ${facts.headline ?? ''}`.trim())]
  for (const [title, list] of factsByKind(facts, words)) {
    if (list.length === 0) continue
    lines.push(`  ${title}`)
    for (const { line, why } of list) {
      lines.push(`    ${line}`)
      const rests = why?.words.map(([start, end]) => `«${oneLine(facts.text.slice(start, end))}»`).join(' ') ?? ''
      const reason = why ? `${words.rule} ${why.rule}${rests ? `; ${words.restsOn} ${rests}` : ''}` : words.noRule
      lines.push(out.paint('dim', `      ${reason}`))
    }
  }
  return `${lines.join('\n')}\n\n`
}

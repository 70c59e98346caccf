import { asWritten } from '../as-written.ts'
import { isMediaTitle } from './russian/bodies.ts'
import { nominativePhrase } from './russian/nominative.ts'
import type { Party } from './speaker.ts'
import { isFiniteVerb, isNoun, type Unit } from './unit.ts'

const LONGEST_TITLE = 4

/**
 * The outlet or body that a short quotation beginning at a token names, where no dictionary knows it ("пишет
 * ‹«Северная заря»›"). Null for any other quotation: one that is longer, begins small or holds a verb or marks.
 */
export const titleAt = (unit: Unit, from: number, nominative: boolean): Party | null => {
  const quote = unit.quotes[from]
  if (!quote || unit.quotes[from - 1] === quote) return null
  let to = from
  while (to < unit.words.length && unit.quotes[to] === quote && to - from <= LONGEST_TITLE + 2) to++
  const inner = unit.words
    .slice(from, to)
    .filter(({ start, end }) => start >= quote.innerStart && end <= quote.innerEnd)
  if (inner.length === 0 || inner.length > LONGEST_TITLE || inner.at(-1)!.end !== quote.innerEnd) return null
  if (
    !/^[\p{Lu}\d]/u.test(inner[0]!.text) ||
    inner.some((word) => isFiniteVerb(word) || /^[,.!?:;…]+$/u.test(word.text))
  )
    return null
  for (let i = from; i < to; i++) if (unit.mentions[i]) return null
  const head = inner.findIndex((word) => isNoun(word))
  const written = asWritten(inner)
  const known = head < 0 || nominative ? written : nominativePhrase(inner, head, false)
  if (!known) return null
  const name = known[0]!.toUpperCase() + known.slice(1)
  return {
    speaker: { name, start: quote.innerStart, end: quote.innerEnd },
    medium: isMediaTitle(name),
    from,
    to,
    head: unit.words.indexOf(inner[Math.max(head, 0)]!, from),
    type: 'organization',
  }
}

/** Whether the head of a title may be a nominative: a foreign word has no case at all. */
export const isNominative = (unit: Unit, { head }: Party): boolean => {
  const { morph, readings } = unit.words[head]!
  return morph.case === undefined || morph.case === 'Nom' || readings.some((one) => one.morph.case === 'Nom')
}

import type { Word } from '../../language/index.ts'
import { asWritten } from '../as-written.ts'
import { isVerbal, LONGEST_PHRASE } from './phrase.ts'
import { adjective } from './russian/nominative.ts'
import { SOURCE_NOUNS } from './russian/speakers.ts'
import type { Unit } from './unit.ts'

const canDescribe = ({ morph, readings }: Word): boolean =>
  morph.pos === 'ADJ' || (morph.pos === 'NOUN' && readings.some((one) => one.morph.pos === 'ADJ'))

/** "Источник‹, знакомый с планами›": what tells one source from another, brought to the nominative with it. */
export const describedSource = (
  unit: Unit,
  from: number,
  head: number,
  end: number,
  nominative: boolean,
): { readonly text: string; readonly to: number } | null => {
  const source = unit.words[head]!
  const first = unit.words[end + 1]
  if (!SOURCE_NOUNS.has(source.lemma) || unit.words[end]?.text !== ',' || !first) return null
  const { morph } = source
  if (first.morph.variant === 'Short' || !canDescribe(first)) return null
  // "Два источника, близких к правительству".
  const counted = unit.words[from]!.morph.pos === 'NUM'
  if (!counted && first.morph.number !== morph.number) return null
  const segment = unit.segment[end + 1]!
  let to = end + 2
  while (to < unit.words.length && to - end < LONGEST_PHRASE && unit.segment[to] === segment) {
    if (isVerbal(unit, to)) return null
    to++
  }
  if (to === end + 2) return null
  const straight = counted || nominative || morph.case === 'Nom' || morph.case === undefined
  const lead = straight ? first.text : adjective(first.lemma, morph.gender, morph.number)
  return { text: `${lead} ${asWritten(unit.words.slice(end + 2, to))}`, to }
}

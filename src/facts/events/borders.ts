import type { Mention } from '../../language/index.ts'
import { asWritten } from '../as-written.ts'
import { type Party, partiesOf } from './parties.ts'
import type { SentenceReading } from './reading.ts'

/** A sentence with its names. */
type Named = Pick<SentenceReading, 'index' | 'words' | 'parties' | 'partyAt'>

/** How far behind "граница" the first of two states may stand. */
const REACH = 2

const stateAt = ({ parties, partyAt, words }: Named, from: number): Party | null => {
  for (let at = from; at < Math.min(words.length, from + REACH); at++) {
    const party = parties[partyAt[at] ?? -1]
    if (!party) continue
    const { type, by } = party.mention
    return by === undefined && (type === 'country' || type === 'place') && party.mention.from === at ? party : null
  }
  return null
}

const written = ({ words }: Named, { mention }: Party): string => asWritten(words.slice(mention.from, mention.to))

const borderAt = (reading: Named, at: number): Mention | null => {
  const first = stateAt(reading, at + 1)
  if (first?.case !== 'Gen' || first.preposition !== '') return null
  const link = reading.words[first.mention.to]
  if (link?.norm !== 'и') return null
  const second = stateAt(reading, first.mention.to + 1)
  if (second?.case !== 'Gen') return null
  const [one, other] = [written(reading, first), written(reading, second)].sort()
  return {
    type: 'place',
    name: `граница ${one} и ${other}`,
    identity: '',
    sentence: reading.index,
    from: at,
    to: second.mention.to,
    head: at,
    start: reading.words[at]!.start,
    end: second.mention.end,
  }
}

/**
 * The borders of two states that a sentence names, as places: "на границе Чили и Перу". The states stand in the order of
 * the alphabet, so that one border has one name.
 *
 * @example 'бои на границе Перу и Чили' // 'граница Перу и Чили'
 */
export const bordersIn = (reading: Named): readonly Party[] => {
  const mentions: Mention[] = []
  for (let at = 0; at < reading.words.length - 3; at++) {
    if (reading.words[at]!.lemma !== 'граница') continue
    const border = borderAt(reading, at)
    if (border) mentions.push(border)
  }
  return mentions.length === 0 ? [] : partiesOf(reading.words, mentions, new Map())
}

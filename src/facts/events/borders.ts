import type { Mention } from '../../language/index.ts'
import { type Party, partiesOf } from './parties.ts'
import type { SentenceReading } from './reading.ts'

/** How far behind "граница" the first of two states may stand. */
const REACH = 2

const stateAt = ({ parties, partyAt, words }: SentenceReading, from: number): Party | null => {
  for (let at = from; at < Math.min(words.length, from + REACH); at++) {
    const party = parties[partyAt[at] ?? -1]
    if (!party) continue
    const { type, by } = party.mention
    return by === undefined && (type === 'country' || type === 'place') && party.mention.from === at ? party : null
  }
  return null
}

const written = ({ words }: SentenceReading, { mention }: Party): string =>
  words
    .slice(mention.from, mention.to)
    .map((word, i, all) => (i > 0 && word.start > all[i - 1]!.end ? ' ' : '') + word.text)
    .join('')

const borderAt = (reading: SentenceReading, at: number): Mention | null => {
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
export const bordersIn = (reading: SentenceReading): readonly Party[] => {
  const mentions: Mention[] = []
  for (let at = 0; at < reading.words.length - 3; at++) {
    if (reading.words[at]!.lemma !== 'граница') continue
    const border = borderAt(reading, at)
    if (border) mentions.push(border)
  }
  return mentions.length === 0 ? [] : partiesOf(reading.words, mentions, new Map())
}

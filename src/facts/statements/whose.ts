import { asWritten } from '../as-written.ts'
import { INSTITUTIONS } from './russian/speakers.ts'
import type { Party } from './speaker.ts'
import { inCase, isAbbreviation, type Unit, type UnitMention } from './unit.ts'

/**
 * "Геологическая служба ‹США›", "МФЦ ‹Осло›", "Командование ‹Вооруженных сил США›": a body named by common words or letters
 * has in its name whose it is.
 */
export const withWhose = (unit: Unit, at: UnitMention, party: Party | null): Party | null => {
  const whose = unit.mentions[at.to]
  if (party?.type !== 'organization' || !whose || whose.mention.by || whose.from !== at.to) return party
  if (unit.segment[at.to] !== unit.segment[at.from] || unit.quotes[at.from] || unit.quotes[at.to]) return party
  const last = unit.words[at.to - 1]!
  const letters = isAbbreviation(last.text)
  const { type } = whose.mention
  const { case: kase } = unit.words[whose.head]!.morph
  const bodies = type === 'organization' && (kase === 'Gen' || letters)
  const lands = (type === 'country' && at.to - at.from > 1) || (type === 'place' && kase === 'Gen')
  if (!bodies && !lands) return party
  const own = (INSTITUTIONS.has(last.lemma) || letters) && (kase === 'Gen' || kase === undefined)
  const { name } = party.speaker
  const text = unit.words
    .slice(whose.from, whose.to)
    .map((word) => word.text)
    .join(' ')
  if (!own || name.includes(text)) return party
  return { ...party, speaker: { ...party.speaker, name: `${name} ${text}`, end: whose.mention.end }, to: whose.to }
}

/** Whether the name of a state in the genitive begins at a token. */
export const isOfState = (unit: Unit, at: number): boolean => {
  const mention = unit.mentions[at]
  if (!mention || mention.mention.by || mention.from !== at) return false
  return mention.mention.type === 'country' && inCase(unit.words[mention.head]!, 'Gen')
}

/** "власти Норвегии‹, Швеции и Дании›", "премьеры Перу ‹и Чили›": a noun in the plural has all the states behind it. */
export const withAllStates = (unit: Unit, party: Party): Party => {
  const inside = unit.mentions[party.to - 1]
  if (unit.words[party.head]!.morph.number !== 'Plur' || party.to - party.from < 2 || !inside) return party
  let to = party.to
  let closed = false
  while (!closed && /^(?:,|и)$/u.test(unit.words[to]?.norm ?? '') && isOfState(unit, to + 1)) {
    closed = unit.words[to]!.norm === 'и'
    to = unit.mentions[to + 1]!.to
  }
  if (!closed) return party
  const { identity: _, ...speaker } = party.speaker
  const name = `${speaker.name}${asWritten(unit.words.slice(party.to - 1, to)).slice(unit.words[party.to - 1]!.text.length)}`
  return { ...party, speaker: { ...speaker, name, end: unit.words[to - 1]!.end }, to }
}

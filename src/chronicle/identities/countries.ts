import type { Language } from '../../language/index.ts'
import { foldText, wordsOf } from '../text/words.ts'
import type { Group } from './group.ts'

/** States by how roles and names of bodies tell them: "президент Норвегии", "МИД Норвегии". */
export type StateNames = ReadonlyMap<string, Group>

/**
 * Short names of states, and bodies that there is one of in the world: nominative and genitive, folded, by the state that
 * they are or serve.
 */
const ALSO: Readonly<Record<string, string>> = {
  россия:
    'рф|кремль|кремля|госдума|госдумы|государственная дума|государственной думы|совет федерации|совета федерации|фсб|свр|росгвардия|росгвардии',
  китай: 'кнр',
  сша: 'белый дом|белого дома|пентагон|пентагона|госдеп|госдепа|госдепартамент|госдепартамента|цру|фбр|анб',
  франция: 'елисейский дворец|елисейского дворца',
  великобритания: 'даунинг стрит|форин офис|форин офиса',
  германия: 'бундестаг|бундестага|бундесвер|бундесвера|бундесрат|бундесрата',
  израиль: 'кнессет|кнессета|цахал|моссад|моссада|шабак',
  украина: 'верховная рада|верховной рады|всу|сбу',
}

const keyOf = ({ members }: Group): string => members[0]?.key ?? ''

/** Names of states in the nominative and the genitive; of two states with one name the first by key has it. */
export const stateNames = (states: Iterable<Group>, language: Language): StateNames => {
  const names = new Map<string, Group>()
  const sorted = [...states].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const group of sorted) {
    const { name } = group.identity
    for (const form of [name, language.decline(name, 'country', 'Gen') ?? name])
      if (!names.has(foldText(form))) names.set(foldText(form), group)
  }
  for (const [full, others] of Object.entries(ALSO)) {
    const state = names.get(full)
    if (state === undefined) continue
    for (const other of others.split('|')) if (!names.has(other)) names.set(other, state)
  }
  return names
}

/** Names that lead elsewhere than before. */
export const changedNames = (before: StateNames, now: StateNames): string[] => [
  ...[...now].flatMap(([name, group]) => (before.get(name) === group ? [] : [name])),
  ...[...before.keys()].filter((name) => !now.has(name)),
]

/** The state that most speaks for being served: what facts say, roles by their articles, and the name of a body. */
export const stateOf = (
  { identity, members }: Pick<Group, 'identity' | 'members'>,
  names: StateNames,
): Group | null => {
  const votes = new Map<Group, number>()
  const vote = (state: Group, weight: number): void => {
    votes.set(state, (votes.get(state) ?? 0) + weight)
  }
  for (const { countries } of members)
    for (const [name, count] of countries) {
      const state = names.get(foldText(name))
      if (state !== undefined) vote(state, count)
    }
  for (const { role, articles } of identity.roles) {
    const state = stateIn(role, names)
    if (state !== null) vote(state, articles.length)
  }
  const own = identity.type === 'organization' ? stateIn(identity.name, names) : null
  if (own !== null) vote(own, 1)
  return [...votes].sort((a, b) => b[1] - a[1] || (keyOf(a[0]) < keyOf(b[0]) ? -1 : 1))[0]?.[0] ?? null
}

const stateIn = (text: string, names: StateNames): Group | null => {
  const words = wordsOf(text)
  for (let length = 3; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const found = names.get(words.slice(at, at + length).join(' '))
      if (found !== undefined) return found
    }
  return null
}

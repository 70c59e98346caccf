import type { Entity } from '../../language/index.ts'
import type { EventFact, Participant } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { partiesNear } from './near.ts'
import { isOfNoun, nameOf, type Party } from './parties.ts'
import type { Reading } from './reading.ts'
import { KNOWN_WARS, type KnownWar, SPECIAL, WAGES, WAGING, WAGING_WITH, WARLIKE } from './russian/wars.ts'
import { standingOf } from './standing.ts'

/** Adjectives stand so near before their noun. */
const NEAR = 3
const GROUNDS = new Set(['на', 'в', 'во', 'против'])
/** Words that may stand between an operation and its ground: "операция | на востоке | Украины" is not looked into. */
const ATTACHED = 2

// "Спецоперация", "военная операция", "боевые действия".
const isWaging = ({ lemma, reading, at }: Candidate): boolean => {
  if (WAGING.has(lemma)) return true
  if (!WAGING_WITH.has(lemma)) return false
  for (let i = at - 1; i >= Math.max(0, at - NEAR) && reading.words[i]!.morph.pos === 'ADJ'; i--)
    if (WARLIKE.has(reading.words[i]!.lemma)) return true
  return false
}

const isGround = ({ mention: { type, by }, preposition }: Party): boolean =>
  (type === 'country' || type === 'place') && by === undefined && GROUNDS.has(preposition)

/** Where something is waged, and whether that stands right behind it. */
interface Ground {
  readonly name: string
  readonly attached: boolean
}

// Where it is waged: what stands right behind it, else what its clause names; null where nothing tells.
const groundOf = ({ reading, at }: Candidate): Ground | null => {
  const clause = reading.clauseOf[at]
  let inClause: Party | null = null
  for (const party of partiesNear(reading, at)) {
    if (!isGround(party)) continue
    const gap = party.phrase - at
    if (gap > 0 && gap <= ATTACHED) return { name: nameOf(party), attached: true }
    if (reading.clauseOf[party.mention.head] === clause) inClause ??= party
  }
  return inClause && { name: nameOf(inClause), attached: false }
}

// Who wages it by its own words: "операция ВСУ" (and not "с начала операции | лидеры Чили"), "турецкая операция", "Чили начала операцию".
const wagersOf = (candidate: Candidate): readonly string[] => {
  const { reading, at } = candidate
  const above = reading.words[reading.words[at]!.head]
  const told = partiesNear(reading, at).flatMap((party): { readonly name: string; readonly by: string }[] => {
    const as = standingOf(candidate, party)?.as
    const wages =
      as === 'adjective' ||
      (as === 'genitive' && isOfNoun(reading.words, at, party)) ||
      (as === 'subject' && above !== undefined && WAGES.has(above.lemma))
    return wages ? [{ name: nameOf(party), by: as }] : []
  })
  // "В годовщину российской операции | власти Чили заявили": its adjective tells whose it is, and what follows need not be of it.
  const called = told.filter(({ by }) => by === 'adjective')
  return (called.length > 0 ? called : told).map(({ name }) => name)
}

/** Everybody whom a page names, by usual name. */
const namedOn = ({ entities }: Reading): ReadonlyMap<string, Entity> =>
  new Map([...entities.values()].map((entity) => [entity.name, entity]))

// Those of its sides that the page names.
const participantsOf = ({ sides }: KnownWar, named: ReadonlyMap<string, Entity>): readonly Participant[] => {
  const found = sides.flatMap((name, at): Participant[] => {
    const entity = named.get(name)
    return entity ? [{ name, role: at === 0 ? 'agent' : 'target', identity: entity.id, type: entity.type }] : []
  })
  return found.sort((a, b) => Number(a.type === 'country') - Number(b.type === 'country'))
}

const warAt = (wars: readonly KnownWar[], ground: string | null): KnownWar | undefined =>
  ground === null ? undefined : wars.find(({ grounds }) => grounds.includes(ground.toLowerCase()))

// "В Осло с начала российской операции прошло …": who is told to wage it wages it elsewhere.
const tellsGround = (wars: readonly KnownWar[], ground: Ground | null, wagers: readonly string[]): string | null => {
  if (ground === null || ground.attached || warAt(wars, ground.name)) return ground?.name ?? null
  return warOf(wars, wagers) ? null : ground.name
}

// "Российская военная операция": of the latest war that the state began.
const warOf = (wars: readonly KnownWar[], wagers: readonly string[]): KnownWar | undefined =>
  wars.findLast(({ sides }) => wagers.includes(sides[0]))

const isUnderstood = ({ called, sides }: KnownWar, named: ReadonlyMap<string, Entity>): boolean =>
  called.length > 0 && sides.every((name) => named.has(name))

const isCalled = ({ lemma, reading: { words }, at }: Candidate, { called }: KnownWar): boolean =>
  called.includes(lemma) ||
  (called.length > 0 && words.slice(Math.max(0, at - NEAR), at).some((word) => word.lemma === SPECIAL))

/** Who fights, and on whose ground; null where the page names no ground of it. */
export interface Fought {
  readonly participants: readonly Participant[]
  readonly ground: EventFact['place']
  /** Where the page names the sides first. */
  readonly words: readonly (readonly [number, number])[]
}

const groundNamed = ({ grounds }: KnownWar, named: ReadonlyMap<string, Entity>): EventFact['place'] => {
  for (const { name, id } of named.values()) if (grounds.includes(name.toLowerCase())) return { name, identity: id }
  return null
}

const firstNamed = (sides: readonly Participant[], { analysis }: Reading): (readonly [number, number])[] =>
  sides.flatMap(({ identity }) => {
    const mention = analysis.mentions.find((one) => one.identity === identity)
    return mention ? [[mention.start, mention.end] as const] : []
  })

const foughtIn = (war: KnownWar, named: ReadonlyMap<string, Entity>, reading: Reading): Fought => {
  const participants = participantsOf(war, named)
  return { participants, ground: groundNamed(war, named), words: firstNamed(participants, reading) }
}

/**
 * Who fights where the press names a war by its ground alone: "после начала военной операции на Украине". Nobody writes
 * whose it is, and whoever else stands in the sentence only speaks of it. Only sides that the page names somewhere take part.
 * Gives both for the places of drafts in the list.
 *
 * @example 'С начала спецоперации на Украине Чили приняла …': of Россия and Украина, not of Чили
 */
export const warringSides = (drafts: readonly Draft[], reading: Reading): ReadonlyMap<number, Fought> => {
  const found = new Map<number, Fought>()
  const day = reading.analysis.article.published?.slice(0, 10)
  if (day === undefined) return found
  const wars = KNOWN_WARS.filter(({ since }) => since <= day)
  const waged = drafts.flatMap(({ candidate }, at) => {
    if (candidate.kind !== 'attack' || !isWaging(candidate)) return []
    const wagers = wagersOf(candidate)
    return [{ candidate, at, ground: tellsGround(wars, groundOf(candidate), wagers), wagers }]
  })
  if (waged.length === 0) return found
  const named = namedOn(reading)
  const told = new Set(
    waged.map(({ ground, wagers }) =>
      ground === null && wagers.length === 0 ? null : (warAt(wars, ground) ?? warOf(wars, wagers)),
    ),
  )
  told.delete(null)
  // What tells no ground is of the page's only war; where none is told, of the one that the press calls the operation.
  const only =
    told.size === 1 ? [...told][0] : told.size === 0 ? wars.findLast((war) => isUnderstood(war, named)) : undefined
  const fought = new Map<KnownWar, Fought>()
  for (const { candidate, at, ground, wagers } of waged) {
    const war =
      ground === null
        ? (wars.find((one) => isCalled(candidate, one)) ?? warOf(wars, wagers) ?? only)
        : warAt(wars, ground)
    if (!war || wagers.some((name) => !war.sides.includes(name))) continue
    const one = fought.get(war) ?? foughtIn(war, named, reading)
    fought.set(war, one)
    if (one.participants.length > 0) found.set(at, one)
  }
  return found
}

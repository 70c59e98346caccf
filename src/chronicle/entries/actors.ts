import type { ParticipantRole } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'

/** Which way a role points: from whom an act goes out, or to whom it goes. */
type Direction = 'from' | 'to' | 'none'

const DIRECTION: Readonly<Record<ParticipantRole, Direction>> = {
  agent: 'from',
  visitor: 'from',
  inviter: 'from',
  target: 'to',
  recipient: 'to',
  host: 'to',
  invitee: 'to',
  side: 'none',
}

export interface Actor {
  readonly identity: number
  readonly role: ParticipantRole
  readonly sort: 'person' | 'body' | 'state'
  /** The state that it is or serves; -1 where unknown. */
  readonly country: number
  /** How many mentions name it. */
  readonly times: number
}

/** Who takes part, each once, in the order given. */
export type ActorSet = readonly Actor[]

/** Actors of a mention by their identities; a name given twice keeps its first role that has a direction; places only suffer. */
export const actorSet = (
  parts: readonly { readonly identity: number; readonly role: ParticipantRole }[],
  identities: Identities,
): ActorSet => {
  const actors = new Map<number, Actor>()
  for (const { identity, role } of parts) {
    if (identity < 0) continue
    // Nobody comes from a city's name: a place is where it was, or whom it struck.
    if (DIRECTION[role] !== 'to' && identities.isPlace(identity)) continue
    const before = actors.get(identity)
    if (before && before.role !== 'side') continue
    const type = identities.list[identity]?.type
    const sort = type === 'person' ? 'person' : type === 'country' ? 'state' : 'body'
    actors.set(identity, { identity, role, sort, country: identities.country(identity), times: 1 })
  }
  return [...actors.values()]
}

// A loop, since tens of thousands of sets are compared for one page.
const placeOf = (actors: ActorSet, identity: number): number => {
  for (let at = 0; at < actors.length; at++) if ((actors[at] as Actor).identity === identity) return at
  return -1
}

/** How two sets of actors go together. */
export interface Relation {
  readonly people: number
  readonly bodies: number
  /** States that are the same, named or served by somebody named on one side only. */
  readonly states: number
  /** Actors with nobody to match on the other side, strays left out. */
  readonly leftOver: number
  readonly rightOver: number
  /** How many act on one side and are acted upon on the other. */
  readonly reversed: number
  /** How many of the same have a direction on both sides. */
  readonly directed: number
}

/**
 * Compares two sets of actors: the same identity matches itself; a state matches a person or body that serves it, when
 * that state is not matched by name already.
 *
 * @example { Кравцов, Норвегия } and { Кравцов, премьер Норвегии } share one person and one state
 */
export const relateActors = (a: ActorSet, b: ActorSet): Relation => {
  let people = 0
  let bodies = 0
  let states = 0
  let reversed = 0
  let directed = 0
  // Bits of the actors already matched: a set has a handful of them.
  let doneA = 0
  let doneB = 0
  for (let i = 0; i < a.length && i < MOST; i++) {
    const x = a[i] as Actor
    const j = placeOf(b, x.identity)
    if (j < 0 || j >= MOST) continue
    doneA |= 1 << i
    doneB |= 1 << j
    if (x.sort === 'person') people++
    else if (x.sort === 'state') states++
    else bodies++
    const from = DIRECTION[x.role]
    const to = DIRECTION[(b[j] as Actor).role]
    if (from === 'none' || to === 'none') continue
    directed++
    if (from !== to) reversed++
  }
  const left = served(a, doneA, b, doneB)
  const right = served(b, left.servants, a, left.states)
  return {
    people,
    bodies,
    states: states + left.count + right.count,
    leftOver: odd(a, right.servants),
    rightOver: odd(b, right.states),
    reversed,
    directed,
  }
}

/** An event has a handful of actors; what is joined from many pages is compared by its first thirty. */
const MOST = 30

/** Who is named by fewer than one of so many mentions that name the chief actor has strayed in: a slip of one page. */
const STRAY = 5

const odd = (actors: ActorSet, matched: number): number => {
  let most = 1
  for (const { times } of actors) if (times > most) most = times
  let count = 0
  for (let at = 0; at < actors.length; at++)
    if ((at >= MOST || !(matched & (1 << at))) && (actors[at] as Actor).times * STRAY > most) count++
  return count
}

// States of `a` that somebody in `b` serves: bits of the actors of both that are matched then.
const served = (
  a: ActorSet,
  doneA: number,
  b: ActorSet,
  doneB: number,
): { readonly count: number; readonly states: number; readonly servants: number } => {
  let count = 0
  let states = doneA
  let servants = doneB
  for (let i = 0; i < a.length && i < MOST; i++) {
    const x = a[i] as Actor
    if (states & (1 << i) || x.sort !== 'state') continue
    let serves = 0
    for (let j = 0; j < b.length && j < MOST; j++) {
      const y = b[j] as Actor
      if (y.sort !== 'state' && y.country === x.identity) serves |= 1 << j
    }
    if (serves === 0) continue
    states |= 1 << i
    if ((serves & ~servants) !== 0) count++
    servants |= serves
  }
  return { count, states, servants }
}

/** Actors of two drafts together: who was named first comes first, a role with a direction wins. */
export const joinActors = (first: ActorSet, more: ActorSet): ActorSet => {
  const all = [...first]
  for (const actor of more) {
    const at = placeOf(all, actor.identity)
    if (at < 0) all.push(actor)
    else {
      const { identity, role, sort, country, times } = all[at] as Actor
      all[at] = { identity, role: role === 'side' ? actor.role : role, sort, country, times: times + actor.times }
    }
  }
  return all
}

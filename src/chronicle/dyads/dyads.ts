import { contentId, dayString, edtfBounds } from '../../core/index.ts'
import type { EventKind } from '../../facts/index.ts'
import type { Chronicle, ContactLevel, Dyad, DyadMember, DyadMonth, Entry, Identity } from '../chronicle.ts'
import { isContact } from '../entries/level.ts'
import { isPlan } from '../entries/mention.ts'
import { publishedDay } from '../order.ts'
import { isBetween, takingPart } from './between.ts'

const WEIGHT: Readonly<Record<ContactLevel, number>> = { leaders: 3, ministers: 2, officials: 1, states: 1 }
const LEVELS: readonly ContactLevel[] = ['leaders', 'ministers', 'officials', 'states']

type Counts<K extends string> = Partial<Record<K, number>>

/** Which pairs are listed: of states, of persons, or of whoever stands together in an entry. */
export type DyadSort = 'states' | 'persons' | 'all'

const memberOf = ({ id, name, nameEn, type }: Identity): DyadMember => ({ identity: id, name, nameEn, type })

/**
 * Every pair of identities between whom something stands, the busiest first (most entries, then by id). Persons and
 * bodies count for the state that they serve, so that states meet through their presidents.
 *
 * @param asOf day (number since 1970-01-01) by which a plan is past; the last day of publication where left out
 * @example findDyads(chronicle, 'states')[0]?.members.map(({ name }) => name) // ['Исландия', 'Монголия']
 */
export const findDyads = (chronicle: Chronicle, sort: DyadSort = 'states', asOf = lastDay(chronicle)): Dyad[] => {
  const identityOf = new Map(chronicle.identities.map((identity) => [identity.id, identity]))
  const wanted = (id: string): boolean => {
    const type = identityOf.get(id)?.type
    if (sort === 'all') return type !== undefined && type !== 'document'
    return type === (sort === 'states' ? 'country' : 'person')
  }
  const shared = new Map<string, { readonly a: string; readonly b: string; readonly entries: Entry[] }>()
  for (const entry of chronicle.entries) {
    const who = [...takingPart(entry, identityOf)].filter(wanted).sort()
    for (const [at, a] of who.entries())
      for (const b of who.slice(at + 1)) {
        if (!isBetween(entry, a, b, identityOf)) continue
        const key = `${a} ${b}`
        const pair = shared.get(key)
        if (pair) pair.entries.push(entry)
        else shared.set(key, { a, b, entries: [entry] })
      }
  }
  return [...shared.values()]
    .map(({ a, b, entries }) => dyadOf(identityOf.get(a) as Identity, identityOf.get(b) as Identity, entries, asOf))
    .sort((x, y) => y.entries.length - x.entries.length || (x.id < y.id ? -1 : 1))
}

/**
 * Everything between two identities, in any order; null when the chronicle does not know both, or both are one.
 *
 * @param asOf day (number since 1970-01-01) by which a plan is past; the last day of publication where left out
 * @example dyadBetween(chronicle, iceland.id, mongolia.id)?.pending
 */
export const dyadBetween = (chronicle: Chronicle, a: string, b: string, asOf = lastDay(chronicle)): Dyad | null => {
  const identityOf = new Map(chronicle.identities.map((identity) => [identity.id, identity]))
  const [first, second] = [a, b].sort().map((id) => identityOf.get(id))
  if (!first || !second || first === second) return null
  const entries = chronicle.entries.filter((entry) => isBetween(entry, first.id, second.id, identityOf))
  return dyadOf(first, second, entries, asOf)
}

/** The last day of publication of a chronicle; -Infinity where no page has one. */
export const lastDay = ({ articles }: Chronicle): number =>
  articles.reduce((last, { published }) => Math.max(last, publishedDay(published) ?? -Infinity), -Infinity)

const hasHappened = ({ status }: Entry): boolean => status === 'happened' || status === 'ongoing'

const dyadOf = (a: Identity, b: Identity, entries: readonly Entry[], asOf: number): Dyad => {
  const done = entries.filter(hasHappened)
  const contacts = done.filter(({ kind }) => isContact(kind))
  const plans = entries.filter(isPlan)
  const isPast = ({ date }: Entry): boolean => {
    const bounds = date === null ? null : edtfBounds(date)
    return bounds !== null && bounds.last < asOf
  }
  const levels = countBy(contacts, ({ level }) => level)
  const days = done.flatMap(({ date }) => (date === null ? [] : (edtfBounds(date) ?? [])))
  const finite = (values: readonly number[]): number[] => values.filter(Number.isFinite)
  const open = done.filter((entry) => entry.kind === 'invitation' && !isAnswered(entry, entries))
  const pending = new Set([...open, ...plans.filter((entry) => !isPast(entry))])
  const ids = (list: readonly Entry[]): string[] => list.map(({ id }) => id)
  return {
    id: contentId(['dyad', a.id, b.id]),
    members: [memberOf(a), memberOf(b)],
    entries: ids(entries),
    from: days.length === 0 ? null : dayOrNull(Math.min(...finite(days.map(({ first }) => first)))),
    to: days.length === 0 ? null : dayOrNull(Math.max(...finite(days.map(({ last }) => last)))),
    contacts: ids(contacts),
    kinds: countBy(contacts, ({ kind }) => kind),
    levels,
    level: LEVELS.find((level) => levels[level] !== undefined) ?? null,
    agreements: ids(done.filter(({ kind }) => kind === 'agreement')),
    pending: ids(entries.filter((entry) => pending.has(entry))),
    unreported: ids(plans.filter(isPast)),
    months: monthsOf(done),
    intensity: intensityOf(contacts),
  }
}

const dayOrNull = (day: number): string | null => (Number.isFinite(day) ? dayString(day) : null)

// An invitation is answered when somebody who takes part in it has made, or been denied, a visit since.
const isAnswered = (invitation: Entry, entries: readonly Entry[]): boolean => {
  const invited = new Set(
    invitation.participants.filter(({ role }) => role !== 'inviter').map(({ identity }) => identity),
  )
  const since = invitation.date === null ? null : edtfBounds(invitation.date)
  return entries.some((visit) => {
    if (visit.kind !== 'visit' || isPlan(visit)) return false
    const bounds = visit.date === null ? null : edtfBounds(visit.date)
    if (since && bounds && bounds.last < since.first) return false
    return visit.participants.some(({ identity, role }) => role !== 'host' && invited.has(identity))
  })
}

const countBy = <K extends string>(entries: readonly Entry[], keyOf: (entry: Entry) => K | null): Counts<K> => {
  const counts: Counts<K> = {}
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const intensityOf = (contacts: readonly Entry[]): number =>
  contacts.reduce((sum, { level }) => sum + (level === null ? 0 : WEIGHT[level]), 0)

// The month that holds all days an entry can have been on.
const monthOf = ({ date }: Entry): string | null => {
  const bounds = date === null ? null : edtfBounds(date)
  if (!bounds || !Number.isFinite(bounds.first) || !Number.isFinite(bounds.last)) return null
  const month = dayString(bounds.first).slice(0, 7)
  // What began in one month and ended in the next within days stands where it began.
  return bounds.last - bounds.first <= 31 ? month : null
}

const monthsOf = (done: readonly Entry[]): DyadMonth[] => {
  const byMonth = new Map<string, Entry[]>()
  for (const entry of done) {
    const month = monthOf(entry)
    if (month === null) continue
    const list = byMonth.get(month)
    if (list) list.push(entry)
    else byMonth.set(month, [entry])
  }
  return [...byMonth]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([month, list]) => {
      const contacts = list.filter(({ kind }) => isContact(kind))
      return {
        month,
        kinds: countBy<EventKind>(list, ({ kind }) => kind),
        levels: countBy(contacts, ({ level }) => level),
        intensity: intensityOf(contacts),
      }
    })
}

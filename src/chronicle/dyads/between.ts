import type { Entry, Identity } from '../chronicle.ts'

/** The identities that take part in an entry, by themselves or through who serves them (persons and bodies: their state). */
export const takingPart = (entry: Entry, identityOf: ReadonlyMap<string, Identity>): ReadonlySet<string> => {
  const all = new Set<string>()
  for (const { identity } of entry.participants) {
    all.add(identity)
    const state = identityOf.get(identity)?.country
    if (state) all.add(state)
  }
  // A visit leads to the state that it is placed in, also where no host is named.
  if (entry.kind === 'visit' && entry.place && identityOf.get(entry.place.identity)?.type === 'country')
    all.add(entry.place.identity)
  return all
}

/**
 * Whether an entry stands between two identities: both take part, and not as a state and its own servant alone. What
 * every outlet has withdrawn stands between nobody.
 */
export const isBetween = (entry: Entry, a: string, b: string, identityOf: ReadonlyMap<string, Identity>): boolean => {
  if (entry.withdrawn) return false
  const all = takingPart(entry, identityOf)
  if (!all.has(a) || !all.has(b)) return false
  const servant = servantOf(a, b, identityOf) ?? servantOf(b, a, identityOf)
  return servant === null || entry.participants.some(({ identity }) => identity === servant.state)
}

const servantOf = (
  person: string,
  state: string,
  identityOf: ReadonlyMap<string, Identity>,
): { readonly state: string } | null =>
  identityOf.get(person)?.country === state && person !== state ? { state } : null

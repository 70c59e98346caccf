import type { Chronicle, Entry, Identity } from '../chronicle.ts'

/** Identities of the withdrawn part of the chronicle, under the ids that the same names have in the whole one. */
export const knownIdentities = (chronicle: Chronicle, part: Chronicle): ReadonlyMap<string, Identity> => {
  const ids = new Set(chronicle.identities.map(({ id }) => id))
  const wanted = new Map<string, Identity | null>()
  for (const { type, variants } of part.identities) for (const { name } of variants) wanted.set(`${type} ${name}`, null)
  for (const identity of chronicle.identities)
    for (const { name } of identity.variants) {
      const key = `${identity.type} ${name}`
      if (wanted.get(key) === null) wanted.set(key, identity)
    }
  return new Map(
    part.identities.flatMap((identity) => {
      if (ids.has(identity.id)) return []
      const same = identity.variants.map(({ name }) => wanted.get(`${identity.type} ${name}`)).find(Boolean)
      return same ? [[identity.id, same] as const] : []
    }),
  )
}

/** Ids of everybody and everything that an entry names. */
export const identitiesOf = ({ participants, place, documents = [] }: Entry): string[] =>
  [...participants, ...(place ? [place] : []), ...documents].map(({ identity }) => identity)

/** The withdrawn part with the names and ids that the whole chronicle has for the same identities. */
export const renamed = (part: Chronicle, known: ReadonlyMap<string, Identity>): Chronicle => {
  const as = <T extends { readonly identity: string; readonly name: string; readonly nameEn: string }>(one: T): T => {
    const { id, name, nameEn } = known.get(one.identity) ?? { id: one.identity, name: one.name, nameEn: one.nameEn }
    return { ...one, identity: id, name, nameEn }
  }
  return {
    ...part,
    identities: part.identities.filter(({ id }) => !known.has(id)),
    entries: part.entries.map((entry) => ({
      ...entry,
      participants: entry.participants.map(as),
      place: entry.place && as(entry.place),
      ...(entry.documents ? { documents: entry.documents.map(as) } : {}),
    })),
  }
}

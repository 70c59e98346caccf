import type { Chronicle, DocumentRecord, Entry } from '../chronicle.ts'

/**
 * Every document that pages name, with the entries whose evidence names it and the one that made it, those that most
 * pages name first.
 *
 * @example documentsOf(chronicle)[0]?.madeBy // id of the signing
 */
export const documentsOf = (chronicle: Chronicle): DocumentRecord[] => {
  const entriesOf = new Map<string, Entry[]>()
  for (const entry of chronicle.entries)
    for (const { identity } of entry.withdrawn ? [] : (entry.documents ?? [])) {
      const list = entriesOf.get(identity)
      if (list) list.push(entry)
      else entriesOf.set(identity, [entry])
    }
  return chronicle.identities
    .filter(({ type }) => type === 'document')
    .map(({ id, name, nameEn, variants, articles }): DocumentRecord => {
      const entries = entriesOf.get(id) ?? []
      const making = entries.filter(({ kind }) => kind === 'agreement' || kind === 'decision')
      const made = making.find(({ status }) => status === 'happened') ?? making[0] ?? null
      return {
        identity: id,
        name,
        nameEn,
        variants,
        articles,
        entries: entries.map((entry) => entry.id),
        madeBy: made?.id ?? null,
        date: made?.date ?? null,
        status: made?.status ?? null,
        parties: made?.participants ?? [],
        disagreements: entries.flatMap(({ disagreements }) =>
          disagreements.filter(({ about }) => about === 'document').map((one) => one.id),
        ),
      }
    })
    .sort((a, b) => b.articles - a.articles || (a.identity < b.identity ? -1 : 1))
}

import type { Chronicle, Corrected, Correction, CorrectionAction, Identity } from '../../chronicle/index.ts'
import type { CorrectionList, CorrectionRow, Paging } from '../source.ts'
import type { ChronicleIndex } from './index-chronicle.ts'

const idsIn = (action: CorrectionAction): readonly string[] => {
  switch (action.kind) {
    case 'merge-entries':
      return [action.into, ...action.entries]
    case 'merge-identities':
      return [action.into, ...action.identities]
    case 'split-entry':
    case 'rename-entry':
    case 'reject-entry':
      return [action.entry]
    case 'split-identity':
    case 'rename-identity':
      return [action.identity]
    case 'reject-disagreement':
      return [action.disagreement]
    case 'note':
      return [action.id]
    case 'undo':
      return []
  }
}

type Name = CorrectionRow['names'][string]

/** The log, latest first, with what became of each decision and the names of what it speaks of. */
export const correctionsOf = (
  index: ChronicleIndex,
  identities: ReadonlyMap<string, Identity>,
  { states }: Corrected,
  log: readonly Correction[],
  built: Chronicle,
  { offset, limit }: Paging,
): CorrectionList => {
  const items = log.toReversed().slice(offset, offset + limit)
  const wanted = new Set(items.flatMap(({ action }) => idsIn(action)))
  const names = new Map<string, Name>()
  // What a decision took away has its name only in the chronicle as it was made.
  for (const { id, name, nameEn } of built.identities) if (wanted.has(id)) names.set(id, { name, nameEn })
  for (const { id, aliases, title, titleEn, disagreements } of built.entries) {
    for (const each of [id, ...aliases, ...disagreements.map((one) => one.id)])
      if (wanted.has(each)) names.set(each, { name: title, nameEn: titleEn })
  }
  for (const id of wanted) {
    const identity = identities.get(id)
    const entry = index.byId.get(id)?.entry
    if (identity && !names.has(id)) names.set(id, { name: identity.name, nameEn: identity.nameEn })
    if (entry && !names.has(id)) names.set(id, { name: entry.title, nameEn: entry.titleEn })
  }
  return {
    total: log.length,
    offset,
    items: items.map((correction) => ({
      ...correction,
      state: states.get(correction.id) ?? 'idle',
      names: Object.fromEntries(
        idsIn(correction.action).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : [])),
      ),
    })),
  }
}

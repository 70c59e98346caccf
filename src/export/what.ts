import type { Chronicle, Disagreement, Entry } from '../chronicle/index.ts'

/** What of a chronicle can be exported: `letopis export --what …`. */
export const WHATS = ['entries', 'articles', 'identities', 'stories', 'disagreements', 'statements'] as const
export type What = (typeof WHATS)[number]

/** A disagreement with the entry that it stands on. */
export interface EntryDisagreement extends Disagreement {
  readonly entry: Entry
}

/** All disagreements of a chronicle, in the order of their entries. */
export function* disagreementsOf(chronicle: Chronicle): Generator<EntryDisagreement> {
  for (const entry of chronicle.entries)
    for (const disagreement of entry.disagreements) yield { ...disagreement, entry }
}

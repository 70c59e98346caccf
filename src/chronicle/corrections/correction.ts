import { contentId } from '../../core/index.ts'

/** The event of an article that an entry rests on: what decisions about entries hold on to. */
export interface MentionRef {
  readonly article: string
  /** Index of the event in its article's facts. */
  readonly event: number
}

/**
 * What a person decides about the built chronicle. Entries are named by any id that they had: an id is that of one of
 * their mentions and leads to whichever entry holds it after the next making.
 */
export type CorrectionAction =
  | { readonly kind: 'merge-entries'; readonly into: string; readonly entries: readonly string[] }
  | { readonly kind: 'split-entry'; readonly entry: string; readonly mentions: readonly MentionRef[] }
  | { readonly kind: 'rename-entry'; readonly entry: string; readonly title: string; readonly titleEn?: string }
  | { readonly kind: 'reject-entry'; readonly entry: string }
  | { readonly kind: 'merge-identities'; readonly into: string; readonly identities: readonly string[] }
  | {
      readonly kind: 'split-identity'
      readonly identity: string
      /** Articles in which the name means somebody else. */
      readonly articles: readonly string[]
      readonly name: string
      readonly nameEn?: string
    }
  | { readonly kind: 'rename-identity'; readonly identity: string; readonly name: string; readonly nameEn?: string }
  | { readonly kind: 'reject-disagreement'; readonly disagreement: string }
  | {
      readonly kind: 'note'
      readonly about: 'entry' | 'identity' | 'disagreement'
      readonly id: string
      readonly text: string
    }
  /** Takes an earlier decision back; undoing an undoing puts it in force again. */
  | { readonly kind: 'undo'; readonly correction: string }

/** A decision with its author and time. Decisions are only ever added. */
export interface Correction {
  readonly id: string
  /** Moment of the decision, ISO 8601 in UTC. */
  readonly at: string
  readonly author: string
  readonly action: CorrectionAction
}

/**
 * A decision with the id that its content gives, so that the same decision brought twice is one.
 *
 * @example correctionOf('2031-05-20T10:00:00Z', 'desk', { kind: 'reject-entry', entry: 'e1' }).id
 */
export const correctionOf = (at: string, author: string, action: CorrectionAction): Correction => ({
  id: contentId(['correction', at, author, JSON.stringify(action)]),
  at,
  author,
  action,
})

/** The decisions that are in force, in their order: neither undone nor undoings. */
export const inForce = (corrections: readonly Correction[]): readonly Correction[] => {
  const undone = undoneIn(corrections)
  return corrections.filter(({ id, action }) => action.kind !== 'undo' && !undone.has(id))
}

/** Ids of what is undone. An undoing that is itself undone counts for nothing. */
export const undoneIn = (corrections: readonly Correction[]): ReadonlySet<string> => {
  const undone = new Set<string>()
  for (const { id, action } of [...corrections].reverse())
    if (action.kind === 'undo' && !undone.has(id)) undone.add(action.correction)
  return undone
}

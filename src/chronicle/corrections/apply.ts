import type { Chronicle, Entry } from '../chronicle.ts'
import { byDate } from '../order.ts'
import { type Correction, type CorrectionAction, inForce, undoneIn } from './correction.ts'
import { EntryTable } from './entries.ts'
import { mergeIdentities, renameIdentity, splitIdentity } from './identities.ts'

/** What became of a decision: it holds, it was undone, or what it speaks of is not there (any more). */
export type CorrectionState = 'holds' | 'undone' | 'idle'

/** A remark that a person left, with whom it is about under its present id. */
export interface Note {
  readonly correction: string
  readonly at: string
  readonly author: string
  readonly about: 'entry' | 'identity' | 'disagreement'
  readonly id: string
  readonly text: string
}

/** A chronicle with what people decided about it. */
export interface Corrected {
  readonly chronicle: Chronicle
  readonly states: ReadonlyMap<string, CorrectionState>
  readonly notes: readonly Note[]
}

const ofIdentity = (chronicle: Chronicle, action: CorrectionAction): Chronicle | null => {
  switch (action.kind) {
    case 'merge-identities':
      return mergeIdentities(chronicle, action)
    case 'split-identity':
      return splitIdentity(chronicle, action)
    case 'rename-identity':
      return renameIdentity(chronicle, action)
    default:
      return null
  }
}

// Links between entries, and from stories, follow their entries.
const relinked = (chronicle: Chronicle, table: EntryTable): Chronicle => {
  const present = (id: string | null): string | null => (id === null ? null : table.present(id))
  const entries = table.list.map((entry): Entry => {
    const partOf = present(entry.partOf)
    return { ...entry, partOf: partOf === entry.id ? null : partOf }
  })
  const ofStory = new Map<string | null, string[]>()
  for (const { id, story } of entries) ofStory.set(story, [...(ofStory.get(story) ?? []), id])
  return {
    ...chronicle,
    entries: entries.sort(byDate),
    stories: chronicle.stories.map((story) => {
      const kept = [...new Set(story.entries.flatMap((id) => present(id) ?? []))]
      const own = (ofStory.get(story.id) ?? []).filter((id) => !kept.includes(id))
      return { ...story, entries: [...kept, ...own] }
    }),
  }
}

/**
 * The chronicle as people have decided it to be: a pure function of the built chronicle and of the decisions, so that
 * it is the same after every making anew. Decisions are applied in their order; one whose subject is gone does nothing
 * and is told as idle.
 *
 * @example applyCorrections(buildChronicle(facts, russian), log).chronicle.entries
 */
export const applyCorrections = (built: Chronicle, corrections: readonly Correction[]): Corrected => {
  const states = new Map<string, CorrectionState>()
  if (corrections.length === 0) return { chronicle: built, states, notes: [] }
  const undone = undoneIn(corrections)
  for (const { id } of corrections) states.set(id, undone.has(id) ? 'undone' : 'holds')
  const force = inForce(corrections)
  let chronicle = built
  let table = new EntryTable(built.entries)
  const notes: Note[] = []
  const write = (): void => {
    chronicle = { ...chronicle, entries: table.list }
  }
  for (const { id, at, author, action } of force) {
    let done = true
    if (action.kind === 'note') {
      notes.push({ correction: id, at, author, about: action.about, id: action.id, text: action.text })
    } else if (
      action.kind === 'merge-identities' ||
      action.kind === 'split-identity' ||
      action.kind === 'rename-identity'
    ) {
      write()
      const next = ofIdentity(chronicle, action)
      done = next !== null
      if (next) {
        chronicle = next
        table = table.over(next.entries)
      }
    } else if (action.kind !== 'undo') done = table.apply(action)
    if (!done) states.set(id, 'idle')
  }
  const present = (note: Note): Note =>
    note.about === 'entry' ? { ...note, id: table.present(note.id) ?? note.id } : note
  const changed = force.some(({ action }) => action.kind !== 'note')
  return { chronicle: changed ? relinked(chronicle, table) : built, states, notes: notes.map(present) }
}

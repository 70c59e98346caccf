import { contentId } from '../../core/index.ts'
import type { Entry } from '../chronicle.ts'
import type { CorrectionAction, MentionRef } from './correction.ts'
import { joined, narrowed } from './recompose.ts'

type EntryAction = Extract<
  CorrectionAction,
  { readonly kind: 'merge-entries' | 'split-entry' | 'rename-entry' | 'reject-entry' | 'reject-disagreement' }
>

/** The id of an entry that was split off: the same whenever and wherever the split is applied. */
export const splitId = (entry: string, mentions: readonly MentionRef[]): string =>
  contentId(['split', entry, ...mentions.map(({ article, event }) => `${article} ${event}`).sort()])

/** Entries while decisions are applied to them, one after the other. */
export class EntryTable {
  readonly #entries: Map<string, Entry>
  readonly #idOf = new Map<string, string>()

  constructor(entries: readonly Entry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]))
    for (const { id, aliases } of entries) for (const alias of aliases) this.#idOf.set(alias, id)
    for (const { id } of entries) this.#idOf.set(id, id)
  }

  /** The same ids over entries that were changed in place. */
  over(entries: readonly Entry[]): EntryTable {
    const next = new EntryTable(entries)
    for (const [alias, id] of this.#idOf) next.#idOf.set(alias, id)
    return next
  }

  get list(): Entry[] {
    return [...this.#entries.values()]
  }

  /** The present id behind any id that an entry had; null when it is gone. */
  present(id: string): string | null {
    const now = this.#idOf.get(id)
    return now !== undefined && this.#entries.has(now) ? now : null
  }

  #find(id: string): Entry | null {
    const now = this.present(id)
    return now === null ? null : (this.#entries.get(now) ?? null)
  }

  /** Applies one decision; false when there is nothing left that it speaks of. */
  apply(action: EntryAction): boolean {
    switch (action.kind) {
      case 'merge-entries':
        return this.#merge(action.into, action.entries)
      case 'split-entry':
        return this.#split(action.entry, action.mentions)
      case 'rename-entry':
        return this.#change(action.entry, (entry) => ({
          ...entry,
          title: action.title,
          titleEn: action.titleEn ?? entry.titleEn,
        }))
      case 'reject-entry':
        return this.#reject(action.entry)
      case 'reject-disagreement':
        return this.#rejectDisagreement(action.disagreement)
    }
  }

  #change(id: string, change: (entry: Entry) => Entry): boolean {
    const entry = this.#find(id)
    if (entry) this.#entries.set(entry.id, change(entry))
    return entry !== null
  }

  #merge(into: string, ids: readonly string[]): boolean {
    const entry = this.#find(into)
    if (!entry) return false
    const others = [...new Set(ids)].flatMap((id) => this.#find(id) ?? []).filter(({ id }) => id !== entry.id)
    if (others.length === 0) return false
    for (const { id, aliases } of others) {
      this.#entries.delete(id)
      for (const alias of [id, ...aliases]) this.#idOf.set(alias, entry.id)
    }
    this.#entries.set(entry.id, joined(entry, others))
    return true
  }

  #split(id: string, mentions: readonly MentionRef[]): boolean {
    const entry = this.#find(id)
    if (!entry) return false
    const leaves = new Set(mentions.map(({ article, event }) => `${article} ${event}`))
    const gone = entry.evidence.filter(({ article, event }) => leaves.has(`${article} ${event}`))
    if (gone.length === 0 || gone.length === entry.evidence.length) return false
    const stays = entry.evidence.filter((each) => !gone.includes(each))
    const own = splitId(id, mentions)
    this.#entries.set(entry.id, narrowed(entry, entry.id, stays))
    this.#entries.set(own, { ...narrowed(entry, own, gone), aliases: [] })
    this.#idOf.set(own, own)
    return true
  }

  #reject(id: string): boolean {
    const entry = this.#find(id)
    return entry !== null && this.#entries.delete(entry.id)
  }

  #rejectDisagreement(id: string): boolean {
    const entry = this.list.find(({ disagreements }) => disagreements.some((each) => each.id === id))
    if (!entry) return false
    return this.#change(entry.id, (known) => ({
      ...known,
      disagreements: known.disagreements.filter((each) => each.id !== id),
    }))
  }
}

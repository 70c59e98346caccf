import type { Disagreement, Entry } from '../chronicle.ts'
import { isBefore, isOneMatter, type Matter, matterOf, withTold } from '../disagreements/matters.ts'
import { enter, leave } from '../sets.ts'
import type { Event } from './events.ts'

/**
 * Which disagreements of an entry are listed: a matter that several entries have is listed once, on the one where most tell
 * it, with all who tell it. It rests on the composed entries alone, in whatever order they come.
 */
export class Repeats {
  readonly #matters = new Map<Event, readonly Matter[]>()
  readonly #holders = new Map<string, Set<Event>>()

  /** Takes up how events were composed; null for one that is gone. Gives all events that may list more or less by it. */
  change(composed: Iterable<readonly [Event, Entry | null]>): Set<Event> {
    const touched = new Set<Event>()
    for (const [event, entry] of composed) {
      const before = this.#matters.get(event) ?? []
      const matters = (entry?.disagreements ?? []).flatMap((one) => matterOf(entry as Entry, one) ?? [])
      if (before.length === 0 && matters.length === 0) continue
      for (const matter of before) for (const [other] of this.#alike(matter)) touched.add(other)
      for (const key of keysOf(before)) leave(this.#holders, key, event)
      if (matters.length === 0) this.#matters.delete(event)
      else this.#matters.set(event, matters)
      for (const key of keysOf(matters)) enter(this.#holders, key, event)
      touched.add(event)
      for (const matter of matters) for (const [other] of this.#alike(matter)) touched.add(other)
    }
    return touched
  }

  /**
   * What an entry lists of its disagreements, each with what other entries tell of it that do not list it; the very list
   * where nothing else tells of any.
   */
  listed(event: Event, { disagreements }: Entry): readonly Disagreement[] {
    const changed = new Map<Disagreement, Disagreement | null>()
    for (const matter of this.#matters.get(event) ?? []) {
      const alike = this.#alike(matter).map(([, other]) => other)
      if (alike.length === 0) continue
      const hidden = alike.some((other) => isBefore(other, matter))
      const given = [...alike].sort((a, b) => (isBefore(a, b) ? -1 : 1))
      changed.set(matter.disagreement, hidden ? null : withTold(matter, given))
    }
    if (changed.size === 0) return disagreements
    return disagreements.flatMap((one) => {
      const now = changed.get(one)
      return now === undefined ? [one] : now === null ? [] : [now]
    })
  }

  #alike(matter: Matter): (readonly [Event, Matter])[] {
    const events = new Set<Event>()
    for (const key of matter.keys) for (const event of this.#holders.get(key) ?? []) events.add(event)
    return [...events].flatMap((event) =>
      (this.#matters.get(event) ?? []).flatMap((other) =>
        isOneMatter(matter, other) ? [[event, other] as const] : [],
      ),
    )
  }
}

const keysOf = (matters: readonly Matter[]): Set<string> => new Set(matters.flatMap(({ keys }) => keys))

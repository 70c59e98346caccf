import { type Growing, storyGrouping, type Topic } from '../stories/grow.ts'
import { type StoryArticle, storyId } from '../stories/stories.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import type { Digest } from './digest.ts'
import { emptyGrouped, type Group } from './grouping.ts'
import { Regrouping } from './groups.ts'
import { KeptGrouping, type KeptGroups, keptGroups } from './kept-groups.ts'
import type { Restoring } from './parts.ts'

type Growth = Group<Topic, Growing>

/** What a change of articles does to the stories. */
export interface StoryChange {
  /** Articles that are in another group than before, whether or not that is a story yet. */
  readonly moved: ReadonlySet<number>
  /** Articles whose story has another id than before. */
  readonly renamed: ReadonlySet<number>
  /** Ids of the stories whose articles changed, of those that are gone too. */
  readonly changed: ReadonlySet<string>
}

/** Which articles tell of one happening, kept while articles come and go. */
export class StoryShelf {
  readonly #vocabulary: Vocabulary
  #grouped = emptyGrouped<Topic, Growing>()
  readonly #slots = new Map<Topic, number>()
  readonly #ofArticle = new Map<number, { readonly group: number; readonly story: string | null }>()
  readonly #told = new Map<number, StoryArticle>()
  readonly #articles = new Map<string, readonly number[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The stories as plain data, part after part. */
  kept(): Generator<KeptGroups> {
    return keptGroups(storyGrouping(this.#vocabulary), this.#grouped, (topic) => this.#slots.get(topic) as number)
  }

  /** Takes up what was kept of these articles. */
  restoring(digests: readonly Digest[]): Restoring<KeptGroups> {
    const topics: Topic[] = []
    for (const { topic, slot, told } of digests) {
      topics[slot] = topic
      this.#slots.set(topic, slot)
      this.#told.set(slot, told)
    }
    const grouping = new KeptGrouping(storyGrouping(this.#vocabulary), (slot) => topics[slot] as Topic)
    const done = (): void => {
      this.#grouped = grouping.done()
      const groups = new Set([...this.#grouped.members.values()].map(({ group }) => group as Growth))
      for (const group of groups) this.#place(group, new Set(), new Set(), new Set())
    }
    return { take: (part) => grouping.take(part), done }
  }

  /** A number that articles of one happening share. */
  groupOf(article: number): number {
    return this.#ofArticle.get(article)?.group ?? -1
  }

  /** The id of an article's story; null while it stands alone. */
  storyOf(article: number): string | null {
    return this.#ofArticle.get(article)?.story ?? null
  }

  /** The articles of a story in their order; none when it is gone. */
  articlesOf(story: string): readonly StoryArticle[] {
    return (this.#articles.get(story) ?? []).map((slot) => this.#told.get(slot) as StoryArticle)
  }

  change(removed: readonly Digest[], added: readonly Digest[]): StoryChange {
    const regrouping = new Regrouping(storyGrouping(this.#vocabulary), this.#grouped)
    for (const { topic, slot, told } of added) {
      this.#slots.set(topic, slot)
      this.#told.set(slot, told)
    }
    const groups = regrouping.change(
      removed.map(({ topic }) => topic),
      added.map(({ topic }) => topic),
    )
    const changed = new Set<string>()
    for (const { topic, slot } of removed) {
      const story = this.storyOf(slot)
      if (story !== null) changed.add(story)
      this.#slots.delete(topic)
      this.#told.delete(slot)
      this.#ofArticle.delete(slot)
    }
    const moved = new Set<number>()
    const renamed = new Set<number>()
    // A story that has passed to another group is listed by that one, whichever comes first.
    for (const group of groups) for (const story of this.#storiesIn(group)) changed.add(story)
    for (const story of changed) this.#articles.delete(story)
    for (const group of groups) this.#place(group, moved, renamed, changed)
    return { moved, renamed, changed }
  }

  #storiesIn({ members }: Growth): string[] {
    return members.flatMap(({ item }) => this.storyOf(this.#slots.get(item) as number) ?? [])
  }

  #place({ slot, members }: Growth, moved: Set<number>, renamed: Set<number>, changed: Set<string>): void {
    const first = members[0]
    if (!first) return
    const story = members.length > 1 ? storyId(first.item.id) : null
    const articles = members.map(({ item }) => this.#slots.get(item) as number)
    for (const article of articles) {
      const before = this.#ofArticle.get(article)
      if (before?.group !== slot) moved.add(article)
      if ((before?.story ?? null) !== story) renamed.add(article)
      if (before?.group !== slot || before.story !== story) this.#ofArticle.set(article, { group: slot, story })
    }
    if (story === null) return
    this.#articles.set(story, articles)
    changed.add(story)
  }
}

import { contentId } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { counterparts, untoldIn } from './compare-facts.ts'

/** One text that an article had. `version` names it together with the article's id. */
export interface VersionFacts {
  readonly version: string
  readonly facts: ArticleFacts
}

/** All texts of an article whose text was changed, the earliest first; the last one is the one that the chronicle reads. */
export interface ArticleHistory {
  readonly versions: readonly VersionFacts[]
}

/** An event that an earlier version told and that none since has told. */
export interface Withdrawn {
  readonly event: number
  /** The event of the present version that stands in its place. */
  readonly counterpart: number | null
}

/** A version with what was withdrawn of it, under an id of its own: several versions may share their article's id. */
export interface WithdrawnPart {
  readonly id: string
  readonly from: VersionFacts
  readonly current: ArticleFacts
  readonly withdrawn: readonly Withdrawn[]
}

/** Events of each earlier version that no later one tells: each stands in the last version that told it. */
export const withdrawnParts = ({ versions }: ArticleHistory): WithdrawnPart[] => {
  const current = (versions.at(-1) as VersionFacts).facts
  return versions.slice(0, -1).map((from, at): WithdrawnPart => {
    const later = versions.slice(at + 1).map(({ facts }) => new Set(untoldIn(from.facts, facts).events))
    const gone = from.facts.events.flatMap((_, event) => (later.every((untold) => untold.has(event)) ? [event] : []))
    const placeOf = gone.length === 0 ? () => null : counterparts(from.facts, current)
    return {
      id: contentId(['version', from.facts.id, from.version]),
      from,
      current,
      withdrawn: gone.map((event) => ({ event, counterpart: placeOf(event) })),
    }
  })
}

/** The facts of a version with its withdrawn events alone. */
export const factsOfPart = ({ id, from, withdrawn }: WithdrawnPart): ArticleFacts => ({
  ...from.facts,
  id,
  events: withdrawn.map(({ event }) => from.facts.events[event] as ArticleFacts['events'][number]),
})

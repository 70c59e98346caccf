import type { EntryView, Status } from '../../src/api/index.ts'
import { linksOf } from './evidence.ts'

export interface Step {
  readonly status: Status
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  /** Whose words say so; null when the outlet speaks itself. */
  readonly by: string | null
  readonly start?: number
  readonly end?: number
}

/** The history's steps, each with the words that tell it. */
export const stepsOf = ({ entry, articles }: EntryView): Step[] =>
  entry.history.map(({ status, article, published }) => {
    const evidence = entry.evidence.find((each) => each.article === article && each.status === status)
    const outlet = articles.find(({ id }) => id === article)?.outlet ?? evidence?.outlet ?? null
    const by = evidence ? (linksOf(evidence)[0] ?? null) : null
    return { status, article, outlet, published, by, ...(evidence && { start: evidence.start, end: evidence.end }) }
  })

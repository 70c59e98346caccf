import type { Hint } from '../block.ts'
import { isStranger, type Line } from './line.ts'
import type { Mark } from './marks.ts'
import { shareKnown } from './words.ts'

/** Marks after which the article is over or interrupted, so that prose on the other side must prove its connection. */
export const parts = (mark: Mark): boolean => mark === 'teaser-head' || mark === 'copyright' || mark === 'comments'

export interface Core {
  readonly first: number
  readonly last: number
  readonly vocabulary: ReadonlyMap<string, number>
}

const vocabularyOf = (lines: readonly Line[], from: number, to: number): Map<string, number> => {
  const vocabulary = new Map<string, number>()
  for (let i = from; i <= to; i++) {
    const line = lines[i]!
    if (line.prose) for (const stem of line.stems) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1)
  }
  return vocabulary
}

const weightOf = (hint: Hint | undefined): number =>
  hint === 'main' ? 4 : hint === 'outside' || hint === 'aside' || hint === 'meta' ? 0.2 : 1

/** A run of title-like lines this long is a list of links: prose behind it is another cluster. */
const LIST_RUN = 4

/** A run of prose without a list of links or an end mark inside. */
interface Cluster {
  first: number
  last: number
  weight: number
  /** A mark that ends pages (copyright, comments) stands before it. */
  readonly behindEnd: boolean
}

const clustersOf = (lines: readonly Line[]): Cluster[] => {
  const clusters: Cluster[] = []
  let run: Cluster | null = null
  let titles = 0
  let ended = false
  for (const [i, line] of lines.entries()) {
    if (isStranger(line)) continue
    if (parts(line.mark) || titles >= LIST_RUN) {
      run = null
      titles = 0
      ended ||= line.mark === 'copyright' || line.mark === 'comments'
    }
    if (line.prose) {
      if (run === null) {
        run = { first: i, last: i, weight: 0, behindEnd: ended }
        clusters.push(run)
      }
      run.last = i
      run.weight += line.block.text.length * weightOf(line.block.hint)
      titles = 0
    } else if (line.mark === null && line.block.hint !== 'item') titles++
  }
  return clusters
}

/** How much of a cluster's words the article must know for the cluster to be its continuation. */
const JOINS = 0.35

/** Where the article certainly is, and the words that it speaks with: its heaviest cluster of prose and those that go on with it. */
export const coreOf = (lines: readonly Line[]): Core | null => {
  const clusters = clustersOf(lines)
  let best: Cluster | null = null
  // Of two clusters of like weight the earlier one is the article.
  for (const cluster of clusters) if (best === null || cluster.weight > best.weight * 1.3) best = cluster
  if (best === null) return null
  const vocabulary = vocabularyOf(lines, best.first, best.last)
  let { first, last } = best
  for (const cluster of clusters) {
    if (cluster === best || (cluster.behindEnd && cluster.first > best.last)) continue
    const stems = lines.slice(cluster.first, cluster.last + 1).flatMap((line) => (line.prose ? line.stems : []))
    if (shareKnown(stems, vocabulary) < JOINS) continue
    first = Math.min(first, cluster.first)
    last = Math.max(last, cluster.last)
  }
  return { first, last, vocabulary }
}

import { hashRun } from '../text/hash.ts'
import { keptWords } from '../text/pool.ts'
import { foldText } from '../text/words.ts'
import type { PageWords } from './page-words.ts'
import type { Reprint } from './reprints.ts'

/** Fewer words than this begin many sentences that nobody copied. */
const EDGE = 6
/** Share of the later article's sentences, and how many at least, that make it a copy in part. */
const LARGE_PART = 0.25
const FEWEST = 2
/** Words in a row that are compared, and the share of them that makes two sentences one. */
const RUN = 3
export const SAME_SENTENCE = 0.6
/** So many earlier articles are compared word by word, those with the most common sentences first. */
const COMPARED = 5

/** A sentence as far as it is compared with others' text. */
interface Line {
  /** Hashes of all its runs of three words, and of its beginning and end where it has more words than that. */
  readonly runs: Uint32Array
  readonly edges: readonly number[]
  /** Most of it stands in quotation marks: two outlets may quote one speech. */
  readonly quoted: boolean
}

/** The sentences of an article, and the runs of words of all its text. */
export interface Sentences {
  /** Line after line: how many runs, times four, with a bit for edges and one for a quoted line; its edges; its runs. */
  readonly lines: Uint32Array
  readonly runs: Uint32Array
  readonly outlet: string | null
}

const EDGED = 2
const SPOKEN = 1

const packed = (lines: readonly Line[]): Uint32Array => {
  let length = 0
  for (const { runs, edges } of lines) length += 1 + edges.length + runs.length
  const numbers = new Uint32Array(length)
  let at = 0
  for (const { runs, edges, quoted } of lines) {
    numbers[at++] = runs.length * 4 + (edges.length > 0 ? EDGED : 0) + (quoted ? SPOKEN : 0)
    for (const edge of edges) numbers[at++] = edge
    numbers.set(runs, at)
    at += runs.length
  }
  return numbers
}

function* linesOf({ lines }: Sentences): Generator<Line> {
  for (let at = 0; at < lines.length; ) {
    const head = lines[at] as number
    const from = at + 1 + (head & EDGED)
    const to = from + (head >>> 2)
    yield {
      runs: lines.subarray(from, to),
      edges: [...lines.subarray(at + 1, from)],
      quoted: (head & SPOKEN) !== 0,
    }
    at = to
  }
}

/** Beginnings and ends of an article's sentences, each once. */
export const edgesIn = (sentences: Sentences): Set<number> => {
  const edges = new Set<number>()
  for (const line of linesOf(sentences)) for (const edge of line.edges) edges.add(edge)
  return edges
}

/** What finding copied sentences needs to know of an article. */
export const sentencesIn = (outlet: string | null, { words, sentenceWords, sentences }: PageWords): Sentences => {
  const hashes = hashesOf(sentenceWords)
  const lines = sentences.flatMap(({ from, to, quoted }): Line[] =>
    to - from < RUN
      ? []
      : [{ runs: distinct(hashes.slice(from, to - RUN + 1)), edges: edgesOf(sentenceWords, from, to), quoted }],
  )
  return {
    lines: keptWords(packed(lines)),
    // The words are mostly the same ones; these hashes are not needed as they are any more.
    runs: keptWords(words === sentenceWords ? distinct(hashes) : runsOf(words)),
    outlet: outlet === null ? null : foldText(outlet),
  }
}

/** Hashes of all runs of three words, each once, rising. */
export const runsOf = (words: readonly string[]): Uint32Array => distinct(hashesOf(words))

const hashesOf = (words: readonly string[]): Uint32Array => {
  const hashes = new Uint32Array(Math.max(0, words.length - RUN + 1))
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashRun(words, at, RUN)
  return hashes
}

// Sorts in place: a set would hold half of such numbers as objects.
const distinct = (numbers: Uint32Array): Uint32Array => {
  numbers.sort()
  let count = 0
  for (let at = 0; at < numbers.length; at++)
    if (at === 0 || numbers[at] !== numbers[at - 1]) numbers[count++] = numbers[at] as number
  return numbers.subarray(0, count)
}

/** Share of the runs of a sentence that stand in a text, both rising. */
export const shareIn = (runs: Uint32Array, text: Uint32Array): number => {
  let found = 0
  let at = 0
  for (const run of runs) {
    while (at < text.length && (text[at] as number) < run) at++
    if (text[at] === run) found++
  }
  return runs.length === 0 ? 0 : found / runs.length
}

const edgesOf = (words: readonly string[], from: number, to: number): number[] =>
  to - from <= EDGE ? [] : [hashRun(words, from, EDGE), hashRun(words, to - EDGE, EDGE)]

const isLong = ({ edges }: Line): boolean => edges.length > 0

/**
 * The article from which another took over sentences, exact or nearly so: at least two sentences, one of them no speech,
 * and a quarter of all that it has. Candidates share the beginning or the end of sentences that few articles have; they
 * are then compared by runs of three words.
 *
 * @param holders earlier articles under an edge; empty for a formula
 * @param inOrder puts articles into their canonical order
 */
export const partCopy = (
  own: Sentences,
  at: (article: number) => Sentences,
  holders: (edge: number) => readonly number[],
  inOrder: (a: number, b: number) => number,
): Reprint | null => {
  const lines = [...linesOf(own)]
  if (lines.length < FEWEST) return null
  const shared = new Map<number, number>()
  for (const { edges } of lines)
    for (const other of new Set(edges.flatMap(holders))) shared.set(other, (shared.get(other) ?? 0) + 1)
  const likely = [...shared]
    .filter(([other]) => at(other).outlet === null || at(other).outlet !== own.outlet)
    .sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]))
    .slice(0, COMPARED)
  let best: Reprint | null = null
  for (const [source] of likely) {
    const share = sharedLines(lines, at(source).runs)
    if (share >= LARGE_PART && (!best || share > best.share)) best = { source, share: Math.round(share * 100) / 100 }
  }
  return best
}

// What is short counts only beside something long that is no speech.
const sharedLines = (list: readonly Line[], source: Uint32Array): number => {
  const taken = list.filter((line) => shareIn(line.runs, source) >= (isLong(line) ? SAME_SENTENCE : 1))
  const proof = taken.some((line) => !line.quoted && isLong(line))
  return proof && taken.length >= FEWEST ? taken.length / list.length : 0
}

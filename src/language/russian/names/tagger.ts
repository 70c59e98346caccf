import {
  BUCKETS,
  DocumentWords,
  FEATURES,
  featureRoom,
  fillFeatures,
  type SentenceFeatures,
  type TaggedWord,
} from './features.ts'
import type { Gazetteer } from './gazetteer.ts'

/** Labels of the tagger: outside, or first and further words of a person, a place, an organization. */
export const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'] as const
export const LABEL_COUNT = LABELS.length

export type TagType = 'PER' | 'LOC' | 'ORG'

/** Words [from, to) of a sentence that the tagger takes for one name, with its margin over "no name". */
export interface TaggedSpan {
  readonly type: TagType
  readonly from: number
  readonly to: number
}

export interface TaggerModel {
  /** BUCKETS × LABEL_COUNT weights. */
  readonly weights: Int8Array
  /** From label (row) to label; the last row is the sentence's start. */
  readonly transitions: Int16Array
}

const MAGIC = 0x314d4e52 // "RNM1"

/** Bytes of a model: magic, transitions (16 bit), weights (8 bit). */
export const packModel = (model: TaggerModel): Uint8Array => {
  const bytes = new Uint8Array(4 + 2 * model.transitions.length + model.weights.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  model.transitions.forEach((weight, i) => {
    view.setInt16(4 + 2 * i, weight, true)
  })
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    4 + 2 * model.transitions.length,
  )
  return bytes
}

/** Opens the bytes of `names.bin`; the weights are looked at where they stand. */
export const openModel = (bytes: Uint8Array): TaggerModel => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = (LABEL_COUNT + 1) * LABEL_COUNT
  if (bytes.length !== 4 + 2 * count + BUCKETS * LABEL_COUNT || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a model of names; run npm run train')
  const transitions = new Int16Array(count)
  for (let i = 0; i < count; i++) transitions[i] = view.getInt16(4 + 2 * i, true)
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4 + 2 * count, BUCKETS * LABEL_COUNT), transitions }
}

/** Whether label `b` may follow label `a` (LABEL_COUNT = start): I-X only after B-X or I-X. */
const mayFollow = (a: number, b: number): boolean => b === 0 || b % 2 === 1 || a === b || a === b - 1

// Kept from sentence to sentence: to make typed arrays costs more than to fill them.
let steps = new Uint8Array(256 * LABEL_COUNT)
const oneRow = new Float64Array(LABEL_COUNT)
const otherRow = new Float64Array(LABEL_COUNT)

/** Best path through the labels: scores[i · LABEL_COUNT + label], transitions as in the model. */
export const bestPath = (scores: ArrayLike<number>, transitions: ArrayLike<number>, n: number): Uint8Array => {
  const path = new Uint8Array(n)
  if (n === 0) return path
  if (n * LABEL_COUNT > steps.length) steps = new Uint8Array(2 * n * LABEL_COUNT)
  const back = steps
  let last = oneRow
  let next = otherRow
  for (let b = 0; b < LABEL_COUNT; b++)
    last[b] =
      mayFollow(LABEL_COUNT, b) && !(b > 0 && b % 2 === 0)
        ? scores[b]! + transitions[LABEL_COUNT * LABEL_COUNT + b]!
        : -Infinity
  for (let i = 1; i < n; i++) {
    const row = i * LABEL_COUNT
    for (let b = 0; b < LABEL_COUNT; b++) {
      // As `mayFollow` has it: a further word only follows a word of its own name, any other label follows all.
      const inner = b > 0 && b % 2 === 0
      const end = inner ? b + 1 : LABEL_COUNT
      let best = -Infinity
      let from = 0
      for (let a = inner ? b - 1 : 0; a < end; a++) {
        const score = last[a]! + transitions[a * LABEL_COUNT + b]!
        if (score > best) {
          best = score
          from = a
        }
      }
      next[b] = best + scores[row + b]!
      back[row + b] = from
    }
    const spare = last
    last = next
    next = spare
  }
  let label = 0
  for (let b = 1; b < LABEL_COUNT; b++) if (last[b]! > last[label]!) label = b
  for (let i = n - 1; i >= 0; i--) {
    path[i] = label
    label = back[i * LABEL_COUNT + label]!
  }
  return path
}

const TYPES: readonly TagType[] = ['PER', 'LOC', 'ORG']

/** Spans of a path of labels. */
const spansOf = (path: ArrayLike<number>): readonly TaggedSpan[] => {
  const spans: TaggedSpan[] = []
  for (let i = 0; i < path.length; ) {
    const label = path[i]!
    if (label === 0) {
      i++
      continue
    }
    const type = TYPES[(label - 1) >> 1]!
    const inner = label % 2 === 1 ? label + 1 : label
    let to = i + 1
    while (to < path.length && path[to] === inner) to++
    spans.push({ type, from: i, to })
    i = to
  }
  return spans
}

const WINDOW = 4000

/** What keeps a word that may not be part of a name at "no name". */
const NEVER = -1e6

/** Scores of each label for each word of a sentence: of the first `n` words, into `scores` where that is given. */
export const scoreWords = (
  weights: ArrayLike<number>,
  { buckets, active }: SentenceFeatures,
  n = active.length,
  scores = new Float64Array(n * LABEL_COUNT),
): Float64Array => {
  for (let i = 0; i < n; i++) {
    const at = i * LABEL_COUNT
    if (!active[i]) {
      scores[at] = 0
      scores.fill(NEVER, at + 1, at + LABEL_COUNT)
      continue
    }
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let s4 = 0
    let s5 = 0
    let s6 = 0
    for (let k = i * FEATURES; k < (i + 1) * FEATURES; k++) {
      const row = buckets[k]! * LABEL_COUNT
      s0 += weights[row]!
      s1 += weights[row + 1]!
      s2 += weights[row + 2]!
      s3 += weights[row + 3]!
      s4 += weights[row + 4]!
      s5 += weights[row + 5]!
      s6 += weights[row + 6]!
    }
    scores[at] = s0
    scores[at + 1] = s1
    scores[at + 2] = s2
    scores[at + 3] = s3
    scores[at + 4] = s4
    scores[at + 5] = s5
    scores[at + 6] = s6
  }
  return scores
}

/**
 * Names that a linear model finds in each sentence (averaged structured perceptron over hashed features, Collins 2002,
 * exact best path). Time is linear in the words.
 */
export const tagNames = (
  model: TaggerModel,
  gazetteer: Gazetteer,
  sentences: readonly (readonly TaggedWord[])[],
): readonly (readonly TaggedSpan[])[] => {
  const known = new DocumentWords(sentences)
  const longest = sentences.reduce((most, words) => Math.max(most, Math.min(words.length, WINDOW)), 0)
  const room = featureRoom(longest)
  const scores = new Float64Array(longest * LABEL_COUNT)
  return sentences.map((words) => {
    const spans: TaggedSpan[] = []
    for (let from = 0; from < words.length; from += WINDOW) {
      const part = words.length <= WINDOW ? words : words.slice(from, from + WINDOW)
      if (!fillFeatures(part, gazetteer, known, room)) continue
      scoreWords(model.weights, room, part.length, scores)
      for (const span of spansOf(bestPath(scores, model.transitions, part.length)))
        spans.push({ ...span, from: span.from + from, to: span.to + from })
    }
    return spans
  })
}

import type { Pos } from '../analysis.ts'
import type { Candidate } from './candidates.ts'
import { hashText } from './canon.ts'
import type { Nodes, State } from './parser-state.ts'
import { mix } from './weights.ts'

/**
 * What the parser sees: features after Zhang & Nivre 2011, "Transition-based dependency parsing with rich non-local
 * features", with Russian's case and prepositions added. A feature that looks at a word that is not there sees `none`.
 */

export const POS: readonly Pos[] = [
  'NOUN',
  'PROPN',
  'ADJ',
  'VERB',
  'AUX',
  'ADV',
  'PRON',
  'DET',
  'NUM',
  'ADP',
  'CCONJ',
  'SCONJ',
  'PART',
  'INTJ',
  'PUNCT',
  'SYM',
  'X',
]

/** The root's place among the parts of speech. */
export const ROOT_POS = POS.length

const ROOT_HASH = hashText('the root')
const NONE = hashText('nothing')

/** What the parser sees of a tagged sentence. */
export const nodesOf = (words: readonly Candidate[]): Nodes => {
  const { length } = words
  const size = length + 2
  const nodes: Nodes = {
    length,
    lemma: new Int32Array(size),
    tag: new Int32Array(size),
    pos: new Int32Array(size),
    kase: new Int32Array(size),
    posIndex: new Uint8Array(size),
  }
  for (let i = 0; i < length; i++) {
    const word = words[i]!
    nodes.lemma[i] = word.lemma
    nodes.tag[i] = word.whole
    nodes.pos[i] = word.pos
    nodes.kase[i] = word.kase
    nodes.posIndex[i] = POS.indexOf(word.tag.pos)
  }
  for (const hashes of [nodes.lemma, nodes.tag, nodes.pos, nodes.kase]) {
    hashes[length] = ROOT_HASH
    hashes[length + 1] = NONE
  }
  nodes.posIndex[length] = ROOT_POS
  return nodes
}

export const MAX_MOVE_FEATURES = 72
export const MAX_RELATION_FEATURES = 40

const distance = (from: number, to: number): number => {
  const gap = Math.abs(to - from)
  return gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7
}

/** Salts each feature with its template's number, so that equal values of two templates stay apart. */
const salt = (out: Int32Array, count: number, base: number): number => {
  for (let i = 0; i < count; i++) out[i] = mix(base + i, out[i]!)
  return count
}

/** Writes the features of a state for the choice of a move; gives their number. */
export const moveFeatures = (state: State, out: Int32Array): number => {
  const { lemma, tag, pos, kase } = state.nodes
  const { leftChild, rightChild, marker, rels, none } = state
  const s0 = state.node(0)
  const s1 = state.node(1)
  const s2 = state.node(2)
  const b0 = state.front
  const b1 = b0 + 1
  const b2 = Math.min(b0 + 2, none)
  const b3 = Math.min(b0 + 3, none)
  const lemmaS0 = lemma[s0]!
  const lemmaS1 = lemma[s1]!
  const lemmaB0 = lemma[b0]!
  const tagS0 = tag[s0]!
  const tagS1 = tag[s1]!
  const tagB0 = tag[b0]!
  const posS0 = pos[s0]!
  const posS1 = pos[s1]!
  const posB0 = pos[b0]!
  const kaseS0 = kase[s0]!
  const kaseS1 = kase[s1]!
  const kaseB0 = kase[b0]!
  const kaseB1 = kase[b1]!
  const kaseB2 = kase[b2]!
  const kaseS2 = kase[s2]!
  const leftS0 = leftChild[s0]!
  const leftB0 = leftChild[b0]!
  const rightS0 = rightChild[s0]!
  const rightS1 = rightChild[s1]!
  const s0k = mix(kaseS0, marker[s0]!)
  const s1k = mix(kaseS1, marker[s1]!)
  const near = mix(s0 === none ? distance(-1, b0) : distance(s0, b0), s0 === none ? 1 : 0)
  const span = s1 === none ? 9 : distance(s1, s0)
  const s0b0 = mix(kaseS0, kaseB0)
  const s1s0 = mix(kaseS1, kaseS0)
  const s1s0b0 = mix(s1s0, kaseB0)
  const s0AndLemmaB0 = mix(kaseS0, lemmaB0)
  const lemmaS0AndB0 = mix(lemmaS0, kaseB0)
  const lemmas = mix(lemmaS1, lemmaS0)
  let n = 0
  out[n++] = 0
  out[n++] = lemmaS0
  out[n++] = tagS0
  out[n++] = s0k
  out[n++] = lemmaB0
  out[n++] = tagB0
  out[n++] = mix(kaseB0, marker[b0]!)
  out[n++] = lemma[b1]!
  out[n++] = kaseB1
  out[n++] = tag[b1]!
  out[n++] = kaseB2
  out[n++] = lemma[b2]!
  out[n++] = kase[b3]!
  out[n++] = lemmaS1
  out[n++] = tagS1
  out[n++] = s1k
  out[n++] = kaseS2
  out[n++] = mix(lemmaS0, lemmaB0)
  out[n++] = lemmaS0AndB0
  out[n++] = s0AndLemmaB0
  out[n++] = mix(tagS0, tagB0)
  out[n++] = mix(s0b0, marker[s0]!)
  out[n++] = lemmas
  out[n++] = mix(lemmaS1, s0k)
  out[n++] = mix(s1k, lemmaS0)
  out[n++] = mix(tagS1, tagS0)
  out[n++] = mix(s1s0, marker[s0]!)
  out[n++] = mix(kaseB0, kaseB1)
  out[n++] = mix(lemmaB0, kaseB1)
  out[n++] = s1s0b0
  out[n++] = mix(s0b0, kaseB1)
  out[n++] = mix(s0AndLemmaB0, kaseB1)
  out[n++] = mix(s0b0, mix(kaseB1, kaseB2))
  out[n++] = mix(s1s0b0, kaseB1)
  out[n++] = mix(mix(kaseS2, s1s0), kaseB0)
  out[n++] = mix(s0b0, kase[leftS0]!)
  out[n++] = mix(s0b0, kase[rightS0]!)
  out[n++] = mix(s0b0, kase[leftB0]!)
  out[n++] = mix(s1s0, kase[rightS1]!)
  out[n++] = mix(s1s0, kase[leftChild[s1]!]!)
  out[n++] = mix(s1s0, kase[leftS0]!)
  out[n++] = mix(s1s0, kase[rightS0]!)
  out[n++] = mix(s0b0, near)
  out[n++] = mix(lemmaS0, near)
  out[n++] = mix(lemmaB0, near)
  out[n++] = mix(s1s0, span)
  out[n++] = mix(s1k, mix(s0k, posB0))
  out[n++] = mix(mix(lemmaS1, marker[s0]!), kaseS0)
  out[n++] = mix(lemmaS0AndB0, pos[b1]!)
  out[n++] = mix(kaseS0, state.counts(s0))
  out[n++] = mix(kaseB0, state.counts(b0))
  out[n++] = mix(kaseS1, state.counts(s1))
  out[n++] = mix(lemmaS1, state.taken[s1 === none ? 0 : s1]!)
  out[n++] = mix(kaseS0, rels[leftS0]!)
  out[n++] = mix(kaseS0, rels[rightS0]!)
  out[n++] = mix(kaseS1, rels[rightS1]!)
  out[n++] = mix(kaseB0, rels[leftB0]!)
  out[n++] = mix(mix(posS1, posS0), mix(posB0, mix(pos[b1]!, pos[b2]!)))
  out[n++] = mix(mix(pos[s2]!, posS1), mix(posS0, posB0))
  out[n++] = mix(lemmas, posB0)
  out[n++] = mix(mix(kaseS1, kaseB0), lemmaS0)
  out[n++] = mix(mix(kase[rightS1]!, kaseS0), lemma[rightS1]!)
  return salt(out, n, 3000)
}

/** Writes the features of an arc for the choice of its relation; gives their number. */
export const relationFeatures = (state: State, head: number, child: number, out: Int32Array): number => {
  const { lemma, tag, kase, pos } = state.nodes
  const { rels, none } = state
  const side = child < head ? 1 : 2
  const marker = state.marker[child]!
  const far = distance(head, child)
  const first = state.leftChild[child]!
  const last = state.rightChild[child]!
  const lemmaHead = lemma[head]!
  const lemmaChild = lemma[child]!
  const kaseChild = kase[child]!
  const marked = mix(kaseChild, marker)
  const pair = mix(kase[head]!, kaseChild)
  const pairSide = mix(pair, side)
  const beforeChild = child > 0 ? pos[child - 1]! : NONE
  const taken = state.taken[head]!
  let n = 0
  out[n++] = side
  out[n++] = lemmaChild
  out[n++] = tag[child]!
  out[n++] = marked
  out[n++] = lemmaHead
  out[n++] = tag[head]!
  out[n++] = pairSide
  out[n++] = mix(pairSide, marker)
  out[n++] = mix(tag[head]!, tag[child]!)
  out[n++] = mix(lemmaHead, marked)
  out[n++] = mix(lemmaChild, kase[head]!)
  out[n++] = mix(lemmaHead, lemmaChild)
  out[n++] = mix(pair, far * 4 + side)
  out[n++] = mix(pair, taken)
  out[n++] = mix(mix(kaseChild, side), taken)
  out[n++] = mix(pair, state.marker[head]!)
  out[n++] = mix(pair, first === none ? NONE : mix(kase[first]!, rels[first]!))
  out[n++] = mix(pair, last === none ? NONE : mix(kase[last]!, rels[last]!))
  out[n++] = mix(kaseChild, lemma[first]!)
  out[n++] = mix(pair, mix(beforeChild, pos[child + 1]!))
  out[n++] = mix(lemmaChild, mix(beforeChild, side))
  out[n++] = mix(pair, state.taken[child]!)
  out[n++] = mix(mix(lemmaChild, side), far)
  out[n++] = mix(mix(pos[head]!, lemmaChild), marker)
  out[n++] = mix(child === 0 ? 1 : 0, pair)
  return salt(out, n, 5000)
}

import type { Pos } from '../analysis.ts'
import type { Candidate } from './candidates.ts'
import { hashText } from './canon.ts'
import { LEFT, type Move, type Nodes, RIGHT, SHIFT, State } from './parser-state.ts'
import { mix, slotOf, type Weights } from './weights.ts'

/**
 * A greedy transition parser: arc-hybrid moves chosen by a linear model, and a relation chosen by a second one as soon
 * as an arc is made. Features follow Zhang & Nivre 2011, "Transition-based dependency parsing with rich non-local
 * features", with Russian's case and prepositions added. Trees are projective and have one root.
 */

export interface ParserModel {
  readonly weights: Weights
  /** Relation names; the place in the list is the relation's number. */
  readonly relations: readonly string[]
  /** Relations met for a child's and a head's part of speech: `child * POS.length + head`. */
  readonly allowed: readonly (readonly number[])[]
}

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
const MARKERS = new Set<Pos>(['ADP', 'SCONJ'])
const isMarker = POS.map((pos) => MARKERS.has(pos))

/** What the parser sees of a tagged sentence. */
export const nodesOf = (words: readonly Candidate[]): Nodes => {
  const size = words.length + 1
  const nodes: Nodes = {
    length: words.length,
    lemma: new Int32Array(size).fill(ROOT_HASH),
    tag: new Int32Array(size).fill(ROOT_HASH),
    pos: new Int32Array(size).fill(ROOT_HASH),
    kase: new Int32Array(size).fill(ROOT_HASH),
    posIndex: new Uint8Array(size).fill(ROOT_POS),
  }
  words.forEach((word, i) => {
    const { tag } = word
    nodes.lemma[i] = word.lemma
    nodes.tag[i] = word.whole
    nodes.pos[i] = word.pos
    nodes.kase[i] = word.kase
    nodes.posIndex[i] = POS.indexOf(tag.pos)
  })
  return nodes
}

export const MAX_MOVE_FEATURES = 72
export const MAX_RELATION_FEATURES = 40

const distance = (from: number, to: number): number => {
  const gap = Math.abs(to - from)
  return gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7
}

/** Writes the features of a state for the choice of a move; gives their number. */
export const moveFeatures = (state: State, out: Int32Array): number => {
  const { nodes } = state
  const s0 = state.top(0)
  const s1 = state.top(1)
  const s2 = state.top(2)
  const b0 = state.front
  const b1 = b0 + 1 <= nodes.length ? b0 + 1 : -1
  const b2 = b0 + 2 <= nodes.length ? b0 + 2 : -1
  const b3 = b0 + 3 <= nodes.length ? b0 + 3 : -1
  const lemma = (node: number): number => (node < 0 ? NONE : nodes.lemma[node]!)
  const tag = (node: number): number => (node < 0 ? NONE : nodes.tag[node]!)
  const pos = (node: number): number => (node < 0 ? NONE : nodes.pos[node]!)
  const kase = (node: number): number => (node < 0 ? NONE : nodes.kase[node]!)
  const left = (node: number): number => (node < 0 ? -1 : state.leftChild[node]!)
  const right = (node: number): number => (node < 0 ? -1 : state.rightChild[node]!)
  const rel = (node: number): number => (node < 0 ? 99 : state.rels[node]!)
  const marker = (node: number): number => (node < 0 ? 0 : state.marker[node]!)
  const counts = (node: number): number => (node < 0 ? 99 : state.leftCount[node]! * 8 + state.rightCount[node]!)
  const s0k = mix(kase(s0), marker(s0))
  const s1k = mix(kase(s1), marker(s1))
  const b0k = mix(kase(b0), marker(b0))
  const near = mix(distance(s0, b0), s0 < 0 ? 1 : 0)
  const span = s0 >= 0 && s1 >= 0 ? distance(s1, s0) : 9
  const s0b0 = mix(kase(s0), kase(b0))
  const s1s0 = mix(kase(s1), kase(s0))
  const values = [
    0,
    lemma(s0),
    tag(s0),
    s0k,
    lemma(b0),
    tag(b0),
    b0k,
    lemma(b1),
    kase(b1),
    tag(b1),
    kase(b2),
    lemma(b2),
    kase(b3),
    lemma(s1),
    tag(s1),
    s1k,
    kase(s2),
    mix(lemma(s0), lemma(b0)),
    mix(lemma(s0), kase(b0)),
    mix(kase(s0), lemma(b0)),
    mix(tag(s0), tag(b0)),
    mix(s0b0, marker(s0)),
    mix(lemma(s1), lemma(s0)),
    mix(lemma(s1), s0k),
    mix(s1k, lemma(s0)),
    mix(tag(s1), tag(s0)),
    mix(s1s0, marker(s0)),
    mix(kase(b0), kase(b1)),
    mix(lemma(b0), kase(b1)),
    mix(s1s0, kase(b0)),
    mix(s0b0, kase(b1)),
    mix(mix(kase(s0), lemma(b0)), kase(b1)),
    mix(s0b0, mix(kase(b1), kase(b2))),
    mix(mix(s1s0, kase(b0)), kase(b1)),
    mix(mix(kase(s2), s1s0), kase(b0)),
    mix(s0b0, kase(left(s0))),
    mix(s0b0, kase(right(s0))),
    mix(s0b0, kase(left(b0))),
    mix(s1s0, kase(right(s1))),
    mix(s1s0, kase(left(s1))),
    mix(s1s0, kase(left(s0))),
    mix(s1s0, kase(right(s0))),
    mix(s0b0, near),
    mix(lemma(s0), near),
    mix(lemma(b0), near),
    mix(s1s0, span),
    mix(s1k, mix(s0k, pos(b0))),
    mix(mix(lemma(s1), marker(s0)), kase(s0)),
    mix(mix(lemma(s0), kase(b0)), pos(b1)),
    mix(kase(s0), counts(s0)),
    mix(kase(b0), counts(b0)),
    mix(kase(s1), counts(s1)),
    mix(lemma(s1), state.taken[Math.max(s1, 0)]!),
    mix(kase(s0), rel(left(s0))),
    mix(kase(s0), rel(right(s0))),
    mix(kase(s1), rel(right(s1))),
    mix(kase(b0), rel(left(b0))),
    mix(mix(pos(s1), pos(s0)), mix(pos(b0), mix(pos(b1), pos(b2)))),
    mix(mix(pos(s2), pos(s1)), mix(pos(s0), pos(b0))),
    mix(mix(lemma(s1), lemma(s0)), pos(b0)),
    mix(mix(kase(s1), kase(b0)), lemma(s0)),
    mix(mix(kase(right(s1)), kase(s0)), lemma(right(s1))),
  ]
  for (let i = 0; i < values.length; i++) out[i] = mix(3000 + i, values[i]!)
  return values.length
}

/** Writes the features of an arc for the choice of its relation; gives their number. */
export const relationFeatures = (state: State, head: number, child: number, out: Int32Array): number => {
  const { nodes } = state
  const { lemma, tag, kase, pos } = nodes
  const side = child < head ? 1 : 2
  const marker = state.marker[child]!
  const far = distance(head, child)
  const first = state.leftChild[child]!
  const last = state.rightChild[child]!
  const pair = mix(kase[head]!, kase[child]!)
  const beforeChild = child > 0 ? pos[child - 1]! : NONE
  const afterChild = pos[child + 1] ?? NONE
  const values = [
    side,
    lemma[child]!,
    tag[child]!,
    mix(kase[child]!, marker),
    lemma[head]!,
    tag[head]!,
    mix(pair, side),
    mix(mix(pair, side), marker),
    mix(tag[head]!, tag[child]!),
    mix(lemma[head]!, mix(kase[child]!, marker)),
    mix(lemma[child]!, kase[head]!),
    mix(lemma[head]!, lemma[child]!),
    mix(pair, far * 4 + side),
    mix(pair, state.taken[head]!),
    mix(mix(kase[child]!, side), state.taken[head]!),
    mix(pair, state.marker[head]!),
    mix(pair, first < 0 ? NONE : mix(kase[first]!, state.rels[first]!)),
    mix(pair, last < 0 ? NONE : mix(kase[last]!, state.rels[last]!)),
    mix(kase[child]!, first < 0 ? NONE : lemma[first]!),
    mix(pair, mix(beforeChild, afterChild)),
    mix(lemma[child]!, mix(beforeChild, side)),
    mix(pair, state.taken[child]!),
    mix(mix(lemma[child]!, side), far),
    mix(mix(pos[head]!, lemma[child]!), marker),
    mix(child === 0 ? 1 : 0, pair),
  ]
  for (let i = 0; i < values.length; i++) out[i] = mix(5000 + i, values[i]!)
  return values.length
}

const MOVES: readonly Move[] = [SHIFT, LEFT, RIGHT]
const RELATION_BASE = 1000

/** The outcome hashes under which moves and relations are stored. */
export const moveOutcome = (move: Move): number => mix(77, move)
export const relationOutcome = (relation: number): number => mix(78, RELATION_BASE + relation)

const moveOutcomes = MOVES.map(moveOutcome)

const total = (weights: Weights, found: Int32Array, count: number, outcome: number): number => {
  const mask = weights.length - 1
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[slotOf(found[i]!, outcome, mask)]!
  return sum
}

const moveBuffer = new Int32Array(MAX_MOVE_FEATURES)
const relationBuffer = new Int32Array(MAX_RELATION_FEATURES)

/** The best allowed move, out of `among` when given. */
export const bestMove = (weights: Weights, state: State, among: readonly Move[] = MOVES): Move => {
  const allowed = among.filter((move) => state.allows(move))
  if (allowed.length === 1) return allowed[0]!
  const count = moveFeatures(state, moveBuffer)
  let best = allowed[0]!
  let bestScore = Number.NEGATIVE_INFINITY
  for (const move of allowed) {
    const value = total(weights, moveBuffer, count, moveOutcomes[move]!)
    if (value > bestScore) {
      best = move
      bestScore = value
    }
  }
  return best
}

const ROOT_ONLY = 'root'

/** The best relation of an arc, among those met between these parts of speech. */
export const bestRelation = (model: ParserModel, state: State, head: number, child: number): number => {
  const { nodes } = state
  const allowed = model.allowed[nodes.posIndex[child]! * (ROOT_POS + 1) + nodes.posIndex[head]!] ?? []
  if (head === nodes.length) return Math.max(0, model.relations.indexOf(ROOT_ONLY))
  if (allowed.length === 0) return Math.max(0, model.relations.indexOf('dep'))
  if (allowed.length === 1) return allowed[0]!
  const count = relationFeatures(state, head, child, relationBuffer)
  let best = allowed[0]!
  let bestScore = Number.NEGATIVE_INFINITY
  for (const relation of allowed) {
    const value = total(model.weights, relationBuffer, count, relationOutcome(relation))
    if (value > bestScore) {
      best = relation
      bestScore = value
    }
  }
  return best
}

/** Makes a move; an arc takes the relation given. */
export const makeMove = (state: State, move: Move, relation: number): void => {
  if (move === SHIFT) {
    state.shift()
    return
  }
  const child = state.top()
  const head = state.headBy(move)
  state.attach(head, relation)
  if (isMarker[state.nodes.posIndex[child]!]) state.marker[head] = state.nodes.lemma[child]!
}

/** Heads (the root's child has -1) and relations of a tagged sentence. Time is linear in the words. */
export const parseSentence = (
  model: ParserModel,
  words: readonly Candidate[],
): { readonly heads: Int32Array; readonly relations: readonly string[] } => {
  const state = new State(nodesOf(words))
  while (!state.done) {
    const move = bestMove(model.weights, state)
    makeMove(state, move, move === SHIFT ? 0 : bestRelation(model, state, state.headBy(move), state.top()))
  }
  const heads = state.heads.slice(0, words.length).map((head) => (head === words.length ? -1 : head))
  return { heads, relations: words.map((_, i) => model.relations[state.rels[i]!] ?? 'dep') }
}

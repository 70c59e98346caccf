import type { Pos } from '../analysis.ts'
import type { Candidate } from './candidates.ts'
import {
  MAX_MOVE_FEATURES,
  MAX_RELATION_FEATURES,
  moveFeatures,
  nodesOf,
  POS,
  ROOT_POS,
  relationFeatures,
} from './parser-features.ts'
import { LEFT, type Move, RIGHT, SHIFT, State } from './parser-state.ts'
import type { Weights } from './weights.ts'

/**
 * A greedy transition parser: arc-hybrid moves chosen by a linear model, and a relation chosen by a second one as soon
 * as an arc is made. Trees are projective and have one root.
 */

export interface ParserModel {
  readonly weights: Weights
  /** Relation names; the place in the list is the relation's number. */
  readonly relations: readonly string[]
  /** Relations met for a child's and a head's part of speech: `child * POS.length + head`. */
  readonly allowed: readonly (readonly number[])[]
}

const MOVES: readonly Move[] = [SHIFT, LEFT, RIGHT]

/** A feature's votes for the moves stand side by side, those for the relations in one block of 64. */
const MOVE_BLOCK = 4
const RELATION_BLOCK = 64

/** Index of a feature's vote for a move, in a table of a length. */
export const moveSlot = (feature: number, move: Move, size: number): number => (feature & (size - MOVE_BLOCK)) | move

/** Index of a feature's vote for a relation, in a table of a length. */
export const relationSlot = (feature: number, relation: number, size: number): number =>
  (feature & (size - RELATION_BLOCK)) | ((relation ^ (feature >>> 26)) & (RELATION_BLOCK - 1))

const moveBuffer = new Int32Array(MAX_MOVE_FEATURES)
const relationBuffer = new Int32Array(MAX_RELATION_FEATURES)
const moveScores = new Float64Array(MOVES.length)

const scoreMoves = (weights: Weights, count: number): void => {
  const blocks = weights.length - MOVE_BLOCK
  let shift = 0
  let left = 0
  let right = 0
  for (let i = 0; i < count; i++) {
    const at = moveBuffer[i]! & blocks
    shift += weights[at + SHIFT]!
    left += weights[at + LEFT]!
    right += weights[at + RIGHT]!
  }
  moveScores[SHIFT] = shift
  moveScores[LEFT] = left
  moveScores[RIGHT] = right
}

/** The best allowed move, out of `among` when given. */
export const bestMove = (weights: Weights, state: State, among: readonly Move[] = MOVES): Move => {
  let best: Move | -1 = -1
  let scored = false
  for (const move of among) {
    if (!state.allows(move)) continue
    if (best === -1) {
      best = move
      continue
    }
    // One allowed move needs no score: what is not asked is not computed.
    if (!scored) scoreMoves(weights, moveFeatures(state, moveBuffer))
    scored = true
    if (moveScores[move]! > moveScores[best]!) best = move
  }
  return best === -1 ? SHIFT : best
}

const relationVotes = (weights: Weights, count: number, relation: number): number => {
  const size = weights.length
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[relationSlot(relationBuffer[i]!, relation, size)]!
  return sum
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
    const value = relationVotes(model.weights, count, relation)
    if (value > bestScore) {
      best = relation
      bestScore = value
    }
  }
  return best
}

const MARKERS = new Set<Pos>(['ADP', 'SCONJ'])
const isMarker = POS.map((pos) => MARKERS.has(pos))

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
  const { length } = words
  const state = new State(nodesOf(words))
  while (!state.done) {
    const move = bestMove(model.weights, state)
    makeMove(state, move, move === SHIFT ? 0 : bestRelation(model, state, state.headBy(move), state.top()))
  }
  const heads = state.heads.slice(0, length)
  const relations: string[] = []
  for (let i = 0; i < length; i++) {
    if (heads[i] === length) heads[i] = -1
    relations.push(model.relations[state.rels[i]!] ?? 'dep')
  }
  return { heads, relations }
}

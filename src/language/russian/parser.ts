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
import { mix, outcomeKey, slotBy, type Weights } from './weights.ts'

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
const RELATION_BASE = 1000

/** The outcome hashes under which moves and relations are stored. */
export const moveOutcome = (move: Move): number => mix(77, move)
export const relationOutcome = (relation: number): number => mix(78, RELATION_BASE + relation)

const moveKeys = Int32Array.from(MOVES, (move) => outcomeKey(moveOutcome(move)))
const relationKey = (relation: number): number => outcomeKey(relationOutcome(relation))

const total = (weights: Weights, found: Int32Array, count: number, key: number): number => {
  const mask = weights.length - 1
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[slotBy(found[i]!, key, mask)]!
  return sum
}

const moveBuffer = new Int32Array(MAX_MOVE_FEATURES)
const relationBuffer = new Int32Array(MAX_RELATION_FEATURES)

/** The best allowed move, out of `among` when given. */
export const bestMove = (weights: Weights, state: State, among: readonly Move[] = MOVES): Move => {
  let best: Move = SHIFT
  let bestScore = Number.NaN
  let count = 0
  let only: Move | -1 = -1
  for (const move of among) {
    if (!state.allows(move)) continue
    // One allowed move needs no score: what is not asked is not computed.
    if (only === -1) {
      only = move
      best = move
      continue
    }
    if (count === 0) {
      count = moveFeatures(state, moveBuffer)
      bestScore = total(weights, moveBuffer, count, moveKeys[only]!)
    }
    const value = total(weights, moveBuffer, count, moveKeys[move]!)
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
    const value = total(model.weights, relationBuffer, count, relationKey(relation))
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

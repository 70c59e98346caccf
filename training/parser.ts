import type { ConlluSentence } from '../src/language/conllu.ts'
import type { Candidate } from '../src/language/russian/candidates.ts'
import {
  bestMove,
  bestRelation,
  makeMove,
  moveSlot,
  type ParserModel,
  parseSentence,
  relationSlot,
} from '../src/language/russian/parser.ts'
import {
  MAX_MOVE_FEATURES,
  MAX_RELATION_FEATURES,
  moveFeatures,
  nodesOf,
  POS,
  ROOT_POS,
  relationFeatures,
} from '../src/language/russian/parser-features.ts'
import { LEFT, type Move, RIGHT, SHIFT, State } from '../src/language/russian/parser-state.ts'
import { Perceptron, random, shuffled } from './perceptron.ts'

/** A tagged sentence with its gold tree: `heads` in words, the sentence's length for the root; -2 where none is given. */
export interface Tree {
  readonly words: readonly Candidate[]
  readonly heads: Int32Array
  readonly relations: readonly string[]
}

/** Size of the weight table: a power of two. */
const SIZE = 1 << 22
const PAIRS = (ROOT_POS + 1) * (ROOT_POS + 1)
/** How often the model's own move is followed though it is wrong, after the first round. */
const EXPLORE = 0.9

export const treesOf = (
  sentences: readonly ConlluSentence[],
  tag: (words: readonly string[]) => readonly Candidate[],
): Tree[] =>
  sentences
    .filter(({ words }) => words.length > 1 && words.every(({ head }) => head >= -1 && head < words.length))
    .map(({ words }) => ({
      words: tag(words.map(({ form }) => form)),
      heads: Int32Array.from(words, ({ head }) => (head === -1 ? words.length : head)),
      relations: words.map(({ rel }) => rel),
    }))

/** Relations of the trees, and which were met between two parts of speech. A pair met once among thousands is a slip. */
export const inventory = (trees: readonly Tree[]): Pick<ParserModel, 'relations' | 'allowed'> => {
  const relations = [...new Set(trees.flatMap((tree) => tree.relations))].sort()
  const numbers = new Map(relations.map((relation, i) => [relation, i]))
  const counts = Array.from({ length: PAIRS }, () => new Map<number, number>())
  for (const { words, heads, relations: own } of trees) {
    words.forEach((word, i) => {
      const head = heads[i]!
      const headPos = head === words.length ? ROOT_POS : POS.indexOf(words[head]!.tag.pos)
      const pair = counts[POS.indexOf(word.tag.pos) * (ROOT_POS + 1) + headPos]!
      const number = numbers.get(own[i]!)!
      pair.set(number, (pair.get(number) ?? 0) + 1)
    })
  }
  const allowed = counts.map((pair) => {
    const total = [...pair.values()].reduce((a, b) => a + b, 0)
    return [...pair]
      .filter(([, count]) => count >= 2 && count > total / 400)
      .map(([number]) => number)
      .sort((a, b) => a - b)
  })
  return { relations, allowed }
}

/** Arcs of the gold tree that a move would put out of reach (Goldberg & Nivre 2013). */
const costOf = (
  state: State,
  move: Move,
  heads: Int32Array,
  children: readonly number[][],
  onStack: Uint8Array,
): number => {
  const { front } = state
  const s0 = state.top()
  if (move === SHIFT) {
    const head = heads[front]!
    const lost = head >= 0 && head !== s0 && onStack[head] === 1 ? 1 : 0
    return lost + children[front]!.filter((child) => onStack[child] === 1).length
  }
  const head = heads[s0]!
  const waiting = children[s0]!.filter((child) => child >= front).length
  if (move === LEFT) return waiting + (head === state.top(1) && head >= 0 ? 1 : 0) + (head > front ? 1 : 0)
  return waiting + (head >= front ? 1 : 0)
}

const MOVES: readonly Move[] = [SHIFT, LEFT, RIGHT]
const moveBuffer = new Int32Array(MAX_MOVE_FEATURES)
const relationBuffer = new Int32Array(MAX_RELATION_FEATURES)

const learnMove = (model: Perceptron, state: State, right: Move, wrong: Move): void => {
  const count = moveFeatures(state, moveBuffer)
  for (let i = 0; i < count; i++) {
    model.add(moveSlot(moveBuffer[i]!, right, SIZE), 1)
    model.add(moveSlot(moveBuffer[i]!, wrong, SIZE), -1)
  }
}

const learnRelation = (
  model: Perceptron,
  state: State,
  head: number,
  child: number,
  right: number,
  wrong: number,
): void => {
  const count = relationFeatures(state, head, child, relationBuffer)
  for (let i = 0; i < count; i++) {
    model.add(relationSlot(relationBuffer[i]!, right, SIZE), 1)
    model.add(relationSlot(relationBuffer[i]!, wrong, SIZE), -1)
  }
}

const childrenOf = (heads: Int32Array): number[][] => {
  const children: number[][] = Array.from({ length: heads.length + 1 }, () => [])
  heads.forEach((head, child) => {
    if (head >= 0) children[head]!.push(child)
  })
  return children
}

interface Teacher {
  readonly model: Perceptron
  readonly parser: ParserModel
  readonly numbers: ReadonlyMap<string, number>
  readonly next: () => number
  readonly explore: number
}

const learnTree = ({ model, parser, numbers, next, explore }: Teacher, tree: Tree): void => {
  const { heads } = tree
  const state = new State(nodesOf(tree.words))
  const children = childrenOf(heads)
  const onStack = new Uint8Array(heads.length + 1)
  while (!state.done) {
    const allowed = MOVES.filter((move) => state.allows(move))
    let move = bestMove(model.weights, state)
    if (allowed.length > 1) {
      model.step()
      const costs = allowed.map((each) => costOf(state, each, heads, children, onStack))
      const least = Math.min(...costs)
      const right = allowed.filter((_, i) => costs[i] === least)
      if (!right.includes(move)) {
        const best = bestMove(model.weights, state, right)
        learnMove(model, state, best, move)
        if (next() >= explore) move = best
      }
    }
    if (move === SHIFT) {
      onStack[state.front] = 1
      makeMove(state, move, 0)
      continue
    }
    const child = state.top()
    const head = state.headBy(move)
    let relation = bestRelation(parser, state, head, child)
    const gold = numbers.get(tree.relations[child]!)!
    if (head === heads[child] && head < heads.length) {
      if (relation !== gold) learnRelation(model, state, head, child, gold, relation)
      relation = gold
    }
    onStack[child] = 0
    makeMove(state, move, relation)
  }
}

/** Averaged weights of moves and relations after some rounds over the trees. */
export const learnParser = (
  trees: readonly Tree[],
  lists: Pick<ParserModel, 'relations' | 'allowed'>,
  rounds: number,
  seed: number,
  start?: Float32Array,
): Float32Array => {
  const model = new Perceptron(SIZE, start)
  const parser: ParserModel = { ...lists, weights: model.weights }
  const numbers = new Map(lists.relations.map((relation, i) => [relation, i]))
  const next = random(seed)
  for (let round = 0; round < rounds; round++) {
    const explore = round === 0 && !start ? 0 : EXPLORE
    for (const tree of shuffled(trees, next)) learnTree({ model, parser, numbers, next, explore }, tree)
  }
  return model.average()
}

/** Words, right heads, and right heads with the right relation. */
export const scoreParser = (
  trees: readonly Tree[],
  model: ParserModel,
): { words: number; heads: number; labelled: number } => {
  const score = { words: 0, heads: 0, labelled: 0 }
  for (const tree of trees) {
    const found = parseSentence(model, tree.words)
    tree.words.forEach((_, i) => {
      const gold = tree.heads[i] === tree.words.length ? -1 : tree.heads[i]
      score.words++
      if (found.heads[i] !== gold) return
      score.heads++
      if (found.relations[i] === tree.relations[i]) score.labelled++
    })
  }
  return score
}

/**
 * The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack, a buffer that ends in the root,
 * and for each word what its children look like so far. Words are 0 … n-1; n is the root.
 */

export const SHIFT = 0
/** The top of the stack becomes a child of the first word of the buffer. */
export const LEFT = 1
/** The top of the stack becomes a child of the word below it. */
export const RIGHT = 2
export type Move = typeof SHIFT | typeof LEFT | typeof RIGHT

/** What the parser sees of the words of one sentence, as hashes; index n is the root, n + 1 stands where no word is. */
export interface Nodes {
  readonly length: number
  /** Hash of the lemma with its part of speech; of the whole tag; of the part of speech; of part of speech and case. */
  readonly lemma: Int32Array
  readonly tag: Int32Array
  readonly pos: Int32Array
  readonly kase: Int32Array
  /** Part of speech as an index into the parser's list, for the table of possible relations. */
  readonly posIndex: Uint8Array
}

/** Stands for the relation and the number of children that are not there. */
const NO_CHILD = 99

export class State {
  readonly nodes: Nodes
  readonly heads: Int32Array
  readonly rels: Int16Array
  readonly stack: Int32Array
  depth = 0
  front = 0
  /** The index that stands where no word is. */
  readonly none: number
  /** Outermost children on each side (`none` for no child), their numbers, and the lemma of a preposition or mark that is a child. */
  readonly leftChild: Int32Array
  readonly rightChild: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  readonly marker: Int32Array
  /** Set of the relations that a word's children already have, as bits of relation hashes. */
  readonly taken: Int32Array

  constructor(nodes: Nodes) {
    const none = nodes.length + 1
    const size = none + 1
    this.nodes = nodes
    this.none = none
    this.heads = new Int32Array(size).fill(-2)
    this.rels = new Int16Array(size)
    this.rels[none] = NO_CHILD
    this.stack = new Int32Array(size)
    this.leftChild = new Int32Array(size).fill(none)
    this.rightChild = new Int32Array(size).fill(none)
    this.leftCount = new Uint8Array(size)
    this.rightCount = new Uint8Array(size)
    this.marker = new Int32Array(size)
    this.taken = new Int32Array(size)
  }

  /** The word at a depth of the stack, 0 its top; -1 when there is none. */
  top(below = 0): number {
    return this.depth > below ? this.stack[this.depth - 1 - below]! : -1
  }

  /** The word at a depth of the stack, 0 its top; `none` when there is none. */
  node(below: number): number {
    return this.depth > below ? this.stack[this.depth - 1 - below]! : this.none
  }

  /** How many children a word has on its sides, as one number. */
  counts(node: number): number {
    return node === this.none ? NO_CHILD : this.leftCount[node]! * 8 + this.rightCount[node]!
  }

  get done(): boolean {
    return this.depth === 0 && this.front === this.nodes.length
  }

  /** Whether a move may be made. Only the last word of the stack may hang on the root, so that there is one root. */
  allows(move: Move): boolean {
    const atRoot = this.front === this.nodes.length
    if (move === SHIFT) return !atRoot
    if (move === LEFT) return this.depth > 0 && (!atRoot || this.depth === 1)
    return this.depth > 1
  }

  /** The word that a move would give the top of the stack as its head. */
  headBy(move: Move): number {
    return move === LEFT ? this.front : this.top(1)
  }

  shift(): void {
    this.stack[this.depth++] = this.front++
  }

  /** Hangs the top of the stack on a head and takes it off the stack. */
  attach(head: number, rel: number): void {
    const child = this.stack[--this.depth]!
    this.heads[child] = head
    this.rels[child] = rel
    if (child < head) {
      if (child < this.leftChild[head]!) this.leftChild[head] = child
      if (this.leftCount[head]! < 5) this.leftCount[head]!++
    } else {
      const last = this.rightChild[head]!
      if (last === this.none || child > last) this.rightChild[head] = child
      if (this.rightCount[head]! < 5) this.rightCount[head]!++
    }
    this.taken[head]! |= 1 << (rel % 31)
  }
}

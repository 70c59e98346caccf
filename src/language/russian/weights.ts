/**
 * Weights of a linear model, found by hash: a feature and what it votes for are mixed into one index of a table whose
 * length is a power of two. Collisions are let be: they cost little when the table is some times larger than the
 * number of features that matter (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
 *
 * The feature alone chooses a block of 256 weights, and feature and outcome together the weight in it (as a blocked
 * Bloom filter does, Putze et al. 2007): with weights of one byte all votes of a feature stand in four cache lines side
 * by side, and to ask for the votes for ten outcomes costs little more than to ask for one.
 */

const BLOCK = 256

/** What of an outcome enters every index: to be computed once where many features vote. */
export const outcomeKey = (outcome: number): number => Math.imul(outcome, 0x85ebca6b)

/** The part of an index that a feature decides, from the length of the table. */
export const blockMask = (size: number): number => (size - 1) & ~(BLOCK - 1)

/** Index of a feature's vote for the outcome of a key; `blocks` as `blockMask` gives it. */
export const slotBy = (feature: number, key: number, blocks: number): number =>
  (feature & blocks) | (Math.imul(feature ^ key, 0xc2b2ae35) >>> 24)

/** Index of a feature's vote for an outcome in a table of a length. */
export const slotOf = (feature: number, outcome: number, size: number): number =>
  slotBy(feature, outcomeKey(outcome), blockMask(size))

/** Mixes two hashes into one, order counted. */
export const mix = (a: number, b: number): number => {
  let hash = Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** A table that can be asked: Int8 or Int16 when read from a file, Float32 while it is learned. */
export type Weights = Int8Array | Int16Array | Float32Array

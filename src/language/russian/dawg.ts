/**
 * Reader of a double-array word graph in the layout of dawgdic (Susumu Yata): one 32-bit unit a node, with a guide of
 * two bytes a node (first child, next sibling) for walking the values below a key. Keys are UTF-8 bytes.
 */

const HAS_LEAF = 1 << 8
const EXTENSION = 1 << 9
const LEAF = 0x80000000 | 0

export interface Dawg {
  readonly units: Int32Array
  readonly guide: Uint8Array
}

export const ROOT = 0

/** The node reached from `node` by a byte; -1 when there is none. */
export const follow = (dawg: Dawg, node: number, byte: number): number => {
  const base = dawg.units[node]!
  const next = (node ^ ((base >>> 10) << ((base & EXTENSION) >>> 6)) ^ byte) >>> 0
  const unit = dawg.units[next]
  return unit !== undefined && (unit & (LEAF | 0xff)) === byte ? next : -1
}

/** The node reached by a UTF-16 code unit of the Basic Plane below U+0800; -1 when there is none. */
export const followChar = (dawg: Dawg, node: number, code: number): number => {
  if (code < 0x80) return code === 0 ? -1 : follow(dawg, node, code)
  if (code >= 0x800) return -1
  const first = follow(dawg, node, 0xc0 | (code >> 6))
  return first < 0 ? -1 : follow(dawg, first, 0x80 | (code & 0x3f))
}

/** Whether a key ends at a node. */
export const hasValue = (dawg: Dawg, node: number): boolean => (dawg.units[node]! & HAS_LEAF) !== 0

/** Calls back with every key below a node, as bytes (which the next key overwrites, and which end where the key's own length says), in key order. */
export const walk = (dawg: Dawg, node: number, visit: (key: Uint8Array) => void): void => descend(dawg, node, 0, visit)

/** The key that is being walked: one for all, since to make an array costs more than a walk. */
const key = new Uint8Array(64)

const descend = (dawg: Dawg, at: number, depth: number, visit: (key: Uint8Array) => void): void => {
  if (hasValue(dawg, at)) visit(key)
  if (depth === key.length) return
  let label = dawg.guide[2 * at]!
  while (label !== 0) {
    const child = follow(dawg, at, label)
    if (child < 0) return
    key[depth] = label
    descend(dawg, child, depth + 1, visit)
    label = dawg.guide[2 * child + 1]!
  }
}

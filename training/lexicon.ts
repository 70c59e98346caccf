import { readFileSync } from 'node:fs'
import { packSections } from '../src/language/russian/container.ts'
import { byPlace, hashWord, openLexicon } from '../src/language/russian/lexicon.ts'
import { readZip } from './zip.ts'

/**
 * Packs OpenCorpora's dictionary, as `pymorphy3-dicts-ru` on PyPI has it, into `lexicon.bin`.
 * The wheel's formats are those of pymorphy2 2.4 (https://pymorphy2.readthedocs.io/en/stable/internals/dict.html).
 */

const FOLDER = 'pymorphy3_dicts_ru/data/'

const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

interface Graph {
  readonly units: Uint8Array
  readonly guide: Uint8Array
}

const readGraph = (file: Buffer): Graph => {
  const size = 4 * file.readUInt32LE(0)
  const guideAt = 4 + size
  return {
    units: file.subarray(4, guideAt),
    guide: guideAt + 4 <= file.length ? file.subarray(guideAt + 4) : new Uint8Array(0),
  }
}

/** The paradigms of pymorphy's file: a count, then for each its length and numbers, all 16-bit little-endian. */
const readParadigms = (file: Buffer): Uint8Array => file.subarray(0, file.length)

const readStrings = (file: Buffer): Uint8Array => {
  const strings = JSON.parse(file.toString('utf8')) as string[]
  if (strings.some((text) => text.includes('\n'))) throw new Error('a string of the dictionary holds a line feed')
  return new TextEncoder().encode(strings.join('\n'))
}

/** All keys of a graph without a guide, with their values. */
const readIntGraph = (file: Buffer): Map<string, number> => {
  const { units: bytes } = readGraph(file)
  const units = new Int32Array(new Uint8Array(bytes).buffer)
  const found = new Map<string, number>()
  const key: number[] = []
  const offsetOf = (base: number): number => (base >>> 10) << ((base & 0x200) >>> 6)
  const descend = (node: number): void => {
    const base = units[node]!
    const offset = offsetOf(base)
    if (base & 0x100) found.set(Buffer.from(key).toString('utf8'), units[(node ^ offset) >>> 0]! & 0x7fffffff)
    for (let byte = 1; byte < 256; byte++) {
      const next = (node ^ offset ^ byte) >>> 0
      const unit = units[next]
      if (unit === undefined || (unit & (0x80000000 | 0xff)) !== byte) continue
      key.push(byte)
      descend(next)
      key.pop()
    }
  }
  descend(0)
  return found
}

type Sections = (readonly [string, Uint8Array])[]

/** Shares of the readings of each word that OpenCorpora's annotated texts have counts for. */
const countShares = (sections: Sections, counts: ReadonlyMap<string, number>): Sections => {
  const empty: Sections = [
    ['counted', new Uint8Array(8)],
    ['shares', new Uint8Array(2)],
  ]
  const lexicon = openLexicon(packSections([...sections, ...empty]))
  const tagsByWord = new Map<string, Map<string, number>>()
  for (const [key, count] of counts) {
    const at = key.indexOf(':')
    const word = key.slice(0, at)
    const tags = tagsByWord.get(word) ?? new Map<string, number>()
    tags.set(key.slice(at + 1), count)
    tagsByWord.set(word, tags)
  }
  const shares: number[] = [0]
  const places: [hash: number, at: number][] = []
  for (const [word, tags] of [...tagsByWord].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entries = [...lexicon.lookup(word)].sort(byPlace)
    if (entries.length < 2) continue
    const named = entries.map((entry) => lexicon.tagOf(entry.paradigm, entry.form))
    const raw = named.map((tag) => (tags.get(tag) ?? 0) / named.filter((other) => other === tag).length)
    const sum = raw.reduce((a, b) => a + b, 0)
    if (sum === 0) continue
    places.push([hashWord(word), shares.length])
    shares.push(entries.length, ...raw.map((share) => Math.round((65535 * share) / sum)))
  }
  const size = Math.ceil(places.length * 1.5)
  const counted = new Int32Array(2 * size)
  for (const [hash, at] of places) {
    let slot = hash % size
    while (counted[2 * slot + 1] !== 0) slot = (slot + 1) % size
    counted[2 * slot] = hash | 0
    counted[2 * slot + 1] = at
  }
  return [
    ['counted', bytesOf(counted)],
    ['shares', bytesOf(Uint16Array.from(shares))],
  ]
}

/** The bytes of `lexicon.bin` from the wheel at a path. */
export const buildLexicon = (wheel: string): Uint8Array => {
  const files = readZip(readFileSync(wheel))
  const file = (name: string): Buffer => {
    const found = files.get(FOLDER + name)
    if (!found) throw new Error(`${wheel} has no ${FOLDER}${name}; download pymorphy3-dicts-ru from PyPI`)
    return found
  }
  const words = readGraph(file('words.dawg'))
  const endings = readGraph(file('prediction-suffixes-0.dawg'))
  const sections: Sections = [
    ['words.units', words.units],
    ['words.guide', words.guide],
    ['endings.units', endings.units],
    ['endings.guide', endings.guide],
    ['suffixes', readStrings(file('suffixes.json'))],
    ['tags', readStrings(file('gramtab-opencorpora-int.json'))],
    ['paradigms', readParadigms(file('paradigms.array'))],
  ]
  return packSections([...sections, ...countShares(sections, readIntGraph(file('p_t_given_w.intdawg')))])
}

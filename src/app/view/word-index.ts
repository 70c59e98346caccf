import { firstNot, merged } from '../../core/index.ts'
import { beginning, plainWords } from './words.ts'

const WORD = /[\p{L}\p{N}]+/gu

/** Words by numbers, in the order in which they came; they stay for as long as the process lasts. */
export class Lexicon {
  readonly #words: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Numbers of words as they are written; of a word that is several when it is folded, these. */
  readonly #written = new Map<string, number | readonly number[]>()
  #sorted: readonly number[] = []

  get size(): number {
    return this.#words.length
  }

  /** Numbers of the words of texts, each once. */
  numbers(texts: readonly string[]): Int32Array {
    const found = new Set<number>()
    for (const text of texts)
      for (const word of text.match(WORD) ?? []) {
        const known = this.#written.get(word) ?? this.#enter(word)
        if (typeof known === 'number') found.add(known)
        else for (const one of known) found.add(one)
      }
    return Int32Array.from(found)
  }

  #enter(written: string): number | readonly number[] {
    const numbers = plainWords(written).map((word) => {
      const known = this.#numbers.get(word)
      if (known !== undefined) return known
      this.#numbers.set(word, this.#words.length)
      return this.#words.push(word) - 1
    })
    const entered = numbers.length === 1 ? (numbers[0] as number) : numbers
    this.#written.set(written, entered)
    return entered
  }

  // Words that have come since are sorted by themselves and put between those that are: few come with a page.
  #sort(): void {
    const words = this.#words
    const inOrder = (a: number, b: number): number => ((words[a] as string) < (words[b] as string) ? -1 : 1)
    const fresh = words.map((_, at) => at).slice(this.#sorted.length)
    this.#sorted = merged(this.#sorted, fresh.sort(inOrder), inOrder)
  }

  /** Numbers of the words with a beginning. */
  beginningWith(start: string): readonly number[] {
    const words = this.#words
    if (this.#sorted.length < words.length) this.#sort()
    const sorted = this.#sorted
    const from = firstNot(0, sorted.length, (at) => (words[sorted[at] as number] as string) < start)
    let end = from
    while (end < sorted.length && words[sorted[end] as number]?.startsWith(start)) end++
    return sorted.slice(from, end)
  }
}

/** Which records have a word: an inverted index (lists of places, one after another in one array). */
interface Places {
  /** Where the list of each word begins, and where the last one ends. */
  readonly from: Int32Array
  readonly places: Int32Array
}

const placesOf = (records: readonly Int32Array[], words: number): Places => {
  const from = new Int32Array(words + 1)
  for (const record of records) for (const word of record) from[word + 1] = (from[word + 1] as number) + 1
  for (let word = 0; word < words; word++) from[word + 1] = (from[word + 1] as number) + (from[word] as number)
  const next = from.slice()
  const places = new Int32Array(from[words] as number)
  records.forEach((record, at) => {
    for (const word of record) {
      const to = next[word] as number
      places[to] = at
      next[word] = to + 1
    }
  })
  return { from, places }
}

/**
 * Searches records by the words that they have: every word of a query begins some word of a record, in any of its forms.
 * Gives the records found, marked by their place with a 1; null for a query without words, which all pass.
 *
 * @example searchOf([lexicon.numbers(['Переговоры в Осло'])], lexicon)('переговорам') // Uint8Array [1]
 */
export const searchOf = (records: readonly Int32Array[], lexicon: Lexicon): ((query: string) => Uint8Array | null) => {
  const { from, places } = placesOf(records, lexicon.size)
  const words = from.length - 1
  return (query) => {
    const starts = [...new Set(plainWords(query).map(beginning))]
    if (starts.length === 0) return null
    let found: Uint8Array | null = null
    for (const start of starts) {
      const here: Uint8Array = new Uint8Array(records.length)
      for (const word of lexicon.beginningWith(start)) {
        if (word >= words) continue
        for (let at = from[word] as number; at < (from[word + 1] as number); at++) {
          const place = places[at] as number
          here[place] = found === null ? 1 : (found[place] as number)
        }
      }
      found = here
    }
    return found
  }
}

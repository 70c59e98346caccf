import type { Reading } from '../analysis.ts'
import { guess } from './guess.ts'
import { inflect, type Wanted } from './inflect.ts'
import { type Entry, type Lexicon, openLexicon } from './lexicon.ts'
import { fold, normOf } from './normalize.ts'
import { WordCache } from './word-cache.ts'

/** What is known of one word outside its sentence. */
export interface WordInfo {
  readonly norm: string
  /** Most probable first, never empty. */
  readonly readings: readonly Entry[]
  readonly known: boolean
}

/** Dictionary and guesser together: readings of any word, and other forms of a reading. */
export class Morphology {
  readonly lexicon: Lexicon
  private readonly cache = new WordCache<WordInfo>()

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  /**
   * All readings of a word as written: of the dictionary, else of the guesser. Capital letters count for the guesser.
   *
   * @example morphology.read('стали').readings.map(({ lemma }) => lemma) // 'стать', 'сталь', …
   */
  read(written: string): WordInfo {
    const cached = this.cache.get(written)
    if (cached) return cached
    const word = fold(written)
    const found = this.lexicon.lookup(word)
    const known = found.length > 0
    const readings = known ? found : guess(word, written, this.lexicon)
    const info = { norm: normOf(written), readings, known }
    this.cache.set(written, info)
    return info
  }

  /** Another form of a reading; see `inflect`. */
  inflect(reading: Reading, wanted: Wanted): string | null {
    return inflect(this.lexicon, reading, wanted)
  }
}

/** Opens dictionary and guesser from the bytes of `lexicon.bin`. */
export const openMorphology = (lexicon: Uint8Array): Morphology => new Morphology(openLexicon(lexicon))

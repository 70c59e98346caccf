import type { Span } from '../../core/index.ts'
import type { Morph, Reading, Word } from '../analysis.ts'
import { type Candidate, NO_ADDITIONS, type Slot, Slots } from './candidates.ts'
import { changed } from './lexicon.ts'
import type { TaggerModel } from './models.ts'
import { intern } from './morph.ts'
import type { Morphology } from './morphology.ts'
import type { WordMemory } from './names/features.ts'
import { type ParserModel, parseSentence } from './parser.ts'
import { tagSentence } from './tagger.ts'

/** The tag chosen, with what only the dictionary tells: its mark of a name, and foreign letters. */
const morphOf = ({ tag, entry }: Candidate): Morph => {
  const { name, foreign } = entry.morph
  if (name === undefined && foreign === undefined) return tag
  return intern({ ...tag, ...(name === undefined ? {} : { name }), ...(foreign === undefined ? {} : { foreign }) })
}

const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word)
const isLetter = (word: string | undefined): boolean => word?.length === 1 && isCapital(word)

/** A capital letter with a full stop beside a name or another such letter: «А. С. Сомов», «Сомов А. С.». */
const isInitial = (written: readonly string[], at: number): boolean => {
  if (!isLetter(written[at]) || written[at + 1] !== '.') return false
  const afterName = at > 1 && isCapital(written[at - 1]) && !isLetter(written[at - 1])
  return isCapital(written[at + 2]) || afterName || (written[at - 1] === '.' && isLetter(written[at - 2]))
}

/** What words share that are the same candidate of the same slot. */
export interface Chosen {
  readonly morph: Morph
  readonly readings: readonly Reading[]
  readonly memory: WordMemory
}

/** Heads and relations of a sentence, parsed when somebody asks for the first of them: most sentences nobody asks about. */
class Tree {
  readonly #parser: ParserModel | null
  #tags: readonly Candidate[] | null
  #parsed: ReturnType<typeof parseSentence> | null = null

  constructor(parser: ParserModel | null, tags: readonly Candidate[]) {
    this.#parser = parser
    this.#tags = parser ? tags : null
  }

  #tree(): ReturnType<typeof parseSentence> | null {
    if (this.#parser && this.#tags) {
      this.#parsed = parseSentence(this.#parser, this.#tags)
      this.#tags = null
    }
    return this.#parsed
  }

  head(word: number): number {
    return this.#tree()?.heads[word] ?? (word === 0 ? -1 : 0)
  }

  rel(word: number): string {
    return this.#tree()?.relations[word] ?? (word === 0 ? 'root' : 'dep')
  }
}

class ReadWord implements Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly norm: string
  readonly lemma: string
  readonly morph: Morph
  readonly readings: readonly Reading[]
  readonly known: boolean
  readonly memory: WordMemory
  readonly #tree: Tree
  readonly #place: number

  constructor(token: Span, text: string, slot: Slot, lemma: string, chosen: Chosen, tree: Tree, place: number) {
    this.start = token.start
    this.end = token.end
    this.text = text
    this.norm = slot.norm
    this.lemma = lemma
    this.morph = chosen.morph
    this.readings = chosen.readings
    this.known = slot.known
    this.memory = chosen.memory
    this.#tree = tree
    this.#place = place
  }

  get head(): number {
    return this.#tree.head(this.#place)
  }

  get rel(): string {
    return this.#tree.rel(this.#place)
  }

  /** With head and relation, as a plain object has them. */
  toJSON(): Word {
    const { start, end, text, norm, lemma, morph, readings, known, head, rel } = this
    return { start, end, text, norm, lemma, morph, readings, known, head, rel }
  }
}

/** Reads tokens in their sentence: tags, lemmas, heads. Without a tagger each word has its most frequent reading. */
export class SentenceReader {
  private readonly slots: Slots
  private readonly tagger: TaggerModel | null
  private readonly parser: ParserModel | null

  constructor(morphology: Morphology, tagger: TaggerModel | null, parser: ParserModel | null) {
    this.tagger = tagger
    this.parser = parser
    this.slots = new Slots(morphology, tagger?.additions ?? NO_ADDITIONS)
  }

  /** The candidates chosen for written words: what the parser is given. */
  tag(written: readonly string[]): readonly Candidate[] {
    return this.choose(this.slotsOf(written))
  }

  private slotsOf(written: readonly string[]): readonly Slot[] {
    const slots = this.slots.line(written)
    written.forEach((word, i) => {
      if (isInitial(written, i)) slots[i] = this.slots.initial(word)
    })
    return slots
  }

  private choose(slots: readonly Slot[]): readonly Candidate[] {
    return this.tagger ? tagSentence(this.tagger.weights, slots) : slots.map((slot) => slot.candidates[0]!)
  }

  private describe(slot: Slot, candidate: Candidate): Chosen {
    candidate.chosen ??= this.make(slot, candidate)
    return candidate.chosen
  }

  private make(slot: Slot, candidate: Candidate): Chosen {
    const morph = morphOf(candidate)
    const { entry } = candidate
    const listed = slot.readings.find((reading) => reading === entry && reading.morph === morph)
    const reading = listed ?? changed(entry, { morph })
    const readings = listed ? slot.readings : [reading, ...slot.readings]
    return { morph, readings, memory: { facts: null } }
  }

  /** The words of a sentence from its tokens (offsets in `text`). */
  read(text: string, tokens: readonly Span[]): Word[] {
    const written = tokens.map(({ start, end }) => text.slice(start, end))
    const slots = this.slotsOf(written)
    const tags = this.choose(slots)
    const tree = new Tree(this.parser, tags)
    return tokens.map((token, i) => {
      const chosen = this.describe(slots[i]!, tags[i]!)
      return new ReadWord(token, written[i]!, slots[i]!, tags[i]!.entry.lemma, chosen, tree, i)
    })
  }
}

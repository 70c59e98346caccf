import type { Span } from '../../core/index.ts'
import type { Morph, Reading, Word } from '../analysis.ts'
import { type Candidate, type Slot, Slots } from './candidates.ts'
import type { TaggerModel } from './models.ts'
import { intern } from './morph.ts'
import type { Morphology } from './morphology.ts'
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

interface Chosen {
  readonly morph: Morph
  readonly readings: readonly Reading[]
}

/** Reads tokens in their sentence: tags, lemmas, heads. Without a tagger each word has its most frequent reading. */
export class SentenceReader {
  private readonly slots: Slots
  private readonly tagger: TaggerModel | null
  private readonly parser: ParserModel | null
  /** Words share what was made of the same candidate of the same slot before. */
  private readonly chosen = new WeakMap<Candidate, Chosen>()

  constructor(morphology: Morphology, tagger: TaggerModel | null, parser: ParserModel | null) {
    this.tagger = tagger
    this.parser = parser
    this.slots = new Slots(morphology, tagger?.forms ?? new Map())
  }

  /** The candidates chosen for written words: what the parser is given. */
  tag(written: readonly string[]): readonly Candidate[] {
    return this.choose(this.slotsOf(written))
  }

  private slotsOf(written: readonly string[]): readonly Slot[] {
    return written.map((word, i) => (isInitial(written, i) ? this.slots.initial(word) : this.slots.of(word)))
  }

  private choose(slots: readonly Slot[]): readonly Candidate[] {
    return this.tagger ? tagSentence(this.tagger.weights, slots) : slots.map((slot) => slot.candidates[0]!)
  }

  private describe(slot: Slot, candidate: Candidate): Chosen {
    const known = this.chosen.get(candidate)
    if (known) return known
    const morph = morphOf(candidate)
    const { entry } = candidate
    const listed = slot.readings.find((reading) => reading === entry && reading.morph === morph)
    const reading = listed ?? { ...entry, morph }
    const readings = listed ? slot.readings : [reading, ...slot.readings]
    const made = { morph, readings }
    this.chosen.set(candidate, made)
    return made
  }

  /** The words of a sentence from its tokens (offsets in `text`). */
  read(text: string, tokens: readonly Span[]): Word[] {
    const written = tokens.map(({ start, end }) => text.slice(start, end))
    const slots = this.slotsOf(written)
    const tags = this.choose(slots)
    const tree = this.parser ? parseSentence(this.parser, tags) : null
    return tokens.map(({ start, end }, i) => {
      const { morph, readings } = this.describe(slots[i]!, tags[i]!)
      return {
        start,
        end,
        text: written[i]!,
        norm: slots[i]!.norm,
        lemma: tags[i]!.entry.lemma,
        morph,
        readings,
        known: slots[i]!.known,
        head: tree ? tree.heads[i]! : i === 0 ? -1 : 0,
        rel: tree ? tree.relations[i]! : i === 0 ? 'root' : 'dep',
      }
    })
  }
}

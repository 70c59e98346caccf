import { firstNot } from '../../core/index.ts'
import type { Analysis, Mention, Word } from '../../language/index.ts'
import { type Group, groupSentences } from './group.ts'
import type { Quote } from './quotes.ts'
import type { Unit, UnitMention } from './unit.ts'
import { type Layout, layOut } from './unit-layout.ts'

/** Where a unit takes from what is not read before somebody asks. */
interface Source {
  readonly words: readonly Word[]
  readonly part: Unit['part']
  /** Tokens at which a sentence after the first begins. */
  readonly starts: readonly number[]
  readonly namesBody: boolean
  readonly headOf: (at: number) => number
  readonly mentions: () => readonly (UnitMention | null)[]
  readonly layout: () => Layout
}

/** A unit whose punctuation, names and syntax are looked at only when a rule asks: most sentences report nothing. */
class LazyUnit implements Unit {
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  readonly part: Unit['part']
  readonly starts: readonly number[]
  readonly namesBody: boolean
  private readonly source: Source
  private layout: Layout | null = null
  private named: readonly (UnitMention | null)[] | null = null

  constructor(source: Source) {
    this.source = source
    this.words = source.words
    this.part = source.part
    this.starts = source.starts
    this.namesBody = source.namesBody
    this.start = source.words[0]!.start
    this.end = source.words[source.words.length - 1]!.end
  }

  headOf(at: number): number {
    return this.source.headOf(at)
  }

  get mentions(): readonly (UnitMention | null)[] {
    this.named ??= this.source.mentions()
    return this.named
  }

  private get laid(): Layout {
    this.layout ??= this.source.layout()
    return this.layout
  }

  get quotes(): Unit['quotes'] {
    return this.laid.quotes
  }

  get inlined(): Unit['inlined'] {
    return this.laid.inlined
  }

  get bracketed(): Unit['bracketed'] {
    return this.laid.bracketed
  }

  get segment(): Unit['segment'] {
    return this.laid.segment
  }

  get segments(): Unit['segments'] {
    return this.laid.segments
  }

  get bounds(): Unit['bounds'] {
    return this.laid.bounds
  }
}

/** Token at which each sentence of a group begins. */
const offsetsOf = (analysis: Analysis, { first, last }: Group): readonly number[] => {
  const offsets: number[] = []
  let offset = 0
  for (let s = first; s <= last; s++) {
    offsets.push(offset)
    offset += analysis.sentences[s]!.words.length
  }
  return offsets
}

const wordsOf = (analysis: Analysis, { first, last }: Group): readonly Word[] =>
  first === last
    ? analysis.sentences[first]!.words
    : analysis.sentences.slice(first, last + 1).flatMap((sentence) => sentence.words)

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ'])

/** A name's last word whose form no dictionary knows may be read as a verb, an adverb or an oblique case. */
const misread = (word: Word): boolean => !NOMINAL.has(word.morph.pos) || (!word.known && word.morph.case !== 'Nom')

const NAME_WORD: Word['morph'] = Object.freeze({ pos: 'PROPN', animacy: 'Anim' })

/** A word as a name of no known case; its place in the tree is still asked only when it is needed. */
const asName = (word: Word): Word => {
  const { start, end, text, norm, lemma, readings, known } = word
  return {
    ...{ start, end, text, norm, lemma, readings, known },
    morph: NAME_WORD,
    get head() {
      return word.head
    },
    get rel() {
      return word.rel
    },
  }
}

/** The words, with a person's name that is written in its nominative read as a name of unknown case at least. */
const withNames = (
  text: string,
  words: readonly Word[],
  named: readonly Mention[],
  offset: number,
): readonly Word[] => {
  let mended: Word[] | null = null
  for (const { type, by, head, start, end, name } of named) {
    if (type !== 'person' || by !== undefined) continue
    const word = words[head + offset]
    if (!word || !misread(word) || !name.endsWith(word.text) || text.slice(start, end) !== name) continue
    mended ??= [...words]
    mended[head + offset] = asName(word)
  }
  return mended ?? words
}

/** Enters the outermost mentions of one sentence, those that are names before those that only stand for one. */
const placeMentions = (
  into: (UnitMention | null)[],
  words: readonly Word[],
  mentions: readonly Mention[],
  offset: number,
): void => {
  for (const mention of mentions) {
    const [from, to] = [mention.from + offset, mention.to + offset]
    const norms = mention.type === 'country' ? words.slice(from, to).map((word) => word.norm) : undefined
    const placed = { mention, norms, from, to, head: mention.head + offset }
    for (let i = from; i < to && i < into.length; i++) {
      const known = into[i]
      if (!known || known.to - known.from < to - from) into[i] = placed
    }
  }
}

/** The mentions of each sentence that tell somebody: no adjectives, no roles that lead to no name. */
const bySentence = (analysis: Analysis): readonly (readonly Mention[])[] => {
  const found: Mention[][] = analysis.sentences.map(() => [])
  const named = new Set<string>()
  for (const { by, identity } of analysis.mentions) if (by === undefined) named.add(identity)
  for (const mention of analysis.mentions) {
    // A role that leads to no name is read as the plain words it is.
    if (mention.by === 'adjective' || (mention.by !== undefined && !named.has(mention.identity))) continue
    found[mention.sentence]?.push(mention)
  }
  return found
}

const isBody = ({ type, by }: Mention): boolean => !by && (type === 'media' || type === 'organization')

/** Cuts an analysis into units. Linear in the text. */
export const makeUnits = (analysis: Analysis, quotes: readonly Quote[]): readonly Unit[] => {
  const mentions = bySentence(analysis)
  const top = quotes.filter((quote) => quote.depth === 0)
  let next = 0
  return groupSentences(analysis, quotes).map((group) => {
    const { start, part } = analysis.sentences[group.first]!
    while (next < top.length && top[next]!.end <= start) next++
    const read = wordsOf(analysis, group)
    const offsets = offsetsOf(analysis, group)
    const starts = offsets.slice(1)
    const own = mentions.slice(group.first, group.last + 1)
    const text = analysis.article.text
    const words = own.reduce((all, some, k) => withNames(text, all, some, offsets[k]!), read)
    const end = words[words.length - 1]!.end
    let past = next
    while (past < top.length && top[past]!.start < end) past++
    const here = past > next ? top.slice(next, past) : []
    return new LazyUnit({
      words,
      part,
      starts,
      namesBody: own.some((some) => some.some(isBody)),
      headOf: (at) => {
        const { head } = words[at]!
        return head < 0 ? -1 : head + (starts[firstNot(0, starts.length, (next) => starts[next]! <= at) - 1] ?? 0)
      },
      mentions: () => {
        const placed: (UnitMention | null)[] = new Array(words.length).fill(null)
        for (const [k, offset] of offsets.entries()) placeMentions(placed, words, own[k]!, offset)
        return placed
      },
      layout: () => layOut(words, starts, here, true),
    })
  })
}

/** The words of a quotation as a unit of their own, to find who is reported to speak inside it. Null for an empty one. */
export const innerUnit = (unit: Unit, from: number, to: number, quotes: readonly Quote[]): Unit | null => {
  let a = from
  let b = to
  const outer = unit.quotes[from]
  while (a < b && unit.words[a]!.start < (outer?.innerStart ?? 0)) a++
  while (b > a && outer && unit.words[b - 1]!.end > outer.innerEnd) b--
  if (b - a < 4) return null
  const shift = (mention: UnitMention | null): UnitMention | null =>
    mention && mention.from >= a && mention.to <= b
      ? { ...mention, from: mention.from - a, to: mention.to - a, head: mention.head - a }
      : null
  const words = unit.words.slice(a, b)
  const starts = unit.starts.filter((start) => start > a && start < b).map((start) => start - a)
  const { start } = words[0]!
  const { end } = words[words.length - 1]!
  return new LazyUnit({
    words,
    part: unit.part,
    starts,
    namesBody: unit.namesBody,
    headOf: (at) => {
      const head = unit.headOf(at + a)
      return head >= a && head < b ? head - a : -1
    },
    mentions: () => unit.mentions.slice(a, b).map(shift),
    layout: () => {
      const inside = quotes.filter((one) => one.depth === 1 && one.start >= start && one.end <= end)
      return layOut(words, starts, inside, false)
    },
  })
}

import type { Article } from '../../article/index.ts'
import type { Span } from '../../core/index.ts'
import type { Analysis, Case, Language, MentionType, Sentence } from '../analysis.ts'
import type { ConlluSentence } from '../conllu.ts'
import { openParser, openTagger } from './models.ts'
import { type Morphology, openMorphology } from './morphology.ts'
import { type Names, openNames } from './names/names.ts'
import { SentenceReader } from './read-sentence.ts'
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

/** The files of `data/russian`, as bytes. */
export interface RussianData {
  /** `lexicon.bin`: word forms, paradigms, endings of unknown words and counts of readings, from OpenCorpora. */
  readonly lexicon: Uint8Array
  /** `tagger.bin`: weights that choose a reading in context. */
  readonly tagger?: Uint8Array
  /** `parser.bin`: weights that choose heads and relations. */
  readonly parser?: Uint8Array
  /** `names.bin`: weights that find names; without it the gazetteer and patterns work alone. */
  readonly names?: Uint8Array
}

type Part = Sentence['part']
const PARTS: ReadonlySet<string> = new Set([
  'headline',
  'lead',
  'body',
  'subheading',
  'dateline',
  'caption',
  'credit',
  'note',
])

/** Offsets where a sentence ends in any case: the bounds of parts and of datelines. */
const cutsOf = (article: Article): Set<number> => {
  const cuts = new Set<number>()
  for (const part of article.parts) {
    if (part.start !== undefined && part.end !== undefined) cuts.add(part.start).add(part.end)
  }
  for (const dateline of article.datelines) cuts.add(dateline.start).add(dateline.end)
  return cuts
}

/** Kinds of parts by offset: asked with rising offsets, answered in one pass. */
const partFinder = (article: Article): ((at: number) => Part) => {
  const parts = article.parts.filter((part) => part.start !== undefined).sort((a, b) => a.start! - b.start!)
  let index = 0
  let line = 0
  return (at) => {
    while (line < article.datelines.length && article.datelines[line]!.end <= at) line++
    const dateline = article.datelines[line]
    if (dateline && dateline.start <= at) return 'dateline'
    while (index + 1 < parts.length && parts[index + 1]!.start! <= at) index++
    const kind = parts[index]?.kind
    return kind && PARTS.has(kind) ? (kind as Part) : 'body'
  }
}

const headlineLength = (article: Article): number =>
  article.parts.length === 0 && article.headline && article.text.startsWith(article.headline)
    ? article.headline.length
    : 0

/** Russian, with what is useful beside the reading of articles. */
export interface RussianLanguage extends Language {
  /** Dictionary and guesser: all readings of one word, other forms of a reading. */
  readonly morphology: Morphology
  /** Analysis of plain text that is no article: `facts.md`'s `letopis analyze`. */
  analyzeText(text: string, id?: string): Analysis
  /**
   * Analysis of text that is cut already, as CoNLL-U gives it: sentences and tokens stay as they are, the rest is
   * filled in. The article's text is the forms, parted by spaces where `spaceAfter` says so and sentences by line feeds.
   */
  analyzeTokens(sentences: readonly ConlluSentence[], id?: string): Analysis
}

/** An article of a text alone, without page, date or outlet. */
export const bareArticle = (text: string, id: string): Article => ({
  kind: 'article',
  id,
  input: id,
  url: null,
  outlet: null,
  language: 'ru',
  headline: null,
  published: null,
  publishedBasis: null,
  updated: null,
  text,
  parts: [],
  notes: [],
  datelines: [],
  credits: [],
})

interface Laid {
  readonly text: string
  readonly sentences: readonly (readonly Span[])[]
}

const layOut = (sentences: readonly ConlluSentence[]): Laid => {
  const pieces: string[] = []
  let at = 0
  const laid = sentences.map(({ words }) => {
    const tokens = words.map(({ form, spaceAfter }, i) => {
      const token = { start: at, end: at + form.length }
      const gap = i === words.length - 1 ? '\n' : spaceAfter ? ' ' : ''
      pieces.push(form, gap)
      at = token.end + gap.length
      return token
    })
    return tokens
  })
  return { text: pieces.join(''), sentences: laid }
}

class Russian implements RussianLanguage {
  readonly code = 'ru'
  private readonly reader: SentenceReader
  private readonly names: Names
  readonly morphology: Morphology

  constructor(morphology: Morphology, reader: SentenceReader, names: Names) {
    this.morphology = morphology
    this.reader = reader
    this.names = names
  }

  analyze(article: Article): Analysis {
    const { text } = article
    const tokens = tokenize(text)
    const partAt = partFinder(article)
    const headline = headlineLength(article)
    const sentences = splitSentences(text, tokens, cutsOf(article)).map(([first, last]): Sentence => {
      const words = this.reader.read(text, tokens.slice(first, last))
      const start = tokens[first]!.start
      return { start, end: tokens[last - 1]!.end, words, part: start < headline ? 'headline' : partAt(start) }
    })
    return { kind: 'analysis', article, sentences, ...this.names.find(sentences) }
  }

  analyzeText(text: string, id = ''): Analysis {
    return this.analyze(bareArticle(text, id))
  }

  analyzeTokens(given: readonly ConlluSentence[], id = ''): Analysis {
    const { text, sentences: laid } = layOut(given)
    const sentences = laid
      .filter((tokens) => tokens.length > 0)
      .map((tokens): Sentence => {
        const words = this.reader.read(text, tokens)
        return { start: tokens[0]!.start, end: tokens.at(-1)!.end, words, part: 'body' }
      })
    return { kind: 'analysis', article: bareArticle(text, id), sentences, ...this.names.find(sentences) }
  }

  decline(name: string, type: MentionType, to: Case): string | null {
    return this.names.decline(name, type, to)
  }

  romanize(name: string, type: MentionType): string {
    return this.names.romanize(name, type)
  }
}

/**
 * Opens Russian from the bytes of `data/russian`.
 *
 * @example
 * const russian = loadRussian({ lexicon: readFileSync('data/russian/lexicon.bin') })
 * russian.analyze(article).sentences[0]?.words.map((word) => word.lemma)
 */
export const loadRussian = (data: RussianData): RussianLanguage => {
  const morphology = openMorphology(data.lexicon)
  const split = (text: string): readonly string[] => tokenize(text).map(({ start, end }) => text.slice(start, end))
  const tagger = data.tagger ? openTagger(data.tagger) : null
  const parser = data.parser ? openParser(data.parser) : null
  const reader = new SentenceReader(morphology, tagger, parser)
  return new Russian(morphology, reader, openNames(morphology.lexicon, data.names, split))
}

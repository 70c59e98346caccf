import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type ConlluSentence, readConllu } from '../src/language/conllu.ts'
import { Slots } from '../src/language/russian/candidates.ts'
import { packSections } from '../src/language/russian/container.ts'
import { openTagger } from '../src/language/russian/models.ts'
import { type Morphology, openMorphology } from '../src/language/russian/morphology.ts'
import type { ParserModel } from '../src/language/russian/parser.ts'
import { splitSentences } from '../src/language/russian/sentences.ts'
import { tagSentence } from '../src/language/russian/tagger.ts'
import { tokenize } from '../src/language/russian/tokens.ts'
import { type Fold, inFold } from './folds.ts'
import { inventory, learnParser, treesOf } from './parser.ts'
import { quantize } from './perceptron.ts'
import { collectForms, examplesOf, formsToText, learn } from './tagger.ts'

/** The commands that make tagger.bin and parser.bin. Every choice of sentences is by place in the file: no chance. */

/** Sentences of silver that the tagger and the parser learn from: all, every second. */
const TAGGER_STEP = 1
const PARSER_STEP = 2
const SILVER_ROUNDS = 2
/** Rounds over gold with silver beside it, and how many sentences of silver stand beside one of gold. */
const TAGGER_ROUNDS = 4
const TAGGER_SILVER = 2
const PARSER_ROUNDS = 5
const PARSER_SILVER = 2
const SEED = 1

const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const every = <T>(items: readonly T[], step: number): T[] => items.filter((_, i) => i % step === 0)
const openLexicon = (path: string): Morphology => openMorphology(readFileSync(path))
const readText = (path: string): string => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
/** A treebank, less what a fold holds back to judge by. */
const readTreebank = (path: string, held?: Fold): ConlluSentence[] =>
  readConllu(readText(path)).filter((_, i) => held === undefined || !inFold(i, held))

/** Every third article's sentences, one JSON list of tokens a line: what a teacher is asked to label. */
export const writeSentences = (articles: string, out: string): void => {
  const lines: string[] = []
  readText(articles)
    .split('\n')
    .forEach((line, i) => {
      if (line === '' || i % 3 !== 0) return
      const { title, text: body } = JSON.parse(line) as { title?: string; text: string }
      const text = `${title ?? ''}\n\n${body}`
      const tokens = tokenize(text)
      for (const [first, last] of splitSentences(text, tokens)) {
        if (last - first < 2 || last - first > 120) continue
        lines.push(JSON.stringify(tokens.slice(first, last).map(({ start, end }) => text.slice(start, end))))
      }
    })
  writeFileSync(out, `${lines.join('\n')}\n`)
}

/** Learns tagger.bin: first from silver, then from gold and as many sentences of silver. */
export const trainTagger = (
  lexicon: string,
  silverPath: string,
  out: string,
  goldPaths: readonly string[],
  held?: Fold,
): void => {
  const morphology = openLexicon(lexicon)
  const silver = readTreebank(silverPath)
  const gold = goldPaths.flatMap((path) => readTreebank(path, held))
  const forms = collectForms(gold, silver, morphology)
  const slots = new Slots(morphology, forms)
  const silverExamples = examplesOf(every(silver, TAGGER_STEP), morphology)
  const goldExamples = examplesOf(gold, morphology)
  const first = learn(silverExamples, slots, SILVER_ROUNDS, SEED)
  const mixed = [...goldExamples, ...silverExamples.slice(0, TAGGER_SILVER * goldExamples.length)]
  const weights = quantize(learn(mixed, slots, TAGGER_ROUNDS, SEED + 1, first))
  writeFileSync(
    out,
    packSections([
      ['weights', bytesOf(weights)],
      ['forms', textBytes(formsToText(forms))],
    ]),
  )
}

const packParser = (model: ParserModel): Uint8Array =>
  packSections([
    ['weights', bytesOf(model.weights)],
    ['relations', textBytes(model.relations.join('\n'))],
    ['allowed', textBytes(model.allowed.map((list) => list.join(' ')).join('\n'))],
  ])

/** Learns parser.bin on the tags that tagger.bin gives. */
export const trainParser = (
  lexicon: string,
  tagger: string,
  silverPath: string,
  out: string,
  goldPaths: readonly string[],
  held?: Fold,
): void => {
  const { weights, forms } = openTagger(readFileSync(tagger))
  const slots = new Slots(openLexicon(lexicon), forms)
  const tag = (words: readonly string[]) =>
    tagSentence(
      weights,
      words.map((word) => slots.of(word)),
    )
  const silver = treesOf(every(readTreebank(silverPath), PARSER_STEP), tag)
  const gold = treesOf(
    goldPaths.flatMap((path) => readTreebank(path, held)),
    tag,
  )
  const lists = inventory([...silver, ...gold])
  const first = learnParser(silver, lists, SILVER_ROUNDS, SEED)
  const mixed = [...gold, ...silver.slice(0, PARSER_SILVER * gold.length)]
  const learned = quantize(learnParser(mixed, lists, PARSER_ROUNDS, SEED + 1, first))
  writeFileSync(out, packParser({ ...lists, weights: learned }))
}

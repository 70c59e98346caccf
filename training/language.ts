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
import { AdditionCounter, formsToText, usagesToText } from './additions.ts'
import { type Fold, inFold } from './folds.ts'
import { inventory, learnParser, treesOf } from './parser.ts'
import { quantize } from './perceptron.ts'
import { examplesOf, learn } from './tagger.ts'

/** The commands that make tagger.bin and parser.bin. Every choice of sentences is by place in the file: no chance. */

/** The parser learns from every second sentence of its silver, twice; the tagger from all of its own, once. */
const PARSER_STEP = 2
const TAGGER_SILVER_ROUNDS = 1
const PARSER_SILVER_ROUNDS = 2
/** What a sentence of gold counts for beside one of silver, where forms and uses are counted. */
const GOLD_WEIGHT = 10
/** Rounds over gold with silver beside it, and how many sentences of silver stand beside one of gold. */
const TAGGER_ROUNDS = 4
const TAGGER_SILVER = 2
/** The tagger is the mean of what it learns in so many orders of the same sentences. */
const TAGGER_ORDERS = 3
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

/** The sentences of every article of so many, one JSON list of tokens a line: what a teacher is asked to label. */
export const writeSentences = (articles: string, out: string, step = 1): void => {
  const lines: string[] = []
  readText(articles)
    .split('\n')
    .forEach((line, i) => {
      if (line === '' || i % step !== 0) return
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

/** A number of items, evenly spread. */
const spread = <T>(items: readonly T[], count: number): T[] =>
  every(items, Math.max(1, Math.floor(items.length / count))).slice(0, count)

/** What is learned in several orders of the examples, added up: only ratios of weights count. */
const learnInOrders = (examples: Parameters<typeof learn>[0], slots: Slots, start: Float32Array): Float32Array => {
  const sum = learn(examples, slots, TAGGER_ROUNDS, SEED + 1, start)
  for (let order = 1; order < TAGGER_ORDERS; order++)
    learn(examples, slots, TAGGER_ROUNDS, SEED + 1 + order, start).forEach((weight, i) => {
      sum[i]! += weight
    })
  return sum
}

/**
 * Learns tagger.bin: first from silver, then from gold and twice as many sentences of silver. A treebank that is named
 * again is learned from again, so that what the tagger is for weighs more than the rest.
 */
export const trainTagger = (
  lexicon: string,
  silverPath: string,
  out: string,
  goldPaths: readonly string[],
  held?: Fold,
): void => {
  const morphology = openLexicon(lexicon)
  const silver = readTreebank(silverPath)
  const gold = [...new Set(goldPaths)].flatMap((path) => readTreebank(path, held))
  const again = goldPaths.filter((path, i) => goldPaths.indexOf(path) < i).flatMap((path) => readTreebank(path, held))
  const counter = new AdditionCounter(morphology)
  counter.count(silver, 1)
  const silverExamples = examplesOf(silver, morphology)
  const first = learn(silverExamples, new Slots(morphology, counter.result()), TAGGER_SILVER_ROUNDS, SEED)
  counter.count(gold, GOLD_WEIGHT)
  const additions = counter.result()
  const taught = [...examplesOf(gold, morphology), ...examplesOf(again, morphology)]
  const mixed = [...taught, ...spread(silverExamples, TAGGER_SILVER * gold.length)]
  const weights = quantize(learnInOrders(mixed, new Slots(morphology, additions), first))
  writeFileSync(
    out,
    packSections([
      ['weights', bytesOf(weights)],
      ['forms', textBytes(formsToText(additions.forms))],
      ['usages', textBytes(usagesToText(additions.usages))],
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
  const { weights, additions } = openTagger(readFileSync(tagger))
  const slots = new Slots(openLexicon(lexicon), additions)
  const tag = (words: readonly string[]) => tagSentence(weights, slots.line(words))
  const silver = treesOf(every(readTreebank(silverPath), PARSER_STEP), tag)
  const gold = treesOf(
    goldPaths.flatMap((path) => readTreebank(path, held)),
    tag,
  )
  const lists = inventory([...silver, ...gold])
  const first = learnParser(silver, lists, PARSER_SILVER_ROUNDS, SEED)
  const mixed = [...gold, ...silver.slice(0, PARSER_SILVER * gold.length)]
  const learned = quantize(learnParser(mixed, lists, PARSER_ROUNDS, SEED + 1, first))
  writeFileSync(out, packParser({ ...lists, weights: learned }))
}

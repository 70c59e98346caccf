import { readFileSync, writeFileSync } from 'node:fs'
import type { Word } from '../src/language/analysis.ts'
import { openLexicon } from '../src/language/russian/lexicon.ts'
import {
  BUCKETS,
  DocumentWords,
  FEATURES,
  featuresOf,
  type SentenceFeatures,
  type TaggedWord,
} from '../src/language/russian/names/features.ts'
import { buildGazetteer } from '../src/language/russian/names/gazetteer.ts'
import { bestPath, LABEL_COUNT, packModel, scoreWords, type TaggerModel } from '../src/language/russian/names/tagger.ts'
import { normOf } from '../src/language/russian/normalize.ts'
import { splitSentences } from '../src/language/russian/sentences.ts'
import { tokenize } from '../src/language/russian/tokens.ts'
import { type LabelledText, readFactRuEval, readNerel, readSilver } from './names-corpora.ts'

/** Words of each sentence of a text as the tagger reads them, with their offsets. */
export type Reader = (text: string) => readonly (readonly (TaggedWord & Pick<Word, 'start' | 'end'>)[])[]

/** Reads texts with the dictionary alone, which is all that the tagger's features ask for. */
export const dictionaryReader = (lexiconBytes: Uint8Array): Reader => {
  const lexicon = openLexicon(lexiconBytes)
  const cache = new Map<string, ReturnType<typeof lexicon.lookup>>()
  return (text) => {
    const tokens = tokenize(text)
    return splitSentences(text, tokens).map(([from, to]) =>
      tokens.slice(from, to).map(({ start, end }) => {
        const written = text.slice(start, end)
        const norm = normOf(written)
        let readings = cache.get(norm)
        if (!readings) {
          readings = lexicon.lookup(norm)
          cache.set(norm, readings)
        }
        return { text: written, norm, readings, known: readings.length > 0, start, end }
      }),
    )
  }
}

export const splitForNames = (text: string): readonly string[] =>
  tokenize(text).map(({ start, end }) => text.slice(start, end))

interface Sample {
  readonly features: SentenceFeatures
  readonly gold: Uint8Array
}

const LABEL: Readonly<Record<string, number>> = { PER: 1, LOC: 3, ORG: 5 }

const samplesOf = (
  { text, names }: LabelledText,
  read: Reader,
  gazetteer: ReturnType<typeof buildGazetteer>,
): readonly Sample[] => {
  const sentences = read(text)
  const known = new DocumentWords(sentences)
  let next = 0
  return sentences.map((words) => {
    const gold = new Uint8Array(words.length)
    let last = -1
    words.forEach((word, i) => {
      while (next < names.length && names[next]!.end <= word.start) next++
      const name = names[next]
      if (!name || name.start >= word.end) return
      gold[i] = LABEL[name.type]! + (last === next && i > 0 ? 1 : 0)
      last = next
    })
    const features = featuresOf(words, gazetteer, known)
    keepReachable(gold, features.active)
    return { features, gold }
  })
}

// What the tagger never looks at cannot be learned; what is left of a name there begins anew.
const keepReachable = (gold: Uint8Array, active: Uint8Array): void => {
  for (let i = 0; i < gold.length; i++) {
    if (!active[i]) gold[i] = 0
    else if (
      gold[i]! > 0 &&
      gold[i]! % 2 === 0 &&
      (i === 0 || (gold[i - 1] !== gold[i] && gold[i - 1] !== gold[i]! - 1))
    )
      gold[i]! -= 1
  }
}

/** A deterministic order: mulberry32. */
const shuffler = (seed: number): ((items: Int32Array) => void) => {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return (items) => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const held = items[i]!
      items[i] = items[j]!
      items[j] = held
    }
  }
}

const TRANSITIONS = (LABEL_COUNT + 1) * LABEL_COUNT

class Perceptron {
  readonly weights = new Float32Array(BUCKETS * LABEL_COUNT)
  readonly sums = new Float64Array(BUCKETS * LABEL_COUNT)
  readonly transitions = new Float32Array(TRANSITIONS)
  readonly transitionSums = new Float64Array(TRANSITIONS)
  private step = 1

  learn({ features, gold }: Sample): boolean {
    const n = gold.length
    const path = bestPath(scoreWords(this.weights, features), this.transitions, n)
    let wrong = false
    for (let i = 0; i < n; i++) {
      if (path[i] !== gold[i]) {
        wrong = true
        this.move(features.buckets, i, gold[i]!, 1)
        this.move(features.buckets, i, path[i]!, -1)
      }
      const a = i === 0 ? LABEL_COUNT : gold[i - 1]!
      const b = i === 0 ? LABEL_COUNT : path[i - 1]!
      if (path[i] !== gold[i] || a !== b) {
        this.moveTransition(a, gold[i]!, 1)
        this.moveTransition(b, path[i]!, -1)
      }
    }
    this.step++
    return wrong
  }

  private move(features: Uint32Array, i: number, label: number, by: number): void {
    for (let k = i * FEATURES; k < (i + 1) * FEATURES; k++) {
      const at = features[k]! * LABEL_COUNT + label
      this.weights[at]! += by
      this.sums[at]! += by * this.step
    }
  }

  private moveTransition(from: number, to: number, by: number): void {
    const at = from * LABEL_COUNT + to
    this.transitions[at]! += by
    this.transitionSums[at]! += by * this.step
  }

  /** Forgets what was averaged so far; the weights go on from their average. */
  restartAverage(): void {
    for (let i = 0; i < this.weights.length; i++) this.weights[i]! -= this.sums[i]! / this.step
    for (let i = 0; i < TRANSITIONS; i++) this.transitions[i]! -= this.transitionSums[i]! / this.step
    this.sums.fill(0)
    this.transitionSums.fill(0)
    this.step = 1
  }

  /** Averaged weights, scaled so that nearly all of them fit eight bits. */
  model(): TaggerModel {
    const average = (weight: number, sum: number): number => weight - sum / this.step
    const means = new Float32Array(this.weights.length)
    for (let i = 0; i < means.length; i++) means[i] = average(this.weights[i]!, this.sums[i]!)
    const sizes = means
      .filter((mean) => mean !== 0)
      .map(Math.abs)
      .sort()
    const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1)
    return {
      weights: Int8Array.from(means, (mean) => Math.max(-127, Math.min(127, Math.round(mean * scale)))),
      transitions: Int16Array.from(this.transitions, (weight, i) =>
        Math.max(-32767, Math.min(32767, Math.round(average(weight, this.transitionSums[i]!) * scale))),
      ),
    }
  }
}

/** Texts to learn from in one stage; a corpus is read `times` times an epoch. */
export interface Stage {
  readonly corpora: readonly { readonly texts: readonly LabelledText[]; readonly times: number }[]
  readonly epochs: number
}

const learnStage = (
  perceptron: Perceptron,
  stage: Stage,
  samplesFor: (text: LabelledText) => readonly Sample[],
  shuffle: (items: Int32Array) => void,
  log: (line: string) => void,
): void => {
  const samples: Sample[] = []
  const order: number[] = []
  for (const { texts, times } of stage.corpora) {
    for (const text of texts) {
      for (const sample of samplesFor(text)) {
        if (!sample.features.active.includes(1)) continue
        for (let i = 0; i < times; i++) order.push(samples.length)
        samples.push(sample)
      }
    }
  }
  const turns = Int32Array.from(order)
  perceptron.restartAverage()
  for (let epoch = 1; epoch <= stage.epochs; epoch++) {
    shuffle(turns)
    let wrong = 0
    for (const i of turns) if (perceptron.learn(samples[i]!)) wrong++
    log(`epoch ${epoch}: ${wrong} of ${turns.length} sentences wrong`)
  }
}

/**
 * Trains the tagger of names in stages: what a later stage teaches is built on the earlier ones, and the weights are
 * averaged over the last. The same texts, seed and dictionary give the same bytes.
 */
export const trainNames = (
  stages: readonly Stage[],
  read: Reader,
  seed: number,
  log: (line: string) => void = () => {},
): Uint8Array => {
  const gazetteer = buildGazetteer(splitForNames)
  const shuffle = shuffler(seed)
  const perceptron = new Perceptron()
  for (const stage of stages) learnStage(perceptron, stage, (text) => samplesOf(text, read, gazetteer), shuffle, log)
  return packModel(perceptron.model())
}

/** Texts of factRuEval's devset that are kept for judging: a fifth, by number. */
export const isHeldBack = ({ id }: Pick<LabelledText, 'id'>): boolean => Number(/\d+/.exec(id)?.[0] ?? 1) % 5 === 0

/**
 * The names' tagger from its corpora: two epochs on what a peer labelled, then three on that with the gold of factRuEval
 * (six times, less what is held back) and NEREL (four times). `factRuEval` and `nerel` are unpacked folders.
 */
export const trainNamesFrom = (
  lexicon: string,
  silver: string,
  out: string,
  factRuEval: string,
  nerel: string,
): void => {
  const labelled = readSilver(silver)
  const stages: readonly Stage[] = [
    { corpora: [{ texts: labelled, times: 1 }], epochs: 2 },
    {
      corpora: [
        { texts: labelled, times: 1 },
        { texts: readFactRuEval(factRuEval).filter((text) => !isHeldBack(text)), times: 6 },
        { texts: readNerel(nerel), times: 4 },
      ],
      epochs: 3,
    },
  ]
  writeFileSync(out, trainNames(stages, dictionaryReader(readFileSync(lexicon)), 1, console.error))
}

import type { Morph } from '../src/language/analysis.ts'
import type { ConlluSentence, ConlluWord } from '../src/language/conllu.ts'
import type { Candidate, Slot, Slots } from '../src/language/russian/candidates.ts'
import { canonical } from '../src/language/russian/canon.ts'
import { parseFeats } from '../src/language/russian/morph.ts'
import type { Morphology } from '../src/language/russian/morphology.ts'
import { normOf } from '../src/language/russian/normalize.ts'
import { AGREES, type Learner, tagSentence } from '../src/language/russian/tagger.ts'
import {
  features,
  lemmaFeatures,
  MAX_FEATURES,
  RELATIONS,
  relations,
  type View,
} from '../src/language/russian/tagger-features.ts'
import { slotOf } from '../src/language/russian/weights.ts'
import { Perceptron, random, shuffled } from './perceptron.ts'

/** Size of the weight table: a power of two. */
const SIZE = 1 << 22

/** The tag that a treebank gives a word, in Letopis's canonical writing. */
export const goldTag = (word: ConlluWord, morphology: Morphology): Morph => {
  const { norm, readings } = morphology.read(word.form)
  const lemma =
    word.lemma !== '_' ? normOf(word.lemma) : (readings.find(({ morph }) => morph.pos === word.pos)?.lemma ?? '')
  // Treebanks differ in the features of initials and of numbers in digits; neither has any for the tagger.
  const bare = (word.pos === 'PROPN' && word.form.length === 1) || /^\d+$/.test(word.form)
  return canonical(parseFeats(word.pos, bare ? '_' : word.feats), norm, lemma)
}

interface Example {
  readonly words: readonly string[]
  readonly tags: readonly Morph[]
}

export const examplesOf = (sentences: readonly ConlluSentence[], morphology: Morphology): Example[] =>
  sentences.map(({ words }) => ({
    words: words.map(({ form }) => form),
    tags: words.map((word) => goldTag(word, morphology)),
  }))

const found = new Int32Array(MAX_FEATURES + 8)
const related = new Int32Array(RELATIONS)

/** A right choice is learned too while it stands less than this above the best of the wrong ones. */
const MARGIN = 20

/** The candidate to learn against: what was chosen wrongly, or a wrong one that came near; null where none did. */
const rivalOf = (slot: Slot, target: Candidate, best: Candidate, scores: Float64Array): Candidate | null => {
  if (best !== target) return best
  const { candidates } = slot
  if (candidates.length === 1) return null
  let rival: Candidate | null = null
  let score = Number.NEGATIVE_INFINITY
  let own = 0
  for (let i = 0; i < candidates.length; i++) {
    if (candidates[i] === target) own = scores[i]!
    else if (scores[i]! > score) {
      score = scores[i]!
      rival = candidates[i]!
    }
  }
  return own - score < MARGIN ? rival : null
}

const learnFrom = (model: Perceptron, targets: readonly (Candidate | null)[]): Learner => {
  const shift = (view: View, at: number, shared: number, candidate: Candidate, by: number): void => {
    const count = lemmaFeatures(view, at, candidate, found, shared)
    for (let i = 0; i < shared; i++) {
      const feature = found[i]!
      model.add(slotOf(feature, candidate.whole, SIZE), by)
      model.add(slotOf(feature, candidate.agreement, SIZE), by)
    }
    for (let i = shared; i < count; i++) model.add(slotOf(found[i]!, candidate.whole, SIZE), by)
    if (!view.right) return
    relations(view.history, candidate, related)
    for (let i = 0; i < RELATIONS; i++) model.add(slotOf(related[i]!, AGREES, SIZE), by)
  }
  return (view, at, best, scores) => {
    model.step()
    const target = targets[at]
    const rival = target ? rivalOf(view.slots[at]!, target, best, scores) : null
    if (!target || !rival) return
    const shared = features(view, at, found)
    shift(view, at, shared, target, 1)
    shift(view, at, shared, rival, -1)
  }
}

const targetsOf = (slots: readonly Slot[], tags: readonly Morph[]): (Candidate | null)[] =>
  slots.map((slot, i) => slot.candidates.find(({ tag }) => tag === tags[i]) ?? null)

/** Averaged weights after some rounds over the examples. */
export const learn = (
  examples: readonly Example[],
  slots: Slots,
  rounds: number,
  seed: number,
  start?: Float32Array,
): Float32Array => {
  const model = new Perceptron(SIZE, start)
  const next = random(seed)
  for (let round = 0; round < rounds; round++) {
    for (const { words, tags } of shuffled(examples, next)) {
      const line = slots.line(words)
      tagSentence(model.weights, line, learnFrom(model, targetsOf(line, tags)))
    }
  }
  return model.average()
}

export interface Score {
  words: number
  pos: number
  tags: number
  lemmas: number
  missing: number
}

/** Features that are compared: those that both the dictionary and the treebanks write for this part of speech. */
export const comparable = (tag: Morph): string => {
  const { pos } = tag
  const feats: (string | undefined)[] = [pos, tag.case === 'Par' ? 'Gen' : tag.case, tag.verbForm, tag.variant]
  const nominal = pos === 'NOUN' || pos === 'PROPN'
  if (pos !== 'NUM') feats.push(tag.number)
  if (tag.number !== 'Plur' && pos !== 'NUM' && pos !== 'PRON') feats.push(tag.gender)
  if (nominal) feats.push(tag.animacy)
  if (pos === 'VERB') feats.push(tag.aspect, tag.tense, tag.mood, tag.person, tag.voice)
  if (pos === 'AUX') feats.push(tag.tense, tag.mood, tag.person)
  if (pos === 'ADJ' || pos === 'ADV') feats.push(tag.degree)
  return feats.map((feat) => feat ?? '').join('|')
}

export const evaluate = (
  sentences: readonly ConlluSentence[],
  weights: Float32Array | Int8Array,
  slots: Slots,
  morphology: Morphology,
  wrong?: Map<string, number>,
): Score => {
  const total: Score = { words: 0, pos: 0, tags: 0, lemmas: 0, missing: 0 }
  for (const { words } of sentences) {
    const line = slots.line(words.map(({ form }) => form))
    const chosen = tagSentence(weights, line)
    words.forEach((word, i) => {
      const gold = goldTag(word, morphology)
      const { tag, entry } = chosen[i]!
      total.words++
      if (tag.pos === gold.pos) total.pos++
      if (comparable(tag) === comparable(gold)) total.tags++
      else if (wrong) {
        const key = `${word.form} ${comparable(gold)} <> ${comparable(tag)}`
        wrong.set(key, (wrong.get(key) ?? 0) + 1)
      }
      if (entry.lemma === normOf(word.lemma)) total.lemmas++
      if (!line[i]!.candidates.some((candidate) => comparable(candidate.tag) === comparable(gold))) total.missing++
    })
  }
  return total
}

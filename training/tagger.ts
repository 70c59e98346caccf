import type { Morph } from '../src/language/analysis.ts'
import type { ConlluSentence, ConlluWord } from '../src/language/conllu.ts'
import { type Candidate, type FormTag, type FormTags, type Slot, Slots } from '../src/language/russian/candidates.ts'
import { canonical } from '../src/language/russian/canon.ts'
import { featsOf, parseFeats } from '../src/language/russian/morph.ts'
import type { Morphology } from '../src/language/russian/morphology.ts'
import { normOf } from '../src/language/russian/normalize.ts'
import { features, type Learner, lemmaFeatures, MAX_FEATURES, tagSentence } from '../src/language/russian/tagger.ts'
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

interface FormCount {
  readonly tag: Morph
  readonly norm: string
  count: number
  readonly lemmas: Map<string, number>
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]

/** Counts of the tags that the dictionary does not give to a form. */
class FormCounter {
  private readonly counts = new Map<string, FormCount>()
  private readonly totals = new Map<string, number>()
  private readonly morphology: Morphology
  private readonly plain: Slots

  constructor(morphology: Morphology) {
    this.morphology = morphology
    this.plain = new Slots(morphology, new Map())
  }

  count(word: ConlluWord, weight: number): void {
    if (!/[\p{L}\d]/u.test(word.form)) return
    const slot = this.plain.of(word.form)
    this.totals.set(slot.norm, (this.totals.get(slot.norm) ?? 0) + weight)
    const tag = goldTag(word, this.morphology)
    if (slot.candidates.some((candidate) => candidate.tag === tag)) return
    const key = `${slot.norm}\t${tag.pos}\t${featsOf(tag)}`
    const known = this.counts.get(key) ?? { tag, norm: slot.norm, count: 0, lemmas: new Map() }
    known.count += weight
    const lemma = word.lemma === '_' ? null : normOf(word.lemma)
    if (lemma) known.lemmas.set(lemma, (known.lemmas.get(lemma) ?? 0) + 1)
    this.counts.set(key, known)
  }

  /** Forms counted often enough to be no slip of an annotator. */
  result(): Map<string, FormTag[]> {
    const forms = new Map<string, FormTag[]>()
    for (const [, { tag, norm, count, lemmas }] of [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (count < 20 || count < 0.01 * this.totals.get(norm)!) continue
      const list = forms.get(norm) ?? []
      list.push({ tag, lemma: mostFrequent(lemmas) ?? this.lemmaOf(norm, tag) })
      forms.set(norm, list)
    }
    return forms
  }

  private lemmaOf(norm: string, tag: Morph): string {
    const { readings } = this.morphology.read(norm)
    const nominal = (pos: string): boolean => /^(NOUN|PROPN|ADJ|DET|PRON|NUM)$/.test(pos)
    const same = readings.find(({ morph }) => morph.pos === tag.pos)
    const near = readings.find(({ morph }) => nominal(morph.pos) && nominal(tag.pos))
    return (same ?? near)?.lemma ?? norm
  }
}

export const collectForms = (
  gold: readonly ConlluSentence[],
  silver: readonly ConlluSentence[],
  morphology: Morphology,
): FormTags => {
  const counter = new FormCounter(morphology)
  for (const { words } of gold) for (const word of words) counter.count(word, 10)
  for (const { words } of silver) for (const word of words) counter.count(word, 1)
  return counter.result()
}

export const formsToText = (forms: FormTags): string =>
  [...forms]
    .flatMap(([norm, list]) => list.map(({ tag, lemma }) => [norm, tag.pos, featsOf(tag), lemma].join('\t')))
    .join('\n')

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

const learnFrom = (model: Perceptron, targets: readonly (Candidate | null)[]): Learner => {
  const shift = (shared: number, count: number, candidate: Candidate, by: number): void => {
    for (let i = 0; i < shared; i++) {
      const feature = found[i]!
      model.add(slotOf(feature, candidate.whole, SIZE), by)
      model.add(slotOf(feature, candidate.agreement, SIZE), by)
    }
    for (let i = shared; i < count; i++) model.add(slotOf(found[i]!, candidate.whole, SIZE), by)
  }
  return (view, at, best) => {
    model.step()
    const target = targets[at]
    if (!target || target === best) return
    const shared = features(view, at, found)
    shift(shared, lemmaFeatures(view, at, target, found, shared), target, 1)
    shift(shared, lemmaFeatures(view, at, best, found, shared), best, -1)
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
      const line = words.map((word) => slots.of(word))
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
    const line = words.map((word) => slots.of(word.form))
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

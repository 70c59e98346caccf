import type { Morph } from '../src/language/analysis.ts'
import type { ConlluSentence, ConlluWord } from '../src/language/conllu.ts'
import { type Additions, type FormTag, type FormTags, NO_ADDITIONS, Slots } from '../src/language/russian/candidates.ts'
import { featsOf } from '../src/language/russian/morph.ts'
import type { Morphology } from '../src/language/russian/morphology.ts'
import { normOf } from '../src/language/russian/normalize.ts'
import { type Usage, type Usages, usageSource } from '../src/language/russian/usages.ts'
import { goldTag } from './tagger.ts'

/** What treebanks know of words and the dictionary does not: tags of single forms, and uses of words in all their forms. */

interface FormCount {
  readonly tag: Morph
  readonly norm: string
  count: number
  readonly lemmas: Map<string, number>
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]

/** Counts by key of what the dictionary does not give, and totals of what it was counted among. */
class Counter<Count> {
  protected readonly counts = new Map<string, Count>()
  protected readonly morphology: Morphology
  protected readonly plain: Slots
  private readonly totals = new Map<string, number>()

  constructor(morphology: Morphology, plain: Slots) {
    this.morphology = morphology
    this.plain = plain
  }

  protected meet(whole: string, weight: number): void {
    this.totals.set(whole, this.totalOf(whole) + weight)
  }

  protected totalOf(whole: string): number {
    return this.totals.get(whole) ?? 0
  }

  /** Counts by their keys, so that the same treebanks give the same list. */
  protected inOrder(): readonly Count[] {
    return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
  }
}

/** Counts of the tags that the dictionary does not give to a form. */
class FormCounter extends Counter<FormCount> {
  count(word: ConlluWord, weight: number): void {
    if (!/[\p{L}\d]/u.test(word.form)) return
    const slot = this.plain.of(word.form)
    this.meet(slot.norm, weight)
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
    for (const { tag, norm, count, lemmas } of this.inOrder()) {
      if (count < 20 || count < 0.01 * this.totalOf(norm)) continue
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

interface UsageCount {
  readonly usage: Usage
  readonly word: string
  count: number
  readonly lemmas: Map<string, number>
}

/** What of a gold tag makes it another use of a reading of the same case and number; null where it is none. */
const usageOf = (reading: Morph, tag: Morph, lemma: string): Usage | null => {
  const from = usageSource(reading)
  if (from === null || reading.case !== tag.case || reading.number !== tag.number) return null
  if (tag.number === 'Sing' && reading.gender !== tag.gender) return null
  const { pos, animacy, gender } = tag
  if (pos === 'NOUN') {
    if (animacy === undefined || (reading.pos === 'NOUN' && reading.animacy === animacy)) return null
    if (reading.case === 'Acc' && reading.animacy !== undefined && reading.animacy !== animacy) return null
    return { from, pos, lemma, animacy, ...(gender && reading.pos !== 'NOUN' && { gender }) }
  }
  const other = (pos === 'ADJ' && tag.degree === 'Pos' && from !== 'ADJ') || (pos === 'DET' && from === 'ADJ')
  return other && from !== 'NOUN' ? { from, pos, lemma } : null
}

/** Counts the uses of words that the dictionary does not give to any of their forms. */
class UsageCounter extends Counter<UsageCount> {
  count(word: ConlluWord, weight: number): void {
    const { readings, known } = this.morphology.read(word.form)
    if (!known) return
    const sources = new Set<string>()
    for (const { lemma, morph } of readings) {
      const from = usageSource(morph)
      if (from !== null) sources.add(`${lemma}\t${from}`)
    }
    if (sources.size === 0) return
    for (const source of sources) this.meet(source, weight)
    const tag = goldTag(word, this.morphology)
    if (this.plain.of(word.form).candidates.some((candidate) => candidate.tag === tag)) return
    const seen = new Set<string>()
    for (const reading of readings) {
      const usage = usageOf(reading.morph, tag, '')
      if (usage === null) continue
      const key = [reading.lemma, usage.from, usage.pos, usage.animacy ?? '', usage.gender ?? ''].join('\t')
      if (seen.has(key)) continue
      seen.add(key)
      const known = this.counts.get(key) ?? { usage, word: reading.lemma, count: 0, lemmas: new Map() }
      known.count += weight
      const wanted = { case: 'Nom', number: 'Sing', ...(usage.gender && { gender: usage.gender }) } as const
      const own = usage.pos === 'NOUN' && reading.morph.pos !== 'NOUN' ? wanted : { ...wanted, gender: 'Masc' as const }
      const lemma = word.lemma !== '_' ? normOf(word.lemma) : (this.morphology.inflect(reading, own) ?? reading.lemma)
      known.lemmas.set(normOf(lemma), (known.lemmas.get(normOf(lemma)) ?? 0) + (word.lemma === '_' ? 1 : 100))
      this.counts.set(key, known)
    }
  }

  /** Uses counted often enough to be no slip. */
  result(): Map<string, Usage[]> {
    const usages = new Map<string, Usage[]>()
    for (const { usage, word, count, lemmas } of this.inOrder()) {
      if (count < 20 || count < 0.02 * this.totalOf(`${word}\t${usage.from}`)) continue
      const list = usages.get(word) ?? []
      list.push({ ...usage, lemma: usage.pos === 'NOUN' && usage.from === 'NOUN' ? word : mostFrequent(lemmas)! })
      usages.set(word, list)
    }
    return usages
  }
}

/** Counts over treebanks; the result can be asked for before all are counted. */
export class AdditionCounter {
  private readonly forms: FormCounter
  private readonly usages: UsageCounter

  constructor(morphology: Morphology) {
    const plain = new Slots(morphology, NO_ADDITIONS)
    this.forms = new FormCounter(morphology, plain)
    this.usages = new UsageCounter(morphology, plain)
  }

  count(sentences: readonly ConlluSentence[], weight: number): void {
    for (const { words } of sentences) {
      for (const word of words) {
        this.forms.count(word, weight)
        this.usages.count(word, weight)
      }
    }
  }

  result(): Additions {
    return { forms: this.forms.result(), usages: this.usages.result() }
  }
}

export const formsToText = (forms: FormTags): string =>
  [...forms]
    .flatMap(([norm, list]) => list.map(({ tag, lemma }) => [norm, tag.pos, featsOf(tag), lemma].join('\t')))
    .join('\n')

export const usagesToText = (usages: Usages): string =>
  [...usages]
    .flatMap(([word, list]) =>
      list.map(({ from, pos, animacy, gender, lemma }) =>
        [word, from, pos, animacy ?? '', gender ?? '', lemma].join('\t'),
      ),
    )
    .join('\n')

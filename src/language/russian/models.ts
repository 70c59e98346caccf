import type { Morph, Pos } from '../analysis.ts'
import type { Additions, FormTag, FormTags } from './candidates.ts'
import { lines, readSections, section } from './container.ts'
import { parseFeats } from './morph.ts'
import type { ParserModel } from './parser.ts'
import type { Usage, Usages } from './usages.ts'
import type { Weights } from './weights.ts'

/** The learned files of `data/russian`, opened. */

export interface TaggerModel {
  readonly weights: Weights
  readonly additions: Additions
}

const readForms = (text: readonly string[]): FormTags => {
  const forms = new Map<string, FormTag[]>()
  for (const line of text) {
    const [norm, pos, feats, lemma] = line.split('\t')
    if (norm === undefined || pos === undefined || feats === undefined || lemma === undefined) continue
    const list = forms.get(norm) ?? []
    list.push({ tag: parseFeats(pos, feats), lemma })
    forms.set(norm, list)
  }
  return forms
}

const readUsages = (text: readonly string[]): Usages => {
  const usages = new Map<string, Usage[]>()
  for (const line of text) {
    const [word, from, pos, animacy, gender, lemma] = line.split('\t')
    if (word === undefined || from === undefined || lemma === undefined) continue
    const list = usages.get(word) ?? []
    list.push({
      from,
      pos: pos as Pos,
      lemma,
      ...(animacy && { animacy: animacy as NonNullable<Morph['animacy']> }),
      ...(gender && { gender: gender as NonNullable<Morph['gender']> }),
    })
    usages.set(word, list)
  }
  return usages
}

const bytesToWeights = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)

/** Opens `tagger.bin`: 8-bit weights, and what the dictionary lacks: tags of forms, uses of words. */
export const openTagger = (bytes: Uint8Array): TaggerModel => {
  const sections = readSections(bytes)
  const forms = readForms(lines(section(sections, 'forms')))
  const usages = readUsages(lines(section(sections, 'usages')))
  return { weights: bytesToWeights(section(sections, 'weights')), additions: { forms, usages } }
}

/** Opens `parser.bin`: 8-bit weights, names of relations, and which of them may stand between two parts of speech. */
export const openParser = (bytes: Uint8Array): ParserModel => {
  const sections = readSections(bytes)
  return {
    weights: bytesToWeights(section(sections, 'weights')),
    relations: lines(section(sections, 'relations')),
    allowed: lines(section(sections, 'allowed')).map((line) => (line === '' ? [] : line.split(' ').map(Number))),
  }
}

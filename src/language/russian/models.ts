import type { FormTag, FormTags } from './candidates.ts'
import { lines, readSections, section } from './container.ts'
import { parseFeats } from './morph.ts'
import type { ParserModel } from './parser.ts'
import type { Weights } from './weights.ts'

/** The learned files of `data/russian`, opened. */

export interface TaggerModel {
  readonly weights: Weights
  readonly forms: FormTags
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

const bytesToWeights = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)

/** Opens `tagger.bin`: 8-bit weights, and the tags of forms that the dictionary lacks. */
export const openTagger = (bytes: Uint8Array): TaggerModel => {
  const sections = readSections(bytes)
  return { weights: bytesToWeights(section(sections, 'weights')), forms: readForms(lines(section(sections, 'forms'))) }
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

import type { Case, MentionType, Sentence } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { declineName } from './decline-name.ts'
import { type FoundNames, findNames } from './find.ts'
import { buildGazetteer, type Gazetteer, type Splitter } from './gazetteer.ts'
import { romanize } from './romanize.ts'
import { openModel } from './tagger.ts'

/** Names of Russian texts, opened from the dictionary and the bytes of `names.bin`. */
export interface Names {
  find(sentences: readonly Sentence[]): FoundNames
  decline(name: string, type: MentionType, to: Case): string | null
  romanize(name: string, type: MentionType): string
}

/**
 * Opens names. The gazetteer is built when the first text or name asks for it.
 *
 * @param split cuts a name into words as the tokenizer would
 */
export const openNames = (lexicon: Lexicon, model: Uint8Array | undefined, split: Splitter): Names => {
  const opened = model ? openModel(model) : null
  let built: Gazetteer | null = null
  const gazetteer = (): Gazetteer => {
    built ??= buildGazetteer(split)
    return built
  }
  return {
    find: (sentences) => findNames(sentences, { lexicon, gazetteer: gazetteer(), model: opened }),
    decline: (name, type, to) => declineName(name, type, to, lexicon, gazetteer()),
    romanize: (name, type) => romanize(name, type, gazetteer()),
  }
}

export type {
  Analysis,
  Case,
  Entity,
  Gender,
  GrammaticalNumber,
  Language,
  Mention,
  MentionType,
  Morph,
  Pos,
  Reading,
  Sentence,
  Word,
} from './analysis.ts'
export {
  type ConlluSentence,
  type ConlluWord,
  readConllu,
  sentenceToConllu,
  toAnalysisJson,
  toConllu,
} from './conllu.ts'
export { fineTokens } from './russian/fine-tokens.ts'
export { inflect, isEntry, type Wanted } from './russian/inflect.ts'
export { featsOf, parseFeats } from './russian/morph.ts'
export { Morphology, openMorphology } from './russian/morphology.ts'
export { genitiveOfPhrase } from './russian/names/decline.ts'
export { loadRussian, type RussianData, type RussianLanguage } from './russian/russian.ts'
export { splitSentences } from './russian/sentences.ts'
export { tokenize } from './russian/tokens.ts'

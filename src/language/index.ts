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
export { Morphology, openMorphology } from './russian/morphology.ts'
export { loadRussian, type RussianData } from './russian/russian.ts'
export { splitSentences } from './russian/sentences.ts'
export { tokenize } from './russian/tokens.ts'

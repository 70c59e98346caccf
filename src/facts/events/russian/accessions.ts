import { wordSet } from '../lexicon.ts'

/** What a land does that joins a state, as verbs and nouns. */
export const JOINS = wordSet(
  `войти входить вступить вступать присоединиться присоединяться
  вхождение вступление присоединение воссоединение`,
)
/** "В состав Чили". */
export const RANKS = 'состав'
/** What lands are called that were named before: "присоединение этих регионов". */
export const LAND_NOUNS = wordSet(`регион территория область республика край район субъект земля остров
  провинция штат округ город`)

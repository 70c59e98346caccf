import type { Word } from '../../analysis.ts'
import type { FoundName } from './spans.ts'
import { PARTY_NOUNS, PLACE_PREPOSITIONS, POLITICAL_VERBS } from './words.ts'

/** Whether a capital stands for its state ("Москва и Пхеньян договорились") or is the place ("в Москве"). */

const STATE_PREPOSITION = new Set([
  'с',
  'со',
  'между',
  'против',
  'к',
  'ко',
  'для',
  'перед',
  'вопреки',
  'благодаря',
  'без',
  'над',
])
// With these a visit or a battle is meant, and the city itself.
const PLACE_VERBS = new Set(
  (
    'посетить посещать покинуть покидать атаковать обстрелять обстреливать взять захватить освободить занять штурмовать бомбить разбомбить ' +
    'окружить оборонять защищать удержать прибыть прилететь уехать разрушить построить основать украсить затопить'
  ).split(' '),
)
const PLACE_NOUNS = new Set(
  (
    'город столица мэр мэрия житель улица площадь центр район окраина пригород суд университет вокзал аэропорт метро власть администрация ' +
    'префектура губернатор музей театр территория часть север юг запад восток окрестность небо правительство метрополитен набережная'
  ).split(' '),
)
const DISTANCE = new Set([
  'недалеко',
  'неподалеку',
  'вдали',
  'далеко',
  'километр',
  'км',
  'юг',
  'север',
  'запад',
  'восток',
  'метр',
])

const canBe = (word: Word, name: FoundName, of: string, bit: number): boolean =>
  name.cases !== undefined ? (name.cases & bit) !== 0 : word.readings.some(({ morph }) => morph.case === of)

const speaksAfter = (words: readonly Word[], at: number): boolean => {
  for (let i = at; i < words.length && i < at + 8; i++) {
    const word = words[i]!
    if (word.morph.pos === 'VERB' || word.morph.pos === 'AUX') {
      if (word.morph.verbForm !== undefined && word.morph.verbForm !== 'Fin' && word.morph.verbForm !== 'Part') continue
      return word.morph.person === '3' || word.morph.tense === 'Past' || word.morph.tense === 'Pres'
        ? POLITICAL_VERBS.has(word.lemma)
        : false
    }
    if (word.morph.pos === 'PUNCT' && word.text !== ',' && word.text !== '»' && word.text !== '«')
      return word.text === ':' && i === at
  }
  return false
}

const verbBefore = (words: readonly Word[], at: number): Word | null => {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const word = words[i]!
    if (word.morph.pos === 'PUNCT') return null
    if (word.morph.pos === 'VERB') return word
  }
  return null
}

/** Decides for one capital from the words around it; `stateBefore`: the name joined to it by "и" stands for a state. */
export const standsForState = (words: readonly Word[], name: FoundName, stateBefore: boolean): boolean => {
  const word = words[name.from]!
  const before = words[name.from - 1]
  const after = words[name.to]
  if (before?.norm === 'и' || before?.norm === ',') {
    if (stateBefore) return true
    if (before.norm === 'и' && words[name.from - 2]?.morph.pos === 'PROPN') return false
  }
  if (before && PLACE_PREPOSITIONS.has(before.norm)) return false
  if (before && STATE_PREPOSITION.has(before.norm)) return true
  if (before?.norm === 'от') return !DISTANCE.has(words[name.from - 2]?.lemma ?? '')
  if (before?.norm === 'на' || before?.norm === 'за')
    return !(words[name.from - 2] && PLACE_VERBS.has(words[name.from - 2]!.lemma))
  if (before?.norm === 'о' || before?.norm === 'об') return true
  if (before?.morph.pos === 'ADP') return false
  if (before && (before.lemma === 'официальный' || before.lemma === 'весь')) return true
  if (before && canBe(word, name, 'Gen', 2) && before.morph.pos === 'NOUN') {
    if (PLACE_NOUNS.has(before.lemma)) return false
    if (PARTY_NOUNS.has(before.lemma)) return true
    return false
  }
  if (canBe(word, name, 'Nom', 1) && speaksAfter(words, name.to)) return true
  if (canBe(word, name, 'Nom', 1) && after?.text === ':' && name.from === 0) return true
  const verb = verbBefore(words, name.from)
  if (verb && PLACE_VERBS.has(verb.lemma)) return false
  if (verb && POLITICAL_VERBS.has(verb.lemma)) return true
  if (canBe(word, name, 'Dat', 4) && !canBe(word, name, 'Loc', 32) && !canBe(word, name, 'Gen', 2)) return true
  return before !== undefined && PARTY_NOUNS.has(before.lemma)
}

import type { Word } from '../../language/index.ts'
import { canBe, inCase, isFiniteVerb, isNoun, type Unit } from './unit.ts'

// A phrase that names a speaker is not longer than this.
export const LONGEST_PHRASE = 24

export const isVerbal = (unit: Unit, i: number): boolean => {
  const { morph } = unit.words[i]!
  return isFiniteVerb(unit.words[i]!) || morph.verbForm === 'Conv' || morph.verbForm === 'Inf'
}

export const isAdjectival = (unit: Unit, i: number): boolean => {
  const { morph } = unit.words[i]!
  if (morph.variant === 'Short') return false
  return (
    morph.pos === 'ADJ' ||
    morph.pos === 'DET' ||
    morph.pos === 'NUM' ||
    (morph.pos === 'VERB' && morph.verbForm === 'Part')
  )
}

/** First token of the noun phrase whose head is at `head`: its adjectives, numbers and determiners. */
export const phraseStart = (unit: Unit, head: number): number => {
  let from = head
  while (
    from > 0 &&
    isAdjectival(unit, from - 1) &&
    unit.segment[from - 1] === unit.segment[head] &&
    !unit.quotes[from - 1]
  )
    from--
  return sharesNoun(unit, from) ? from - 2 : from
}

/** "норвежские ‹и шведские› власти": adjectives that "и" joins before one noun in the plural. */
const sharesNoun = (unit: Unit, from: number): boolean => {
  const first = unit.words[from - 2]?.morph
  const second = unit.words[from]!.morph
  return (
    unit.words[from - 1]?.norm === 'и' &&
    second.pos === 'ADJ' &&
    first?.pos === 'ADJ' &&
    first.variant !== 'Short' &&
    second.number === 'Plur' &&
    first.number === 'Plur' &&
    first.case === second.case &&
    unit.segment[from - 2] === unit.segment[from]
  )
}

/** One past the last token of a noun phrase: genitives, quoted names, "в министерстве", names set beside it. */
export const phraseEnd = (unit: Unit, head: number): number => {
  const last = Math.min(unit.words.length, head + LONGEST_PHRASE)
  let to = head + 1
  let afterPreposition = false
  while (to < last) {
    const word = unit.words[to]!
    if (unit.segment[to] !== unit.segment[head] || isVerbal(unit, to)) break
    const mention = unit.mentions[to]
    if (unit.bracketed[to] || unit.quotes[to]) to++
    else if (
      mention &&
      mention.from >= to &&
      (afterPreposition || inCase(unit.words[mention.head]!, 'Gen') || isBare(unit, mention.head))
    ) {
      to = mention.to
      afterPreposition = false
    } else if (word.morph.pos === 'ADP' && nounFollows(unit, to + 1)) {
      if (!/^(?:в|во|на|из|по|от|при|с|о|об|за)$/u.test(word.norm) || isTime(unit, to + 1)) break
      if (unit.words[to + 1]!.norm === 'числа') break
      afterPreposition = true
      to++
    } else if (isNoun(word) && (afterPreposition || inCase(word, 'Gen') || canBe(word, 'Gen'))) {
      afterPreposition = false
      to++
    } else if (isAdjectival(unit, to) && (afterPreposition || canBe(word, 'Gen')) && nounFollows(unit, to + 1)) to++
    else if (word.norm === 'и' && nextIsGenitive(unit, to + 1)) to++
    else break
  }
  // "представитель дворца (цитата по «Вестнику»)": what is put in brackets behind is not in the name.
  while (
    to > head + 1 &&
    (unit.words[to - 1]!.morph.pos === 'ADP' || unit.words[to - 1]!.norm === 'и' || unit.bracketed[to - 1])
  )
    to--
  return to
}

/** A name without a case of its own: foreign letters, abbreviations. */
const isBare = (unit: Unit, i: number): boolean => unit.words[i]!.morph.case === undefined

const nounFollows = (unit: Unit, from: number): boolean => {
  for (let i = from; i < Math.min(unit.words.length, from + 5); i++) {
    if (isNoun(unit.words[i]!) || unit.mentions[i] || unit.quotes[i]) return true
    if (!isAdjectival(unit, i)) return false
  }
  return false
}

const nextIsGenitive = (unit: Unit, from: number): boolean => {
  for (let i = from; i < Math.min(unit.words.length, from + 3); i++) {
    const word = unit.words[i]!
    if (isNoun(word)) return word.morph.case === 'Gen'
    if (!isAdjectival(unit, i) || word.morph.case !== 'Gen') return false
  }
  return false
}

const TIME_WORDS =
  /^(?:минута|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|интервью|эфир|ход|итог|беседа|разговор|брифинг|пресс-конференция|комментарий|канал|телеграм-канал|telegram-канал|соцсеть|твиттер|twitter|telegram|телеграм|время|встреча|связь|рамка|начало|середина|конец|половина|канун|преддверие)$/u

/** Whether a word is a noun of a span of time ("года", "августа"). */
export const isTimeNoun = (word: Word | undefined): boolean => word !== undefined && SPANS_OF_TIME.test(word.lemma)

const SPANS_OF_TIME =
  /^(?:год|месяц|неделя|день|утро|вечер|ночь|час|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)$/u

const isTime = (unit: Unit, from: number): boolean => {
  for (let i = from; i < Math.min(unit.words.length, from + 4); i++) {
    const word = unit.words[i]!
    if (/^\d/.test(word.text) || isTimeNoun(word) || TIME_WORDS.test(word.lemma)) return true
    if (isNoun(word)) return false
  }
  return false
}

/** Whether a preposition governs the token, itself or through the adjectives before it. */
export const afterPreposition = (unit: Unit, i: number): boolean => {
  let k = phraseStart(unit, unit.mentions[i] ? unit.mentions[i].from : i) - 1
  // "с «братским» визитом", but "во «ВКонтакте» посольство": a quoted name takes the preposition for itself.
  for (; k >= 0 && unit.quotes[k]; k--) if (unit.mentions[k] || isNoun(unit.words[k]!)) return false
  return k >= 0 && unit.words[k]!.morph.pos === 'ADP'
}

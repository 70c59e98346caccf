import { type Content, complementEnd, contentOf, isMark } from './content.ts'
import type { Cue } from './cues.ts'
import { phraseStart } from './phrase.ts'
import { NO_PLACE_OF_SPEECH } from './russian/speakers.ts'
import type { Government } from './russian/verbs.ts'
import { canSpeak } from './speaker.ts'
import type { Around } from './subject.ts'
import { canBe, isFiniteVerb, isNoun, type Unit } from './unit.ts'

const PREPOSITIONS: readonly (readonly [Government, RegExp])[] = [
  ['о', /^(?:о|об|обо|про|относительно|насчет)$/u],
  ['к', /^(?:к|ко)$/u],
  ['с', /^(?:с|со)$/u],
  ['за', /^за$/u],
  ['против', /^против$/u],
  ['от', /^(?:от|ото)$/u],
  ['на', /^на$/u],
  ['в', /^(?:в|во)$/u],
]

// A complement begins within so many tokens of its verb.
const REACH = 24

const TIME =
  /^(?:год|месяц|неделя|день|утро|вечер|ночь|час|минута|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|начало|конец|середина|очередь|ходатайство|просьба|связь)$/u

/** The noun that a preposition governs; -1 when none follows. */
const governed = (unit: Unit, preposition: number): number => {
  for (let i = preposition + 1; i < Math.min(unit.words.length, preposition + 7); i++) {
    const at = unit.mentions[i]
    if (at) return at.head
    if (isNoun(unit.words[i]!)) return i
    if (isMark(unit, i) || isFiniteVerb(unit.words[i]!)) return -1
  }
  return -1
}

/** Whether "в …" or "на …" tells when or in what form one spoke ("в среду", "в интервью", "на брифинге"). */
const isCircumstance = (unit: Unit, preposition: number): boolean => {
  const next = unit.words[preposition + 1]
  if (!next || /^\d/.test(next.text)) return true
  const noun = governed(unit, preposition)
  if (noun < 0) return false
  const { lemma } = unit.words[noun]!
  return TIME.test(lemma) || NO_PLACE_OF_SPEECH.has(lemma)
}

/** First token after the cue, and after the subject where that follows it. */
const afterCue = (cue: Cue, around: Around): number =>
  around.order === 'after' && around.subject ? Math.max(cue.to, around.subject.to) : cue.to

const segmentEnd = (unit: Unit, cue: Cue): number => unit.segments[unit.segment[cue.at]!]!.to

const prepositional = (unit: Unit, cue: Cue, from: number): number => {
  const last = Math.min(segmentEnd(unit, cue), cue.to + REACH)
  const starts: [number, number][] = []
  for (const [rank, [government, form]] of PREPOSITIONS.entries()) {
    if (!cue.governs.has(government)) continue
    for (let i = from; i < last; i++) {
      const word = unit.words[i]!
      if (unit.quotes[i] || unit.bracketed[i] || !form.test(word.norm)) continue
      if ((government === 'в' || government === 'на' || government === 'с') && isCircumstance(unit, i)) continue
      if (word.norm.startsWith('о') && /^(?:этом|чем)$/.test(unit.words[i + 1]?.norm ?? '')) continue
      starts.push([rank, i])
      break
    }
  }
  return starts.length > 0 ? Math.min(...starts.map(([, i]) => i)) : -1
}

const infinitive = (unit: Unit, cue: Cue, from: number): number => {
  const { to } = unit.segments[unit.segment[cue.at]!]!
  for (let i = from; i < Math.min(to, cue.to + REACH); i++) {
    const word = unit.words[i]!
    // "призвал министра «принять закон»"
    const quote = unit.quotes[i]
    if (quote && word.start === quote.innerStart && word.morph.verbForm === 'Inf')
      return unit.quotes[i - 1] === quote ? i - 1 : i
    if (quote || unit.bracketed[i]) continue
    if (isFiniteVerb(word)) return -1
    if (word.morph.verbForm !== 'Inf') continue
    let start = i
    while (start > from && /^(?:ADV|PART)$/.test(unit.words[start - 1]!.morph.pos)) start--
    if (cue.stance === 'declines' || cue.stance === 'promises') {
      const before = unit.words[start - 1]
      if (start - 1 >= from && before && (before.morph.pos === 'PRON' || (isNoun(before) && canBe(before, 'Acc'))))
        start--
    }
    return start
  }
  return -1
}

/** "от комментариев отказались": what is declined may stand before its verb. */
const refusedBefore = (text: string, unit: Unit, cue: Cue): Content | null => {
  const { from } = unit.segments[unit.segment[cue.at]!]!
  for (let i = cue.from - 2; i >= Math.max(from, cue.from - 8); i--) {
    if (unit.quotes[i] || isFiniteVerb(unit.words[i]!)) return null
    if (/^(?:от|ото)$/u.test(unit.words[i]!.norm) && cue.governs.has('от')) return contentOf(text, unit, i, cue.from)
  }
  return null
}

/** Skips whom it was said to (a dative), adverbs and circumstances, to the object itself. */
const objectStart = (unit: Unit, cue: Cue, from: number, wanted: 'Acc' | 'Gen' | 'Ins'): number => {
  const last = Math.min(segmentEnd(unit, cue), cue.to + REACH)
  for (let i = from; i < last; ) {
    const at = unit.mentions[i]
    const word = unit.words[i]!
    if (unit.quotes[i] && at?.mention.type !== 'media') return i
    if (isFiniteVerb(word) || word.morph.verbForm === 'Inf' || word.morph.verbForm === 'Conv') return -1
    if (word.morph.pos === 'ADP') {
      const noun = governed(unit, i)
      if (noun < 0) return -1
      i = Math.max(noun, unit.mentions[noun]?.to ?? 0, i) + 1
      continue
    }
    const head = at ? at.head : i
    if (at || isNoun(word) || word.morph.pos === 'PRON') {
      const { morph } = unit.words[head]!
      const maybe =
        morph.case === undefined ||
        morph.case === 'Gen' ||
        (morph.case === 'Nom' && canBe(unit.words[head]!, 'Acc') && !canSpeak(unit, head))
      const fits = at?.mention.type !== 'media' && (morph.case === wanted || (wanted === 'Acc' && maybe))
      if (fits) return phraseStart(unit, at ? at.from : i)
      i = at ? at.to : i + 1
      while (i < last && unit.words[i]!.morph.case === 'Gen' && (isNoun(unit.words[i]!) || unit.mentions[i])) i++
      continue
    }
    i++
  }
  return -1
}

/** An object before the verb ("участие подтвердил президент"): the segment up to the cue, without adverbs and subject. */
const objectBefore = (unit: Unit, cue: Cue, around: Around): { from: number; to: number } | null => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  let from = segment.from
  const { subject } = around
  let until = cue.from
  if (around.order === 'before' && subject && subject.from >= segment.from) {
    // "Доводы оппонентов депутаты не сочли убедительными": the object stands before the subject.
    if (subject.from - segment.from >= 2 && subject.to >= cue.from) until = subject.from
    else from = subject.to
  }
  while (from < cue.from && /^(?:ADV|PART|CCONJ|SCONJ)$/.test(unit.words[from]!.morph.pos)) from++
  let to = until
  while (to > from && /^(?:ADV|PART)$/.test(unit.words[to - 1]!.morph.pos)) to--
  if (to - from >= 2 && unit.words[to - 1]!.norm === 'раз') to -= unit.words[to - 2]!.norm === 'не' ? 2 : 1
  if (to <= from) return null
  for (let i = from; i < to; i++) {
    const word = unit.words[i]!
    if (word.morph.pos === 'ADP' && i === from) return null
    if (word.lemma === 'который') return null
    if (isNoun(word) && (canBe(word, 'Acc') || word.morph.case === 'Acc')) return { from, to }
  }
  return null
}

const hasInstrumental = (unit: Unit, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const { morph, norm } = unit.words[i]!
    if (unit.quotes[i] && !unit.quotes[i - 1]) return true
    if (morph.case === 'Ins' && !unit.quotes[i] && unit.words[i - 1]?.morph.pos !== 'ADP' && morph.pos !== 'PRON')
      return true
    if (norm === 'как') return true
  }
  return false
}

const OPENS_CLAUSE = /^(?:который|что|чтобы|если|когда|где|куда|откуда|пока|поскольку|хотя|как|чей|кто|будто|ли)$/u

/** Where a phrase ends before another verb of the cue's own subject ("… и отправил"), or before a new main clause. */
const phraseLimit = (unit: Unit, cue: Cue, from: number, to: number): number => {
  const verb = unit.words[cue.at]!.morph
  for (let i = from + 1; i < to; i++) {
    const word = unit.words[i]!
    if (unit.quotes[i] || unit.bracketed[i] || !isFiniteVerb(word)) continue
    let start = i
    while (start > from && !isMark(unit, start - 1) && unit.words[start - 1]!.norm !== 'и') start--
    const opener = unit.words.slice(start, start + 3)
    if (opener.some((one) => OPENS_CLAUSE.test(one.lemma))) return to
    const mark = unit.words[start - 1]!
    if (start <= from + 1) return to
    if (mark.norm === 'и')
      return start === i && word.morph.tense === verb.tense && word.morph.number === verb.number ? start - 1 : to
    return mark.text === ',' ? start - 1 : to
  }
  return to
}

/**
 * What a cue governs besides a clause: an infinitive, an object, a phrase with its preposition. Null when nothing that
 * its verb governs is there.
 */
export const complementOf = (
  text: string,
  unit: Unit,
  cue: Cue,
  around: Around,
  cues: readonly Cue[],
): Content | null => {
  const from = afterCue(cue, around)
  const until = (start: number): Content | null =>
    contentOf(text, unit, start, phraseLimit(unit, cue, start, complementEnd(unit, cue, start, cues)))
  if (cue.noun !== undefined && !cue.lemma.startsWith('заяв')) return expressed(text, unit, cue, cues)
  if (cue.weak && !cue.governs.has('о') && !cue.governs.has('naming')) return null
  if (cue.governs.has('inf')) {
    const start = infinitive(unit, cue, from)
    if (start >= 0) return until(start)
  }
  const preposition = prepositional(unit, cue, from)
  if (preposition >= 0) return until(preposition)
  if (cue.stance === 'declines') {
    const refused = refusedBefore(text, unit, cue)
    if (refused) return refused
  }
  if (cue.governs.has('naming')) return naming(text, unit, cue, around, cues)
  for (const [government, wanted] of [
    ['acc', 'Acc'],
    ['ins', 'Ins'],
    ['gen', 'Gen'],
  ] as const) {
    if (!cue.governs.has(government)) continue
    const start = objectStart(unit, cue, from, wanted)
    if (start >= 0 && SUPPORTS.test(cue.lemma) && !isOpinion(unit, start)) return null
    if (start >= 0 && /^отме(?:тить|чать)$/u.test(cue.lemma) && isFeast(unit, start)) return null
    if (start >= 0) return until(start)
    const before = wanted === 'Acc' ? objectBefore(unit, cue, around) : null
    if (before) return contentOf(text, unit, before.from, before.to)
  }
  return null
}

// "Поддержать" is speech only towards what somebody said, proposed or did; else it is help or upkeep.
const SUPPORTS = /^поддерж/u
const OPINIONS =
  /^(?:позиция|предложение|идея|инициатива|план|заявление|призыв|мнение|решение|кандидатура|мера|проект|законопроект|резолюция|требование|просьба|стремление|намерение|действие|усилие|шаг|операция|спецоперация|политика|курс|поправка|вступление)$/u

// "Отметить" a feast is to keep it, and says nothing.
const FEASTS =
  /^(?:день|праздник|юбилей|годовщина|рождество|пасха|новоселье|свадьба|именины|масленица|рамадан|навруз|ханука|\p{L}+лети[ея])$/u

const isFeast = (unit: Unit, from: number): boolean => FEASTS.test(nounFrom(unit, from))

const isOpinion = (unit: Unit, from: number): boolean => OPINIONS.test(nounFrom(unit, from))

/** The dictionary form of the first noun of a phrase; '' for none among its first words. */
const nounFrom = (unit: Unit, from: number): string =>
  unit.words.slice(from, from + 4).find((word) => isNoun(word))?.lemma ?? ''

/** "назвал решение ошибкой": both objects; an object before the verb alone, when it is the longer piece. */
const naming = (text: string, unit: Unit, cue: Cue, around: Around, cues: readonly Cue[]): Content | null => {
  const from = afterCue(cue, around)
  const end = complementEnd(unit, cue, from, cues)
  const before = objectBefore(unit, cue, around)
  const right = from < end && unit.segment[from] === unit.segment[cue.at] ? contentOf(text, unit, from, end) : null
  if (!/^(?:на|о|и)/.test(cue.lemma) && !(right && hasInstrumental(unit, from, end)) && cue.weak) return null
  if (cue.stance === 'says' && cue.lemma.startsWith('призна') && !(right && hasInstrumental(unit, from, end))) {
    const start = objectStart(unit, cue, from, 'Acc')
    return start >= 0 ? contentOf(text, unit, start, end) : null
  }
  if (before && hasInstrumental(unit, from, end)) {
    const left = contentOf(text, unit, before.from, before.to)
    if (left && (!right || left.end - left.start >= right.end - right.start)) return left
  }
  return right && right.kind === 'direct' ? { ...right, kind: 'indirect' } : right
}

const NOUN_IS_CUE =
  /^(?:надежда|уверенность|мнение|предположение|намерение|готовность|желание|внимание|вывод|обещание|слово|согласие|критика|призыв|просьба|предложение|заявление|сомнение|прогноз|обвинение|требование|претензия|должное|акцент|совет)$/u

/** After "выразил надежду", "дал согласие": what the noun takes with it; a feeling itself is part of the content. */
const expressed = (text: string, unit: Unit, cue: Cue, cues: readonly Cue[]): Content | null => {
  const noun = cue.noun!
  const own = NOUN_IS_CUE.test(unit.words[noun]!.lemma)
  const from = own ? noun + 1 : phraseStart(unit, noun)
  const end = complementEnd(unit, cue, noun + 1 < unit.words.length ? noun + 1 : noun, cues)
  if (own && (from >= end || unit.segment[from] === -1)) return null
  return contentOf(text, unit, from, Math.max(end, noun + 1))
}

import { WordMap } from '../../../core/index.ts'
import type { Piece } from '../lex.ts'
import { mark, number, pastDot, word } from '../pieces.ts'
import type { Point } from '../point.ts'
import { clockAt, withClock } from './clock.ts'
import * as W from './words.ts'
import { isYear, yearAfter } from './year-after.ts'

/** A time expression found at a place: its pieces from `at` up to `next`, not yet put on the calendar. */
export interface Found {
  readonly point: Point
  readonly rule: string
  readonly at: number
  readonly next: number
}

/** A rule looks at the pieces from `at` on and says what it found there, or null. */
type Rule = (pieces: readonly Piece[], at: number) => { point: Point; next: number } | null

/** "03.09.2025", "3.9.25" is not read: two digits of a year are a guess. ISO "2025-09-03" is read too. */
const numericDate: Rule = (pieces, at) => {
  const [a, p, b, q, c] = pieces.slice(at, at + 5)
  if (!a || !p || !b || !q || !c || a.kind !== 'number' || b.kind !== 'number' || c.kind !== 'number') return null
  if (a.end !== p.start || p.end !== b.start || b.end !== q.start || q.end !== c.start) return null
  if (p.text !== q.text) return null
  const dotted = p.text === '.' || p.text === '/'
  if (dotted && a.text.length <= 2 && b.text.length <= 2 && isYear(c)) {
    return withClock(pieces, {
      point: { day: Number(a.text), month: Number(b.text), year: Number(c.text) },
      next: at + 5,
    })
  }
  if (p.text === '-' && isYear(a) && b.text.length === 2 && c.text.length === 2) {
    return withClock(pieces, {
      point: { year: Number(a.text), month: Number(b.text), day: Number(c.text) },
      next: at + 5,
    })
  }
  return null
}

const monthAfterDay = (pieces: readonly Piece[], at: number): { month: number; next: number } | null => {
  const full = W.MONTHS.get(word(pieces, at))
  if (full !== undefined) return { month: full, next: at + 1 }
  const short = W.SHORT_MONTHS.get(word(pieces, at))
  return short === undefined ? null : { month: short, next: pastDot(pieces, at + 1) }
}

/** "3 сентября 2025 года", "3-го сентября", "29 сен". */
const dayMonth: Rule = (pieces, at) => {
  const day = number(pieces, at)
  if (day === null || day < 1 || day > 31 || pieces[at]!.text.length > 2) return null
  const month = monthAfterDay(pieces, at + 1)
  if (!month) return null
  const year = yearAfter(pieces, month.next)
  return withClock(pieces, { point: { day, month: month.month, ...year?.fields }, next: year?.next ?? month.next })
}

/** "сентябрь 2023 года", "июле прошлого года", "июне"; a capital inside a sentence is a name ("Майский"), "мая" alone needs a year or preposition. */
const monthOnly: Rule = (pieces, at) => {
  const month = W.MONTHS.get(word(pieces, at))
  if (month === undefined || (pieces[at]!.capital && at > 0 && pieces[at - 1]!.kind === 'word')) return null
  const year = yearAfter(pieces, at + 1)
  return { point: { month, ...year?.fields }, next: year?.next ?? at + 1 }
}

/** "прошлом декабре", "этой осенью", "следующую среду". */
const steppedUnit: Rule = (pieces, at) => {
  const text = word(pieces, at)
  const same = W.SAME.has(text) && word(pieces, at + 1) === 'же'
  const by = same ? 0 : W.STEPS.get(text)
  if (by === undefined) return null
  const from = same && !text.startsWith('эт') ? 'last' : 'publication'
  let unitAt = at + (same ? 2 : 1)
  if (word(pieces, unitAt) === 'же') unitAt++
  const unit = word(pieces, unitAt)
  const next = unitAt + 1
  if (
    W.YEAR_WORDS.has(unit) &&
    unit !== 'лет' &&
    !unit.startsWith('г.') &&
    !/^(?:годы|годов|годах|годам|годами)$/.test(unit)
  )
    return { point: { yearStep: { by, from } }, next: pastDot(pieces, next) }
  if (W.MONTH_WORDS.has(unit)) return { point: { step: { unit: 'month', by, from } }, next }
  if (W.WEEK_WORDS.has(unit)) return { point: { step: { unit: 'week', by, from } }, next }
  if (W.WEEKEND_WORDS.has(unit)) return { point: { step: { unit: 'weekend', by: Math.min(by, 0) || by, from } }, next }
  const month = W.MONTHS.get(unit)
  if (month !== undefined && by !== 0) return { point: { month, yearStep: { by, from } }, next }
  const season = W.SEASON_ADVERBS.get(unit) ?? W.SEASON_NOUNS.get(unit)
  if (season !== undefined) return { point: { season, yearStep: { by, from } }, next }
  const weekday = W.WEEKDAYS.get(unit)
  if (weekday !== undefined && from === 'publication') return { point: { weekday, weekStep: by }, next }
  return null
}

/** "в тот же день", "в этот день", "на следующий день", "днем ранее": they lean on the day named last. */
const sameDay: Rule = (pieces, at) => {
  const text = word(pieces, at)
  if (/^(?:тот|этот|того|этого)$/.test(text)) {
    const dayAt = word(pieces, at + 1) === 'же' ? at + 2 : at + 1
    if (!/^(?:день|вечер|дня)$/.test(word(pieces, dayAt))) return null
    return word(pieces, at - 1) === 'в' || word(pieces, at - 1) === 'именно'
      ? { point: { step: { unit: 'day', by: 0, from: 'last' } }, next: dayAt + 1 }
      : null
  }
  if (/^(?:следующий|другой)$/.test(text) && word(pieces, at + 1) === 'день' && word(pieces, at - 1) === 'на') {
    return { point: { step: { unit: 'day', by: 1, from: 'last' } }, next: at + 2 }
  }
  return null
}

/** "летом 2022 года", "осенью", "весной прошлого года"; "лето 2023 года" asks for its year or a preposition. */
const season: Rule = (pieces, at) => {
  if (pieces[at]?.capital && at > 0) return null
  const adverb = W.SEASON_ADVERBS.get(word(pieces, at))
  const noun = W.SEASON_NOUNS.get(word(pieces, at))
  const code = adverb ?? noun
  if (code === undefined) return null
  const year = yearAfter(pieces, at + 1)
  if (adverb === undefined && !year && !/^(?:к|до|с|за|на)$/.test(word(pieces, at - 1))) return null
  return { point: { season: code, ...year?.fields }, next: year?.next ?? at + 1 }
}

/** "2023 году", "2023-м", "1999-го", "2001 г."; a bare number is no year. */
const year: Rule = (pieces, at) => {
  if (!isYear(pieces[at])) return null
  const value = Number(pieces[at]!.text)
  const after = word(pieces, at + 1)
  if (W.YEAR_WORDS.has(after) && after !== 'лет') return { point: { year: value }, next: pastDot(pieces, at + 2) }
  return /^(?:го|й|м|му|ом)$/.test(pieces[at]!.ending) && !/^(?:полк|год)/.test(after)
    ? { point: { year: value }, next: at + 1 }
    : null
}

/** "1990-х годах", "90-е годы", "девяностые". */
const decade: Rule = (pieces, at) => {
  const piece = pieces[at]
  if (piece?.kind === 'number' && /^(?:е|х|м|ые|ых|ми)$/.test(piece.ending) && piece.text.endsWith('0')) {
    const named = W.YEAR_WORDS.has(word(pieces, at + 1))
    const next = named ? pastDot(pieces, at + 2) : at + 1
    if (piece.text.length === 4 && isYear(piece) && (named || piece.ending !== 'м'))
      return { point: { decade: Number(piece.text) }, next }
    if (
      piece.text.length === 2 &&
      piece.text >= '20' &&
      (named || /^(?:в|с|до|конце|начале|середине|лихие)$/.test(word(pieces, at - 1)))
    ) {
      return { point: { decade: 1900 + Number(piece.text) }, next }
    }
    return null
  }
  const tens = W.DECADES.get(word(pieces, at))
  if (tens === undefined) return null
  const named = /^год/.test(word(pieces, at + 1))
  if (!named && word(pieces, at - 1) !== 'в') return null
  return { point: { decade: (tens === 0 ? 2000 : 1900) + tens }, next: named ? at + 2 : at + 1 }
}

/** "первом квартале 2023 года", "втором полугодии", "первой половине года". */
const partOfYear: Rule = (pieces, at) => {
  const ordinal =
    W.ORDINALS.get(word(pieces, at)) ??
    (pieces[at]?.kind === 'number' && pieces[at]!.ending !== '' ? Number(pieces[at]!.text) : undefined)
  if (ordinal === undefined || ordinal > 4) return null
  const unit = word(pieces, at + 1)
  const year = yearAfter(pieces, at + 2)
  const next = year?.next ?? at + 2
  if (W.QUARTER_WORDS.has(unit)) return { point: { months: [ordinal * 3 - 2, ordinal * 3], ...year?.fields }, next }
  if (ordinal > 2) return null
  const half: [number, number] = [ordinal * 6 - 5, ordinal * 6]
  if (W.HALF_YEAR_WORDS.has(unit)) return { point: { months: half, ...year?.fields }, next }
  if (!W.HALF_WORDS.has(unit)) return null
  const month = W.MONTHS.get(word(pieces, at + 2))
  if (month !== undefined) {
    const after = yearAfter(pieces, at + 3)
    return { point: { month, ...after?.fields }, next: after?.next ?? at + 3 }
  }
  return year || isYear(pieces[at + 2]) ? { point: { months: half, ...year?.fields }, next } : null
}

/** "начале сентября", "конце 2023 года", "конце прошлого года", "концу года", "середине месяца". */
const edge: Rule = (pieces, at) => {
  if (!W.EDGES.has(word(pieces, at))) return null
  const rest = at + 1
  const inner =
    monthOnly(pieces, rest) ??
    steppedUnit(pieces, rest) ??
    season(pieces, rest) ??
    decade(pieces, rest) ??
    year(pieces, rest) ??
    partOfYear(pieces, rest)
  if (inner) return inner
  if (/^года?$/.test(word(pieces, rest))) return { point: { yearStep: { by: 0, from: 'publication' } }, next: rest + 1 }
  if (word(pieces, rest) === 'месяца')
    return { point: { step: { unit: 'month', by: 0, from: 'publication' } }, next: rest + 1 }
  if (word(pieces, rest) === 'недели')
    return { point: { step: { unit: 'week', by: 0, from: 'publication' } }, next: rest + 1 }
  return null
}

/** "Накануне визита", "накануне Рождества": the eve of something named, not of publication. */
const leansOnNext = (next: Piece | undefined): boolean =>
  next?.kind === 'word' &&
  !W.DAY_PARTS.has(next.text) &&
  (next.genitive ?? false) &&
  (!next.capital || /^(?:рождества|нового|пасхи|дня)$/.test(next.text))

/** "сегодня", "накануне", "вчерашний", "июньской", "прошлогодний". "Накануне визита" leans on the visit and is no day. */
const oneWord: Rule = (pieces, at) => {
  if (pieces[at]?.kind !== 'word') return null
  const text = word(pieces, at)
  const day = W.DAY_ADVERBS.get(text)
  if (day !== undefined) {
    if (text === 'накануне' && leansOnNext(pieces[at + 1])) return null
    return withClock(pieces, { point: { step: { unit: 'day', by: day, from: 'publication' } }, next: at + 1 })
  }
  const dayAdjective = W.DAY_ADJECTIVES.get(text)
  if (dayAdjective !== undefined)
    return {
      point: { step: { unit: 'day', by: dayAdjective, from: 'publication' } },
      next: /^(?:день|дня)$/.test(word(pieces, at + 1)) ? at + 2 : at + 1,
    }
  if (pieces[at]!.capital && at > 0) return null
  const month = W.MONTH_ADJECTIVES.get(text)
  if (month !== undefined && !/^(?:праздник|указ)/.test(word(pieces, at + 1))) return { point: { month }, next: at + 1 }
  const yearBy = W.YEAR_ADJECTIVES.get(text)
  return yearBy === undefined ? null : { point: { yearStep: { by: yearBy, from: 'publication' } }, next: at + 1 }
}

/** "в среду", "во вторник", "к пятнице": without a preposition a weekday's word may be something else ("среда"). */
const weekday: Rule = (pieces, at) => {
  const value = W.WEEKDAYS.get(word(pieces, at))
  if (value === undefined) return null
  const before = word(pieces, at - 1)
  if (!/^(?:в|во|к|ко|с|со|до|на|по|и|утром|вечером|ночью|вечер|вечера|днем)$/.test(before)) return null
  // "в среде", "по средам", "о среде" speak of surroundings or habits.
  if (value === 3 && /^(?:среда|среде)$/.test(word(pieces, at)) && before !== 'к') return null
  return withClock(pieces, { point: { weekday: value }, next: at + 1 })
}

/** "три дня назад", "месяц назад", "неделей ранее", "через два дня", "спустя год": steps from publication or the last day named. */
const stepsAway: Rule = (pieces, at) => {
  const through = /^(?:через|спустя)$/.test(word(pieces, at))
  let i = through ? at + 1 : at
  const cardinal = (j: number): number | null => {
    const n = number(pieces, j)
    return n !== null && n <= 200 && pieces[j]!.ending === '' ? n : (W.CARDINALS.get(word(pieces, j)) ?? null)
  }
  let count = cardinal(i)
  let to: number | undefined
  if (count !== null) {
    i++
    const more = mark(pieces, i) === '-' ? cardinal(i + 1) : null
    if (more !== null) {
      to = more
      i += 2
    }
  } else count = 1
  const unit = W.UNITS.get(word(pieces, i))
  if (!unit) return null
  let next = i + 1
  if (through) {
    const from = word(pieces, at) === 'спустя' ? 'last' : 'publication'
    if (/^(?:после|назад)$/.test(word(pieces, next))) return null
    return { point: { step: { unit, by: count, ...(to === undefined ? {} : { to }), from } }, next }
  }
  if (word(pieces, next) === 'тому' && word(pieces, next + 1) === 'назад') next++
  const tail = word(pieces, next)
  if (tail === 'назад')
    return {
      point: { step: { unit, by: -count, ...(to === undefined ? {} : { to: -to }), from: 'publication' } },
      next: next + 1,
    }
  if (/^(?:ранее|раньше)$/.test(tail))
    return { point: { step: { unit, by: -count, from: 'publication' } }, next: next + 1 }
  if (/^(?:до|после)$/.test(tail) && word(pieces, next + 1) === 'этого') {
    return { point: { step: { unit, by: tail === 'до' ? -count : count, from: 'last' } }, next: next + 2 }
  }
  return tail === 'спустя' ? { point: { step: { unit, by: count, from: 'last' } }, next: next + 1 } : null
}

const clock: Rule = (pieces, at) => {
  const found = clockAt(pieces, at)
  if (!found) return null
  const day = dayMonth(pieces, found.next) ?? oneWord(pieces, found.next)
  return day
    ? { point: { ...day.point, clock: found.clock }, next: day.next }
    : { point: { clock: found.clock }, next: found.next }
}

/** "Новый год", "к Новому году": the holiday, the first of January nearest to publication. */
const newYear: Rule = (pieces, at) =>
  /^нов(?:ый|ого|ому|ым|ом)$/.test(word(pieces, at)) &&
  pieces[at]!.capital &&
  /^год(?:а|у|ом|е)?$/.test(word(pieces, at + 1)) &&
  at > 0
    ? { point: { day: 1, month: 1 }, next: at + 2 }
    : null

const SAME_DAY_WORDS = ['тот', 'этот', 'того', 'этого', 'следующий', 'другой']
const NEW_FORMS = ['новый', 'нового', 'новому', 'новым', 'новом']

interface NamedRule {
  /** Appears in `why`. */
  readonly name: string
  readonly read: Rule
  /** Whether an expression of the rule may begin with a number. */
  readonly numbers: boolean
  /** Every word that an expression of the rule may begin with. */
  readonly words: readonly Iterable<string>[]
}

/** Rules in order: the first that speaks decides. */
const RULES: readonly NamedRule[] = [
  { name: 'time.numeric', read: numericDate, numbers: true, words: [] },
  { name: 'time.day-month', read: dayMonth, numbers: true, words: [] },
  { name: 'time.edge', read: edge, numbers: false, words: [W.EDGES] },
  { name: 'time.part-of-year', read: partOfYear, numbers: true, words: [W.ORDINALS.keys()] },
  { name: 'time.same-day', read: sameDay, numbers: false, words: [SAME_DAY_WORDS] },
  { name: 'time.step', read: steppedUnit, numbers: false, words: [W.STEPS.keys(), W.SAME] },
  {
    name: 'time.away',
    read: stepsAway,
    numbers: true,
    words: [['через', 'спустя'], W.CARDINALS.keys(), W.UNITS.keys()],
  },
  { name: 'time.decade', read: decade, numbers: true, words: [W.DECADES.keys()] },
  { name: 'time.year', read: year, numbers: true, words: [] },
  { name: 'time.month', read: monthOnly, numbers: false, words: [W.MONTHS.keys()] },
  { name: 'time.season', read: season, numbers: false, words: [W.SEASON_ADVERBS.keys(), W.SEASON_NOUNS.keys()] },
  { name: 'time.weekday', read: weekday, numbers: false, words: [W.WEEKDAYS.keys()] },
  { name: 'time.new-year', read: newYear, numbers: false, words: [NEW_FORMS] },
  {
    name: 'time.word',
    read: oneWord,
    numbers: false,
    words: [W.DAY_ADVERBS.keys(), W.DAY_ADJECTIVES.keys(), W.MONTH_ADJECTIVES.keys(), W.YEAR_ADJECTIVES.keys()],
  },
  { name: 'time.clock', read: clock, numbers: true, words: [] },
]

// Most words begin nothing: a rule is only asked at the words that it can begin with.
const BY_WORD: ReadonlyMap<string, readonly NamedRule[]> = (() => {
  const table = new Map<string, NamedRule[]>()
  for (const rule of RULES)
    for (const first of new Set(rule.words.flatMap((words) => [...words]))) {
      const rules = table.get(first)
      if (rules) rules.push(rule)
      else table.set(first, [rule])
    }
  return new WordMap(table)
})()
const BY_NUMBER = RULES.filter((rule) => rule.numbers)
const NO_RULES: readonly NamedRule[] = []

const rulesAt = ({ kind, text }: Piece): readonly NamedRule[] =>
  kind === 'number' ? BY_NUMBER : kind === 'word' ? (BY_WORD.get(text) ?? NO_RULES) : NO_RULES

/** Whether a time expression may begin with a piece. */
export const mayBegin = (piece: Piece): boolean => rulesAt(piece).length > 0

/** Names of the rules of single times, as `why` gives them. */
export const POINT_RULES: readonly string[] = RULES.map(({ name }) => name)

/** What time expression begins at a piece, by the first rule that speaks; null when none does. */
export const pointAt = (pieces: readonly Piece[], at: number): Found | null => {
  const first = pieces[at]
  if (!first) return null
  for (const { name, read } of rulesAt(first)) {
    const found = read(pieces, at)
    if (found) return { point: found.point, next: found.next, rule: name, at }
  }
  return null
}

import { remembered } from '../../core/index.ts'
import type { MentionType } from '../../language/index.ts'
import { foldText, stemOf, wordsOf } from '../text/words.ts'

// Names come back thousands of times; a memory is emptied before it grows past any use.
const MEMORY = 100_000
const SHORT = 80
/** Kinds of name that are compared with each other; a country as a place is still the country. */
export const nameKey = (type: MentionType, name: string): string => {
  const asked = `${type}|${name}`
  return name.length > SHORT ? keyOfTyped(asked) : shortKey(asked)
}

// No type has a bar in it.
const keyOfTyped = (asked: string): string => {
  const bar = asked.indexOf('|')
  const type = asked.slice(0, bar) as MentionType
  return `${type}|${keyTokens(type, asked.slice(bar + 1)).join(' ')}`
}

const shortKey = remembered(keyOfTyped, MEMORY)

const PATRONYMIC = /(?:вич|вна|ична|инична|оглы|кызы)$/

/**
 * The parts of a person's name that tell persons apart: folded, without a patronymic in the middle.
 *
 * @example personTokens('Пётр Ильич Орлов') // ['петр', 'орлов']
 */
export const personTokens = (name: string): string[] => {
  const tokens = wordsOf(name)
  return tokens.length < 3
    ? tokens
    : tokens.filter((token, at) => at === 0 || at === tokens.length - 1 || !PATRONYMIC.test(token))
}

// Short and full names of a state inside the name of a body: "МИД РФ" is "МИД России".
const STATES: Readonly<Record<string, string>> = {
  рф: 'росс',
  кнр: 'кита',
  фрг: 'герман',
  рб: 'белорусс',
  беларус: 'белорусс',
  рк: 'казахстан',
}

/** A name without what stands in brackets after it: mostly its own short form. */
const withoutBrackets = (name: string): string => name.replace(/\s*\([^()]*\)/g, '') || name

/** Bodies that go by names which neither initials nor contractions tell to be one; the first stands for all. */
const SAME_BODY: readonly (readonly string[])[] = [
  ['НАТО', 'Североатлантический альянс', 'Организация Североатлантического договора'],
  ['Евросоюз', 'ЕС', 'Европейский союз'],
  ['Еврокомиссия', 'ЕК', 'Европейская комиссия'],
  ['Европарламент', 'Европейский парламент'],
  ['МАГАТЭ', 'Международное агентство по атомной энергии'],
  ['G7', 'Большая семёрка', 'Группа семи'],
  ['G20', 'Большая двадцатка', 'Группа двадцати'],
  ['Пентагон', 'Минобороны США', 'Министерство обороны США'],
  ['Госдеп', 'Госдепартамент', 'Госдеп США', 'Госдепартамент США', 'Государственный департамент США'],
  ['Следственный комитет', 'СК'],
  ['Центробанк', 'ЦБ', 'Центральный банк'],
  ['Верховная рада', 'Рада', 'Верховная рада Украины'],
  ['ЧВК Вагнер', 'Вагнер', 'ЧВК Вагнера', 'Группа Вагнера', 'Группа Вагнер'],
  ['ИГИЛ', 'Исламское государство', 'ИГ'],
  ['Хезболла', 'Хизбалла', 'Хизболла', 'Хезболлах'],
]

let sameBody: ReadonlyMap<string, string[]> | null = null

const canonical = (tokens: string[]): string[] => {
  sameBody ??= new Map(
    SAME_BODY.flatMap(([first = '', ...others]) =>
      others.map((name): [string, string[]] => [tokensOf(name).join(' '), tokensOf(first)]),
    ),
  )
  return sameBody.get(tokens.join(' ')) ?? tokens
}

/** Stems of an organization's name, with one spelling for its state and without words that only say what sort it is. */
export const bodyTokens = (name: string): string[] => canonical(tokensOf(name))

const tokensOf = (name: string): string[] => {
  const tokens = foldText(withoutBrackets(name))
    .replace(/российск(?:ая|ой) федераци(?:я|и)/g, 'рф')
    .replace(/китайск(?:ая|ой) народн(?:ая|ой) республик(?:а|и)/g, 'кнр')
    .match(/[\p{L}\p{N}]+/gu)
  const stems = (tokens ?? []).map((token) => STATES[token] ?? stemOf(token))
  const kept = stems.filter((stem) => stem !== 'агентств' && stem !== 'газет')
  return kept.length > 0 ? kept : stems
}

const keyTokens = (type: MentionType, name: string): string[] => {
  if (type === 'person') return personTokens(name)
  if (type === 'country') return wordsOf(name)
  return bodyTokens(name)
}

/**
 * One spelling for what transliteration writes in two ways: э/е, й/и, ьо/ио, doubled letters, soft and hard signs, and
 * what Spanish and Portuguese names end in ("Санчес", "Санчез"; "Гутерриш", "Гутерреш").
 *
 * @example soundKey('эммануэль макрон') === soundKey('Емануель Макрон'.toLowerCase()) // true
 */
export const soundKey = (folded: string): string =>
  folded
    .replace(/э/g, 'е')
    .replace(/й/g, 'и')
    .replace(/ь(?=[оеяю])/g, 'и')
    .replace(/[ьъ]/g, '')
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=\p{L}\p{L})з$/u, 'с')
    .replace(/(?<=\p{L}\p{L})еш$/u, 'иш')

const SMALL = new Set(['и', 'по', 'в', 'на', 'о', 'об', 'за', 'для', 'при', 'с'])

/**
 * Keys under which a body's full name may also be written: its initials ("Министерство иностранных дел России" →
 * "мид росс") and its contraction ("Государственная дума" → "госдум", three letters and three).
 */
export const shortKeys = (
  name: string,
): { readonly initials: readonly string[]; readonly contracted: string | null } => {
  const words = wordsOf(withoutBrackets(name)).filter((word) => !SMALL.has(word))
  const stems = words.map((word) => STATES[word] ?? stemOf(word))
  const initials: string[] = []
  for (let count = 3; count <= Math.min(words.length, 8); count++) {
    const letters = words
      .slice(0, count)
      .map((word) => word[0])
      .join('')
    initials.push([letters, ...stems.slice(count)].join(' '))
  }
  const [first, second] = words
  const contracted =
    first && second && first.length > 4 && second.length > 3
      ? [first.slice(0, 3) + second.slice(0, 3), ...stems.slice(2)].join(' ')
      : null
  return { initials, contracted }
}

/** The contraction key of a name that may itself be one: "Госдума" → "госдум"; null for a short first word. */
export const contractionKey = (name: string): string | null => {
  const words = wordsOf(name)
  const first = words[0]
  if (!first || first.length < 6) return null
  return [first.slice(0, 6), ...words.slice(1).map((word) => STATES[word] ?? stemOf(word))].join(' ')
}

/** Whether a name's first word is written in capitals, as an acronym is. */
export const isAcronym = (name: string): boolean => /^\p{Lu}{2,8}(?![\p{Ll}])/u.test(name)

/**
 * The short form that a body's name gives in brackets at its end, folded; null for none, or where the name begins with
 * another letter (a list of bodies, or a part of one).
 *
 * @example bracketed('Северный совет по торговле (ССТ)') // 'сст'
 */
export const bracketed = (name: string): string | null => {
  const found = /^([^,;()]+?)\s*\((\p{Lu}{3,10})\)$/u.exec(name)
  if (!found) return null
  const [full, short] = [foldText(found[1] as string), foldText(found[2] as string)]
  return full.includes(' ') && full[0] === short[0] ? short : null
}

import type { FigureFact } from '../../facts/index.ts'

const WORDS: readonly (readonly [value: number, words: string])[] = [
  [1, 'один одного одна одну одной одном одному'],
  [2, 'два две двух двое двоих двум двоим двумя'],
  [3, 'три трех трёх трое троих трем троим тремя'],
  [4, 'четыре четырех четырёх четверо четверых четырем'],
  [5, 'пять пяти пятеро пятерых пятью'],
  [6, 'шесть шести шестеро шестерых шестью'],
  [7, 'семь семи семеро семерых семью'],
  [8, 'восемь восьми восьмеро восьмерых'],
  [9, 'девять девяти девятеро'],
  [10, 'десять десяти десятеро'],
  [11, 'одиннадцать одиннадцати'],
  [12, 'двенадцать двенадцати'],
  [13, 'тринадцать тринадцати'],
  [14, 'четырнадцать четырнадцати'],
  [15, 'пятнадцать пятнадцати'],
  [16, 'шестнадцать шестнадцати'],
  [17, 'семнадцать семнадцати'],
  [18, 'восемнадцать восемнадцати'],
  [19, 'девятнадцать девятнадцати'],
  [20, 'двадцать двадцати'],
  [30, 'тридцать тридцати'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти'],
]
const VALUES = new Map(WORDS.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,:/№-])(?:(\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d{1,6})(?:[ \\u00a0](тыс|млн)\\.?)?|(${[...VALUES.keys()].join('|')}))(?![\\p{L}\\d:/%-]|[.,]\\d|\\s+на\\s+\\d)`,
  'giu',
)

const ABOUT = /(?:около|примерно|порядка|почти|приблизительно)\s+$/i
const LEAST =
  /(?:более|больше|свыше|не менее|как минимум|минимум|по меньшей мере|превысил[оаи]?|превышает|превышают)(?:\s+чем)?\s+$/i
/** After these "до" tells what it came to, not its bound. */
const REACHED = /(?:увелич|вырос|возрос|подня|достиг|снизил|сократил)[а-яё]*(?:\s+[а-яё]+){0,2}\s+до\s*$/i

/** A number that stands alone, with how exact its words make it. */
export interface Numeral {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly approximation: FigureFact['approximation'] | null
}

const nearness = (before: string): Numeral['approximation'] =>
  ABOUT.test(before) ? 'about' : LEAST.test(before) ? 'more-than' : null

/** Whether the number after these words is what a count has come to. */
export const isReached = (before: string): boolean => REACHED.test(before)

/**
 * The numbers of a stretch of text, in digits or in a word; no years, hours, shares, sizes or parts of names.
 *
 * @example numeralsIn('погибли двое, 11 пострадали', 0, 28) // 2 and 11
 */
export const numeralsIn = (text: string, start: number, end: number): Numeral[] =>
  [...text.slice(start, end).matchAll(NUMBER)].flatMap((match): Numeral[] => {
    const [all, digits, scale, word] = match
    const at = start + match.index
    const factor = scale === undefined ? 1 : scale.toLowerCase() === 'тыс' ? 1000 : 1_000_000
    const value = digits ? Number(digits.replace(/[ \u00a0]/g, '')) * factor : VALUES.get((word ?? '').toLowerCase())
    if (value === undefined || (digits && !scale && /^(?:19|20)\d\d$/.test(digits))) return []
    const before = text.slice(Math.max(start, at - 24), at)
    // "Гимназия № 5" is a name.
    if (/№\s*$/.test(before)) return []
    const approximation = nearness(before)
    // "Более 200" is one number, as in figures.
    const hedge =
      approximation === null ? '' : (/(?:не менее|как минимум|по меньшей мере|\p{L}+)\s+$/u.exec(before)?.[0] ?? '')
    return [{ start: at - hedge.length, end: at + all.length, value, approximation: approximation ?? null }]
  })

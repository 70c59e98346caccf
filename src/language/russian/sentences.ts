import type { Span } from '../../core/index.ts'
import { classOf, DIGIT, isDash, isLower, isUpper, LETTER } from './chars.ts'
import { eastAsian } from './names/east-asia.ts'

/** Abbreviations after which the sentence goes on: something must follow them. */
const OPEN = new Set(
  (
    'им ул пер пл наб пр-т просп бул туп ш д корп стр кв оф пом г пос пгт дер с х обл р-н респ ' +
    'т тов гр г-н г-жа гос гр-н проф акад доц чл чл-корр канд докт ген адм полк подполк майор кап лейт серж ' +
    'св преп архиеп еп митр о свящ см ср напр рис илл табл гл п пп ст ч разд абз прим примеч ред сост изд вып ' +
    'тел факс моб эл вкл искл соотв ок прибл зам пом нач дир зав предс секр засл нар деп мин'
  ).split(' '),
)

/** Abbreviations that may also end a sentence: the next word's capital letter tells. */
const EITHER = new Set(
  (
    'г гг в вв н э др пр т тп тыс млн млрд трлн руб коп долл евро ед кг км м см мм га мин сек ч час чел шт экз ' +
    'англ нем фр франц исп итал лат греч рус укр бел кит яп кор стр с л т.д т.п т.ч проц обл р-н респ'
  ).split(' '),
)

const CLOSERS = '»”“"\')]}’'
const OPENERS = '«„“"\'([{‘'

interface View {
  readonly text: string
  readonly tokens: readonly Span[]
  /** 1 for each token that follows an opening quote on its line without the closing one. */
  readonly quoted: Uint8Array
}

const LINE = /[\n\r\u2028\u2029\u0085]/

const markQuoted = (text: string, tokens: readonly Span[]): Uint8Array => {
  const quoted = new Uint8Array(tokens.length)
  let open = ''
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!
    if (i > 0 && open !== '' && LINE.test(text.slice(tokens[i - 1]!.end, start))) open = ''
    const sign = end - start === 1 ? text.charAt(start) : ''
    if (open !== '' && (sign === open || sign === '»')) open = ''
    else if (open === '' && (sign === '«' || sign === '"')) open = sign === '«' ? '»' : '"'
    if (open !== '') quoted[i] = 1
  }
  return quoted
}

const wordAt = (view: View, index: number): string => {
  const token = view.tokens[index]
  return token ? view.text.slice(token.start, token.end) : ''
}

const firstCode = (view: View, index: number): number => view.text.charCodeAt(view.tokens[index]!.start)

const isWord = (view: View, index: number): boolean => {
  const token = view.tokens[index]
  return token !== undefined && classOf(view.text.charCodeAt(token.start)) === LETTER
}

const touches = (view: View, index: number): boolean => view.tokens[index]?.end === view.tokens[index + 1]?.start

/** «И», «А. С.»: one capital letter before a full stop is an initial, two at most for foreign names (Дж., Ю.). */
const isInitial = (word: string): boolean =>
  (word.length === 1 && isUpper(word, 0)) ||
  (word.length === 2 &&
    isUpper(word, 0) &&
    isLower(word, 1) &&
    /^(Дж|Ал|Ст|Вл|Ник|Гр|Ев|Ф|Ж)/.test(word) &&
    word !== 'Ст')

/** First token after `index` that is no opening quote, bracket or dash: the next sentence would begin with it. */
const nextWord = (view: View, index: number): number => {
  let at = index
  while (at < view.tokens.length && at < index + 4) {
    const word = wordAt(view, at)
    if (!OPENERS.includes(word) && !isDash(word.charCodeAt(0))) return at
    at++
  }
  return at
}

type Verdict = 'join' | 'split' | null
type Rule = (view: View, stop: number, next: number) => Verdict

/** Nothing but white space may part two sentences. */
const withoutSpace: Rule = (view, _stop, next) => (touches(view, next - 1) ? 'join' : null)

const lowerCaseFollows: Rule = (view, _stop, next) => {
  const at = nextWord(view, next)
  const token = view.tokens[at]
  return token && isWord(view, at) && isLower(view.text, token.start) ? 'join' : null
}

/** «А? — сказал он»: after ?, ! or … a dash with a small letter is met by `lowerCaseFollows`; a comma always joins. */
const commaFollows: Rule = (view, _stop, next) => (/^[,;:]/.test(wordAt(view, next)) ? 'join' : null)

/** «А, — сказал он. — Б»: inside a quotation a dash leads back from the author's words to the speaker's. */
const dashInQuotation: Rule = (view, stop, next) =>
  view.quoted[stop] === 1 && isDash(firstCode(view, next)) ? 'join' : null

// "Пак Чжи О.": the third syllable of a Korean or Vietnamese name may be one vowel, and then it is no initial.
const endsSyllables = (view: View, stop: number): boolean => {
  if (stop < 3 || !isUpper(wordAt(view, stop - 3), 0) || !isUpper(wordAt(view, stop - 2), 0)) return false
  return eastAsian([stop - 3, stop - 2, stop - 1].map((at) => wordAt(view, at).toLowerCase()))
}

const initialBefore: Rule = (view, stop, next) => {
  const word = wordAt(view, stop - 1)
  if (wordAt(view, stop) !== '.' || !touches(view, stop - 1) || !isInitial(word)) return null
  if (!isWord(view, next)) return null
  return endsSyllables(view, stop) && isUpper(view.text, view.tokens[next]!.start) ? 'split' : 'join'
}

const abbreviationBefore: Rule = (view, stop, next) => {
  if (wordAt(view, stop) !== '.' || stop === 0 || !touches(view, stop - 1)) return null
  const word = wordAt(view, stop - 1).toLowerCase()
  const first = view.tokens[next]!.start
  const number = classOf(view.text.charCodeAt(first)) === DIGIT
  // "в 2020 г. Президент" ends, "г. Москва" goes on: a number before makes the unit, a name after the kind of place.
  const afterNumber = stop >= 2 && classOf(firstCode(view, stop - 2)) === DIGIT
  if (EITHER.has(word) && afterNumber) return number || !isUpper(view.text, first) ? 'join' : 'split'
  if (word === 'г' && stop >= 2 && /^(год|[ivxlcdm]+|\d.*)$/i.test(wordAt(view, stop - 2))) return 'split'
  if (
    (word === 'д' || word === 'п' || word === 'др' || word === 'пр' || word === 'э') &&
    /^[тинд.]$/i.test(wordAt(view, stop - 2))
  )
    return 'split'
  if (word === 'др' || word === 'пр' || word === 'э') return isUpper(view.text, first) ? 'split' : 'join'
  // "т. е.", "в т. ч.", "т. к.", "т. н."
  if (OPEN.has(word) || (/^[енкч]$/.test(word) && wordAt(view, stop - 3).toLowerCase() === 'т')) return 'join'
  return EITHER.has(word) && (number || !isWord(view, next)) ? 'join' : null
}

/** "1. Пункт": the number of an item opens its line. */
const listNumber: Rule = (view, stop) => {
  if (wordAt(view, stop) !== '.' || !/^(\d{1,3}|[а-яa-z]|[IVX]{1,4})$/.test(wordAt(view, stop - 1))) return null
  const before = view.tokens[stop - 2]
  const from = before ? before.end : 0
  return stop === 1 || /[\n\r\u2028\u2029]/.test(view.text.slice(from, view.tokens[stop - 1]!.start)) ? 'join' : null
}

const RULES: readonly Rule[] = [
  withoutSpace,
  commaFollows,
  lowerCaseFollows,
  dashInQuotation,
  listNumber,
  initialBefore,
  abbreviationBefore,
]

const TERMINAL = /^[.?!…]+$/

/** Whether a sentence ends between tokens `next - 1` and `next`. */
const endsBefore = (view: View, next: number): boolean => {
  let stop = next - 1
  // Quotes and brackets that close after the full stop belong to its sentence.
  while (stop >= 0 && stop > next - 4 && CLOSERS.includes(wordAt(view, stop)) && touches(view, stop - 1)) stop--
  if (stop < 0 || !TERMINAL.test(wordAt(view, stop))) return false
  for (const rule of RULES) {
    const verdict = rule(view, stop, next)
    if (verdict) return verdict === 'split'
  }
  return true
}

/**
 * Sentences as runs of tokens `[first, last)`. A line break always ends one; so does a full stop and its kin where no
 * rule objects; `cuts` are offsets where one ends in any case (a dateline's end). Time is linear in the tokens.
 */
export const splitSentences = (
  text: string,
  tokens: readonly Span[],
  cuts: ReadonlySet<number> = new Set(),
): [number, number][] => {
  const view: View = { text, tokens, quoted: markQuoted(text, tokens) }
  const sentences: [number, number][] = []
  let first = 0
  for (let next = 1; next < tokens.length; next++) {
    const gapStart = tokens[next - 1]!.end
    const gapEnd = tokens[next]!.start
    const broken = gapEnd > gapStart && LINE.test(text.slice(gapStart, gapEnd))
    if (broken || cuts.has(gapEnd) || cuts.has(gapStart) || endsBefore(view, next)) {
      sentences.push([first, next])
      first = next
    }
  }
  if (tokens.length > 0) sentences.push([first, tokens.length])
  return sentences
}

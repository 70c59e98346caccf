import { remembered } from '../../core/index.ts'
import { runsOfLetters } from './letters.ts'

/** Words of a text as the chronicle compares them: folded, and cut to a stem that Russian endings do not touch. */

const ENDINGS = new Set(
  (
    'ами ями ого его ому ему ыми ими ость ости остью ться тся лись лась лось ешь ете ете ишь ите ует уют ают яют ает яет ала яла ыла ила ела али или ели ыли ело ило ало ыло ать ять ить еть ыть уть ' +
    'ого ая яя ое ее ой ей ый ий ые ие их ых ую юю ом ем ым им ам ям ах ях ов ев ью ия ию ии ет ит ут ют ат ят ал ял ил ел ул ла ло ли ть а я о е ы и у ю ь й'
  ).split(/\s+/),
)

/**
 * Lower case, ё as е, stress marks and soft hyphens taken out, quotation marks dropped, runs of spaces as one.
 *
 * @example foldText('«Полёт»  завершён') // 'полет завершен'
 */
export const foldText = (text: string): string => (text.length > SHORT ? fold(text) : folded(text))

// Names come back thousands of times; a memory is emptied before it grows past any use.
const MEMORY = 200_000
const SHORT = 80

const fold = (text: string): string =>
  letters(text)
    .replace(/[«»"“”„‟'’]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

const folded = remembered(fold, MEMORY)

// As foldLetters has it, by one look at a text for all that is to be changed: every word of every page goes through here.
const letters = (text: string): string => {
  const lower = text.toLowerCase()
  return /ё|\u0301|\u00ad/.test(lower) ? lower.replace(/ё/g, 'е').replace(/\u0301|\u00ad/g, '') : lower
}

/**
 * A crude stem: the longest Russian inflectional ending is cut while at least three letters stay. Words are only ever
 * compared with each other by it, so that it need not be a real stem. (After the idea of M. Porter's Snowball, 2001.)
 *
 * @example stemOf('переговорами') // 'переговор'
 */
export const stemOf = (word: string): string => {
  if (word.length <= 3) return word
  for (let cut = Math.min(4, word.length - 3); cut > 0; cut--)
    if (ENDINGS.has(word.slice(-cut))) return word.slice(0, -cut)
  return word
}

/** Folded words of a text in order; punctuation falls away. */
export const wordsOf = (text: string): string[] => {
  const lower = letters(text)
  // Marks part words, except an apostrophe or a quotation mark inside one.
  return runsOfLetters(/[«»"“”„‟'’]/.test(lower) ? lower.replace(/[«»"“”„‟'’]/g, '') : lower)
}

// Words that say nothing about which event is meant: function words and the verbs of reporting.
const EMPTY = new Set(
  (
    'и в во на с со к ко о об от по за из у до при для не ни но а же ли бы что как это то так также его ее их ему ей он она они мы вы я или чтобы если когда где том тому этом этого ' +
    'который котор кото быть был была было были будет буд есть этот эт эта эти тот та те свой свою своей своих своего сам сама самый весь вс все всех всего уже еще только более менее ' +
    'сказа заяв заявил заявила сообща сообщ сообщил рассказа отмет отметил добав добавил подчеркну напомн слов словам данным переда передает пишет писа говорит говор ране ранее после перед между ' +
    'год года году лет месяц день дня дней время времени час часа часов января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник сред четверг пятниц суббот воскресен'
  ).split(/\s+/),
)

/**
 * The stem of a word as written; empty for a word that tells nothing about which event is meant.
 *
 * @example contentStem('Переговоров') // 'переговор'; contentStem('который') // ''
 */
export const contentStem = remembered((written) => {
  const word = foldText(written)
  const stem = stemOf(word)
  const empty = (word.length < 3 && !/\d/.test(word)) || EMPTY.has(word) || EMPTY.has(stem)
  return empty ? '' : stem
}, MEMORY)

/** Written words of a text in order, stress marks and soft hyphens taken out. */
export const writtenWords = (text: string): string[] =>
  runsOfLetters(/[\u0301\u00ad]/.test(text) ? text.replace(/\u0301|\u00ad/g, '') : text)

/** Distinct stems of a text's content words: what two reports of one event share. */
export const contentStems = (text: string): Set<string> => {
  const stems = new Set<string>()
  for (const word of writtenWords(text)) {
    const stem = contentStem(word)
    if (stem !== '') stems.add(stem)
  }
  return stems
}

/** Letters by which words of one root are known: "обстрелам", "обстреливает". */
const ROOT = 5

/** The root of a stem, roughly: its first letters. */
export const rootOf = (stem: string): string => stem.slice(0, ROOT)

/** Distinct roots of a text's content words: what two sentences share that tell one thing in words of their own. */
export const contentRoots = (text: string): Set<string> => new Set([...contentStems(text)].map(rootOf))

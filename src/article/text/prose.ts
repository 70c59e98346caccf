import { countWords } from './words.ts'

const CLOSED = /[.…;][»"”')\]]{0,2}$/u
const CLOSED_LOUD = /[!?][»"”')\]]{0,2}$/u
// A full stop, then a capital: not behind an abbreviation, an initial or a number with its unit ("1 руб. Какие").
const INNER_SENTENCE = /[а-яё»"”)]{3}[.!?…][»"”)]{0,2}[ \u00a0]+[«"“(—–-]{0,3}[ \u00a0]?[А-ЯЁ]/u
const ABBREVIATION_ONLY =
  /(?:руб|тыс|млн|млрд|трлн|коп|долл|гг|им|ул|обл|стр|рис|чел|км|кв|др|проч|т\.[ \u00a0]?[деп])\.[ \u00a0]+[А-ЯЁ]/giu
const SPEECH_TAIL = /[»"”],[ \u00a0][—–-][ \u00a0][а-яё]/u

/**
 * Whether a line reads like sentences of an article rather than like a title: it is closed by a full stop, holds several
 * sentences, or is too long for a title.
 */
export const isProse = (text: string): boolean => {
  const words = countWords(text)
  if (words < 4) return false
  if (CLOSED.test(text)) return text.length >= 25
  if (text.length > 240) return true
  if (CLOSED_LOUD.test(text)) return words >= 14 && INNER_SENTENCE.test(text)
  if (SPEECH_TAIL.test(text)) return true
  return words >= 14 && INNER_SENTENCE.test(text.replace(ABBREVIATION_ONLY, ' '))
}

/** Whether a line can be a headline by its make: a few words, not closed by a full stop. */
export const looksLikeTitle = (text: string): boolean => {
  const words = countWords(text)
  return (
    words >= 2 &&
    words <= 34 &&
    text.length <= 240 &&
    text.length >= 10 &&
    !/[.;:,]$/u.test(text.replace(/\.{3}$/u, '…'))
  )
}

/** An item of a list inside an article: opens with a dash, a bullet, a number, or goes on in small letters. */
export const looksLikeItem = (text: string): boolean =>
  /^(?:[—–•·▪●*-][ \u00a0]|\d{1,2}[.)][ \u00a0]|[а-яё])/u.test(text)

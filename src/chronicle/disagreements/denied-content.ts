import type { Span } from '../../core/index.ts'
import { OBJECT, REPORTED, UNTRUE } from './cues.ts'

/** Characters between a denial and the word for what is denied. */
const DENIES = 40
/** "These accusations": they stand before. */
const POINTING = /(?<![а-яё])(?:эт[иуоа]|этих|так[а-яё]{2}|подобн[а-яё]+|сво[аяию]{1,2}|своих|все|вс[её])\s+$/iu
/** By these the clause ends that tells what is denied. */
const SAID =
  /\s(?:и|а|но)\s[а-яё]+(?:ет|ит|ют|ят|ал|ил|ла|ли)(?:ся)?\s|,\s+(?:[—–-]\s+)?(?:заяв|сообщ|сказал|переда[её]т|пиш[еу]т|говорит|рассказ|отмет|подчеркн|следует из|указал|об этом|уточн|привод)/iu

/** By these what is said is called untrue: no part of it. */
const CALLED_UNTRUE = new RegExp(`\\s+(?:[—–-]\\s+)?[«"„]?(?:[а-яё-]+\\s+)?${UNTRUE}`, 'iu')

/** What a denial itself says that it denies: "reports that the plant was damaged"; null where it only points back. */
export const contentOf = (written: string, cue: RegExpExecArray): Span | null => {
  const rest = written.slice(cue.index)
  const told = REPORTED.exec(rest)
  if (!told || told.index > cue[0].length + DENIES) return objectOf(rest, cue)
  if (POINTING.test(written.slice(0, cue.index + told.index))) return null
  return spanOf(told[0], cue.index + told.index)
}

// "Отрицал присутствие армии в области": the thing itself.
const objectOf = (rest: string, { index }: RegExpExecArray): Span | null => {
  const object = OBJECT.exec(rest)
  if (!object) return null
  const from = rest.search(/\s/) + 1
  return spanOf(object[0].slice(from), index + from)
}

const spanOf = (told: string, start: number): Span => {
  const ends = [SAID, CALLED_UNTRUE].map((end) => end.exec(told)?.index ?? told.length)
  return { start, end: start + Math.min(...ends) }
}

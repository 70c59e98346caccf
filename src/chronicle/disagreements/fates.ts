import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'

/** What befell people who are counted; the empty word where nothing tells. */
export type Fate = '' | 'killed' | 'hurt' | 'hospitalised' | 'detained' | 'missing' | 'evacuated' | 'freed' | 'held'

/** What befell people who are counted, by the words beside the number; each is the whole family. */
const FATES: readonly (readonly [fate: Exclude<Fate, ''>, words: string])[] = [
  ['killed', 'погиб|погибш|гибел|убит|убил|жертв|скончал|умер|тела|трупов'],
  ['hurt', 'ранен|раненны|ранил|пострада|травм|ожог'],
  ['hospitalised', 'госпитализ'],
  ['detained', 'задерж|арест'],
  ['missing', 'пропа|без вести|не найден|поиск|ищут|разыскива'],
  ['evacuated', 'эваку|вывез'],
  ['freed', 'освобо|отпущен|отпусти'],
  ['held', 'заложник|удержив|похищ|в плену|пленны'],
]
const ANY = new RegExp(`(?<![а-яё])(?:${FATES.map(([, words]) => `(${words})`).join('|')})`, 'gi')

const SOME = new RegExp(`${ANY.source}|(?<![а-яё])потери(?![а-яё])`, 'i')

/** Whether a text tells of anybody whom something befell. */
export const hasFate = (text: string): boolean => SOME.test(text)

/** "Число погибших … достигло", "потери … составили": what the number that follows counts, where none stands between. */
const HEAD =
  /(?:числ[оа]|количеств[оа])\s+(погибш|жертв|убит|раненых|раненны|пострада|задержан|эвакуированн|пропавш)[^.!?;]*$|(потери|жертвами)(?![а-яё])[^.!?;]*$/i

/** What befell those whom the subject of a clause counts. */
export const headOf = (before: string): Fate => {
  const match = HEAD.exec(before)
  if (!match) return ''
  if (match[2]) return 'killed'
  return FATES.find(([, words]) => new RegExp(`^(?:${words})`, 'i').test(match[1] as string))?.[0] ?? ''
}

/** Characters beside a number within which the word stands. */
const REACH = 32
/** Characters that a comma or "and" between counts for: what stands beyond is mostly told of others. */
const BEYOND = 15
const SCALED = /(?:тыс|млн)$/i
const BREAK = /[.!?;\n]|,\s*\d/
const PART =
  /(?:в том числе|среди них|из них|в их числе|включая|среди погибших|среди раненых|среди пострадавших)[^.!?\n]{0,25}$/i

/** Before the number of those who came or went together. */
const GROUP = /(?<![а-яё])(?:групп|парти|колонн|рейс|борт|самолет|самолёт|автобус|поезд)[а-яё]*\s+(?:из|с|в)\s+$/i
/** Before the number of those who were worst off: some of the wounded. */
const BADLY = /(?:тяжел|тяжёл|критическ|крайне)[а-яё]*\s+состоянии\s+(?:[а-яё]+\s+){0,2}$/i
/** After the number of some: "двое из троих задержанных". */
const SOME_OF =
  /^(?:\s+[а-яё]+)?\s+из\s+(?:них|которых|\d|дв(?:ух|оих)|тр(?:ех|ёх|оих)|четыр|пят|шест|сем|вос[еь]м|девят|десят|пострада|ранен|погиб|задерж|эваку|госпитал|освобо|заложник)/i

/** Whether a number counts some of those counted before it. */
export const isPart = (text: string, { start, end }: Span): boolean => {
  const before = text.slice(Math.max(0, start - 50), start)
  return PART.test(before) || BADLY.test(before) || GROUP.test(before) || SOME_OF.test(text.slice(end, end + 40))
}

/**
 * What befell those whom a figure counts, by the nearest word of its clause; the empty word where none tells.
 *
 * @example fateOf('Погибли 12 моряков, семь ранены.', figure of семь) // 'hurt'
 */
export const fateOf = (text: string, { start, end }: Span): Fate => {
  const before = text.slice(Math.max(0, start - REACH), start)
  const rest = text.slice(end, end + REACH)
  // A point after "тыс" ends no sentence.
  const after = SCALED.test(text.slice(start, end)) ? rest.replace(/^\./, ' ') : rest
  const from = start - before.length + (lastBreak(before) + 1)
  const stop = after.search(BREAK)
  const to = end + (stop < 0 ? after.length : stop)
  let best: Fate = ''
  let least = Number.POSITIVE_INFINITY
  for (const match of text.slice(from, to).matchAll(ANY)) {
    const at = from + match.index
    const last = at + match[0].length
    const between = last <= start ? text.slice(last, start) : at >= end ? text.slice(end, at) : ''
    const distance = between.length + (/,|\sи\s/.test(between) ? BEYOND : 0)
    if (distance >= least) continue
    least = distance
    best = (FATES[match.slice(1).findIndex((group) => group !== undefined)] as readonly [Fate, string])[0]
  }
  return best
}

// The last end of a sentence.
const lastBreak = (text: string): number => {
  for (let at = text.length - 1; at >= 0; at--) if (BREAK.test(text[at] as string)) return at
  return -1
}

/** Before the place where something was. */
const WHERE = /(?:^|[^а-яё])(?:в|во|на|по|из|под|около|близ|у|секторе|городе|области|районе)\s+$/i

/** Where those are counted, by the places and states of the sentence that stand after a preposition. */
export const countedAt = ({ mentions, text }: ArticleFacts, sentence: Span): Set<string> =>
  new Set(
    mentions.flatMap(({ type, name, start, end }) =>
      (type === 'place' || type === 'country') &&
      start >= sentence.start &&
      end <= sentence.end &&
      WHERE.test(text.slice(Math.max(sentence.start, start - 12), start))
        ? [name]
        : [],
    ),
  )

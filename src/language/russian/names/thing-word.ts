import type { Case, Word } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import { byVerb, PREPOSITION_CASES } from './context.ts'
import { formWith, writtenLike } from './nominative.ts'
import { ACC, ALL, DAT, GEN, INS, LOC, NOM } from './person-endings.ts'

/** The nominative of one word that is a place's or a body's name, from its readings, its ending and what stands before it. */

interface Candidate {
  readonly nominative: string
  /** Bit i = CASES[i]. */
  readonly cases: number
  readonly score: number
}

export interface WordName {
  readonly text: string
  readonly case: Case
}

const CASE_NAMES: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

type Ending = readonly [ending: RegExp, cut: number, add: string, cases: number, score: number]

// Ends of towns' and bodies' names that are masculine.
const CITY =
  /(?:[сц]к|град|бург|город|полис|стан|банк|пром|нефт|газ|спорт|фонд|центр|завод|мет|торг|вод|хоз|союз|сервис|телеком|надзор|поиск)[ауе]$/

// For words that no dictionary has: ending of the form → ending of the nominative.
const ENDINGS: readonly Ending[] = [
  [/(?:[бвгджзклнпрстфхцчшщ]|[^оеы]м)$/, 0, '', NOM | ACC, 1],
  [/[оеы]м$/, 0, '', NOM | ACC, 0.6],
  [/(?:ком|пром|дом|атом)$/, 0, '', NOM | ACC, 1.1],
  [/(?:ищ|[кгх])ах$/, 2, 'и', LOC, 1.1],
  [/[вн]цах$/, 2, 'ы', LOC, 1.1],
  [/(?:[оеи][вн])ах$/, 2, 'ы', LOC, 0.9],
  [/(?:ищ|[кгх])ами$/, 3, 'и', INS, 1.1],
  [/[бвдзлмнпрстфц]ами$/, 3, 'ы', INS, 1],
  [/(?:ищ|[кгх])ам$/, 2, 'и', DAT, 0.8],
  [/[бвгджзклмнпрстфхцчшщ]ом$/, 2, '', INS, 1.1],
  [/[жчшщц]ем$/, 2, '', INS, 1],
  [/[аеиоуы]ем$/, 2, 'й', INS, 1],
  [/[йь]$/, 0, '', NOM | ACC, 0.9],
  [/[^аеиоуыэюяьй]ой$/, 2, 'а', INS, 0.9],
  [/[лрнстдзеаиуь]ей$/, 2, 'я', INS, 0.7],
  [/а$/, 0, '', NOM, 0.95],
  [/[^аеиоуыэюяьй]а$/, 1, '', GEN, 0.9],
  [/(?:[оеё]в|[иы]н)а$/, 1, 'о', GEN, 0.85],
  [/я$/, 0, '', NOM, 0.95],
  [/[аеиоуыэюя]я$/, 1, 'й', GEN, 0.7],
  [/[лртнсзмдбв]я$/, 1, 'ь', GEN, 0.7],
  [/у$/, 0, '', ALL, 0.55],
  [/[^аеиоуыэюяьй]у$/, 1, '', DAT, 0.9],
  [/[^аеиоуыэюяьй]у$/, 1, 'а', ACC, 0.9],
  [/(?:[оеё]в|[иы]н)у$/, 1, 'о', DAT, 0.8],
  [/ю$/, 0, '', ALL, 0.5],
  [/[аеиоуыэюя]ю$/, 1, 'й', DAT, 0.8],
  [/[лртнсзмдбв]ю$/, 1, 'ь', DAT, 0.7],
  [/[лрнстдзеаиуь]ю$/, 1, 'я', ACC, 0.85],
  [/[^аеиоуыэюяьй]ью$/, 1, '', INS, 0.8],
  [/е$/, 0, '', ALL, 0.6],
  [/[^аеиоуыэюяьй]е$/, 1, '', LOC, 0.9],
  [/[^аеиоуыэюяьй]е$/, 1, 'а', DAT | LOC, 0.8],
  [/(?:[оеё]в|[иы]н)е$/, 1, 'о', LOC, 1],
  [/[аеоуыэюя]е$/, 1, 'й', LOC, 0.8],
  [/ле$/, 1, 'ь', LOC, 0.95],
  [/(?:[бвгджзлмнпртфчшщьй]к|[иы]ц)е$/, 1, 'а', DAT | LOC, 1.1],
  [/[лрнстдзь]е$/, 1, 'я', DAT | LOC, 0.45],
  [/ы$/, 0, '', NOM | ACC, 0.7],
  [/[^гкхжчшщаеиоуыэюяьй]ы$/, 1, 'а', GEN, 0.95],
  [/и$/, 0, '', ALL, 0.85],
  [/[гкхжчшщ]и$/, 1, 'а', GEN, 0.95],
  [/[бвгджзлмнпртфчшщьй]ки$/, 1, 'а', GEN, 1.25],
  [/[иы]цы$/, 1, 'а', GEN, 1.2],
  [/[иы]цей$/, 2, 'а', INS, 1.1],
  [CITY, 1, '', GEN | DAT | LOC, 1.35],
  [/[лрнстдз]и$/, 1, 'я', GEN, 0.5],
  [/[лрнстдзв]и$/, 1, 'ь', GEN | DAT | LOC, 0.45],
  [/ии$/, 1, 'я', GEN | DAT | LOC, 1.2],
  [/[оэ]$/, 0, '', ALL, 1],
]

const byEnding = (norm: string): readonly Candidate[] => {
  const made: Candidate[] = []
  for (const [ending, cut, add, cases, score] of ENDINGS) {
    if (norm.length - cut < 2 || !ending.test(norm)) continue
    const nominative = norm.slice(0, norm.length - cut) + add
    if (cut > 0 && !/[аеиоуыэюя]/.test(nominative)) continue
    made.push({ nominative, cases, score: norm.length <= 4 && cut > 0 ? score - 0.15 : score })
  }
  return made
}

const bit = (of: Case | undefined): number => {
  const index = of === undefined ? -1 : CASE_NAMES.indexOf(of === 'Par' ? 'Gen' : of)
  return index < 0 ? 0 : 1 << index
}

const isAdjectival = (norm: string): boolean =>
  /(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$|[нрлвт](?:ая|ое|ого|ому|ую)$/.test(norm)

const baseOf = ({ morph }: Entry): number => {
  if (morph.name === 'Geo' || morph.name === 'Org') return 1.55
  if (morph.name !== undefined) return 0.6
  return morph.pos === 'ADJ' ? 0.9 : 1.1
}

const byReadings = (word: Word, lexicon: Lexicon, known: boolean): readonly Candidate[] => {
  const made: Candidate[] = []
  for (const reading of word.readings) {
    const { morph, lemma } = reading
    const noun = (morph.pos === 'NOUN' || morph.pos === 'PROPN') && morph.number !== undefined
    const adjective = morph.pos === 'ADJ' && morph.variant === undefined
    if (morph.case === undefined || (!noun && !adjective)) continue
    if (!known && !adjective) continue
    // "Дейр-эз-Зор" has no plural in it.
    if (!word.known && morph.number === 'Plur' && /-\p{Lu}\p{Ll}*$/u.test(word.text)) continue
    const entry = reading as Entry
    const wanted = { case: 'Nom', number: morph.number, gender: morph.gender } as const
    const nominative = morph.case === 'Nom' ? word.norm : formWith(lexicon, entry, wanted, word.norm)
    if (nominative === null) continue
    // One name is one thing: a plural is meant where there is no singular ("Известия"), or where the form is no other.
    const plural = morph.number === 'Plur' && formWith(lexicon, entry, { case: 'Nom', number: 'Sing' }) !== null
    const own = lemma === word.norm && morph.case === 'Nom' ? (morph.name ? 0.25 : 0.1) : 0
    // "Тверской" is "Тверская" of a list of regions.
    const listed = adjective && morph.case === 'Nom' && /[сц]кой$/.test(word.norm) ? 0.6 : 0
    made.push({
      nominative: nominative.replaceAll('ё', 'е'),
      cases: bit(morph.case),
      score:
        baseOf(entry) +
        0.4 * (entry.weight ?? 0) +
        own -
        listed -
        (plural ? 0.4 : 0) -
        (adjective && morph.gender === 'Neut' && !/[^с]ного$/.test(word.norm) ? 0.05 : 0),
    })
  }
  return made
}

/** Nouns that say what sort of place is named: the name after them stands in the nominative or agrees. */
const SORTS: ReadonlySet<string> = new Set(
  (
    'город сектор село деревня поселок поселение пункт хутор станица аул кишлак район округ область край республика штат провинция департамент префектура ' +
    'кантон земля регион столица остров река озеро гора море пролив залив мыс вулкан перевал хребет полуостров архипелаг пустыня водохранилище ' +
    'улица площадь проспект бульвар переулок шоссе набережная станция платформа вокзал аэропорт аэродром авиабаза база порт полигон космодром ' +
    'парк курорт квартал микрорайон пригород городок местечко община муниципалитет уезд волость ил мухафаза долина плато ферма шахта завод ' +
    'комплекс трасса группа компания корпорация концерн холдинг фирма банк сеть клуб команда партия движение группировка организация фонд ' +
    'агентство газета журнал телеканал портал издание сервис приложение магазин театр кинотеатр судно корабль танкер яхта ураган тайфун шторм ' +
    'циклон модуль спутник аппарат ракета ружье система автомобиль марка бренд больница опера балет фильм картина сериал спектакль мюзикл роман ' +
    'книга песня альбом игра проект форум премия фестиваль выставка конкурс мечеть храм собор отель гостиница ресторан кафе бар центр школа ' +
    'университет лагерь клиника операция батальон бригада полк подлодка теплоход паром сухогруз'
  ).split(' '),
)

/** After these the name is never a genitive of its own. */
const SETTLEMENTS: ReadonlySet<string> = new Set(
  'город село деревня поселок пункт хутор станица аул штат провинция'.split(' '),
)

const OPEN = /^[«“„"]$/

const contextCases = (words: readonly Word[], at: number): readonly number[] => {
  const quoted = OPEN.test(words[at - 1]?.text ?? '')
  const before = words[quoted ? at - 2 : at - 1]
  const cases = [0.35, 0.15, 0, 0.1, 0, 0]
  if (!before) return [0.7, 0, 0, 0, 0, 0]
  const governed = PREPOSITION_CASES.get(before.norm)
  if (governed) {
    cases[0] = quoted ? -0.2 : -0.8
    for (const index of governed) cases[index]! += 0.8
    return cases
  }
  if (before.morph.pos === 'ADJ' && before.morph.case !== undefined) {
    const index = CASE_NAMES.indexOf(before.morph.case)
    if (index >= 0) cases[index]! += 0.6
  } else if (before.morph.pos === 'NOUN') {
    if (SORTS.has(before.lemma)) {
      cases[0]! += quoted || !words[at]!.known ? 0.6 : 0.25
      const index = CASE_NAMES.indexOf(before.morph.case ?? 'Nom')
      if (index > 0) cases[index]! += 0.3
      if (index !== 1 && SETTLEMENTS.has(before.lemma)) cases[1]! -= 0.4
    } else cases[1]! += 0.5
  } else byVerb(before, cases)
  return cases
}

const TAGGED = 0.35
const GUESSED = 0.25

// "Северо-Курильска", "ИТ-сфере": the last part is read; "Акса" of "Аль-Акса" is none of the dictionary's words.
const isCompound = ({ text, norm }: Word, lexicon: Lexicon): boolean => {
  const entries = lexicon.lookup(norm.slice(norm.lastIndexOf('-') + 1))
  return /-\p{Lu}\P{Lu}*$/u.test(text) ? entries.some(({ morph }) => morph.name === 'Geo') : entries.length > 0
}

/**
 * The nominative of the word at `at`, which is a name or heads one; null when nothing is known of it.
 *
 * @param seen lower-case nominatives that the article writes as names
 * @param start where the name begins
 * @example in "близ села Мачулищи" and "в Мачулищах" alike 'Мачулищи'
 */
export const wordName = (
  words: readonly Word[],
  at: number,
  lexicon: Lexicon,
  seen: ReadonlySet<string>,
  start: number = at,
): WordName | null => {
  const word = words[at]!
  const { norm } = word
  if (!/[а-я]$/.test(norm)) return null
  const compound = !word.known && norm.includes('-') && isCompound(word, lexicon)
  const known = byReadings(word, lexicon, word.known || compound)
  const list = word.known || compound || (known.length > 0 && isAdjectival(norm)) ? known : byEnding(norm)
  const cases = contextCases(words, start)
  let best: WordName | null = null
  let bestScore = -Infinity
  for (const { nominative, cases: own, score } of list) {
    const again = nominative !== norm && seen.has(nominative) ? 0.7 : 0
    for (let c = 0; c < 6; c++) {
      if ((own & (1 << c)) === 0) continue
      const tagged = word.morph.case === CASE_NAMES[c] ? (word.known ? TAGGED : GUESSED) : 0
      const total = score + cases[c]! + again + tagged - c * 0.001
      if (total > bestScore) {
        bestScore = total
        best = { text: nominative, case: CASE_NAMES[c]! }
      }
    }
  }
  return best && { text: best.text === norm ? word.text : writtenLike(best.text, word.text), case: best.case }
}

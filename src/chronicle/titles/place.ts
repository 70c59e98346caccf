import { foldLetters } from '../../core/index.ts'
import type { Language } from '../../language/index.ts'
import { declined } from './declined.ts'

/** A place as a title needs it. */
export interface TitlePlace {
  readonly name: string
  readonly nameEn: string
  readonly isState: boolean
}

// States that take "на" and not "в": islands, and Ukraine as the norm of the language has it.
const ON = new Set(
  (
    'Украина Куба Кипр Мальта Филиппины Мальдивы Сейшелы Ямайка Гаити Мадагаскар Маврикий Барбадос Багамы Шри-Ланка Тайвань Фиджи Самоа ' +
    'Гренада Доминика Коморы Науру Палау Тонга Тувалу'
  ).split(' '),
)

// Common nouns and regions on which things are, in the nominative as a name begins or ends with them; folded.
const ON_NOUN =
  /(?:^|\s)(?:космодром|аэродром|полигон|авиабаза|база|площадь|улица|проспект|бульвар|набережная|шоссе|дорога|трасса|майдан|мост|плотина|вокзал|станция|электростанция|стадион|завод|фабрика|верфь|шахта|рудник|месторождение|рынок|ярмарка|выставка|остров|острова|полуостров|архипелаг|побережье|граница|перевал|высота|высоты|плато|плоскогорье|озеро|река|море|урал|кавказ|камчатка|сахалин|чукотка|таймыр|аляска|балканы|восток|запад|юг|север|гавайи)(?:\s|$)/u
/** "в Крыму", "в аэропорту": the locative of its own that some nouns have after "в" and "на". */
const LOCATIVE: readonly (readonly [RegExp, string])[] = [
  [/(^|\s)Крыме$/u, '$1Крыму'],
  [/^(а|А)эропорте(?=\s|$)/u, '$1эропорту'],
  [/^(п|П)орте(?=\s|$)/u, '$1орту'],
  [/^(м|М)осте(?=\s|$)/u, '$1осту'],
]

/** A name without the short form that stands in brackets after it. */
const bare = (name: string): string => name.replace(/\s*\([^()]*\)$/, '') || name

const isOn = (name: string): boolean => ON.has(name) || ON_NOUN.test(foldLetters(name))

const preposition = (name: string, form: string): string =>
  isOn(name) ? 'на' : /^[ВФ][^аеёиоуыэюя]/iu.test(form) ? 'во' : 'в'

const typeOf = ({ isState }: TitlePlace): 'country' | 'place' => (isState ? 'country' : 'place')

/**
 * Where something was: preposition and locative, "в Осло", "на космодроме Восточный"; null when the form is not known.
 */
export const whereIn = (place: TitlePlace, language: Language): string | null => {
  const name = bare(place.name)
  const form = declined(language, name, typeOf(place), 'Loc')
  if (form === null) return null
  const exact = LOCATIVE.reduce((text, [pattern, own]) => text.replace(pattern, own), form)
  return `${preposition(name, exact)} ${exact}`
}

/** Where somebody went: preposition and accusative, "в Осло", "на Кубу"; null when the form is not known. */
export const whereTo = (place: TitlePlace, language: Language): string | null => {
  const name = bare(place.name)
  const form = declined(language, name, typeOf(place), 'Acc')
  return form === null ? null : `${preposition(name, form)} ${form}`
}

/** Sites, at which and not in which things are, by the English noun of their name. */
const SITE =
  /\b(?:residence|cosmodrome|airport|airfield|palace|castle|station|university|institute|academy|school|museum|theatre|library|hospital|hotel|stadium|plant|factory|base|test range|square|border|port|bridge)\b/i

/** Where something was, in English: "in Oslo", "at Vostochny cosmodrome". */
export const whereEn = ({ nameEn }: TitlePlace): string => {
  const name = bare(nameEn)
  return `${SITE.test(name) ? 'at' : /\b(?:island|islands|peninsula)\b/i.test(name) ? 'on' : 'in'} ${name}`
}

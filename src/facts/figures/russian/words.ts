import { WordMap, WordSet } from '../../../core/index.ts'

/** Numerals of Russian by lemma, their values; compound numerals add up ("двадцать пять"). */
export const NUMERALS: ReadonlyMap<string, number> = new WordMap(
  Object.entries({
    один: 1,
    два: 2,
    три: 3,
    четыре: 4,
    пять: 5,
    шесть: 6,
    семь: 7,
    восемь: 8,
    девять: 9,
    десять: 10,
    одиннадцать: 11,
    двенадцать: 12,
    тринадцать: 13,
    четырнадцать: 14,
    пятнадцать: 15,
    шестнадцать: 16,
    семнадцать: 17,
    восемнадцать: 18,
    девятнадцать: 19,
    двадцать: 20,
    тридцать: 30,
    сорок: 40,
    пятьдесят: 50,
    шестьдесят: 60,
    семьдесят: 70,
    восемьдесят: 80,
    девяносто: 90,
    сто: 100,
    двести: 200,
    триста: 300,
    четыреста: 400,
    пятьсот: 500,
    шестьсот: 600,
    семьсот: 700,
    восемьсот: 800,
    девятьсот: 900,
    полтора: 1.5,
    полторы: 1.5,
    двое: 2,
    трое: 3,
    четверо: 4,
    пятеро: 5,
    шестеро: 6,
    семеро: 7,
  }),
)

/** Words that multiply the number before them, by lemma or abbreviation. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    тысяча: 1e3,
    тыс: 1e3,
    миллион: 1e6,
    млн: 1e6,
    миллиард: 1e9,
    млрд: 1e9,
    триллион: 1e12,
    трлн: 1e12,
  }),
)

/** Units of measure, by lemma or abbreviation, and the name that a figure carries. */
export const UNITS: ReadonlyMap<string, string> = new WordMap(
  Object.entries({
    процент: '%',
    '%': '%',
    час: 'час',
    ч: 'час',
    минута: 'минута',
    мин: 'минута',
    секунда: 'секунда',
    сутки: 'день',
    день: 'день',
    неделя: 'неделя',
    месяц: 'месяц',
    год: 'год',
    лето: 'год',
    километр: 'км',
    км: 'км',
    метр: 'м',
    м: 'м',
    миля: 'миля',
    гектар: 'га',
    га: 'га',
    тонна: 'т',
    т: 'т',
    килограмм: 'кг',
    кг: 'кг',
    баррель: 'баррель',
    литр: 'л',
    градус: 'градус',
    мегаватт: 'МВт',
    мвт: 'МВт',
    квт: 'кВт',
    гвт: 'ГВт',
    доллар: 'доллар',
    $: 'доллар',
    евро: 'евро',
    '€': 'евро',
    '£': 'фунт',
    фунт: 'фунт',
    рубль: 'рубль',
    руб: 'рубль',
    '₽': 'рубль',
    юань: 'юань',
    гривна: 'гривна',
    тенге: 'тенге',
    сум: 'сум',
    лира: 'лира',
    иена: 'иена',
    вона: 'вона',
    рупия: 'рупия',
    злотый: 'злотый',
    крона: 'крона',
    франк: 'франк',
    человек: 'человек',
  }),
)

/** First halves of "трехдневный", "двухчасовой": how many of the unit. */
export const COMPOUND_NUMBERS: readonly (readonly [string, number])[] = [
  ['полутора', 1.5],
  ['одно', 1],
  ['двух', 2],
  ['трех', 3],
  ['четырех', 4],
  ['пяти', 5],
  ['шести', 6],
  ['семи', 7],
  ['восьми', 8],
  ['девяти', 9],
  ['десяти', 10],
  ['двенадцати', 12],
  ['двадцати', 20],
  ['тридцати', 30],
  ['сорока', 40],
  ['много', Number.NaN],
]
export const COMPOUND_UNITS: readonly (readonly [string, string])[] = [
  ['дневн', 'день'],
  ['суточн', 'день'],
  ['недельн', 'неделя'],
  ['месячн', 'месяц'],
  ['часов', 'час'],
  ['минутн', 'минута'],
]

/** Units of duration in the genitive singular: "более часа", "около недели" name one of them. */
export const ONE_UNIT: ReadonlyMap<string, string> = new WordMap([
  ['часа', 'час'],
  ['суток', 'день'],
  ['недели', 'неделя'],
  ['месяца', 'месяц'],
  ['года', 'год'],
])
export const HALF_UNIT: ReadonlyMap<string, string> = new WordMap([
  ['полчаса', 'час'],
  ['получаса', 'час'],
  ['полгода', 'год'],
  ['полугода', 'год'],
])

/** Words before a number that say how exact it is; two-word ones are joined by a space. */
export const APPROXIMATIONS: ReadonlyMap<string, 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than'> =
  new Map(
    Object.entries({
      около: 'about',
      примерно: 'about',
      порядка: 'about',
      приблизительно: 'about',
      почти: 'about',
      приблизительный: 'about',
      ориентировочно: 'about',
      до: 'at-most',
      максимум: 'at-most',
      более: 'more-than',
      больше: 'more-than',
      свыше: 'more-than',
      менее: 'less-than',
      меньше: 'less-than',
      минимум: 'at-least',
      'не менее': 'at-least',
      'не меньше': 'at-least',
      'не более': 'at-most',
      'не больше': 'at-most',
      'более чем на': 'more-than',
      'более чем в': 'more-than',
      'более чем': 'more-than',
      'больше чем': 'more-than',
      'менее чем на': 'less-than',
      'менее чем в': 'less-than',
      'менее чем': 'less-than',
      'меньше чем': 'less-than',
      'не более чем на': 'at-most',
      'не менее чем на': 'at-least',
      'не более чем': 'at-most',
      'не менее чем': 'at-least',
      'по крайней мере': 'at-least',
      'как максимум': 'at-most',
      'не свыше': 'at-most',
      под: 'about',
      'с лишним': 'more-than',
      'по меньшей мере': 'at-least',
      'как минимум': 'at-least',
    } as const),
  )

/** Units that say only that things are counted: what they count stands after them ("125 единиц ‹техники›"). */
export const COUNTERS = new Set(['единица', 'штука', 'экземпляр', 'голова', 'ед', 'шт', 'экз'])

/** Machines and animals, which the dictionary calls animate and which are no people. */
export const NO_PEOPLE = new WordSet(
  (
    'дрон беспилотник робот спутник истребитель бомбардировщик штурмовик перехватчик разведчик-беспилотник ракетоносец носитель снаряд ' +
    'животное зверь скот собака пес щенок кошка кот котенок птица курица утка гусь лебедь голубь корова бык теленок коза козел овца баран ягненок свинья ' +
    'поросенок лошадь конь жеребенок верблюд олень лось медведь волк лиса тигр лев леопард слон обезьяна кит дельфин тюлень рыба лосось осетр ' +
    'змея крокодил черепаха насекомое пчела клещ комар крыса мышь заяц кролик кабан бобер соболь норка сайгак вирус бактерия'
  ).split(' '),
)
const HOURS_OF = /^(?:утро|день|вечер|ночь)$/u
/** Whether a word after "9 часов" makes it an hour of the day. */
export const isDaypart = (lemma: string): boolean => HOURS_OF.test(lemma)

/** What stands before a number that is a label and counts nothing: "статья 57", "дом 5", "№ 3". */
export const LABELS = new Set([
  'статья',
  'пункт',
  'часть',
  'параграф',
  'дом',
  'номер',
  'школа',
  'рейс',
  'канал',
  'глава',
  'раздел',
  'приложение',
  'страница',
  'квартира',
  'корпус',
  'палата',
  'участок',
])

/** Verbs of checking: negated, they are the text's own doubt. */
export const CHECKING = new WordSet([
  'подтвердить',
  'подтверждать',
  'подтверждаться',
  'подтвердиться',
  'подтверждение',
  'проверить',
  'проверять',
  'верифицировать',
  'удостовериться',
])
/** Nouns by which a later sentence points back to a figure just given. */
export const POINTING = new Set([
  'оценка',
  'данные',
  'информация',
  'цифра',
  'сведение',
  'сведения',
  'утверждение',
  'заявление',
  'сообщение',
  'слово',
  'подсчет',
  'число',
])

/** Units that an adjective may narrow ("белорусских рублей"). */
export const CURRENCIES = new Set([
  'доллар',
  'рубль',
  'фунт',
  'франк',
  'крона',
  'лира',
  'рупия',
  'вона',
  'юань',
  'злотый',
  'гривна',
  'сум',
])
/** With "два": the parties that the text speaks of, not a count. */
export const PARTIES = new Set([
  'страна',
  'государство',
  'сторона',
  'держава',
  'лидер',
  'президент',
  'министр',
  'народ',
  'столица',
  'глава',
  'правительство',
])
export const FRACTIONS = new Set(['треть', 'четверть', 'половина', 'пятая', 'раз'])

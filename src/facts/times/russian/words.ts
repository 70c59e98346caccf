/** Closed word classes of the Russian calendar. Every form is listed, so that no morphology is needed to read a date. */

const forms = (table: Readonly<Record<number, string>>): ReadonlyMap<string, number> => {
  const map = new Map<string, number>()
  for (const [value, list] of Object.entries(table)) for (const form of list.split(' ')) map.set(form, Number(value))
  return map
}

const monthForms = (stem: string): string => ['ь', 'я', 'ю', 'ем', 'е'].map((ending) => stem + ending).join(' ')
const hardMonthForms = (stem: string): string => ['', 'а', 'у', 'ом', 'е'].map((ending) => stem + ending).join(' ')

/** Months in every case. */
export const MONTHS = forms({
  1: monthForms('январ'),
  2: monthForms('феврал'),
  3: hardMonthForms('март'),
  4: monthForms('апрел'),
  5: 'май мая маю маем мае',
  6: monthForms('июн'),
  7: monthForms('июл'),
  8: hardMonthForms('август'),
  9: monthForms('сентябр'),
  10: monthForms('октябр'),
  11: monthForms('ноябр'),
  12: monthForms('декабр'),
})

/** Abbreviated months: read only after a day. */
export const SHORT_MONTHS = forms({
  1: 'янв',
  2: 'фев февр',
  3: 'мар',
  4: 'апр',
  6: 'июн',
  7: 'июл',
  8: 'авг',
  9: 'сен сент',
  10: 'окт',
  11: 'ноя нояб',
  12: 'дек',
})

const ADJECTIVE_ENDINGS = ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ое', 'ие', 'их', 'ими']
const adjectives = (
  stems: Readonly<Record<string, number>>,
  endings: readonly string[],
): ReadonlyMap<string, number> => {
  const map = new Map<string, number>()
  for (const [stem, value] of Object.entries(stems)) for (const ending of endings) map.set(stem + ending, value)
  return map
}

/** "июньский" in every form. */
export const MONTH_ADJECTIVES = adjectives(
  {
    январск: 1,
    февральск: 2,
    мартовск: 3,
    апрельск: 4,
    майск: 5,
    июньск: 6,
    июльск: 7,
    августовск: 8,
    сентябрьск: 9,
    октябрьск: 10,
    ноябрьск: 11,
    декабрьск: 12,
  },
  ADJECTIVE_ENDINGS,
)

const SOFT_ENDINGS = ['ий', 'его', 'ему', 'им', 'ем', 'яя', 'ей', 'юю', 'ее', 'ие', 'их', 'ими']
/** "сегодняшний", "вчерашний" … in every form: days from the day of publication. */
export const DAY_ADJECTIVES = adjectives({ сегодняшн: 0, вчерашн: -1, позавчерашн: -2, завтрашн: 1 }, SOFT_ENDINGS)
/** "прошлогодний", "позапрошлогодний": years from the year of publication. */
export const YEAR_ADJECTIVES = adjectives({ прошлогодн: -1, позапрошлогодн: -2 }, SOFT_ENDINGS)

/** Adverbs of the day, as days from publication. */
export const DAY_ADVERBS: ReadonlyMap<string, number> = new Map([
  ['сегодня', 0],
  ['вчера', -1],
  ['позавчера', -2],
  ['накануне', -1],
  ['завтра', 1],
  ['послезавтра', 2],
])

/** Days of the week, 1 = Monday; only forms that can follow "в", "во", "к", "с", "до", "на" or an adjective. */
export const WEEKDAYS = forms({
  1: 'понедельник понедельника понедельнику понедельником понедельнике',
  2: 'вторник вторника вторнику вторником вторнике',
  3: 'среду среды среде средой',
  4: 'четверг четверга четвергу четвергом четверге',
  5: 'пятницу пятница пятницы пятнице пятницей',
  6: 'субботу суббота субботы субботе субботой',
  7: 'воскресенье воскресенья воскресенью воскресеньем воскресение воскресения',
})

/** Seasons as EDTF codes. The instrumental alone is an adverb ("осенью"); the other forms ask for a year or a preposition. */
export const SEASON_ADVERBS = forms({ 21: 'весной весною', 22: 'летом', 23: 'осенью', 24: 'зимой зимою' })
export const SEASON_NOUNS = forms({
  21: 'весна весны весне весну',
  22: 'лето лета лету лете',
  23: 'осень осени',
  24: 'зима зимы зиме зиму',
})

/** "прошлый", "этот", "следующий" before год, месяц, неделя, day or season: steps from the unit of publication. */
export const STEPS = forms({
  [-2]: 'позапрошлый позапрошлого позапрошлому позапрошлым позапрошлом позапрошлая позапрошлой позапрошлую позапрошлое',
  [-1]: 'прошлый прошлого прошлому прошлым прошлом прошлая прошлой прошлую прошлое прошлые прошлых минувший минувшего минувшему минувшим минувшем минувшая минувшей минувшую минувшее минувшие минувших истекший истекшего истекшем предыдущий предыдущего предыдущем предыдущей предыдущую',
  0: 'этот этого этому этим этом эта этой эту это эти этих нынешний нынешнего нынешнему нынешним нынешнем нынешняя нынешней нынешнюю текущий текущего текущему текущим текущем текущая текущей текущую сей сего',
  1: 'следующий следующего следующему следующим следующем следующая следующей следующую следующее следующие будущий будущего будущему будущим будущем будущая будущей будущую грядущий грядущего грядущему грядущем грядущей ближайший ближайшую ближайшее ближайшие предстоящий предстоящую предстоящие наступающего наступающем',
})
/** "тот же", "этот же": the unit that was named last. */
export const SAME = new Set([
  'тот',
  'того',
  'тому',
  'тем',
  'том',
  'та',
  'той',
  'ту',
  'этот',
  'этого',
  'этом',
  'эту',
  'этой',
])

export const YEAR_WORDS = new Set([
  'год',
  'года',
  'году',
  'годом',
  'годе',
  'годы',
  'годов',
  'годам',
  'годами',
  'годах',
  'г',
  'гг',
  'лет',
])
export const MONTH_WORDS = new Set(['месяц', 'месяца', 'месяцу', 'месяцем', 'месяце'])
export const WEEK_WORDS = new Set(['неделя', 'недели', 'неделе', 'неделю', 'неделей'])
export const WEEKEND_WORDS = new Set(['выходные', 'выходных', 'выходным', 'уикенд', 'уик-энд'])

/** Units of "три дня назад". */
export const UNITS = new Map<string, 'day' | 'week' | 'month' | 'year'>([
  ...['день', 'дня', 'дней', 'дню', 'днем', 'днями', 'сутки', 'суток'].map((w) => [w, 'day'] as const),
  ...['неделя', 'недели', 'недель', 'неделю', 'неделей', 'неделями'].map((w) => [w, 'week'] as const),
  ...['месяц', 'месяца', 'месяцев', 'месяцем', 'месяцами'].map((w) => [w, 'month'] as const),
  ...['год', 'года', 'лет', 'годом', 'годами'].map((w) => [w, 'year'] as const),
])

/** Cardinals up to twelve in the cases that "… назад" and "через …" ask for. */
export const CARDINALS = forms({
  1: 'один одну одного одной одним',
  2: 'два две двух двумя',
  3: 'три трех тремя',
  4: 'четыре четырех четырьмя',
  5: 'пять пяти пятью',
  6: 'шесть шести шестью',
  7: 'семь семи семью',
  8: 'восемь восьми восемью',
  9: 'девять девяти девятью',
  10: 'десять десяти десятью',
  11: 'одиннадцать одиннадцати',
  12: 'двенадцать двенадцати',
})

/** "начало", "середина", "конец" and the like: part of the expression, the value is the whole unit. */
export const EDGES = new Set(
  'начало начала началу начале началом середина середины середине середину серединой конец конца концу конце концом исход исходе исходу разгар разгаре окончание окончания первых последних'.split(
    ' ',
  ),
)

export const QUARTER_WORDS = new Set(['квартал', 'квартала', 'кварталу', 'квартале', 'кварталом', 'кв'])
export const HALF_YEAR_WORDS = new Set(['полугодие', 'полугодия', 'полугодию', 'полугодии', 'полугодием'])
export const HALF_WORDS = new Set(['половина', 'половины', 'половине', 'половину', 'половиной'])
export const ORDINALS = forms({
  1: 'первый первого первому первом первым первая первой первую первое i',
  2: 'второй второго второму втором вторым вторая вторую второе ii',
  3: 'третий третьего третьему третьем третьим iii',
  4: 'четвертый четвертого четвертому четвертом четвертым iv',
})

const decadeForms = (stem: string): string => ['ые', 'ых', 'ым', 'ыми'].map((ending) => stem + ending).join(' ')
/** Decades in words, as the tens of their century: "девяностые" 90. */
export const DECADES = forms({
  0: 'нулевые нулевых нулевым',
  20: decadeForms('двадцат'),
  30: decadeForms('тридцат'),
  40: decadeForms('сороков'),
  50: decadeForms('пятидесят'),
  60: decadeForms('шестидесят'),
  70: decadeForms('семидесят'),
  80: decadeForms('восьмидесят'),
  90: decadeForms('девяност'),
})

/** Parts of the day: they stand inside an expression ("сегодня утром") and add nothing to its value. */
export const DAY_PARTS = new Set(['утром', 'днем', 'вечером', 'ночью', 'утра', 'вечера', 'ночи', 'дня'])

/** TIMEX3 codes of the parts of a day: morning, afternoon, evening, night. */
export const DAY_PART_CODES: ReadonlyMap<string, string> = new Map([
  ['утром', 'MO'],
  ['утра', 'MO'],
  ['днем', 'AF'],
  ['вечером', 'EV'],
  ['вечера', 'EV'],
  ['ночью', 'NI'],
  ['ночи', 'NI'],
])

/** Verbs that tell of a speech, whose tense is that of the speech. */
export const SAYING = new Set(
  (
    'сообщить сообщать заявить заявлять сказать рассказать рассказывать отметить отмечать уточнить добавить пояснить подчеркнуть ' +
    'написать писать передать объяснить ответить напомнить указать объявить подтвердить пообещать обещать предупредить признаться говорить'
  ).split(' '),
)

/** Words that set the sentence in the future beside a verb's own tense. */
export const FUTURE_WORDS =
  /^(?:будет|будут|будем|мо(?:жет|гут)$|предсто(?:ит|ят|ящ)|планиру|запланирован|намеч|намерен|ожида|назначен|собира(?:ется|ются)|готов(?:ит|ят)|должн|должен)/

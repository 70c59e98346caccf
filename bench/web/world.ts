import type { Chance } from '../chance.ts'

/** A name in the cases that the sentences need. */
export interface Cased {
  readonly nom: string
  readonly gen: string
  readonly dat: string
  readonly ins: string
  readonly acc: string
  readonly loc: string
}

export interface State {
  readonly id: string
  readonly name: Cased
  readonly capital: Cased
  readonly people: readonly Person[]
}

export interface Person {
  readonly id: string
  readonly name: Cased
  /** Office with its state: "президент Кальвии". */
  readonly office: Cased
  readonly state: State
}

const STATES =
  'Кальвия Эстория Мардония Вирландия Тарсия Орвения Селония Нордалия Рувения Сантария Дорвения Белларгия Остравия Линдория Фарнезия Гардения Мелантия Оркадия Розавия Таврелия'
const CAPITALS =
  'Лагода Торвик Мардона Вирбург Тарсена Орвенбург Селона Нордгавн Рувена Санторин Дорвик Белларга Острава-Нова Линдор Фарнеза Гардабург Мелантск Оркада Розавик Таврель-Порт'
const FIRST =
  'Виктор Андрес Мартин Ян Роберт Густав Эрик Томас Юхан Карл Леон Марк Артур Оскар Филип Антон Бруно-Макс Давид Стефан Арвид'
const LAST =
  'Саар Лунд Кольм Ройс Берг Тамм Вальк Ланг Норд Раск Хольм Штерн Вебер Дорн Крамер Фальк Линд Арден Бреннер Мельник Рихтер Сандер Таубер Винтер Цандер Эклунд Рейнхарт Аскер Брандт Гаррис'

const OFFICES: readonly Cased[] = [
  { nom: 'президент', gen: 'президента', dat: 'президенту', ins: 'президентом', acc: 'президента', loc: 'президенте' },
  {
    nom: 'премьер-министр',
    gen: 'премьер-министра',
    dat: 'премьер-министру',
    ins: 'премьер-министром',
    acc: 'премьер-министра',
    loc: 'премьер-министре',
  },
  {
    nom: 'министр иностранных дел',
    gen: 'министра иностранных дел',
    dat: 'министру иностранных дел',
    ins: 'министром иностранных дел',
    acc: 'министра иностранных дел',
    loc: 'министре иностранных дел',
  },
  {
    nom: 'министр торговли',
    gen: 'министра торговли',
    dat: 'министру торговли',
    ins: 'министром торговли',
    acc: 'министра торговли',
    loc: 'министре торговли',
  },
]

const endings = (stem: string, [nom, gen, dat, ins, acc, loc]: readonly string[]): Cased => ({
  nom: stem + nom,
  gen: stem + gen,
  dat: stem + dat,
  ins: stem + ins,
  acc: stem + acc,
  loc: stem + loc,
})
const MASCULINE = ['', 'а', 'у', 'ом', 'а', 'е']
const TOWN = ['', 'а', 'у', 'ом', '', 'е']
const TOWN_A = ['а', 'ы', 'е', 'ой', 'у', 'е']
const LAND = ['ия', 'ии', 'ии', 'ией', 'ию', 'ии']

const both = (a: Cased, b: Cased): Cased => ({
  nom: `${a.nom} ${b.nom}`,
  gen: `${a.gen} ${b.gen}`,
  dat: `${a.dat} ${b.dat}`,
  ins: `${a.ins} ${b.ins}`,
  acc: `${a.acc} ${b.acc}`,
  loc: `${a.loc} ${b.loc}`,
})
const after = (a: Cased, words: string): Cased =>
  both(a, { nom: words, gen: words, dat: words, ins: words, acc: words, loc: words })
const townOf = (name: string): Cased => (name.endsWith('а') ? endings(name.slice(0, -1), TOWN_A) : endings(name, TOWN))

/** Twenty invented states with four people in office each. */
export const statesOf = (chance: Chance): readonly State[] => {
  const capitals = CAPITALS.split(' ')
  const taken = new Set<string>()
  const named = (): Cased => {
    for (;;) {
      const [first, last] = [chance.pick(FIRST.split(' ')), chance.pick(LAST.split(' '))]
      if (taken.has(last) && taken.size < 30) continue
      if (taken.has(`${first} ${last}`)) continue
      taken.add(last).add(`${first} ${last}`)
      return both(endings(first, MASCULINE), endings(last, MASCULINE))
    }
  }
  return STATES.split(' ').map((name, i) => {
    const people: Person[] = []
    const state: State = {
      id: `c${i}`,
      name: endings(name.slice(0, -2), LAND),
      capital: townOf(capitals[i]!),
      people,
    }
    for (const office of OFFICES)
      people.push({ id: `p${i}-${people.length}`, name: named(), office: after(office, state.name.gen), state })
    return state
  })
}

/** Forty invented outlets; the first are the busiest. */
export const OUTLETS: readonly string[] = ['Вестник', 'Курьер', 'Телеграф', 'Обозреватель', 'Листок'].flatMap((noun) =>
  ['Северный', 'Столичный', 'Вечерний', 'Морской', 'Степной', 'Речной', 'Горный', 'Южный'].map(
    (kind) => `${kind} ${noun.toLowerCase()}`,
  ),
)
export const AGENCIES: readonly string[] = ['Балтинформ', 'Залив-пресс', 'Меридиан-новости']

export const TOPICS: readonly string[] =
  'торговле рыболовстве железных дорогах студенческих обменах энергетике лесе портах связи туризме сельском хозяйстве спасении на море воздушном сообщении'.split(
    / (?!дорогах|обменах|хозяйстве|на |море|сообщении)/,
  )

const WHO =
  'Мы|Обе стороны|Наши соседи|Эксперты|Перевозчики|Жители границы|Моряки|Учёные|Торговые палаты|Дипломаты|Железнодорожники|Пограничные города'
const DO =
  'готовы идти дальше|ждут ответа до конца месяца|рассчитывают на скорое открытие линии|обсудили порядок проверок|не видят причин менять порядок|хотят знать сроки|согласовали список вопросов|предложили новый маршрут|посчитали расходы|отложили прежние споры|просят не спешить|готовят второй раунд'
const WHY =
  'потому что зимой перевозки вырастут вдвое|чтобы суда не стояли у причалов|хотя бюджет ещё не утверждён|и потому документ уйдёт в парламент|поскольку прежний порядок устарел|если позволит погода|как и было условлено весной|но окончательное слово за правительством|чтобы студенты успели к началу года|и это заметно по числу поездок|хотя вопросов остаётся немало|потому что мост открыт лишь наполовину'
const WHAT =
  'Товарооборот|Вылов сельди|Вывоз леса|Поток туристов|Ввоз зерна|Выпуск цемента|Сбор пошлин|Улов трески|Спрос на билеты|Грузовой поток'
const HOW = 'вырос|сократился|почти не изменился|удвоился|оказался выше прогноза'

const oneOf = (chance: Chance, list: string): string => chance.pick(list.split('|'))

/** Words for somebody to say; seldom the same twice. */
export const remark = (chance: Chance): string => `${oneOf(chance, WHO)} ${oneOf(chance, DO)}, ${oneOf(chance, WHY)}`

/** A sentence that no event is in: what pages fill their space with. */
export const background = (chance: Chance): string =>
  `${oneOf(chance, WHAT)} за ${chance.whole(5, 11)} месяцев ${oneOf(chance, HOW)}: ${chance.whole(12, 980)} против ${chance.whole(12, 980)} годом ранее, ${oneOf(chance, WHY)}.`

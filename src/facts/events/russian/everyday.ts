import type { EventKind } from '../../facts.ts'
import { wordSet } from '../lexicon.ts'

/** Where a word stands that is asked for: some words about another, some more, some behind it, anywhere in the sentence. */
export type Reach = 'near' | 'far' | 'next' | 'sentence'

/** Words that are told of beside an act. */
export type Beside = readonly [reach: Reach, words: ReadonlySet<string>]

/** What a page tells of besides politics, as a whole. */
export type Matter = 'accident' | 'fire' | 'illness'

/** Words that may name an act of politics, and what tells that they name none. */
export interface Sense {
  readonly lemmas: ReadonlySet<string>
  /** Kinds that it is about, all where none is told; and one that it is not about. */
  readonly kind?: EventKind
  readonly not?: EventKind
  /** The page tells of it. */
  readonly matter?: Matter
  /** All of these stand beside it, and none of those. */
  readonly beside?: readonly Beside[]
  readonly unless?: readonly Beside[]
}

/** What tells that somebody attacks. */
export const FORCE = wordSet(
  `атака атаковать удар ударить ракета ракетный дрон беспилотник беспилотный бпла обстрел обстрелять обстреливать
  теракт террорист террористический терроризм диверсия диверсант диверсионный подрыв подорвать подрываться
  взрывчатка мина заминировать снаряд граната гранатомет бомба бомбардировка бомбежка пво всу боевик покушение
  смертник боеприпас заложить напасть нападение убийство нападавший спецоперация миномет артиллерия артиллерийский
  самодельный сву партизан`,
)
/** Offices of states, and what belongs to a state. */
export const STATES = wordSet(
  `министр министерство минфин правительство президент премьер премьер-министр государственный госкомпания
  госкорпорация губернатор посол депутат парламент госдума сенатор мэр вице-премьер замминистра глава республика
  партия указ власть канцлер военный армия чиновник кремль генерал генерал-лейтенант генерал-майор служба
  управление спикер посольство консульство миссия суд санкция роскомнадзор прокуратура закон мид министерский
  федеральный ведомство отношение`,
)
/** Whose death is of politics. */
const PUBLIC = wordSet(
  `президент министр депутат губернатор журналист политик теракт военный военнослужащий боевик оппозиционер мэр
  посол террорист солдат полиция полицейский сенатор кандидат активист террористический премьер премьер-министр
  военкор`,
)
/** What carries warheads or looks for targets. */
const ARMED = wordSet('военный разведывательный баллистический крылатый кндр ядерный боевой')
/** What is started. */
const STARTS = wordSet('запуск запустить запускать пуск')
/** What food and gas may do as well. */
const POISONED = wordSet('отравление отравить отравиться')

/** What a page tells of where nobody attacks. */
export const MATTERS: readonly (readonly [matter: Matter, words: ReadonlySet<string>])[] = [
  [
    'accident',
    wordSet(
      `баллон баллончик аэрозоль аэрозольный котёл котельная газовый бытовой азс агзс автозаправка автозаправочный
      газозаправочный заправка пиротехника пиротехнический фейерверк петарда шахта угольный метан порох пороховой
      утечка аккумулятор самокат газовоздушный газоснабжение пропан бензовоз неосторожность самогонный пароварка`,
    ),
  ],
  ['fire', wordSet('пожар возгорание загореться задымление')],
  ['illness', wordSet('роспотребнадзор кишечный пищевой инфекция токсикоз норовирус сальмонеллез ботулизм')],
]

/** Everyday life in words that are also those of politics. */
export const SENSES: readonly Sense[] = [
  // A bottle or a boiler bursts.
  {
    lemmas: wordSet('взрыв взорваться взрываться'),
    kind: 'attack',
    matter: 'accident',
  },
  // People leave a house that burns.
  {
    lemmas: wordSet('эвакуировать эвакуация'),
    matter: 'fire',
  },
  // Water and earth break.
  {
    lemmas: wordSet('уничтожить уничтожать уничтожение разрушить разрушать разрушение повредить повреждение'),
    kind: 'attack',
    beside: [
      [
        'near',
        wordSet(
          `размыв оползень сель землетрясение ураган паводок наводнение шторм смерч торнадо цунами лавина тайфун циклон
      ливень`,
        ),
      ],
    ],
  },
  // A pipe bursts.
  {
    lemmas: wordSet('прорыв'),
    kind: 'attack',
    beside: [['next', wordSet('труба трубопровод коллектор теплотрасса теплосеть водопровод канализация водовод')]],
  },
  // A husband kills.
  {
    lemmas: wordSet('убийство убить убивать застрелить задушить зарезать'),
    kind: 'attack',
    beside: [
      [
        'far',
        wordSet(
          `муж жена супруг супруга сожитель сожительница сосед соседка возлюбленный любовник ревность собутыльник`,
        ),
      ],
    ],
    unless: [['far', PUBLIC]],
  },
  // Doctors operate.
  {
    lemmas: wordSet('операция'),
    kind: 'attack',
    beside: [
      [
        'far',
        wordSet(`хирург врач медик больница клиника пациент остеосинтез перелом опухоль реанимация наркоз кома протез`),
      ],
    ],
    unless: [
      ['far', FORCE],
      ['far', PUBLIC],
    ],
  },
  // Food and gas make ill.
  {
    lemmas: POISONED,
    kind: 'attack',
    matter: 'illness',
  },
  // The same, by what it is.
  {
    lemmas: POISONED,
    kind: 'attack',
    beside: [
      [
        'near',
        wordSet(
          `хлор наркотик алкоголь сидр шаурма метанол суррогат норовирус еда продукт кафе угарный кишечный пищевой
      массовый питание`,
        ),
      ],
    ],
  },
  // Games.
  {
    lemmas: wordSet('нападение выиграть выигрывать победить победа встречаться уступить продление контракт'),
    beside: [
      [
        'far',
        wordSet(
          `корт сет гонка матч лыжник теннисист полузащитник форвард хоккеист футболист вратарь чемпионат плей-офф
      турнир сборная тренер ракетка`,
        ),
      ],
    ],
  },
  // Papers are handed out.
  {
    lemmas: wordSet('выдать выдавать выдача вручить вручать вручение раздать раздавать'),
    beside: [
      [
        'near',
        wordSet('повестка паспорт виза лицензия справка удостоверение свидетельство ордер диплом ипотека карта'),
      ],
    ],
  },
  // A court awards damages.
  {
    lemmas: wordSet('выплатить выплачивать выплата уплатить'),
    kind: 'aid',
    beside: [
      ['near', wordSet('компенсация штраф неустойка ущерб долг вред')],
      ['far', wordSet('суд еспч иск истец взыскать взыскание обязать')],
    ],
  },
  // A contract is concluded.
  {
    lemmas: wordSet('заключить заключать заключение'),
    kind: 'detention',
    beside: [['near', wordSet('договор контракт соглашение сделка пари брак договоренность')]],
  },
  // A reactor, a line or a service is started.
  {
    lemmas: STARTS,
    not: 'attack',
    beside: [
      ['near', wordSet('реактор энергоблок аэс завод линия производство поезд сервис рейс метро приложение маршрут')],
    ],
    unless: [['far', ARMED]],
  },
  // A rocket of a firm is.
  {
    lemmas: STARTS,
    not: 'attack',
    beside: [
      [
        'far',
        wordSet(
          `spacex starlink starship falcon dragon crew луна лунный луна-25 мкс космонавт астронавт марс роскосмос
      прилуниться илон`,
        ),
      ],
    ],
    unless: [['far', ARMED]],
  },
  // Students are taught.
  {
    lemmas: wordSet('обучение обучить обучать'),
    kind: 'aid',
    beside: [['far', wordSet('специальность студент школьник вуз диплом университет школа ученик первокурсник')]],
  },
  // Papers are issued.
  {
    lemmas: wordSet('выдать выдавать выдача'),
    not: 'attack',
    beside: [['next', wordSet('диплом паспорт виза справка удостоверение лицензия аттестат загранпаспорт визовый')]],
  },
  // A text is placed on a site.
  {
    lemmas: wordSet('разместить размещать размещение разместиться развернуть'),
    kind: 'deployment',
    beside: [
      [
        'near',
        wordSet(
          `портал сайт страница документ указ закон сообщение видео видеозапись видеоролик ролик фото фотография снимок
      запись пост информация реклама облигация бумага заявление текст пользователь соцсеть telegram-канал
      телеграм-канал канал публикация беженец палатка турист ссылка объявление баннер`,
        ),
      ],
    ],
  },
  // A brand leaves a market.
  {
    lemmas: wordSet('уйти уходить уход покинуть покидать выйти выходить выход'),
    not: 'attack',
    beside: [['next', wordSet('рынок')]],
  },
  // A firm stops.
  {
    lemmas: wordSet(
      `прекратить прекращать прекращение приостановить приостанавливать приостановка закрыть закрывать закрытие
      возобновить возобновление`,
    ),
    not: 'attack',
    beside: [
      ['next', wordSet('работа деятельность операция бизнес офис магазин продажа ресторан точка отгрузка')],
      [
        'sentence',
        wordSet(
          `компания производитель бренд сеть ритейлер холдинг магазин концерн корпорация сервис платформа издательство
      автопроизводитель автоконцерн фирма поставщик дочка маркетплейс лейбл авиакомпания`,
        ),
      ],
    ],
    unless: [['sentence', STATES]],
  },
]

/** Who comes into an office and leaves it. */
export const OFFICES = wordSet(
  `уйти уходить уход покинуть покидать назначить назначать назначение возглавить возглавлять сменить отставка
  занять уволить увольнение стать оставить перейти`,
)
/** Offices of firms, clubs and papers. */
export const FIRMS = wordSet(
  `гендиректор топ-менеджер компания телекомпания авиакомпания корпорация холдинг концерн ритейлер стартап тренер
  клуб футболист редактор главред сооснователь телеканал редакция телеведущий бизнесмен акционер`,
)

/** Who is freed and was not held. */
export const FREES = wordSet('освободить освобождать освобождение')
/** Of what he is freed. */
export const DUES = wordSet('ответственность наказание налог уплата пошлина взнос обязательство акциз ндс плата оплата')

/** Blows that may be figures of speech. */
export const BLOWS = wordSet('удар атака нападки нападение')
/** What such a blow is called. */
export const FIGURATIVE = wordSet(
  `санкционный экономический финансовый информационный персональный словесный репутационный политический
  психологический`,
)
/** What it strikes. */
export const STRUCK = wordSet(
  `экономика репутация имидж престиж бизнес интерес доверие карман бюджет отношение демократия здоровье отрасль
  бренд рынок единство авторитет`,
)

/** Measures that gather nobody. */
export const MEASURES = wordSet(
  `оперативно-разыскной оперативно-розыскной оперативный следственный поисковый разыскной розыскной спасательный
  профилактический санитарный ремонтный карантинный реабилитационный контрольный контрольно-надзорный
  восстановительный аварийно-спасательный противоэпидемический организационный мобилизационный`,
)
/** Of a gathering named before: who holds it, what it is about. */
export const OF_GATHERINGS = wordSet(
  'организатор тема итог участник гость программа время ход начало дата формат рамка трансляция',
)

/** What comes without being anybody's visit. */
export const ARRIVES = wordSet('прибыть прибывать прилететь вылететь прийти отправиться вернуться')
/** In what nobody in particular comes. */
export const VESSELS = wordSet('рейс борт поезд паром танкер сухогруз автобус электричка груз партия')

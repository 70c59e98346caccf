import type { Word } from '../../../language/index.ts'
import { countIn, within } from '../stretch.ts'

/** What is undermined and not blown up. */
const ABSTRACT = new Set(
  `доверие авторитет безопасность возможность способность устои устой стабильность отношение усилие важность единство репутация
  экономика взаимодействие суверенитет процесс позиция сотрудничество поддержка основа система демократия мир переговоры
  престиж вера влияние уверенность легитимность независимость боеспособность обороноспособность потенциал связь партнерство
  договоренность соглашение режим порядок имидж дух единение сплоченность доминирование гегемония принцип`.split(/\s+/),
)

/** Where people are held. */
const CUSTODY = new Set(
  `стража тюрьма колония сизо изолятор плен арест заключение лагерь камера неволя подвал спецприемник условие заложник
  больница центр`.split(/\s+/),
)

/** Who holds people, and who is held. */
const LAW = new Set(
  `суд полиция полицейский задержанный арестованный обвиняемый подозреваемый подсудимый осужденный заключенный заложник пленный следователь
  следственный обыск допрос отделение отдел наручник силовик омон фсб конвой автозак прокуратура уголовный`.split(
    /\s+/,
  ),
)

const HELD = new Set([...CUSTODY, ...LAW])

/** What is proved and not fired: "испытание на прочность", "выдержать испытание". */
const PROVED = new Set(
  'прочность выдержать выдерживать выдержка пройти проходить судьба жизнь время терпение'.split(' '),
)
const WEAPONRY = new Set(
  'ракета оружие снаряд система комплекс торпеда полигон беспилотник дрон самолет ядерный'.split(' '),
)

/** What comes to a place without travelling there. */
const NATURE = new Set(
  `пожар огонь пламя дым наводнение паводок вода волна ураган тайфун циклон шторм лава холод жара мороз снегопад инфляция цена
  эпидемия вирус вспышка волнение слух новость`.split(/\s+/),
)

/** What is headed by coming first, or for a journey. */
const CHARTS = new Set(
  'рейтинг список топ хит-парад чарт таблица гонка пелотон колонна антирейтинг делегация шествие процессия'.split(' '),
)

/** What firms and searchers leave off. */
const ROUTINE = new Set(
  'поиск производство выпуск продажа прием обслуживание трансляция показ вещание курение прием-передача регистрация'.split(
    ' ',
  ),
)

/** What tells of a game. */
const GAME = new Set(
  `матч тайм гол шайба счет чемпионат лига турнир полуфинал четвертьфинал сборная тренер форвард вратарь голкипер
  нападающий хоккеист футболист теннисист соперник трофей сезон`.split(/\s+/),
)

/** What collides on a road, on rails, at sea. */
const VEHICLE = new Set(
  `автомобиль легковушка машина грузовик автобус поезд электричка трамвай мотоцикл иномарка внедорожник микроавтобус самосвал
  судно катер теплоход самокат маршрутка такси дтп водитель`.split(/\s+/),
)

/** What tells of shares of a company. */
const STOCK = new Set(
  `биржа торги котировка рубль доллар дивиденд эмитент акционер капитализация облигация бумага доля процент пакет владелец
  фонд привилегированный обыкновенный подорожать подешеветь капитал`.split(/\s+/),
)

/** Ranks and callings of those who have retired. */
const RETIRED = new Set(
  'генерал генерал-майор генерал-лейтенант генерал-полковник полковник подполковник майор капитан адмирал офицер судья военный сотрудник лейтенант военнослужащий дипломат посол'.split(
    ' ',
  ),
)

/** What is put out, made up for or wound up, and not fought. */
const WOUND_UP = new Set(
  `пожар возгорание горение огонь последствие авария ущерб разлив утечка загрязнение завал прорыв юрлицо компания фирма
  предприятие банк общество ооо ао дочка филиал долг задолженность дефицит отставание очередь неравенство опека
  министерство ведомство агентство должность барьер безграмотность`.split(/\s+/),
)

/** Beasts that attack. */
const BEAST = new Set(
  'акула медведь медведица собака пес волк тигр лев крокодил кабан лось змея пчела животное хищник'.split(' '),
)

/** What a doctor or an office grants. */
const GRANTED = new Set(
  'терапия лечение выплата пособие пенсия препарат процедура обследование стипендия субсидия доплата'.split(' '),
)

/** Operations of banks, of doctors, of those who save. */
const PEACEFUL = new Set(
  `финансовый банковский валютный денежный кассовый торговый биржевой внешнеторговый экспортный импортный хозяйственный бухгалтерский
  страховой платежный кредитный налоговый казначейский хирургический пластический медицинский спасательный поисковый
  поисково-спасательный гуманитарный математический логический технологический мыслительный`.split(/\s+/),
)

/** What is done with money: "операции по счетам". */
const MONEY = new Set(
  'счет карта средство валюта бумага актив недвижимость рубль доллар акция облигация вклад'.split(' '),
)

const REACH = 4
const FAR = 10

/** One word of a game may be a figure of speech. */
const isGame = (words: readonly Word[], at: number): boolean => {
  const told = countIn(words, at - FAR, at + FAR, ({ lemma }) => GAME.has(lemma))
  return told > 1 || (told === 1 && words.some(({ text }) => /^\d{1,2}:\d{1,2}$/.test(text)))
}

const hasSign = (words: readonly Word[], at: number): boolean =>
  countIn(words, at - FAR, at + FAR, ({ text }) => /[%$€₽]/u.test(text)) > 0

const SENDS = new Set(
  'отправить отправлять уйти уходить подать подавать выйти выходить просить попросить прошение заявление'.split(' '),
)

const isSent = (words: readonly Word[], at: number): boolean => within(words, at - FAR, at + FAR, SENDS)

const CANDIDATE = new Set(['кандидат'])
const MEMBER = new Set(['член', 'членство', 'вступление'])

/**
 * Whether a word that names events stands in another sense: a feast's name ("День Победы"), trust that is undermined
 * ("подорвать доверие"), what a text holds ("в докладе содержатся сведения"), a game of two teams, cars that collide,
 * shares of a company, a general in retirement, a fire that is put out, a bear that attacks, a treatment that is given,
 * operations of banks, a gift that is brought, a test of strength, fires that come near, a list that is headed, a search
 * that is given up.
 */
export const hasOtherSense = (words: readonly Word[], at: number, lemma: string): boolean => {
  switch (lemma) {
    case 'победа':
      // With a capital inside a sentence it is the one of 1945.
      if (at > 0 && /^П\p{Ll}/u.test(words[at]!.text) && !/^[«"„.!?:]$/u.test(words[at - 1]!.text)) return true
      return isGame(words, at)
    case 'встреча':
    case 'контракт':
    case 'тур':
      return isGame(words, at)
    case 'стать':
      return within(words, at + 1, at + 1 + REACH, CANDIDATE) && within(words, at + 1, at + 2 + REACH, MEMBER)
    case 'подорвать':
    case 'подрывать':
      return within(words, at + 1, at + 1 + REACH, ABSTRACT)
    case 'столкновение':
    case 'столкнуться':
      return within(words, at - REACH, at + REACH + 2, VEHICLE)
    case 'акция':
      return words[at]!.morph.number === 'Plur' && (hasSign(words, at) || within(words, at - FAR, at + FAR, STOCK))
    case 'операция':
      return within(words, at - 2, at, PEACEFUL) || within(words, at + 1, at + 4, MONEY)
    case 'ликвидировать':
    case 'ликвидация':
      return within(words, at - 2, at + 1 + REACH, WOUND_UP)
    case 'нападение':
    case 'напасть':
      return within(words, at - REACH, at + 1 + REACH, BEAST)
    case 'назначить':
    case 'назначение':
      return within(words, at - 2, at + 1 + REACH, GRANTED)
    case 'отставка':
      return words[at - 1]?.norm === 'в' && within(words, at - REACH, at - 1, RETIRED) && !isSent(words, at)
    case 'добраться':
    case 'дойти':
    case 'прийти':
    case 'подойти':
      return within(words, at - REACH, at + 1 + REACH, NATURE)
    case 'возглавить':
    case 'возглавлять':
      return within(words, at - REACH, at + 1 + REACH, CHARTS)
    case 'прекратить':
    case 'прекращение':
    case 'приостановить':
      return within(words, at + 1, at + 4, ROUTINE)
    case 'привезти':
    case 'зайти':
    case 'сидеть':
      return !within(words, at - FAR, at + FAR, HELD)
    case 'испытание':
      return within(words, at - REACH, at + 1 + REACH, PROVED) && !within(words, at - REACH, at + FAR, WEAPONRY)
    case 'содержаться':
      return !within(words, at - FAR, at + FAR, CUSTODY)
    default:
      return false
  }
}

import type { Sight } from './vision.ts'

interface SystemWords {
  readonly title: string
  readonly intro: string
  readonly marks: string
  readonly marksHint: string
  readonly onPaper: string
  readonly kinds: string
  readonly sights: string
  readonly sightsHint: string
  readonly sight: Readonly<Record<Sight, string>>
  readonly closest: (a: string, b: string, far: string) => string
  readonly sources: string
  readonly siglum: string
  readonly unnamed: string
  readonly discs: string
  readonly differences: string
  readonly fork: string
  readonly soft: string
  readonly inside: string
  readonly type: string
  readonly sample: string
  readonly samples: readonly (readonly [string, string])[]
  readonly inks: string
  readonly inksHint: string
  readonly ink: Readonly<Record<'ink' | 'ink-2' | 'ink-3' | 'edge', string>>
  readonly controls: string
  readonly controlsHint: string
  readonly button: string
  readonly pressed: string
  readonly field: string
  readonly quote: string
}

export const ru: SystemWords = {
  title: 'Система знаков',
  intro:
    'Цвет — это данные: шесть оттенков видов и ничего больше. Квадрат — событие, кружок — источник, развилка — спор. Шрифт без засечек говорит за Летопись, с засечками — за других.',
  marks: 'Вид и статус в одном знаке',
  marksHint: 'оттенок и рисунок — вид, силуэт — статус',
  onPaper: 'К фону',
  kinds: 'Пятнадцать видов',
  sights: 'Различимость оттенков',
  sightsHint: 'как их видят при разном цветовом зрении; расстояние двух самых близких в OKLab',
  sight: {
    normal: 'Обычное зрение',
    protanopia: 'Протанопия',
    deuteranopia: 'Дейтеранопия',
    tritanopia: 'Тританопия',
    achromatopsia: 'Без цвета',
  },
  closest: (a, b, far) => `${a} и ${b}: ${far}`,
  sources: 'Источники',
  siglum: 'код издания',
  unnamed: 'издание не названо',
  discs: 'сплошной кружок — независимый источник, пустые — кто его повторяет',
  differences: 'Расхождения',
  fork: 'не могут быть верны вместе',
  soft: 'сказано по-разному',
  inside: 'одно точнее другого, не спорит',
  type: 'Шрифты',
  sample: 'Переговоры в Лагоде, 14 мая 2031',
  samples: [
    ['t28', 'страница, 28/34'],
    ['t20', 'запись, 20/26'],
    ['t17', 'раздел, 17/24'],
    ['t15', 'строка, 15/21'],
    ['t14', 'интерфейс, 14/20'],
    ['t13', 'подробность, 13/18'],
    ['t12', 'ось, 12/16'],
    ['q18', 'статья, 18/29'],
    ['q15', 'цитата, 15/23'],
  ],
  inks: 'Чернила',
  inksHint: 'контраст к бумаге: для текста не ниже 4,5, для краёв — 3',
  ink: { ink: 'текст', 'ink-2': 'второй', 'ink-3': 'третий', edge: 'края' },
  controls: 'Управление',
  controlsHint: 'обводка видна при управлении с клавиатуры',
  button: 'Кнопка',
  pressed: 'Нажата',
  field: 'Поле',
  quote: 'Чужие слова всегда в кавычках и ведут к своему месту в статье',
}

export const en: SystemWords = {
  title: 'The system of signs',
  intro:
    'Colour is data: six hues of kinds and nothing else. A square is an event, a disc a source, a fork a dispute. Sans speaks for Letopis, serif for others.',
  marks: 'Kind and status in one mark',
  marksHint: 'hue and pictogram tell the kind, the silhouette the status',
  onPaper: 'To paper',
  kinds: 'Fifteen kinds',
  sights: 'Telling the hues apart',
  sightsHint: 'as seen with different colour vision; distance of the closest two in OKLab',
  sight: {
    normal: 'Full colour vision',
    protanopia: 'Protanopia',
    deuteranopia: 'Deuteranopia',
    tritanopia: 'Tritanopia',
    achromatopsia: 'No colour',
  },
  closest: (a, b, far) => `${a} and ${b}: ${far}`,
  sources: 'Sources',
  siglum: 'code of an outlet',
  unnamed: 'outlet not named',
  discs: 'a solid disc is an independent origin, hollow ones repeat it',
  differences: 'Differences',
  fork: 'cannot all be true',
  soft: 'put differently',
  inside: 'one is finer, no dispute',
  type: 'Type',
  sample: 'Talks in Lagoda, 14 May 2031',
  samples: [
    ['t28', 'page, 28/34'],
    ['t20', 'entry, 20/26'],
    ['t17', 'section, 17/24'],
    ['t15', 'row, 15/21'],
    ['t14', 'interface, 14/20'],
    ['t13', 'detail, 13/18'],
    ['t12', 'axis, 12/16'],
    ['q18', 'article, 18/29'],
    ['q15', 'quote, 15/23'],
  ],
  inks: 'Ink',
  inksHint: 'contrast to paper: at least 4.5 for text, 3 for edges',
  ink: { ink: 'text', 'ink-2': 'second', 'ink-3': 'third', edge: 'edges' },
  controls: 'Controls',
  controlsHint: 'the ring shows where the keyboard is',
  button: 'Button',
  pressed: 'Pressed',
  field: 'Field',
  quote: 'Words of others always stand in quotation marks and lead to their place in the article',
}

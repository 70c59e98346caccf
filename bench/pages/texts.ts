import { type Chance, chanceOf } from '../chance.ts'
import { MONTHS } from '../months.ts'

/** A part of a made article's main text. */
export type MadeBlock =
  | { readonly kind: 'p'; readonly text: string }
  | { readonly kind: 'h2'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** An invented article: what an extractor is to find, and what it must leave. */
export interface MadeArticle {
  readonly number: number
  readonly headline: string
  readonly lead: string | null
  readonly blocks: readonly MadeBlock[]
  readonly caption: string
  readonly author: string
  readonly section: string
  readonly tags: readonly string[]
  /** With zone, to the minute. */
  readonly published: string
  readonly updated: string | null
  readonly path: string
}

const TOWNS = [
  'Ладога',
  'Верхний Яр',
  'Каменск-Приозёрный',
  'Сосновый Мыс',
  'Заречье',
  'Большие Выселки',
  'Тихая Гавань',
  'Новый Причал',
]
const IN_TOWNS = [
  'в Ладоге',
  'в Верхнем Яре',
  'в Каменске-Приозёрном',
  'в Сосновом Мысу',
  'в Заречье',
  'в Больших Выселках',
  'в Тихой Гавани',
  'в Новом Причале',
]
const OFFICES = [
  'администрация порта',
  'областное управление дорог',
  'городская дума',
  'дирекция заповедника',
  'департамент культуры',
  'водоканал',
  'управление образования',
  'пресс-служба паромной компании',
]
const PEOPLE = [
  'Анна Лахти',
  'Игорь Веселов',
  'Мария Кольцова',
  'Степан Гринько',
  'Ольга Тарасевич',
  'Пётр Заозёрный',
  'Юлия Бергман',
  'Антон Шелест',
]
const POSTS = [
  'начальник порта',
  'руководитель проекта',
  'депутат городской думы',
  'главный инженер',
  'директор музея',
  'заведующая лабораторией',
  'капитан парома',
  'представитель подрядчика',
]
const THINGS = [
  'новую паромную линию',
  'мост через Тихую',
  'музей озера',
  'школу на восемьсот мест',
  'ледовую арену',
  'речной вокзал',
  'трамвайное кольцо',
  'набережную',
]
const OF_THINGS = [
  'паромной линии',
  'моста через Тихую',
  'музея озера',
  'школы на восемьсот мест',
  'ледовой арены',
  'речного вокзала',
  'трамвайного кольца',
  'набережной',
]
const money = (r: Chance): string => `${r.below(90) + 10} млн рублей`
const day = (r: Chance): string => `${r.below(27) + 1} ${r.pick(MONTHS)}`

type Sentence = (r: Chance) => string

const SENTENCES: readonly Sentence[] = [
  (r) => `Об этом сообщила ${r.pick(OFFICES)}, уточнив, что документы подписаны ${day(r)}.`,
  (r) => `Работы начались ${day(r)} и идут по графику, рассказал ${r.pick(POSTS)} ${r.pick(PEOPLE)}.`,
  (r) => `На первый этап выделили ${money(r)}, ещё ${money(r)} добавят из резерва.`,
  (r) => `По словам собеседников, ${r.pick(IN_TOWNS)} такого не строили больше ${r.below(30) + 10} лет.`,
  (r) => `Проект ${r.pick(OF_THINGS)} обсуждали на слушаниях, куда пришли около ${r.below(400) + 50} жителей.`,
  (_r) => `Жители соседних улиц просили перенести стоянку, и это требование внесли в протокол.`,
  (r) => `Подрядчик обещает закончить отделку к ${day(r)}, если погода не подведёт.`,
  (r) => `Ранее ${r.pick(OFFICES)} объявляла торги дважды, но оба раза заявок не поступило.`,
  (r) => `В комиссии напомнили: экспертиза ${r.pick(OF_THINGS)} заняла почти ${r.below(9) + 3} месяцев.`,
  (r) => `Вода в озере поднялась на ${r.below(40) + 5} сантиметров, поэтому причал пришлось укрепить.`,
  (r) => `Автобусы пойдут в объезд по улице Садовой, интервал движения увеличат до ${r.below(15) + 5} минут.`,
  (r) => `Смета выросла на ${r.below(30) + 3} процента, главным образом из-за подорожания металла.`,
  (_r) => `Делегация осмотрела склад, мастерские и диспетчерскую, после чего встретилась с коллективом.`,
  (r) => `Стороны договорились вернуться к вопросу ${day(r)}, когда будут готовы расчёты.`,
  (_r) => `Представители общественного совета попросили показать чертежи, им ответили согласием.`,
  (r) => `Музейные сотрудники уже перевезли ${r.below(900) + 100} предметов, самые хрупкие поедут последними.`,
  (r) => `За лето через пристань прошло ${r.below(90) + 10} тысяч пассажиров, это рекорд за десятилетие.`,
  (r) => `Как пояснила ${r.pick(PEOPLE)}, решение приняли единогласно и без долгих споров.`,
  (r) => `В области таких объектов пока ${r.below(7) + 2}, ближайший находится ${r.pick(IN_TOWNS)}.`,
  (r) => `Открытие сначала назначали на ${day(r)}, потом перенесли из-за шторма.`,
  (r) => `Для школьников проезд останется бесплатным, взрослый билет подорожает на ${r.below(20) + 5} рублей.`,
  (r) => `Экологи взяли пробы воды в ${r.below(9) + 3} точках, превышений не нашли.`,
  (_r) => `Археологи нашли под фундаментом остатки причала, их законсервируют и покажут за стеклом.`,
  (_r) => `Ночью движение перекроют, а к утру откроют одну полосу в сторону центра.`,
]

const QUOTES: readonly Sentence[] = [
  (r) =>
    `«Мы ждали этого дня с ${r.below(9) + 2013} года, и теперь всё зависит только от погоды», — сказал ${r.pick(POSTS)} ${r.pick(PEOPLE)}.`,
  (r) => `«Никто не останется без работы: всем предложили места на новой площадке», — заверила ${r.pick(PEOPLE)}.`,
  () => `«Если понадобится, мы продлим сроки, но качество важнее праздничных дат».`,
  (r) => `«За ${r.below(8) + 2} месяцев мы сделали то, что откладывали годами, и останавливаться не будем».`,
]

const HEADS = ['Что построят', 'Кто платит', 'Что говорят жители', 'Что было раньше', 'Когда откроют']
const SECTIONS = ['Город', 'Область', 'Транспорт', 'Культура', 'Экономика']
const TITLES: readonly Sentence[] = [
  (r) => `${r.pick(IN_TOWNS).replace(/^в/, 'В')} достроят ${r.pick(THINGS)} к ${day(r)}`,
  (r) => `Жители отстояли сквер: проект ${r.pick(OF_THINGS)} изменят`,
  (r) => `${r.pick(TOWNS)} получит ${money(r)} на ремонт ${r.pick(OF_THINGS)}`,
  (r) => `${r.pick(PEOPLE)}: «Строительство ${r.pick(OF_THINGS)} не остановится»`,
  (r) => `Почему откладывают открытие ${r.pick(OF_THINGS)}`,
]
const LEADS: readonly Sentence[] = [
  (r) =>
    `${r.pick(IN_TOWNS).replace(/^в/, 'В')} начинают ${r.pick(['готовить', 'достраивать', 'принимать'])} ${r.pick(THINGS)}; деньги нашли в бюджете области.`,
  (r) => `Спор о судьбе ${r.pick(OF_THINGS)} закончился договором, который устроил и чиновников, и соседей стройки.`,
]

const paragraph = (r: Chance, sentences: Sentence[], length: number): string =>
  sentences
    .splice(0, length)
    .map((say) => say(r))
    .join(' ')

/** Paragraphs of different lengths; short news have two or three, long reads a dozen with heads, quotes and a list. */
const blocksOf = (r: Chance, size: number): MadeBlock[] => {
  const sentences = r.some(SENTENCES, SENTENCES.length)
  const quotes = r.some(QUOTES, QUOTES.length)
  const blocks: MadeBlock[] = []
  const heads = r.some(HEADS, 2)
  for (let i = 0; i < size && sentences.length > 0; i++) {
    if (size > 6 && (i === 3 || i === 6)) blocks.push({ kind: 'h2', text: heads[i === 3 ? 0 : 1]! })
    blocks.push({ kind: 'p', text: paragraph(r, sentences, 1 + r.below(3)) })
    if (size > 3 && i === 2) blocks.push({ kind: 'p', text: quotes[0]!(r) })
    if (size > 6 && i === 5) blocks.push({ kind: 'quote', text: quotes[2]!(r) })
    if (size > 7 && i === 6) {
      const items = r.some(THINGS, 3).map((thing) => `${thing}, ${money(r)}`)
      blocks.push({ kind: 'list', items })
    }
  }
  return blocks
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The n-th invented article: the same for the same number. */
export const madeArticle = (number: number): MadeArticle => {
  const r = chanceOf(7_919 * (number + 1))
  const sizes = [3, 5, 8, 11, 6]
  const date = `${2021 + r.below(5)}-${two(r.below(12) + 1)}-${two(r.below(27) + 1)}`
  const hour = 7 + r.below(12)
  const minute = r.below(60)
  const headline = r.pick(TITLES)(r)
  return {
    number,
    headline,
    lead: r.below(3) > 0 ? r.pick(LEADS)(r) : null,
    blocks: blocksOf(r, sizes[number % sizes.length]!),
    caption: `Строительная площадка ${r.pick(IN_TOWNS)}, вид с берега`,
    author: r.pick(PEOPLE),
    section: r.pick(SECTIONS),
    tags: r.some(['порт', 'стройка', 'бюджет', 'транспорт', 'музей', 'озеро'], 3),
    published: `${date}T${two(hour)}:${two(minute)}:00+03:00`,
    updated: r.below(3) === 0 ? `${date}T${two(hour + 3)}:${two(minute)}:00+03:00` : null,
    path: `/news/${date.replaceAll('-', '/')}/${1000 + number}`,
  }
}

/** The words that are the article's own: lead, paragraphs, heads, quotes, lists; no headline, caption or furniture. */
export const mainText = ({ lead, blocks }: MadeArticle): string =>
  [
    ...(lead === null ? [] : [lead]),
    ...blocks.map((block) => (block.kind === 'list' ? block.items.join('\n') : block.text)),
  ].join('\n')

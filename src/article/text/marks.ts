import type { Block } from '../block.ts'
import { findStamps } from '../stamps.ts'
import {
  CHANNEL_FIRST,
  CONTROLS,
  CORRECTION,
  EDITORIAL,
  LEGAL,
  PHOTO_AGENCIES,
  SERVICE_HEADS,
  TEASER_COLON,
  TEASER_HEAD,
  TO_CHANNEL,
} from './phrases.ts'
import { countWords } from './words.ts'

/**
 * What a line is by its own words and marks, whatever stands around it. `null`: only its surroundings can tell.
 * `credit` is a caption that is only a credit; `copyright` and `comments` are service lines that end a page.
 */
export type Mark =
  | 'credit'
  | 'stamp'
  | 'meta'
  | 'meta-head'
  | 'caption'
  | 'note'
  | 'service'
  | 'copyright'
  | 'comments'
  | 'teaser-head'
  | 'teaser'
  | null

const LETTER = /[\p{L}\p{N}]/u
const NAME = '[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё.-]*'
const CREDIT_HEAD =
  /^[([]?[ \u00a0]?(?:©|\(c\)|фото(?:графия|граф|коллаж|репортаж)?[ \u00a0]?(?:©|:|—|–|-|\/|из[ \u00a0]|с[ \u00a0]сайта|пресс-служб|предоставлен|автора|архив|agency|getty|reuters|тасс|риа)|источник[ \u00a0](?:фото|изображени|видео)|(?:иллюстрация|изображение|коллаж|инфографика|видео|кадр|скриншот|снимок)[ \u00a0]?(?::|©|из[ \u00a0]|видео|с[ \u00a0]сайта)|иллюстративное[ \u00a0](?:фото|изображение)|фото[ \u00a0]иллюстративное|архивное[ \u00a0]фото|фото[ \u00a0](?:носит|использовано)|(?:photo|image|credit|source|getty|автор[ \u00a0]фото|image source|обложка|фото на обложке)(?:[ \u00a0]?(?:by|:|,)|[ \u00a0]images))/iu
const COPYRIGHT = /(?:©|\(c\)|copyright)[ \u00a0]*(?:«?[\p{L}\p{N}.«»" \u00a0-]{0,40}[ \u00a0,]+)?(?:19|20)\d\d/iu
const COPYRIGHT_LATE = /^(?:19|20)\d\d[ \u00a0]?(?:[—–-][ \u00a0]?(?:19|20)\d\d)?[ \u00a0]?©/u
const META_HEAD =
  /^(?:автор(?:ы|ский материал)?|текст|подготовил[аи]?|подготовлено|материал подготовил[аи]?|редактор|корреспондент|журналист|перевод(?:чик)?|беседовал[аи]?|записал[аи]?|источник(?:и)?|тег[и]?|тэги|метки|ключевые слова|тем[аы]|рубрик[аи]|раздел[ы]?|категори[ияй]+|просмотр(?:ов|ы|ели)?|прочитали|прочтений|показов|дата(?: публикации)?|опубликован[оа]?|обновлен[оа]?|обновлён[оа]?|время публикации|регион[ы]?|персоны|организации|упомянутые|страны|сюжет(?:ы)?|читать \d{1,2} мин|оригинал(?: материала| статьи| публикации)?|ссылка на (?:источник|оригинал)|по (?:материалам|информации|сообщению))[ \u00a0]?(?::|—|–)/iu
const COUNTER =
  /^[^А-Яа-яЁёA-Za-z]{0,6}\d[\d \u00a0.,]{0,12}[ \u00a0]?(?:тыс\.?|k|к|млн)?[ \u00a0]?(?:просмотр[а-я]*|прочтени[а-я]*|комментари[а-я]*|показ[а-я]*|мин(?:ут[а-я]*)?\.?(?:[ \u00a0]чтения|[ \u00a0]на[ \u00a0]чтение|[ \u00a0]назад)?|час[а-я]*[ \u00a0]назад|д(?:ень|ня|ней)[ \u00a0]назад|лайк[а-я]*|раз[а]?|views?|comments?|min read)?[^А-Яа-яЁёA-Za-z]{0,6}$/iu
const COUNTER_HEAD =
  /^(?:просмотр[а-я]*|прочтени[а-я]*|комментари[ийя]+|👁|💬)[ \u00a0]?:?[ \u00a0(]{0,2}\d[\d \u00a0]*\)?$/iu
const AGE = /^\W{0,2}(?:0|6|12|16|18)[ \u00a0]?\+\W{0,2}$/u
const BREADCRUMBS =
  /^(?:[/›»>→•|·][ \u00a0])?[^/›»>→•|·.!?]{2,40}(?:[ \u00a0]?[/›»>→•|·][ \u00a0]?[^/›»>→•|·.!?]{2,40}){1,12}$/u
const HASHTAGS = /^(?:#[\p{L}\p{N}_-]{2,60}[ \u00a0,]{0,3}){1,40}$/u
const URL_LINE = /^(?:https?:\/\/|www\.)\S+$/iu
const EMAIL_OR_PHONE = /^(?:[\w.+-]{1,60}@[\w.-]{1,60}|\+?\d[\d ()-]{8,20})$/u
const AGENT_LABEL =
  /^(?:настоящ(?:ий|ее)|данн(?:ый|ое)|это)[ \u00a0](?:материал|сообщение)[^а-яё]{0,4}[^.]{0,60}(?:создан|произвед|распростран)/iu
const COMMENTS =
  /^(?:свежие |последние |все |показать )?(?:комментари[ий]|обсуждени[ея])(?:[ \u00a0]?[(:]?[ \u00a0]?\d{0,6}\)?)?$/iu

const CAPTION_HEAD = /^(?:подпись к фото|image caption|на (?:фото|снимке))[ \u00a0]?[:,—–-]/iu
const META_ALONE =
  /^(?:автор(?:ы)?|тег(?:и)?|тэги|метки|тем[аы]|источник(?:и)?|редактор|рубрика|категория|ключевые слова|опубликовано|регион)[ \u00a0]?:?$/iu
const ISSUE =
  /(?:^|[ \u00a0])(?:№|выпуск)[ \u00a0]?\d{1,5}(?:[ \u00a0]?\(\d{1,6}\))?[ \u00a0,]{0,2}(?:от[ \u00a0])?\d{1,2}[. ]/iu
const CONTROL_VERB =
  /^(?:перейти|читать|показать|подписаться|скачать|смотреть|посмотреть|открыть|закрыть|поделиться|добавить|оставить|написать|отправить|вернуться|задать вопрос|купить|оформить|войти|сообщить|предложить|скопировать|слушать|включить|выключить|пропустить|развернуть|свернуть|загрузить|обновить|сохранить|распечатать|увеличить|уменьшить|установить|отключить|выбрать|настроить|прокомментировать|зарегистрироваться)(?![а-яё])/iu

const stripped = (text: string): string => {
  const low = text.toLowerCase()
  let start = 0
  let end = low.length
  while (start < end && !LETTER.test(low[start]!)) start++
  while (end > start && low[end - 1] !== ')' && !LETTER.test(low[end - 1]!)) end--
  return low.slice(start, end)
}

const isControl = (text: string): boolean => {
  if (text.length > 70) return false
  const low = stripped(text)
  return CONTROLS.has(low) || CONTROLS.has(low.replace(/[,.:!«»"]/g, '').replace(/[ \u00a0(]+\d[\d \u00a0]*\)?$/u, ''))
}

/** Several controls on one line: "Поделиться Telegram ВКонтакте". */
const isControlRow = (text: string): boolean => {
  if (text.length > 200) return false
  const pieces = text.split(/[\s|•·,/]+/u).filter((piece) => LETTER.test(piece))
  return pieces.length > 1 && pieces.every((piece) => CONTROLS.has(stripped(piece)))
}

/** "Getty © Anna Mets": the sign stands inside a short line without a sentence. */
const hasSign = (text: string): boolean =>
  text.includes('©') && text.length <= 90 && countWords(text) <= 9 && !/[.!?]$/u.test(text)

const BARE_AGENCY = new RegExp(`^${PHOTO_AGENCIES.source}`, 'iu')
const PROPER = /[А-ЯЁA-Z][А-Яа-яёA-Za-z-]+/gu
const NO_COMMON_WORD = /^[^а-яё]*$|^(?:пресс-служба|скриншот|кадр из|архив|соцсети)/iu
const CREDITED = new RegExp(`^(?:${NAME}|пресс-служб|фото)`, 'iu')

/** "Сергей Иванов / ТАСС", "Reuters", "Пресс-служба МИД РФ/ТАСС". */
const isBareCredit = (text: string): boolean => {
  if (text.length > 110 || /[.!?:;]$/u.test(text)) return false
  if (!text.includes('/'))
    return countWords(text) <= 3 && BARE_AGENCY.test(text) && NO_COMMON_WORD.test(text.replace(PROPER, ''))
  const pieces = text
    .split(/[/|,©]|[ \u00a0][—–-][ \u00a0]/u)
    .map((piece) => piece.trim())
    .filter(Boolean)
  return (
    pieces.length >= 2 &&
    pieces.every((piece) => CREDITED.test(piece) && countWords(piece) <= 5) &&
    PHOTO_AGENCIES.test(text)
  )
}

export const isCredit = (text: string): boolean =>
  text.length <= 200 &&
  ((CREDIT_HEAD.test(text) && !/[а-яё]{3}[.!?][ \u00a0]+[А-ЯЁ][а-яё]+[ \u00a0][а-яё]+[ \u00a0][а-яё]+/u.test(text)) ||
    hasSign(text) ||
    isBareCredit(text))

/** A line that is a date and an hour with, at most, its section's name. */
const isStampLine = (text: string): boolean => {
  if (text.length > 260) return false
  const stamps = findStamps(text)
  const first = stamps[0]
  if (!first)
    return (
      /^\W{0,3}(?:сегодня|вчера)[ \u00a0,]{1,3}(?:в[ \u00a0])?\d{1,2}:\d\d\W*$/iu.test(text) ||
      /^\W{0,3}(?:[01]?\d|2[0-3]):[0-5]\d\W{0,3}(?:мск)?\W{0,3}$/iu.test(text)
    )
  let rest = text
  for (const stamp of [...stamps].reverse()) rest = `${rest.slice(0, stamp.start)} ${rest.slice(stamp.end)}`
  rest = rest.replace(
    /(?:опубликован[оа]?|обновл[её]н[оа]?|дата публикации|date|изменен[оа]?|размещен[оа]?|просмотр[а-я]*|года?|мск|в)(?![а-яё])/giu,
    ' ',
  )
  const left = countWords(rest)
  if (left === 0) return true
  const exact = stamps.some((stamp) => stamp.year !== null || stamp.time !== null)
  if (!exact || /[.!?…]$/u.test(text)) return false
  const timed = stamps.some((stamp) => stamp.time !== null)
  const opens = first.start <= 6
  return left <= (timed ? 6 : 3) || (opens && /^\W{0,3}(?:date[ \u00a0])?\d{4}-\d\d-\d\d/u.test(text) && left <= 25)
}

const isNoteLine = (text: string): boolean => {
  if (text.length > 900) return false
  if (AGENT_LABEL.test(text)) return true
  if (/^(?:\*{1,4}|[¹²³⁴]|\(\*\)|†)[ \u00a0]?[\p{L}«"(]/u.test(text)) return true
  if (EDITORIAL.test(text)) return true
  return text.length <= 500 && CORRECTION.test(text)
}

const isServiceText = (text: string): boolean =>
  text.length <= 900 && SERVICE_HEADS.some((pattern) => pattern.test(text))

const isTagList = (text: string): boolean => {
  if (text.length > 200 || /[.!?:;]/u.test(text)) return false
  const pieces = text.split(/,[ \u00a0]?/u)
  return pieces.length >= 3 && pieces.every((piece) => piece.length > 1 && countWords(piece) <= 3)
}

/** One small function a mark, asked in order: the first that knows the line answers. */
const RULES: readonly (readonly [Exclude<Mark, null>, (text: string) => boolean])[] = [
  ['service', (text) => !LETTER.test(text)],
  [
    'copyright',
    (text) => text.length <= 400 && (COPYRIGHT.test(text) || COPYRIGHT_LATE.test(text)) && !/^\(?фото/iu.test(text),
  ],
  ['comments', (text) => COMMENTS.test(text)],
  ['meta-head', (text) => META_ALONE.test(text)],
  ['caption', (text) => text.length <= 400 && CAPTION_HEAD.test(text)],
  [
    'service',
    (text) =>
      isControl(text) || isControlRow(text) || AGE.test(text) || (CONTROL_VERB.test(text) && countWords(text) <= 6),
  ],
  ['credit', isCredit],
  ['stamp', isStampLine],
  ['note', isNoteLine],
  [
    'service',
    (text) => text.length <= 260 && (TO_CHANNEL.test(text) || (text.length <= 60 && CHANNEL_FIRST.test(text))),
  ],
  ['service', isServiceText],
  [
    'meta',
    (text) =>
      (text.length <= 300 && META_HEAD.test(text)) ||
      COUNTER.test(text) ||
      COUNTER_HEAD.test(text) ||
      (text.length <= 120 && ISSUE.test(text)),
  ],
  ['meta', (text) => HASHTAGS.test(text) || URL_LINE.test(text)],
  ['service', (text) => EMAIL_OR_PHONE.test(text)],
  [
    'meta',
    (text) => text.length <= 200 && /[/›»>→•|·]/u.test(text) && BREADCRUMBS.test(text) && countWords(text) <= 16,
  ],
  ['meta', isTagList],
]

const teaserMark = (text: string): Mark => {
  const head = TEASER_HEAD.exec(text)
  if (head) {
    const rest = text.slice(head[0].length)
    if (!LETTER.test(rest)) return 'teaser-head'
    if (/^[ \u00a0]{0,2}[:—–>→»-][ \u00a0]{0,2}/u.test(rest) && !/^[ \u00a0]?[—–-][ \u00a0]?[а-яё]/u.test(rest))
      return 'teaser'
  }
  return TEASER_COLON.test(text) && text.length <= 220 ? 'teaser' : null
}

/** The mark of one block; only its own text is looked at. */
export const markOf = (block: Block): Mark => {
  const { text } = block
  const teaser = text.length <= 260 && !isControl(text) ? teaserMark(text) : null
  if (teaser !== null) return teaser
  for (const [mark, rule] of RULES) if (rule(text)) return mark
  return null
}

/** Whether the law's set words stand in the text ("внесен в реестр …", "признан в РФ …"). */
export const isLegal = (text: string): boolean => LEGAL.test(text)

import type { Line } from './text/line.ts'

const WHERE =
  '(?:telegram|телеграм[а-яё]*|дзен[а-яё]*|max|vk|вконтакте|одноклассниках|google|яндекс[а-яё]*|соцсетях|социальных сетях|whatsapp|viber|instagram|facebook|twitter|youtube|rutube)'

// "Читайте X в Telegram", "Подписывайтесь на X в Дзене": X in the accusative, with or without "канал" before it.
const FOLLOW = new RegExp(
  `^[^\\p{L}]{0,4}(?:читайте|смотрите|слушайте|следите за|подпи(?:шитесь|сывайтесь) на)[ \\u00a0](?:новости[ \\u00a0])?(?:наш[а-яё]*[ \\u00a0])?(?:(?:телеграм|telegram)-)?(?:канал[а-яё]*[ \\u00a0])?([^.!?]{2,50}?)[ \\u00a0]+(?:в|на|во)[ \\u00a0]${WHERE}`,
  'iu',
)
const COPYRIGHT =
  /(?:©|\([cс]\)|copyright)[ \u00a0]*(?:(?:19|20)\d\d[ \u00a0]?(?:[—–-][ \u00a0]?(?:(?:19|20)\d\d|н\.[ \u00a0]?в\.))?(?:[ \u00a0]?гг?\.)?[ \u00a0,.:—–-]*)?(?:(?:сетевое издание|информационное агентство|информагентство|интернет-издание|интернет-газета|интернет-портал|портал|газета|журнал|издание|редакция|иа|миа|ао|ооо|зао|тоо)[ \u00a0]+){0,3}(\S[^©]{1,80})/iu
const REGISTERED =
  /^(?:сетевое издание|информационное агентство|интернет-издание|информагентство|сми|редакция)[ \u00a0]+([«"“][^«»"“”]{2,50}[»"”])/iu
const QUOTED = /^[«"“]([^«»"“”]{2,50})[»"”]/u
// Words of a name: each begins with a capital or a digit; a full stop may stand inside ("Пример.ру"), not behind.
const CAPITALIZED =
  /^[A-ZА-ЯЁ0-9][\p{L}\p{N}&+-]{0,30}(?:\.[\p{L}\p{N}]{2,12})?(?:[ \u00a0][A-ZА-ЯЁ0-9][\p{L}\p{N}&+-]{0,30}(?:\.[\p{L}\p{N}]{2,12})?){0,4}/u

/** The name that a text begins with: quoted, or in capitalized words. */
const nameAt = (text: string | undefined): string | null => {
  if (text === undefined) return null
  return clean(QUOTED.exec(text)?.[1] ?? CAPITALIZED.exec(text)?.[0])
}

const EDITORS_NOTE =
  /[—–([-][ \u00a0]?прим(?:\.|ечание)[ \u00a0]?(?:редакции[ \u00a0])?(?:«([^«»]{2,40})»|([A-ZА-ЯЁ][\p{L}.]{1,20}(?:\.[a-z]{2,4})?))/giu
const SQUARE_NOTE = /\[[^[\]]{1,200}[—–-][ \u00a0]([A-ZА-ЯЁ]{2,10})\]/gu
const GENERIC =
  /^(?:все(?![а-яё])|права|сайт|редакц|автор|наш|нас$|ред(?![а-яё])|перевод|пресс-служб|мид(?![а-яё])|минобороны|канал|новости$|copyright|фото)/iu

/** A feminine name in the accusative, as it stands behind "читайте", brought back to the nominative. */
const nominative = (name: string): string =>
  name.replace(/[\p{L}]+/gu, (word, at: number) => {
    if (name[at - 1] === '.' || word.length < 4) return word
    return word
      .replace(/ую$/u, 'ая')
      .replace(/юю$/u, 'яя')
      .replace(/([бвгджзклмнпрстфхцчшщ])у$/u, '$1а')
      .replace(/ию$/u, 'ия')
  })

/** A genitive cannot be undone safely: only names that do not decline are taken from "Прим. X". */
const indeclinable = (name: string): boolean => /^[A-Za-z.]+$/u.test(name) || (name.match(/[А-ЯЁ]/gu) ?? []).length >= 2

const clean = (name: string | undefined): string | null => {
  const text = name?.replace(/[ \u00a0.,:;—–-]+$/u, '').trim() ?? ''
  return text.length < 2 || text.length > 60 || GENERIC.test(text) || /^\d+$/u.test(text) ? null : text
}

const REST =
  /[.!?](?=[ \u00a0]|$)|[,;|/]|[ \u00a0](?=(?:Все|All|При|Использование|Любое|Копирование|Свидетельство|Сетевое|Перепечатка|\d+\+)(?![а-яё]))/u

/** What stands behind the sign up to the next sentence is the owner, when it is short; else its capitalized words are. */
const ownerAt = (text: string | undefined): string | null => {
  if (text === undefined || QUOTED.test(text)) return nameAt(text)
  const owner = text.slice(0, REST.exec(text)?.index ?? text.length).trim()
  return /^[A-ZА-ЯЁ\d]/u.test(owner) && owner.split(/\s+/u).length <= 5 ? clean(owner) : nameAt(text)
}

const fromCopyright = (lines: readonly Line[]): string | null => {
  for (const line of lines) {
    const name = line.mark === 'copyright' ? ownerAt(COPYRIGHT.exec(line.block.text)?.[1]) : null
    if (name !== null) return name
  }
  return null
}

/** The whole of what stands between "читайте" and the channel must be a name: "нас", "новости дня" are none. */
const fromFollow = (text: string): string | null => {
  const object = FOLLOW.exec(text)?.[1]?.trim()
  const name = nameAt(object)
  if (name === null || object === undefined || object === object.toLowerCase()) return null
  return object.replace(/[«»"“”]/gu, '') === name && !/^НАС$/u.test(name) ? nominative(name) : null
}

const fromService = (lines: readonly Line[]): string | null => {
  for (const line of lines) {
    if (line.label !== 'service' && line.label !== 'teaser') continue
    const name = fromFollow(line.block.text) ?? nameAt(REGISTERED.exec(line.block.text)?.[1])
    if (name !== null) return name
  }
  return null
}

/** "Headline — Outlet, 12.05.2023": the page's title as a line of its own. */
const fromTitle = (lines: readonly Line[]): string | null => {
  const headline = lines.find((line) => line.label === 'headline')?.block.text
  if (headline === undefined) return null
  for (const { block, label } of lines) {
    if (label !== 'meta' || !block.text.startsWith(headline)) continue
    const name = nameAt(/^[ \u00a0]?[|—–-][ \u00a0]?(\S.*)$/u.exec(block.text.slice(headline.length))?.[1])
    if (name !== null) return name
  }
  return null
}

const fromNotes = (text: string): string | null => {
  for (const match of text.matchAll(EDITORS_NOTE)) {
    const name = clean(match[1] ?? match[2])
    if (name !== null && indeclinable(name)) return name
  }
  for (const match of text.matchAll(SQUARE_NOTE)) {
    const name = clean(match[1])
    if (name !== null) return name
  }
  return null
}

/**
 * The outlet by the page's own words: its copyright line, "Читайте X в Telegram", its editors' notes, at last the agency
 * of its dateline. null when the page does not name it: an agency that the text merely quotes is a source.
 */
export const findOutlet = (lines: readonly Line[], text: string, agency: string | null): string | null =>
  fromCopyright(lines) ?? fromService(lines) ?? fromTitle(lines) ?? fromNotes(text) ?? agency

const CREDITED =
  /^(?:источник|по[ \u00a0](?:материалам|сообщению|информации|данным)|оригинал(?:[ \u00a0]материала|[ \u00a0]статьи)?)[ \u00a0]?:?[ \u00a0]*[«"]?([A-ZА-ЯЁ][^.,;:»"]{1,40})/iu

/** Agencies and outlets that a line of the page credits for its text ("Источник: ТАСС"), as written. */
export const findCredits = (lines: readonly Line[]): string[] => {
  const credits: string[] = []
  for (const line of lines) {
    const name = line.label === 'meta' ? CREDITED.exec(line.block.text)?.[1]?.trim() : undefined
    if (name !== undefined && !credits.includes(name)) credits.push(name)
  }
  return credits
}

import { saysBotCheck } from '../network/walls.ts'
import type { PageHead } from './head.ts'

const NOT_FOUND =
  /(?:^|[|—–:-]\s*)(?:404(?:$|\s*[|—–:-])|404\s+(?:ошибка|error|not found))|(?:^|[\s|—–:.-])(?:ошибка\s+404|error 404|page not found|(?:страниц[аы]|материал|статья|новость|публикация|документ|запись)\s+(?:больше\s+)?не\s+(?:найден[аоы]?|существует)|(?:такой|этой)\s+страницы\s+(?:не\s+существует|нет)|(?:материал|статья|новость|публикация|страница)\s+(?:был[аи]?\s+)?(?:удал[её]н[аы]?|снят[аы]?\s+с\s+публикации|недоступ(?:ен|на)))/iu
const CONSENT_PATH =
  /(?:^|[/._-])(?:consent|cookie-?wall|cookie-?consent|gdpr|privacy-?gate|privacy-?wall)(?:[/._?-]|$)/i
const CONSENT =
  /(?:cookie|куки)[\s\S]{0,200}(?:согласи|принима|разреш|accept|consent|agree)|(?:согласи|принять|разреш|accept|consent|agree)[\s\S]{0,200}(?:cookie|куки)/iu
const LOGIN =
  /(?:войдите|авторизуйтесь|зарегистрируйтесь|оформите\s+подписку|подпишитесь)[^.]{0,80}(?:чтобы|для)[^.]{0,40}(?:чита|продолж|просмотр|доступ)|(?:чтобы|для\s+того)[^.]{0,60}(?:чита|продолж|просмотр)[^.]{0,60}(?:войдите|авторизуйтесь|зарегистрируйтесь|оформите|подпи[сш])|(?:только|доступ(?:ен|на|но))\s+(?:для\s+)?(?:подписчик|зарегистрированн)|subscribe to (?:continue|read)|log in to (?:continue|read)/iu
const SCRIPT =
  /(?:включите|необходимо включить|требуется|поддержк[аиу])\s+(?:поддержку\s+)?java-?script|enable javascript|javascript is (?:disabled|required)/iu

/** A page with less text outside its links has no article. */
const SHORT = 500

/** A headline may tell of something that was removed; on a page with a text only a short notice speaks of the page. */
const saysNone = (text: string, short: boolean): boolean => {
  const match = NOT_FOUND.exec(text)
  return match !== null && (short || (text.length < 45 && match.index < 5))
}

const depth = (url: URL): number => url.pathname.split('/').filter(Boolean).length

/** Whether a redirect led from a page to the front page: what sites do with pages that are gone. */
export const movedToFront = (asked: string, url: string): boolean =>
  depth(new URL(asked)) >= 2 && depth(new URL(url)) === 0

/**
 * Why a page that came as a success is no article: `soft-404`, `consent-wall`, `login-wall`, `bot-check`, `script-wall`;
 * null when nothing speaks against it. `asked` and `url` are the addresses before and after redirects.
 */
export const pageFault = (head: PageHead, asked: string, url: string): string | null => {
  const [from, to] = [new URL(asked), new URL(url)]
  const short = head.text.length < SHORT
  if (saysNone(head.heading, short) || (saysNone(head.title, short) && head.ogType !== 'article')) return 'soft-404'
  if (saysBotCheck(head.title, head.text)) return 'bot-check'
  if (CONSENT_PATH.test(`${to.hostname}${to.pathname}`) && !CONSENT_PATH.test(from.hostname + from.pathname))
    return 'consent-wall'
  if (movedToFront(asked, url)) return 'soft-404'
  if (!short) return null
  if (NOT_FOUND.test(head.text)) return 'soft-404'
  if (LOGIN.test(head.text)) return 'login-wall'
  if (CONSENT.test(head.text)) return 'consent-wall'
  return SCRIPT.test(head.text) ? 'script-wall' : null
}

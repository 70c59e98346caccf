import { decode } from '../../core/index.ts'
import type { Answer } from './request.ts'

const HEAD = 4_000

// Titles and first words of the checks that stand before a site and are the same everywhere.
const CHECKS =
  /just a moment|attention required! \| cloudflare|ddos-guard|checking your browser|проверка (?:вашего )?браузера|вы не робот|are you (?:a )?(?:robot|human)|smartcaptcha|showcaptcha|verify you are human|подтвердите, что (?:вы|запросы)|access denied \| |antibot|qrator|доступ (?:к (?:сайту|ресурсу) )?(?:временно )?ограничен/i

/** Whether an answer that is no success is a check for robots and not the server's own error. */
export const isBotCheck = (answer: Answer): boolean => {
  if (answer.header('cf-mitigated') === 'challenge') return true
  if (answer.status !== 403 && answer.status !== 429 && answer.status !== 503 && answer.status !== 401) return false
  return CHECKS.test(decode(answer.bytes.subarray(0, HEAD)).text)
}

/** Whether the words of a page that came as a success are such a check. */
export const saysBotCheck = (title: string, text: string): boolean =>
  CHECKS.test(title) || (text.length < 600 && CHECKS.test(text))

import PostalMime, { type Email } from 'postal-mime'
import { failure, type Problem } from '../../core/index.ts'
import { feedDate } from '../feeds/dates.ts'
import type { Page, PageMeta } from '../page.ts'

const header = (email: Email, name: string): string | null =>
  email.headers.find(({ key }) => key === name)?.value.trim() || null

const isPage = (address: string | null): address is string => address !== null && /^https?:\/\//i.test(address)

/** The first HTML part is the page; frames behind it are other documents and are cut where the next one begins. */
const firstDocument = (html: string): string => {
  const end = html.search(/<\/html\s*>/i)
  return end < 0 ? html : html.slice(0, end + 7)
}

const written = (text: string, format: 'html' | 'text', input: string, meta: PageMeta): Page => ({
  kind: 'file-page',
  input,
  format,
  bytes: new TextEncoder().encode(text),
  charset: 'utf-8',
  meta,
})

/**
 * A page saved as MHTML, or a letter (.eml: a newsletter, an article sent by mail). Of a saved page the address and the
 * time of saving are known, of a letter its sender, subject and date. Problems: `bad-archive`, `no-text`.
 */
export const readMail = async (bytes: Uint8Array, input: string, kind: 'mhtml' | 'eml'): Promise<Page | Problem> => {
  let email: Email
  try {
    email = await PostalMime.parse(bytes, { maxNestingDepth: 50 })
  } catch (error) {
    return failure('bad-archive', input, { what: kind.toUpperCase(), words: String(error).slice(0, 200) })
  }
  const date = feedDate(header(email, 'date') ?? email.date)
  const location = header(email, 'snapshot-content-location') ?? header(email, 'content-location')
  const title = email.subject?.trim()
  const meta: PageMeta = {
    ...(isPage(location) ? { url: location } : {}),
    ...(title ? { title } : {}),
    ...(kind === 'eml' && email.from?.name ? { outlet: email.from.name } : {}),
    ...(date === null ? {} : kind === 'eml' ? { published: date } : { fetched: date }),
  }
  if (email.html) return written(firstDocument(email.html), 'html', input, meta)
  if (!email.text?.trim()) return failure('no-text', input)
  return written(email.text, 'text', input, meta)
}

import { failure, type Problem } from '../../core/index.ts'
import type { Page, PageMeta } from '../page.ts'

const MOST_PAGES = 1_000
const ENDS = /[.!?…:;»”"')\]]$/u

/**
 * Lines of a page as it was set, joined into paragraphs: a line goes on in the next one when it is nearly as long as the
 * longest and ends no sentence; a word that was parted at its end is made whole.
 */
export const joinLines = (text: string): string => {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b)
  const full = 0.75 * (lengths[Math.floor(lengths.length * 0.9)] ?? 0)
  const paragraphs: string[] = []
  let open = false
  for (const line of lines) {
    if (line === '') {
      open = false
      continue
    }
    const last = paragraphs.at(-1)
    const begins = /^[\p{Ll}(«"–—\d]/u.test(line)
    if (last !== undefined && open && /\p{Ll}[-\u00ad]$/u.test(last) && /^\p{Ll}/u.test(line))
      paragraphs[paragraphs.length - 1] = last.slice(0, -1) + line
    else if (last !== undefined && open) paragraphs[paragraphs.length - 1] = `${last} ${line}`
    else if (last !== undefined && /^\p{Ll}/u.test(line) && begins && !ENDS.test(last))
      paragraphs[paragraphs.length - 1] = `${last} ${line}`
    else paragraphs.push(line)
    open = line.length >= full && !(ENDS.test(line) && line.length < full * 1.1)
  }
  return paragraphs.join('\n\n')
}

/**
 * The text of a PDF that holds text; pictures of pages hold none. Problems: `pdf-locked`, `pdf-no-text`, `too-large`,
 * `bad-archive`.
 */
export const readPdf = async (bytes: Uint8Array, input: string, given: PageMeta): Promise<Page | Problem> => {
  const { extractText, getDocumentProxy } = await import('unpdf')
  try {
    // The library takes the bytes away from their owner.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })
    if (document.numPages > MOST_PAGES)
      return failure('too-long', input, { pages: document.numPages, limit: MOST_PAGES })
    const { text } = await extractText(document, { mergePages: false })
    await document.destroy()
    const joined = text.map(joinLines).join('\n\n')
    if (!/\p{L}{3}/u.test(joined)) return failure('pdf-no-text', input)
    return {
      kind: 'file-page',
      input,
      format: 'text',
      bytes: new TextEncoder().encode(joined),
      charset: 'utf-8',
      meta: given,
    }
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return /password/i.test(words)
      ? failure('pdf-locked', input)
      : failure('bad-archive', input, { what: 'PDF', words: words.slice(0, 200) })
  }
}

/** A page as `POST /api/pages` takes it. */
export interface SentPage {
  readonly input: string
  readonly meta: Readonly<Record<string, string>>
  readonly text?: string
  readonly format?: 'html' | 'text'
  readonly base64?: string
}

/** What was not read, with why; `detail` is for the reader's eyes. */
export interface Left {
  readonly input: string
  readonly code: string
  readonly detail: string
}

const LARGEST = 32 * 1024 * 1024
const META = ['id', 'url', 'outlet', 'published', 'updated', 'title', 'fetched']

const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}

const recordOf = (line: string, input: string): SentPage | Left => {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch (error) {
    return { input, code: 'not-json', detail: error instanceof Error ? error.message : '' }
  }
  const fields = (typeof record === 'object' && record !== null ? record : {}) as Readonly<Record<string, unknown>>
  if (typeof fields.text !== 'string') return { input, code: 'not-a-record', detail: '' }
  const meta = Object.fromEntries(
    META.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])),
  ) as Record<string, string>
  return { input, text: fields.text, meta }
}

const linesOf = (text: string, name: string): (SentPage | Left)[] =>
  text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [recordOf(line, `${name}#${i + 1}`)]))

/** The pages of one file; what cannot be read comes back as why. */
export const pagesOf = async (file: File): Promise<readonly (SentPage | Left)[]> => {
  const { name } = file
  const left = (code: string, detail = ''): readonly Left[] => [{ input: name, code, detail }]
  if (file.size === 0) return left('empty')
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1]
  try {
    if (ending === 'ndjson' || ending === 'jsonl' || ending === 'json') return linesOf(await file.text(), name)
    if (file.size > LARGEST) return left('too-large')
    const format =
      ending === 'html' || ending === 'htm' || ending === 'xhtml' ? 'html' : ending === 'txt' ? 'text' : null
    if (format === null) return left('unknown-format')
    return [{ input: name, format, base64: base64Of(new Uint8Array(await file.arrayBuffer())), meta: {} }]
  } catch (error) {
    return left('unreadable', error instanceof Error ? error.message : '')
  }
}

export const isLeft = (page: SentPage | Left): page is Left => 'code' in page

const MOST = 50
const BYTES = 4_000_000

/** Pages in groups that one request carries, so that progress is seen and nothing waits for the last one. */
export const groupsOf = (pages: readonly SentPage[]): SentPage[][] => {
  const groups: SentPage[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const page of pages) {
    const length = (page.text ?? page.base64 ?? '').length
    if (size + length > BYTES || (groups.at(-1)?.length ?? 0) >= MOST) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(page)
    size += length
  }
  return groups
}

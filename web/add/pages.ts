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

const LARGEST = 3_000_000

const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}

const FORMATS: Readonly<Record<string, SentPage['format']>> = { html: 'html', htm: 'html', xhtml: 'html', txt: 'text' }

/** Whether a file is one page of common size: many of these go in one request; any other file goes as it is. */
export const isPage = ({ name, size }: File): boolean =>
  size > 0 && size < LARGEST && FORMATS[name.toLowerCase().split('.').at(-1) ?? ''] !== undefined

export const pageOf = async (file: File): Promise<SentPage> => ({
  input: file.name,
  format: FORMATS[file.name.toLowerCase().split('.').at(-1) ?? ''] ?? 'text',
  base64: base64Of(new Uint8Array(await file.arrayBuffer())),
  meta: {},
})

const MOST = 50
const BYTES = 4_000_000

/** Pages in groups that one request carries, so that progress is seen and nothing waits for the last one. */
export const groupsOf = <T>(all: readonly T[], sizeOf: (each: T) => number): T[][] => {
  const groups: T[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const each of all) {
    const length = sizeOf(each)
    if (size + length > BYTES || (groups.at(-1)?.length ?? 0) >= MOST) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(each)
    size += length
  }
  return groups
}

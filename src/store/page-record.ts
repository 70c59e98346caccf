import { createHash } from 'node:crypto'
import type { Page } from '../collect/index.ts'

/** A page as it is kept: what is known of it apart from its bytes. */
export type KeptPage = { readonly id: string; readonly record: PageRecord; readonly bytes: Uint8Array }

type PageRecord =
  | {
      readonly kind: 'file-page'
      readonly input: string
      readonly format: 'html' | 'text'
      readonly charset?: string
      readonly meta: Page['meta']
    }
  | { readonly kind: 'record-page'; readonly input: string; readonly meta: Page['meta'] }

const META_FIELDS = ['id', 'url', 'outlet', 'published', 'updated', 'title', 'fetched'] as const

/**
 * A page in the form that the journal and the database keep. Its id is that of its content and of what its user knows
 * about it, wherever it was read from: the same page from two folders is one page.
 */
export const keepPage = (page: Page): KeptPage => {
  const bytes = page.kind === 'file-page' ? page.bytes : new TextEncoder().encode(page.text)
  const record: PageRecord =
    page.kind === 'file-page'
      ? {
          kind: page.kind,
          input: page.input,
          format: page.format,
          ...(page.charset === undefined ? {} : { charset: page.charset }),
          meta: page.meta,
        }
      : { kind: page.kind, input: page.input, meta: page.meta }
  const known = META_FIELDS.map((field) => page.meta[field] ?? null)
  const shape = page.kind === 'file-page' ? [page.kind, page.format, page.charset ?? null] : [page.kind]
  const hash = createHash('sha256')
    .update(JSON.stringify([...shape, ...known]))
    .update('\0')
    .update(bytes)
  return { id: hash.digest('hex').slice(0, 24), record, bytes }
}

/** The page again, as it came in. */
export const pageAgain = (record: KeptPage['record'], bytes: Uint8Array): Page =>
  record.kind === 'file-page' ? { ...record, bytes } : { ...record, text: new TextDecoder().decode(bytes) }

import { z } from 'zod'
import type { Page } from '../collect/index.ts'
import { type Fault, fault } from './fault.ts'

const line = z.string().max(4_000)
const meta = z
  .strictObject({
    id: line.optional(),
    url: line.optional(),
    outlet: line.optional(),
    published: line.optional(),
    updated: line.optional(),
    title: line.optional(),
    fetched: line.optional(),
  })
  .default({})

const filePage = z.strictObject({
  input: line,
  format: z.enum(['html', 'text']),
  base64: z.base64(),
  charset: line.optional(),
  meta,
})
const recordPage = z.strictObject({ input: line, text: z.string(), meta })

/** Pages as they travel to a running server: bytes in base64, or an article record's text. */
export const pagesBody = z.strictObject({ pages: z.array(z.union([filePage, recordPage])).max(1_000) })

type WirePage = z.input<typeof pagesBody>['pages'][number]

const defined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

const pageOf = (wire: z.output<typeof pagesBody>['pages'][number]): Page => {
  const common = { input: wire.input, meta: defined(wire.meta) }
  if ('text' in wire) return { kind: 'record-page', ...common, text: wire.text }
  const bytes = new Uint8Array(Buffer.from(wire.base64, 'base64'))
  const charset = wire.charset === undefined ? {} : { charset: wire.charset }
  return { kind: 'file-page', ...common, format: wire.format, bytes, ...charset }
}

/** Reads the body of `POST /api/pages`. */
export const readPages = (body: unknown): readonly Page[] | Fault => {
  const result = pagesBody.safeParse(body)
  if (result.success) return result.data.pages.map(pageOf)
  const issue = result.error.issues[0]
  const where = issue?.path.join('.') || 'the body'
  return fault(
    400,
    'bad-pages',
    `Not a list of pages: ${where}: ${issue?.message ?? 'not accepted'}.`,
    'Send {"pages": [{"input", "text", "meta"} or {"input", "format", "base64", "meta"}]}, at most 1000 a request.',
  )
}

/**
 * The body of `POST /api/pages` for a second process that may not open the chronicle's folder itself.
 *
 * @example await fetch(`${server}/api/pages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: pagesToJson(pages) })
 */
export const pagesToJson = (pages: readonly Page[]): string =>
  JSON.stringify({
    pages: pages.map(
      (page): WirePage =>
        page.kind === 'record-page'
          ? { input: page.input, text: page.text, meta: page.meta }
          : {
              input: page.input,
              format: page.format,
              base64: Buffer.from(page.bytes).toString('base64'),
              ...(page.charset === undefined ? {} : { charset: page.charset }),
              meta: page.meta,
            },
    ),
  })

import { failure, type Problem } from '../../core/index.ts'
import { binaryKind } from '../format.ts'
import type { Limits } from '../limits.ts'
import type { Page } from '../page.ts'
import { fileProblem, readAll, TooLarge } from '../source.ts'
import { unpackBody } from '../unpack.ts'

const PAGES = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/

const typeOf = (header: string | null | undefined) => {
  const type = header ?? ''
  const charset = /charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})/i.exec(type)?.[1]
  return { type: (type.split(';')[0] ?? '').trim().toLowerCase(), charset }
}

/**
 * The pages of a WARC file, packed or not: responses with status 200 that are HTML or plain text, `resource` records of
 * these types, and the plain texts of a WET file. What is none of them is passed over; a record that is too large is told
 * of, and a file that breaks off gives what stands before the break.
 */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  input: string,
  limits: Limits,
): AsyncGenerator<Page | Problem> {
  const { AsyncIterReader, WARCParser } = await import('warcio')
  let any = false
  try {
    for await (const record of new WARCParser(bytes as AsyncIterable<Uint8Array>)) {
      if (!record.warcType) break
      any = true
      const url = record.warcTargetURI
      const http = record.warcType === 'response' ? record.httpHeaders : null
      const header = (name: string): string | null => (http?.headers as Headers | undefined)?.get(name) ?? null
      const { type, charset } = typeOf(http ? header('content-type') : record.warcContentType)
      const wanted =
        record.warcType === 'response'
          ? Number(http?.statusCode) === 200
          : /^(?:resource|conversion)$/.test(record.warcType ?? '')
      if (!url || !wanted || !PAGES.test(type)) continue
      const at = `${input}#${url}`
      try {
        const chunked = /chunked/i.test(header('transfer-encoding') ?? '')
        const body = chunked ? new AsyncIterReader(record.reader, null, true) : record.reader
        const packed = await readAll(body as AsyncIterable<Uint8Array>, limits.pageBytes)
        const content = await unpackBody(
          packed,
          (header('content-encoding') ?? '').trim().toLowerCase(),
          limits.pageBytes,
        )
        if (content.length === 0 || binaryKind(content) !== null) continue
        yield {
          kind: 'file-page',
          input: at,
          format: type === 'text/plain' ? 'text' : 'html',
          bytes: content,
          ...(charset === undefined ? {} : { charset }),
          meta: { url, ...(record.warcDate ? { fetched: record.warcDate } : {}) },
        }
      } catch (error) {
        if (!(error instanceof TooLarge) && !/^Z_|^ERR_/.test((error as { code?: string }).code ?? '')) throw error
        yield fileProblem(error, at)
      }
    }
    if (!any) yield failure('bad-archive', input, { what: 'WARC' })
  } catch (error) {
    yield failure('bad-archive', input, { what: 'WARC', words: String(error).slice(0, 200) })
  }
}

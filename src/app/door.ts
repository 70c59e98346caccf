import { timingSafeEqual } from 'node:crypto'
import type { Correction, CorrectionAction } from '../chronicle/index.ts'
import type { Page } from '../collect/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { ArticleLine, Changes, EntryFilter, Paging, RecordTable } from '../store/index.ts'
import type { ChangingTable } from './hashes.ts'
import type { AddStep, OpenChronicle, Workable } from './open-chronicle.ts'
import { readPublishers } from './publishers.ts'
import { tablesThrough } from './tables.ts'
import type { VersionPair } from './version-views.ts'

/**
 * An embedded chronicle is open in one process only. While that one serves, others on the same machine work through its
 * door: one address that takes what a `Workable` is asked, and a token that only who may read the folder knows.
 */
export const DOOR_PATH = '/door'

type SentPage = Omit<Page, 'bytes'> & { readonly bytes?: string }

const toSend = (page: Page): SentPage =>
  page.kind === 'file-page' ? { ...page, bytes: Buffer.from(page.bytes).toString('base64') } : page

const received = (page: SentPage): Page =>
  (page.bytes === undefined ? page : { ...page, bytes: new Uint8Array(Buffer.from(page.bytes, 'base64')) }) as Page

/** What is answered as lines of JSON, one record after another, so that it need not stand in memory at either end. */
interface StreamAsked {
  readonly method: 'stream'
  readonly table: RecordTable | 'facts'
}

type Asked =
  | { readonly method: 'add'; readonly pages: readonly SentPage[] }
  | { readonly method: 'facts'; readonly id: string }
  | StreamAsked
  | { readonly method: 'changes'; readonly table: ChangingTable; readonly since: string | null }
  | { readonly method: 'allEntries'; readonly filter: EntryFilter; readonly order: 'new' | 'old' }
  | { readonly method: 'remove'; readonly ids: readonly string[]; readonly version?: string }
  | { readonly method: 'versions'; readonly id: string; readonly pair: VersionPair }
  | { readonly method: 'settle' | 'overview' | 'chronicle' | 'articles' | 'correctionLog' }
  | { readonly method: 'corrections'; readonly page: Paging }
  | { readonly method: 'correct'; readonly author: string; readonly actions: readonly CorrectionAction[] }
  | { readonly method: 'importCorrections'; readonly log: readonly Correction[] }

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

// A line a piece would cost more than the line.
const PIECE = 64 * 1024

/** Records as lines of JSON, made while the asker reads. */
const streamOf = (items: AsyncIterable<unknown>): ReadableStream<Uint8Array> => {
  const records = items[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let text = ''
      while (text.length < PIECE) {
        const { done, value } = await records.next()
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += `${JSON.stringify(value)}\n`
      }
      controller.enqueue(encoder.encode(text))
    },
    cancel: async () => void (await records.return?.()),
  })
}

async function* recordsIn<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as T
  }
}

const answer = (letopis: OpenChronicle, asked: Exclude<Asked, StreamAsked>): Promise<unknown> => {
  switch (asked.method) {
    case 'add': {
      const pages = async function* (): AsyncGenerator<Page> {
        for (const page of asked.pages) yield received(page)
      }
      return collect(letopis.add(pages()))
    }
    case 'changes':
      return letopis
        .changes(asked.table, asked.since)
        .then(({ changed, ...rest }) => ({ ...rest, changed: [...changed] }))
    case 'allEntries':
      return letopis.allEntries(asked.filter, asked.order)
    case 'facts':
      return letopis.article(asked.id).then((view) => view?.facts ?? null)
    case 'remove':
      return letopis.removeArticles(asked.ids, asked.version)
    case 'versions':
      return letopis.versions(asked.id, asked.pair)
    case 'settle':
      return letopis.settle()
    case 'overview':
      return letopis.overview()
    case 'chronicle':
      return letopis.chronicle()
    case 'articles':
      return collect(letopis.articles())
    case 'corrections':
      return letopis.corrections(asked.page)
    case 'correctionLog':
      return letopis.correctionLog()
    case 'correct':
      return letopis.correct(asked.author, asked.actions)
    case 'importCorrections':
      return letopis.importCorrections(asked.log)
  }
}

const knows = (request: Request, token: string): boolean => {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const right = Buffer.from(`Bearer ${token}`)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Answers another process's request for what it would do itself if the folder were free. */
export const answerDoor = async (letopis: OpenChronicle, request: Request, token: string): Promise<Response> => {
  if (!knows(request, token)) return new Response(null, { status: 403 })
  try {
    const asked = (await request.json()) as Asked
    if (asked.method !== 'stream') return Response.json({ value: await answer(letopis, asked) })
    const tables = await letopis.tables()
    return new Response(streamOf(asked.table === 'facts' ? tables.facts() : tables.records(asked.table)))
  } catch (error) {
    const problem = (error as { problem?: unknown }).problem ?? null
    return Response.json({ problem, words: String(error) }, { status: 500 })
  }
}

// One request carries at most so many pages or bytes: each is answered when its pages are safely stored.
const PAGES = 16
const BYTES = 4_000_000

const bytesOf = (page: Page): number => (page.kind === 'file-page' ? page.bytes.length : page.text.length)

/** A chronicle that another process has open, worked with through its door. */
export const throughDoor = ({ url, token }: { readonly url: string; readonly token: string }): Workable => {
  const send = async (asked: Asked): Promise<Response> => {
    const response = await fetch(`${url}${DOOR_PATH}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    if (response.ok) return response
    const { words, problem } = (await response.json()) as { problem?: unknown; words?: string }
    throw Object.assign(new Error(words ?? response.statusText), { problem })
  }
  const ask = async <T>(asked: Exclude<Asked, StreamAsked>): Promise<T> =>
    ((await (await send(asked)).json()) as { readonly value: T }).value
  const stream = async function* <T>(table: StreamAsked['table']): AsyncGenerator<T> {
    const { body } = await send({ method: 'stream', table })
    if (body) yield* recordsIn<T>(body)
  }
  const factsOf = (id: string): Promise<ArticleFacts | null> => ask({ method: 'facts', id })
  return {
    condition: async () => ({ torn: 0, whole: true }),
    async *add(pages, signal) {
      let batch: Page[] = []
      let size = 0
      const hand = async (): Promise<AddStep[]> => {
        const sent = batch
        batch = []
        size = 0
        return sent.length === 0 ? [] : ask({ method: 'add', pages: sent.map(toSend) })
      }
      for await (const page of pages) {
        if (signal?.aborted) break
        if (page.kind === 'problem') {
          yield* await hand()
          yield page.severity === 'warning'
            ? { kind: 'warning', input: page.input, problem: page }
            : { kind: 'left-out', input: page.input, problem: page, warnings: [] }
          continue
        }
        batch.push(page)
        size += bytesOf(page)
        if (batch.length >= PAGES || size >= BYTES) yield* await hand()
      }
      yield* await hand()
    },
    settle: () => ask({ method: 'settle' }),
    removeArticles: (ids, version) => ask({ method: 'remove', ids, ...(version === undefined ? {} : { version }) }),
    versions: (id, pair) => ask({ method: 'versions', id, pair }),
    overview: () => ask({ method: 'overview' }),
    chronicle: () => ask({ method: 'chronicle' }),
    changes: (table, since) =>
      ask<Omit<Changes, 'changed'> & { readonly changed: readonly string[] }>({ method: 'changes', table, since }).then(
        ({ changed, ...rest }) => ({ ...rest, changed: new Set(changed) }),
      ),
    allEntries: (filter, order) => ask({ method: 'allEntries', filter, order }),
    tables: async () => ({
      ...tablesThrough(
        { records: (table) => stream(table), facts: () => stream('facts'), whole: () => ask({ method: 'chronicle' }) },
        factsOf,
      ),
      publisher: await readPublishers(),
    }),
    async *articles() {
      yield* await ask<readonly ArticleLine[]>({ method: 'articles' })
    },
    corrections: (page) => ask({ method: 'corrections', page }),
    correctionLog: () => ask({ method: 'correctionLog' }),
    correct: (author, actions) => ask({ method: 'correct', author, actions }),
    importCorrections: (log) => ask({ method: 'importCorrections', log }),
    close: async () => {},
  }
}

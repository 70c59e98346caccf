import { timingSafeEqual } from 'node:crypto'
import type { Chronicle, Correction, CorrectionAction } from '../chronicle/index.ts'
import type { Page } from '../collect/index.ts'
import type { ArticleLine, Changes, EntryFilter, Paging } from '../store/index.ts'
import type { ChangingTable } from './hashes.ts'
import type { AddStep, OpenChronicle, Workable } from './open-chronicle.ts'
import { readPublishers } from './publishers.ts'
import { tablesOf } from './tables.ts'
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

type Asked =
  | { readonly method: 'add'; readonly pages: readonly SentPage[] }
  | { readonly method: 'facts'; readonly id: string }
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

const answer = (letopis: OpenChronicle, asked: Asked): Promise<unknown> => {
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
    return Response.json({ value: await answer(letopis, (await request.json()) as Asked) })
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
  const ask = async <T>(asked: Asked): Promise<T> => {
    const response = await fetch(`${url}${DOOR_PATH}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    const body = (await response.json()) as { value: T; problem?: unknown; words?: string }
    if (!response.ok) throw Object.assign(new Error(body.words ?? response.statusText), { problem: body.problem })
    return body.value
  }
  return {
    condition: async () => ({ torn: 0, whole: true }),
    async *add(pages, signal) {
      let batch: Page[] = []
      let size = 0
      const send = async (): Promise<AddStep[]> => {
        const sent = batch
        batch = []
        size = 0
        return sent.length === 0 ? [] : ask({ method: 'add', pages: sent.map(toSend) })
      }
      for await (const page of pages) {
        if (signal?.aborted) break
        if (page.kind === 'problem') {
          yield* await send()
          yield page.severity === 'warning'
            ? { kind: 'warning', input: page.input, problem: page }
            : { kind: 'left-out', input: page.input, problem: page, warnings: [] }
          continue
        }
        batch.push(page)
        size += bytesOf(page)
        if (batch.length >= PAGES || size >= BYTES) yield* await send()
      }
      yield* await send()
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
      ...tablesOf(await ask<Chronicle>({ method: 'chronicle' }), (id) => ask({ method: 'facts', id })),
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

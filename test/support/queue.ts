import { expect } from 'vitest'
import { openChronicle } from '../../src/app/index.ts'
import type { Chronicle } from '../../src/chronicle/index.ts'
import type { Page } from '../../src/collect/index.ts'
import { type Running, startLetopis } from './letopis.ts'

const NAMES = ['Кари Дал', 'Уле Берг', 'Анна Лахти', 'Маркус Эк', 'Нина Ольсен']
const TOWNS = ['Хельсинки', 'Осло', 'Берген', 'Турку']

const dated = (at: number): string => `2024-05-${String(1 + (at % 28)).padStart(2, '0')}`

/** Invented pages: visits and talks that meet, some rewritten later, and one that cannot be read. */
export const queuePages = (count: number): Page[] =>
  Array.from({ length: count }, (_, at): Page => {
    const [who, other, town] = [NAMES[at % 5], NAMES[(at + 1 + (at % 3)) % 5], TOWNS[at % 4]]
    const day = 1 + (at % 28)
    const rewritten = at % 10 === 9
    const number = rewritten ? at - 3 : at
    return {
      kind: 'record-page',
      input: `pages.ndjson#${at + 1}`,
      text:
        at === 5
          ? 'This page is written in English, and nothing of it can be read yet.'
          : `Министр транспорта Норвегии ${who} прибыл в ${town} ${day} мая. Он провёл переговоры с министром Финляндии ${other}. Рейс номер ${number} ${rewritten ? 'отменили' : 'вышел'}.`,
      meta: {
        id: `queue-${number}`,
        outlet: ['Порт', 'Вечерний вестник', 'Залив'][at % 3]!,
        published: dated(number),
        ...(rewritten ? { updated: `${dated(number)}T20:00` } : {}),
        title: `${who} в городе ${town}`,
      },
    }
  })

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** The chronicle with its tables in one order, whatever they are kept in. */
const inOrder = (chronicle: Chronicle): unknown => {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    entries: byId(chronicle.entries),
    identities: byId(chronicle.identities),
    articles: byId(chronicle.articles),
    stories: byId(chronicle.stories),
    statements: chronicle.statements.toSorted((a, b) =>
      a.article === b.article ? a.index - b.index : a.article < b.article ? -1 : 1,
    ),
  }
}

/** The chronicle that one process makes of the pages. */
export const madeAlone = async (pages: readonly Page[]): Promise<unknown> => {
  const letopis = await openChronicle('memory:', { command: 'test', workers: 2 })
  try {
    await letopis.addPages(pages)
    return inOrder(await letopis.chronicle())
  } finally {
    await letopis.close()
  }
}

export const putIntoQueue = async (db: string, pages: readonly Page[]): Promise<void> => {
  const letopis = await openChronicle(db, { command: 'test' })
  try {
    for await (const { kind } of letopis.enqueue(each(pages))) expect(kind).toBe('queued')
  } finally {
    await letopis.close()
  }
}

/** What stands on the server once its queue is empty: the chronicle, and what could not be read. */
export const madeTogether = async (db: string) => {
  const letopis = await openChronicle(db, { command: 'test' })
  try {
    const { waiting, leftOut } = await letopis.queue()
    const { whole } = await letopis.condition()
    const kept = await letopis.chronicle()
    return { waiting, whole, leftOut: leftOut.map(({ input }) => input), chronicle: inOrder(kept) }
  } finally {
    await letopis.close()
  }
}

/** A worker as a process of its own. */
export const startWorker = (db: string, ...flags: readonly string[]): Running =>
  startLetopis(['work', '--db', db, '--workers', '1', '--verbose', ...flags])

/** Workers that end when nothing is left to do. */
export const workToTheEnd = async (db: string, workers: number): Promise<void> => {
  const running = Array.from({ length: workers }, () => startWorker(db, '--once'))
  for (const { ended } of running)
    expect((await ended).err.replace(/^.*pages\.ndjson#6.*\n/gm, '')).not.toMatch(/Error/)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdLittleGarbage } from '../src/app/engine.ts'
import { readRussianData } from '../src/app/index.ts'
import { Joining } from '../src/app/joining.ts'
import { readChronicle } from '../src/app/view/reader.ts'
import type { Chronicle } from '../src/chronicle/index.ts'
import type { ArticleFacts } from '../src/facts/index.ts'
import { loadRussian } from '../src/language/index.ts'
import { keepPage, openStore, type ReadPage, type Store } from '../src/store/index.ts'
import { fillWithCopies } from './scale-copies.ts'
import { inAnotherWorld, readFactsFile } from './scale-facts.ts'
import { table } from './table.ts'

export interface ScaleOptions {
  /** Numbers of articles at which is measured, rising. */
  readonly sizes: readonly number[]
  /** `embedded`, `memory:`, or the address of an empty PostgreSQL database. */
  readonly where: string
  /** On PostgreSQL: so many articles' records are then made of copies, without joining them, and asked of. */
  readonly copies?: number
}

// Pages that come one by one at each size, and questions that are asked.
const SINGLE = 30
const ASKED = 60
const WORDS = [
  'переговоры',
  'удар беспилотников',
  'визит президента',
  'санкции',
  'мобилизация',
  'Путин',
  'зерновая сделка',
]

const readOf = (facts: ArticleFacts): ReadPage => ({
  page: keepPage({ kind: 'record-page', input: facts.input, text: facts.text, meta: { id: facts.id } }),
  facts,
  givenId: facts.id,
})

const atShare = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? Number.NaN).toFixed(0)

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Wall-clock and processor time of some work, in milliseconds. */
const timed = async (work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> => {
  const [began, spent] = [performance.now(), cpu()]
  await work()
  return { wall: performance.now() - began, cpu: cpu() - spent }
}

async function* articles(path: string, most: number): AsyncGenerator<ArticleFacts> {
  let given = 0
  for (let copy = 0; given < most; copy++)
    for await (const facts of readFactsFile(path)) {
      if (given++ >= most) return
      yield inAnotherWorld(facts, copy)
    }
}

const asking = async (chronicle: Chronicle, store: Store): Promise<readonly string[]> => {
  let reader = readChronicle(chronicle, (id) => store.article(id), '0')
  const made = await timed(async () => {
    reader = readChronicle(chronicle, (id) => store.article(id), '0')
    await reader.entries({}, { offset: 0, limit: 50, order: 'new' })
  })
  const first: number[] = []
  const search: number[] = []
  for (let n = 0; n < ASKED; n++) {
    first.push((await timed(() => reader.entries({}, { offset: 0, limit: 50, order: 'new' }))).wall)
    const q = WORDS[n % WORDS.length] as string
    search.push((await timed(() => reader.entries({ q }, { offset: 0, limit: 50, order: 'new' }))).wall)
  }
  return [made.wall.toFixed(0), atShare(first, 0.95), atShare(search, 0.95)]
}

/** The same of a database filled with copies of a chronicle. */
const askingCopies = async (where: string, chronicle: Chronicle, articles: number): Promise<string[]> => {
  await fillWithCopies(where, chronicle, articles)
  const store = await openStore(where, { command: 'bench' })
  try {
    const whole = await store.chronicle()
    const asked = await asking(whole, store)
    const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0)
    return [`${whole.articles.length} (copies)`, '', '', '', '', '', '', memory, ...asked]
  } finally {
    await store.close()
  }
}

/** What adding and asking cost at several sizes of a chronicle; facts are read from a file, larger sets are made of them. */
export const benchScale = async (path: string, { sizes, where, copies }: ScaleOptions): Promise<string> => {
  const folder = where === 'embedded' ? mkdtempSync(join(tmpdir(), 'letopis-scale-')) : null
  const store = await openStore(folder ?? where, { command: 'bench' })
  const joining = new Joining(loadRussian(await readRussianData()))
  const rows: string[][] = []
  let latest: Chronicle | null = null
  holdLittleGarbage()
  try {
    const source = articles(path, sizes.at(-1) ?? 0)
    let size = 0
    for (const next of sizes) {
      const added = { wall: 0, cpu: 0 }
      let batch: ReadPage[] = []
      const put = async (): Promise<void> => {
        const spent = await timed(() => store.add(batch))
        added.wall += spent.wall
        added.cpu += spent.cpu
        batch = []
      }
      const from = size
      while (size < next - SINGLE) {
        const { value, done } = await source.next()
        if (done) break
        batch.push(readOf(value))
        size++
        if (batch.length >= 200) await put()
      }
      await put()
      const settled = await timed(() => store.renewBy(joining))
      const single: { wall: number; cpu: number }[] = []
      let chronicle: Chronicle | null = null
      for (; size < next; size++) {
        const { value, done } = await source.next()
        if (done) break
        single.push(
          await timed(async () => {
            await store.add([readOf(value)])
            chronicle = await store.renewBy(joining)
          }),
        )
      }
      const pages = Math.max(1, next - SINGLE - from)
      rows.push([
        String(size),
        (added.cpu / pages).toFixed(1),
        (settled.cpu / pages).toFixed(1),
        atShare(
          single.map((one) => one.cpu),
          0.5,
        ),
        atShare(
          single.map((one) => one.cpu),
          0.95,
        ),
        atShare(
          single.map((one) => one.wall),
          0.5,
        ),
        atShare(
          single.map((one) => one.wall),
          0.95,
        ),
        (process.resourceUsage().maxRSS / 1024).toFixed(0),
        ...(chronicle ? await asking(chronicle, store) : ['', '', '']),
      ])
      latest = chronicle
      console.error(rows.at(-1)?.join(' | '))
    }
  } finally {
    await store.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  if (copies && latest && !folder) rows.push(await askingCopies(where, latest, copies))
  return table(
    [
      'articles',
      'keep, ms of CPU each',
      'join and write, ms of CPU each',
      'one page more: CPU ms, median',
      'CPU ms, 95 %',
      'wall ms, median',
      'wall ms, 95 %',
      'most memory so far, MB',
      'index for reading, ms',
      'first page ms, 95 %',
      'search ms, 95 %',
    ],
    rows,
  )
}

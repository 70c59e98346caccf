import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ChronicleTables } from '../src/app/index.ts'
import type { ChronicleArticle, Entry, Identity } from '../src/chronicle/index.ts'
import { FORMATS, formatNamed, writeExport } from '../src/export/index.ts'
import type { ArticleFacts } from '../src/facts/index.ts'

/**
 * Peak memory of each format that streams, each in a process of its own, with generated entries: what is written grows,
 * what is held must not. The database is left out: it has its own.
 */
const ENTRIES = 200_000
const ARTICLES = 60_000
const ACTORS = 5_000
const KINDS = [
  'visit',
  'meeting',
  'call',
  'gathering',
  'agreement',
  'aid',
  'cooperation',
  'attack',
  'sanction',
] as const

const entryOf = (i: number): Entry => {
  const day = new Date(Date.UTC(2000, 0, 1 + (i % 9_000))).toISOString().slice(0, 10)
  const quote = `Участник ${i % ACTORS} и участник ${(i * 7) % ACTORS} обсудили поставки зерна и продолжат переговоры (${i}).`
  const cited = [0, 1, 2].map((k) => ({
    article: `a${(i + k) % ARTICLES}`,
    start: 0,
    end: quote.length,
    quote,
    outlet: `Газета ${(i + k) % 90}`,
    published: `${day}T10:00:00+03:00`,
    chain: [`Агентство ${i % 9}`, `Газета ${(i + k) % 90}`],
    status: 'happened' as const,
    date: day,
    place: 'Осло',
    event: 0,
    origin: k,
  }))
  const actor = (n: number) =>
    ({ name: `Участник ${n}`, nameEn: `Actor ${n}`, type: 'person', role: 'side', identity: `i${n}` }) as const
  return {
    id: `e${i.toString(16).padStart(15, '0')}`,
    aliases: [],
    kind: KINDS[i % KINDS.length]!,
    status: i % 10 === 0 ? 'planned' : 'happened',
    date: day,
    dateBasis: 'text',
    title: `Переговоры ${i}`,
    titleEn: `Talks ${i}`,
    participants: [actor(i % ACTORS), actor((i * 7) % ACTORS)],
    level: 'states',
    place: { name: 'Осло', nameEn: 'Oslo', identity: 'p' },
    evidence: cited,
    outlets: 3,
    origins: 3,
    history: [{ status: 'happened', article: `a${i % ARTICLES}`, published: day }],
    disagreements: [],
    granularity: [],
    partOf: null,
    story: null,
  }
}

const articleOf = (i: number): ChronicleArticle =>
  ({
    id: `a${i}`,
    input: `pages/${i}.html`,
    url: `https://gazeta.example/${i}`,
    outlet: `Газета ${i % 90}`,
    headline: `Заголовок ${i}`,
    published: '2010-01-01',
    reprintOf: null,
    story: null,
  }) as ChronicleArticle

const identityOf = (i: number): Identity => ({
  id: `i${i}`,
  type: 'person',
  name: `Участник ${i}`,
  nameEn: `Actor ${i}`,
  country: null,
  variants: [],
  roles: [],
  articles: 3,
})

const text = 'Участник 1 сказал, что поставки зерна выросли. '.repeat(40)
const factsOf = (i: number): ArticleFacts =>
  ({
    ...articleOf(i),
    language: 'ru',
    publishedBasis: 'input',
    updated: null,
    text,
    parts: [],
    notes: [],
    credits: [],
    mentions: Array.from({ length: 30 }, (_, n) => ({
      start: n * 47,
      end: n * 47 + 10,
      type: 'person',
      name: 'Участник 1',
      identity: 'p1',
    })),
    times: [],
    statements: [],
    events: [],
    figures: [],
    documents: [],
  }) as unknown as ArticleFacts

async function* made<T>(count: number, make: (i: number) => T): AsyncGenerator<T> {
  for (let i = 0; i < count; i++) yield make(i)
}

const RECORDS: Readonly<Record<string, () => AsyncIterable<unknown>>> = {
  entries: () => made(ENTRIES, entryOf),
  articles: () => made(ARTICLES, articleOf),
  identities: () => made(ACTORS, identityOf),
}

const tables: ChronicleTables = {
  records: (table) => (RECORDS[table]?.() ?? made(0, () => null)) as never,
  facts: () => made(ARTICLES, factsOf),
  analyses: () => made(0, () => null) as never,
  whole: () => Promise.reject(new Error('a format that streams asks for everything at once')),
}

const one = async (name: string): Promise<void> => {
  let bytes = 0
  for await (const piece of writeExport(formatNamed(name)!, tables)) bytes += Buffer.byteLength(piece)
  process.send?.({ bytes, peak: process.resourceUsage().maxRSS / 1024 })
}

/** `npm run bench -- exports`: a line a format. */
export const benchExports = async (): Promise<string> => {
  const lines: string[] = []
  for (const { name, streams } of FORMATS.filter((format) => format.name !== 'conllu')) {
    const child = fork(fileURLToPath(import.meta.url), [name], { execArgv: [...process.execArgv] })
    const told = await new Promise<{ bytes: number; peak: number } | null>((resolve) => {
      child.on('message', (message) => resolve(message as { bytes: number; peak: number }))
      child.on('exit', () => resolve(null))
    })
    const words = told
      ? `${(told.bytes / 1e6).toFixed(0)} MB written, at most ${told.peak.toFixed(0)} MB held`
      : 'failed'
    lines.push(`${name.padEnd(11)} ${words}${streams ? '' : ' (does not stream)'}`)
    console.error(lines.at(-1))
  }
  return lines.join('\n')
}

if (process.send && process.argv[2]) await one(process.argv[2])

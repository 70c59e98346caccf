import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { readPage } from '../src/article/index.ts'
import { type MadePage, madePages } from './pages/pages.ts'
import { table } from './table.ts'

/** Main text, headline and date of saved pages: ours beside those of the well-known extractors, on the same pages in one run. */

interface Found {
  readonly text: string
  readonly title: string
  readonly date: string
}

type Extractor = (html: string) => Found | Promise<Found>

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** F1 of the words, each counted as often as it stands there. */
export const wordF1 = (found: string, gold: string): number => {
  const right = new Map<string, number>()
  const wanted = words(gold)
  const given = words(found)
  for (const word of wanted) right.set(word, (right.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of given) {
    const left = right.get(word) ?? 0
    if (left > 0) hits++
    right.set(word, left - 1)
  }
  return hits === 0 ? 0 : (2 * hits) / (wanted.length + given.length)
}

const plain = (text: string): string => words(text).join(' ')

/** Some give the headline with the text, some without: it is taken off where it stands first. */
const withoutTitle = (text: string, headline: string): string => {
  const trimmed = text.trimStart()
  return trimmed.startsWith(headline) ? trimmed.slice(headline.length) : text
}

/** Our own reading. */
export const ours: Extractor = (html) => {
  const result = readPage({
    kind: 'file-page',
    input: 'page.html',
    format: 'html',
    bytes: new TextEncoder().encode(html),
    meta: {},
  })
  if (!('article' in result)) return { text: '', title: '', date: '' }
  const { text, headline, published } = result.article
  return { text, title: headline ?? '', date: published ?? '' }
}

const readability: Extractor = (html) => {
  const { document } = parseHTML(html)
  const found = new Readability(document as unknown as Document).parse()
  return { text: found?.textContent ?? '', title: found?.title ?? '', date: found?.publishedTime ?? '' }
}

const defuddle: Extractor = async (html) => {
  const found = await Defuddle(html, 'https://ozernyi-krai.example/news/1', { useAsync: false })
  const spaced = found.content.replace(/<\/(?:p|div|li|h\d|blockquote)>|<br\s*\/?>/g, '$& ')
  const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${spaced}</body></html>`)
  return { text: document.body.textContent ?? '', title: found.title, date: found.published }
}

const trafilatura = (python: string, pages: readonly MadePage[]): Extractor => {
  const script = fileURLToPath(new URL('./peers/extract_trafilatura.py', import.meta.url))
  const input = pages.map(({ html }) => JSON.stringify({ html })).join('\n')
  const lines = execFileSync(python, [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const all = lines.trim().split('\n')
  const byPage = new Map(pages.map(({ html }, i) => [html, JSON.parse(all[i] ?? '{}') as Partial<Found>]))
  return (html) => {
    const { text, title, date } = byPage.get(html) ?? {}
    return { text: text ?? '', title: title ?? '', date: date ?? '' }
  }
}

interface Score {
  f1: number
  titles: number
  days: number
  minutes: number
  readonly byDesign: Map<string, number>
}

export const scoreExtractor = async (extract: Extractor, pages: readonly MadePage[]): Promise<Score> => {
  const score: Score = { f1: 0, titles: 0, days: 0, minutes: 0, byDesign: new Map() }
  for (const { design, html, headline, text, published } of pages) {
    const found = await extract(html)
    const f1 = wordF1(withoutTitle(found.text, headline), text)
    score.f1 += f1 / pages.length
    score.byDesign.set(design, (score.byDesign.get(design) ?? 0) + f1 / 5)
    if (plain(found.title) === plain(headline)) score.titles++
    if (found.date.slice(0, 10) === published.slice(0, 10)) score.days++
    if (found.date.slice(0, 16) === published.slice(0, 16)) score.minutes++
  }
  return score
}

/** `npm run bench -- pages [--peer PYTHON]`: trafilatura is asked of that Python, and left out without one. */
export const benchPages = async (python: string | undefined): Promise<string> => {
  const pages = madePages()
  const extractors: [string, Extractor][] = [
    ['Letopis', ours],
    ['@mozilla/readability', readability],
    ['defuddle', defuddle],
    ...(python === undefined ? [] : ([['trafilatura', trafilatura(python, pages)]] as [string, Extractor][])),
  ]
  const scores: [string, Score][] = []
  for (const [name, extract] of extractors) scores.push([name, await scoreExtractor(extract, pages)])
  const share = (count: number): string => `${((100 * count) / pages.length).toFixed(0)} %`
  const rows = scores.map(([name, { f1, titles, days, minutes }]) => [
    name,
    (100 * f1).toFixed(1),
    share(titles),
    share(days),
    share(minutes),
  ])
  const designs = [...scores[0]![1].byDesign.keys()].map((design) => [
    design,
    ...scores.map(([, { byDesign }]) => (100 * (byDesign.get(design) ?? 0)).toFixed(1)),
  ])
  return [
    `${pages.length} pages of 12 designs (bench/pages)`,
    table(['', 'main text, F1 by word', 'headline right', 'day right', 'minute right'], rows),
    table(['F1 by design', ...scores.map(([name]) => name)], designs),
  ].join('\n\n')
}

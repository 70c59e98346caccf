import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quoteOf } from '../bench/score/gold.ts'
import { locate } from '../bench/score/match.ts'
import { contentId } from '../src/core/index.ts'

/**
 * Annotated pages without their text: what annotators wrote of each, with offsets in place of words of the page. So they
 * can be kept in the project, and whoever has the articles puts both together again.
 */

// biome-ignore lint/suspicious/noExplicitAny: gold files are outside data, carried as they are
type Fact = any

interface Page {
  readonly id: string
  /** Hash of the text that the offsets are of. */
  readonly text: string
  readonly times: readonly Fact[]
  readonly statements: readonly Fact[]
  readonly events: readonly Fact[]
}

const lines = (file: string): Fact[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

const textsOf = (articles: string): ReadonlyMap<string, string> =>
  new Map(lines(articles).map(({ id, title, text }) => [id, title ? `${title}\n\n${text}` : text]))

// A field that quotes the page gives way to where it stands; those that name people, dates and kinds stay.
const packFact = (text: string, fact: Fact, field: string): Fact | null => {
  const { [field]: quote, nth, cue, ...rest } = fact
  const where = locate(text, quote, nth)
  return where && { ...where, ...rest }
}

const packEvent = (text: string, { sentence, nth, trigger, ...rest }: Fact): Fact | null => {
  const where = locate(text, sentence, nth)
  const start = (where?.start ?? 0) + sentence.indexOf(trigger)
  return where && text.startsWith(trigger, start) ? { start, end: start + trigger.length, ...rest } : null
}

/**
 * Writes the gold files of a folder (`ID.json` beside `articles.ndjson`) as one line a page, without a word of the pages.
 * A fact whose quote stands nowhere in its page is left out, and told on the error stream.
 */
export const packAnnotations = (folder: string, articles: string, out: string): void => {
  const texts = textsOf(articles)
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file): Page[] => {
      const { id, times = [], statements = [], events = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const text = texts.get(id)
      if (text === undefined) return []
      const kept = (facts: readonly Fact[], pack: (fact: Fact) => Fact | null): Fact[] =>
        facts.flatMap((fact) => {
          const packed = pack(fact)
          if (packed === null) console.error(`${file}: a quote does not stand in the text`)
          return packed === null ? [] : [packed]
        })
      return [
        {
          id,
          text: contentId([text]),
          times: kept(times, (fact) => packFact(text, fact, 'quote')),
          statements: kept(statements, (fact) => packFact(text, fact, 'content')),
          events: kept(events, (fact) => packEvent(text, fact)),
        },
      ]
    })
  writeFileSync(out, pages.map((page) => `${JSON.stringify(page)}\n`).join(''))
}

const ROOM = 60

// As little around a word as makes it stand once in the page.
const sentenceAt = (text: string, start: number, end: number): { sentence: string } => {
  for (let room = ROOM; ; room *= 2) {
    const from = Math.max(0, start - room)
    const sentence = text.slice(from, end + room)
    const once = text.indexOf(sentence) === text.lastIndexOf(sentence)
    if (once && sentence.indexOf(text.slice(start, end)) === start - from) return { sentence }
    // The same word stands before it in the stretch: begin at the word.
    const right = text.slice(start, end + room)
    if (text.indexOf(right) === text.lastIndexOf(right) || room > text.length) return { sentence: right }
  }
}

/** Puts packed annotations and the articles together again: gold files and `articles.ndjson` in a folder, for learning and for scorers. */
export const unpackAnnotations = (packed: string, articles: string, folder: string): void => {
  const texts = textsOf(articles)
  mkdirSync(folder, { recursive: true })
  const ids = new Set<string>()
  for (const page of lines(packed) as Page[]) {
    const text = texts.get(page.id)
    if (text === undefined || contentId([text]) !== page.text) {
      console.error(`${page.id}: not among the articles, or another text`)
      continue
    }
    ids.add(page.id)
    const gold = {
      id: page.id,
      times: page.times.map(({ start, end, ...rest }) => ({ ...quoteOf(text, start, end), ...rest })),
      statements: page.statements.map(({ start, end, ...rest }) => {
        const { quote, nth } = quoteOf(text, start, end)
        return { content: quote, nth, ...rest }
      }),
      events: page.events.map(({ start, end, ...rest }) => ({
        trigger: text.slice(start, end),
        ...sentenceAt(text, start, end),
        ...rest,
      })),
    }
    writeFileSync(join(folder, `${page.id.replace(/[:/]/g, '_')}.json`), `${JSON.stringify(gold, null, 1)}\n`)
  }
  const kept = lines(articles).filter(({ id }) => ids.has(id))
  writeFileSync(join(folder, 'articles.ndjson'), kept.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

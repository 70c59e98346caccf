import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { ArticleFacts } from '../src/facts/index.ts'

/** Facts as `letopis extract` prints them, one record a line; parts are left out. */
export async function* readFactsFile(path: string): AsyncGenerator<ArticleFacts> {
  const file = createReadStream(path)
  for await (const line of createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file })) {
    if (line.trim() === '') continue
    yield { ...(JSON.parse(line) as ArticleFacts), parts: [] }
  }
}

/** Years by which each copy of the archive is later than the one before it. */
const YEARS = 2
const CONSONANTS = 'бвгджзклмнпрстфхцчшщ'

// Another word of the same length, so that offsets stay true: consonants go round by so many places.
const altered = (word: string, by: number): string =>
  word.replace(/[бвгджзклмнпрстфхцчшщ]/gi, (letter) => {
    const at = CONSONANTS.indexOf(letter.toLowerCase())
    const other = CONSONANTS[(at + by) % CONSONANTS.length] as string
    return letter === letter.toLowerCase() ? other : other.toUpperCase()
  })

/** A date so many copies later. */
export const later = (date: string, by: number): string =>
  date.replace(
    /(^|\/)(\d{4})(?=$|[-T/~?%])/g,
    (_, before: string, year: string) => `${before}${Number(year) + by * YEARS}`,
  )

/** A text whose words of six letters and more are others, but for what stays the same. */
export const alteredText = (given: string, copy: number, same: ReadonlySet<string>): string =>
  given.replace(/\p{L}{6,}/gu, (word) => (same.has(word) ? word : altered(word, copy)))

/**
 * The same article in another world: years later, with other names and other rare words, so that it is no copy and meets
 * nobody of its origin. Words of six letters and more are altered; states keep their names, as do roles and triggers.
 */
export const inAnotherWorld = (facts: ArticleFacts, copy: number): ArticleFacts => {
  if (copy === 0) return facts
  const states = new Set(facts.mentions.filter(({ type }) => type === 'country').map(({ name }) => name))
  const text = (given: string): string => alteredText(given, copy, states)
  const name = <T extends { readonly name: string }>(one: T): T =>
    states.has(one.name) ? one : { ...one, name: text(one.name) }
  return {
    ...facts,
    id: `${facts.id}~${copy}`,
    input: `${facts.input}~${copy}`,
    url: facts.url && `${facts.url}~${copy}`,
    headline: facts.headline && text(facts.headline),
    published: facts.published && later(facts.published, copy),
    text: text(facts.text),
    mentions: facts.mentions.map(name),
    times: facts.times.map((time) => ({ ...time, value: later(time.value, copy) })),
    statements: facts.statements.map((one) => ({
      ...one,
      speaker: one.speaker && name(one.speaker),
      via: one.via.map(name),
    })),
    events: facts.events.map((event) => ({
      ...event,
      participants: event.participants.map(name),
      place: event.place && name(event.place),
      date: event.date && later(event.date, copy),
    })),
    documents: facts.documents.map(name),
  }
}

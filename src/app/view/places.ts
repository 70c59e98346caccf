import type { PlaceCount } from '../source.ts'
import type { Indexed } from './filter.ts'

const PLACES = 100

/** Places of what happened or goes on, those of most entries first, at most 100. */
export const placesOf = (items: readonly Indexed[]): readonly PlaceCount[] => {
  const places = new Map<string, { name: string; nameEn: string; count: number }>()
  for (const { row } of items) {
    if (!row.place || (row.status !== 'happened' && row.status !== 'ongoing')) continue
    const known = places.get(row.place.name)
    if (known) known.count++
    else places.set(row.place.name, { ...row.place, count: 1 })
  }
  return [...places.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, PLACES)
}

import { dateOf, whenOf } from '../lib/edtf.ts'

/** The common scale on which versions of one date are laid: whole months, or whole years when they lie far apart. */
export interface Ruler {
  readonly first: number
  readonly last: number
  readonly unit: 'day' | 'month' | 'year'
}

const day = (year: number, month: number): number => Math.round(Date.UTC(year, month, 1) / 86_400_000)
const YEAR = 366

/** Null when fewer than two versions have known ends: there is nothing to compare. */
export const rulerOf = (values: readonly (string | null)[]): Ruler | null => {
  const whens = values.flatMap((value) => {
    const when = whenOf(value)
    return when && Number.isFinite(when.first) && Number.isFinite(when.last) ? [when] : []
  })
  if (whens.length < 2) return null
  const first = Math.min(...whens.map((when) => when.first))
  const last = Math.max(...whens.map((when) => when.last))
  const a = dateOf(first)
  const b = dateOf(last)
  if (last - first < 62) {
    const end = day(b.getUTCFullYear(), b.getUTCMonth() + 1) - 1
    return { first: day(a.getUTCFullYear(), a.getUTCMonth()), last: end, unit: 'day' }
  }
  const years = last - first > 2 * YEAR
  return { first: day(a.getUTCFullYear(), 0), last: day(b.getUTCFullYear() + 1, 0) - 1, unit: years ? 'year' : 'month' }
}

export interface RulerTick {
  readonly day: number
  readonly label: string
  readonly first: number
  readonly last: number
}

/** Labels under the ruler: days, first letters of months, or years. */
export const rulerTicks = (ruler: Ruler, monthName: (day: number) => string): RulerTick[] => {
  const ticks: RulerTick[] = []
  if (ruler.unit === 'day') {
    for (let at = ruler.first; at <= ruler.last; at++) {
      const number = dateOf(at).getUTCDate()
      if (number === 1 || number === 10 || number === 20)
        ticks.push({ day: at + 0.5, label: String(number), first: at, last: at })
    }
    return ticks
  }
  const start = dateOf(ruler.first).getUTCFullYear()
  const step = ruler.unit === 'month' ? 1 : 12
  const every = ruler.unit === 'year' ? Math.max(1, Math.ceil((ruler.last - ruler.first) / YEAR / 6)) : 1
  for (let m = 0; day(start, m) <= ruler.last; m += step * every) {
    const first = day(start, m)
    const last = day(start, m + step) - 1
    const label = ruler.unit === 'month' ? monthName(first).charAt(0).toUpperCase() : String(start + m / 12)
    ticks.push({ day: (first + last + 1) / 2, label, first, last })
  }
  return ticks
}

import type { Density, DensityCell } from '../../src/api/index.ts'
import { type When, whenOf } from './edtf.ts'
import { rankOf } from './kinds.ts'

/** A column of the strip: one day, month or year. */
export interface Column {
  readonly period: string
  readonly first: number
  readonly last: number
}

const next = (period: string, unit: Density['unit']): string => {
  const when = whenOf(period)
  if (!when) return period
  const date = new Date((when.last + 1) * 86_400_000).toISOString()
  return date.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4)
}

const MOST = 2_000

/** Every column from the first to the last day of the strip. */
export const columnsOf = (density: Density): Column[] => {
  if (density.first === null || density.last === null) return []
  const length = density.unit === 'day' ? 10 : density.unit === 'month' ? 7 : 4
  const end = density.last.slice(0, length)
  const columns: Column[] = []
  for (let at = density.first.slice(0, length); at <= end && columns.length < MOST; at = next(at, density.unit)) {
    const when = whenOf(at)
    if (when) columns.push({ period: at, first: when.first, last: when.last })
  }
  return columns
}

/** Cells of one column from the ground up, by the legend's order. */
export const stacksOf = (density: Density): ReadonlyMap<string, readonly DensityCell[]> => {
  const stacks = new Map<string, DensityCell[]>()
  for (const cell of density.cells) stacks.set(cell.period, [...(stacks.get(cell.period) ?? []), cell])
  for (const stack of stacks.values()) stack.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
  return stacks
}

export const heightOf = (stack: readonly DensityCell[]): number => stack.reduce((sum, { count }) => sum + count, 0)

/** Entries of one vague date on one line: squares at the known bound, a whisker toward the unknown. */
export interface Vague {
  readonly when: When
  readonly cells: readonly DensityCell[]
  readonly count: number
}

export const vagueOf = (density: Density): Vague[] => {
  const groups = new Map<string, DensityCell[]>()
  for (const cell of density.vague) groups.set(cell.period, [...(groups.get(cell.period) ?? []), cell])
  return [...groups].flatMap(([period, cells]) => {
    const when = whenOf(period)
    if (!when) return []
    return [{ when, cells: cells.sort((a, b) => rankOf(a.kind) - rankOf(b.kind)), count: heightOf(cells) }]
  })
}

const WINDOW = 3
const SHARE = 0.6

const addMonths = (month: string, by: number): string => {
  const [year = 0, m = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, m - 1 + by, 1)).toISOString().slice(0, 10)
}

/**
 * The days that the strip shows at first: the last months where most of the story stands, or null for everything.
 * A chronicle that mentions years long past in passing would otherwise be squeezed into its last two columns.
 */
export const focusOf = (
  months: readonly { readonly month: string; readonly count: number }[],
): { readonly first: string; readonly last: string } | null => {
  const total = months.reduce((sum, { count }) => sum + count, 0)
  const best = months.reduce((a, b) => (b.count > a.count ? b : a), months[0] ?? { month: '', count: 0 })
  if (total === 0 || months.length < 2) return null
  const from = addMonths(best.month, 1 - WINDOW).slice(0, 7)
  const to = addMonths(best.month, WINDOW - 1).slice(0, 7)
  const inside = months.filter(({ month }) => month >= from && month <= to)
  const windows = inside.map(({ month }) => {
    const end = addMonths(month, WINDOW - 1).slice(0, 7)
    const held = inside.filter((each) => each.month >= month && each.month <= end)
    return { held, sum: held.reduce((sum, { count }) => sum + count, 0) }
  })
  const widest = windows.reduce((a, b) => (b.sum > a.sum ? b : a))
  const outside = months.some(
    ({ month }) => month < (widest.held[0]?.month ?? '') || month > (widest.held.at(-1)?.month ?? ''),
  )
  if (!outside || widest.sum < total * SHARE) return null
  // One month alone is shown with the one before it, when the reporting begins.
  const first = widest.held.length === 1 ? addMonths(widest.held[0]?.month ?? '', -1) : `${widest.held[0]?.month}-01`
  const after = whenOf(widest.held.at(-1)?.month ?? '')
  return after ? { first, last: new Date(after.last * 86_400_000).toISOString().slice(0, 10) } : null
}

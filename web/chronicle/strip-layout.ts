import type { Density, DensityCell } from '../../src/api/index.ts'
import { dateOf, type When, whenOf } from '../lib/edtf.ts'
import { type Column, columnsOf, heightOf, stacksOf, vagueOf } from '../lib/strip.ts'

/** Squares up to this many a column; above it they become bands of one scale. */
const SQUARES = 8
const VAGUE_ROWS = 5

export interface VagueLine {
  readonly when: When
  readonly cells: readonly DensityCell[]
  readonly y: number
  readonly squaresAt: number
  /** Whisker ends; where an end is open the whisker is dotted. */
  readonly from: number
  readonly to: number
}

/** Everything the strip draws, in its own units (16 to the rem). */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly top: number
  /** Ground line of the columns. */
  readonly base: number
  readonly columns: readonly Column[]
  readonly columnWidth: number
  readonly stacks: ReadonlyMap<string, readonly DensityCell[]>
  /** Highest column, and how high one entry is drawn. */
  readonly stack: number
  readonly unitHeight: number
  readonly banded: boolean
  readonly unitWidth: number
  readonly vagueTop: number
  readonly lines: readonly VagueLine[]
  readonly rows: number
  readonly hidden: number
  readonly square: number
  readonly publishedTop: number
  readonly published: readonly {
    readonly day: string
    /** Last of the days that the disc stands for. */
    readonly until: string
    readonly count: number
    readonly x: number
    readonly r: number
  }[]
  /** Where a day begins, held inside the strip. */
  readonly xOf: (day: number) => number
}

const dayIndex = (columns: readonly Column[], width: number) => {
  const first = columns[0]?.first ?? 0
  const starts = columns.map((column) => column.first)
  const columnWidth = width / Math.max(1, columns.length)
  return (day: number): number => {
    if (day <= first) return 0
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= day) low = middle + 1
      else high = middle
    }
    const column = columns[low - 1]
    if (!column) return 0
    const inside = Math.min(1, (day - column.first) / (column.last - column.first + 1))
    return Math.min(width, (low - 1 + inside) * columnWidth)
  }
}

const vagueLines = (density: Density, width: number, xOf: (day: number) => number, top: number, small: boolean) => {
  const square = small ? 4 : 6
  const rowHeight = small ? 9 : 11
  const taken: [number, number][][] = []
  const lines: VagueLine[] = []
  let hidden = 0
  for (const { when, cells, count } of vagueOf(density)) {
    const squares = Math.min(count, 12) * (square + 1)
    const open = small ? 14 : 40
    const left = Number.isFinite(when.first) ? xOf(when.first) : Math.max(0, xOf(when.last + 1) - squares - open)
    const right = Number.isFinite(when.last) ? xOf(when.last + 1) : Math.min(width, xOf(when.first) + squares + open)
    const squaresAt = Number.isFinite(when.first)
      ? Number.isFinite(when.last)
        ? Math.max(0, (left + right - squares) / 2)
        : left + 2
      : Math.max(0, right - squares)
    const from = Math.min(left, squaresAt)
    const to = Math.max(right, squaresAt + squares)
    let row = 0
    while (taken[row]?.some(([a, b]) => from < b + 8 && to > a - 8)) row++
    if (row >= VAGUE_ROWS) {
      hidden += count
      continue
    }
    taken[row] = [...(taken[row] ?? []), [from, to]]
    lines.push({ when, cells, y: top + row * rowHeight + rowHeight / 2, squaresAt, from: left, to: right })
  }
  return { lines, rows: taken.length, hidden, square, rowHeight }
}

const DISC = 5

// Days that would be drawn one over another share a disc, which stands for all of them.
const inSight = (density: Density, xOf: (day: number) => number) => {
  const discs: { day: string; until: string; count: number; x: number; place: number }[] = []
  for (const { day, count } of density.published) {
    const at = whenOf(day)?.first ?? 0
    const x = (xOf(at) + xOf(at + 1)) / 2
    const last = discs.at(-1)
    if (last && last.place === Math.floor(x / DISC)) {
      last.count += count
      last.until = day
    } else discs.push({ day, until: day, count, x, place: Math.floor(x / DISC) })
  }
  return discs
}

const publishedDiscs = (density: Density, xOf: (day: number) => number, most: number): Layout['published'] =>
  inSight(density, xOf).map(({ day, until, count, x }) => ({
    day,
    until,
    count,
    x,
    r: 1.5 + 2.5 * Math.sqrt(count / most),
  }))

/** Lays the strip out. `rowsKept` and `tallest` hold its height while filters narrow what it shows. */
export const layOut = (density: Density, width: number, small: boolean, rowsKept: number, tallest: number): Layout => {
  const columns = columnsOf(density)
  const stacks = stacksOf(density)
  const stack = Math.max(tallest, ...[...stacks.values()].map(heightOf))
  const banded = stack > SQUARES
  const step = small ? 9.5 : 12.5
  const tall = Math.min(stack, SQUARES) * step
  const top = 12
  const base = top + tall + 2
  const columnWidth = width / Math.max(1, columns.length)
  const xOf = dayIndex(columns, width)
  const vagueTop = base + (small ? 24 : 27)
  const vague = vagueLines(density, width, xOf, vagueTop, small)
  const publishedTop = vagueTop + Math.max(rowsKept, vague.rows, small ? 1 : 3) * vague.rowHeight + 4
  const most = Math.max(1, ...inSight(density, xOf).map(({ count }) => count))
  return {
    width,
    height: publishedTop + 20,
    top,
    base,
    columns,
    columnWidth,
    stacks,
    stack,
    unitHeight: banded ? tall / stack : step - 1.5,
    banded,
    unitWidth: Math.max(1, banded ? columnWidth - (columnWidth > 3 ? 1 : 0) : Math.min(columnWidth - 1.5, 12)),
    vagueTop,
    lines: vague.lines,
    rows: vague.rows,
    hidden: vague.hidden,
    square: vague.square,
    publishedTop,
    published: publishedDiscs(density, xOf, most),
    xOf,
  }
}

export interface Tick {
  readonly x: number
  readonly line: boolean
  readonly label: string
  readonly middle: boolean
}

const MIN_LABEL = 46

/** Marks of the axis: years over months, months and weeks over days. */
export const ticksOf = (layout: Layout, unit: Density['unit'], monthName: (day: number) => string): Tick[] => {
  const { columns, columnWidth } = layout
  const ticks: Tick[] = []
  if (unit === 'day') {
    columns.forEach(({ first }, i) => {
      const day = dateOf(first).getUTCDate()
      const x = i * columnWidth
      if (day === 1 || i === 0)
        ticks.push({ x, line: day === 1 && i > 0, label: `${day} ${monthName(first)}`, middle: false })
      else if (day % 7 === 1 && day < 29 && columnWidth * 7 > MIN_LABEL && i > 5) {
        ticks.push({ x, line: false, label: String(day), middle: false })
      }
    })
    return ticks
  }
  const years = new Map<string, number>()
  for (const { period } of columns) years.set(period.slice(0, 4), (years.get(period.slice(0, 4)) ?? 0) + 1)
  let x = 0
  const every = Math.max(1, Math.ceil(28 / ((columnWidth * columns.length) / Math.max(1, years.size))))
  ;[...years].forEach(([year, n], i) => {
    const wide = columnWidth * n * every > MIN_LABEL
    const label = i % every === 0 && columnWidth * n * every > 20 ? (wide ? year : `’${year.slice(2)}`) : ''
    ticks.push({ x: unit === 'month' ? x + (columnWidth * n) / 2 : x, line: false, label, middle: unit === 'month' })
    if (i > 0) ticks.push({ x, line: true, label: '', middle: false })
    x += columnWidth * n
  })
  return ticks
}

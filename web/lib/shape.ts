import type { Status } from '../../src/api/index.ts'

/** One drawn element of a status silhouette. */
export type Piece =
  | { readonly draw: 'path'; readonly d: string; readonly filled: boolean }
  | {
      readonly draw: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly rx: number
      readonly filled: boolean
      readonly dash: string | undefined
    }

/** Solid = happened, pentagon = ongoing, outline = planned, dashes = possible, struck = denied. */
export const silhouette = (
  status: Status,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  stroke: number,
): readonly Piece[] => {
  if (status === 'ongoing') {
    const tip = Math.min(width * 0.26, 5)
    const d = `M${x} ${y}h${width - tip}l${tip} ${height / 2}-${tip} ${height / 2}h-${width - tip}z`
    return [{ draw: 'path', d, filled: true }]
  }
  const half = stroke / 2
  if (status === 'happened') {
    return [{ draw: 'rect', x, y, width, height, rx: radius, filled: true, dash: undefined }]
  }
  const dash = Math.max(1.5, width / 7.3)
  const outline: Piece = {
    draw: 'rect',
    x: x + half,
    y: y + half,
    width: Math.max(0.5, width - stroke),
    height: Math.max(0.5, height - stroke),
    rx: Math.max(0, radius - half),
    filled: false,
    dash: status === 'possible' ? `${dash.toFixed(1)} ${(dash * 0.8).toFixed(1)}` : undefined,
  }
  if (status !== 'denied') return [outline]
  const d = `M${x + half} ${y + height - half}L${x + width - half} ${y + half}`
  return [outline, { draw: 'path', d, filled: false }]
}

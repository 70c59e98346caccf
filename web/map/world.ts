import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoArea,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoPath,
} from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Shape = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { readonly name: string }>

/** Outlines of Natural Earth: land as one surface, the lines between states as another, and each state. */
export interface World {
  readonly land: GeoJSON.MultiPolygon | GeoJSON.FeatureCollection
  readonly lines: GeoJSON.MultiLineString
  readonly shapes: ReadonlyMap<string, Shape>
}

export const readWorld = (topology: Topology): World => {
  const countries = topology.objects.countries as GeometryCollection<{ readonly name: string }>
  const shapes = feature(topology, countries).features as readonly Shape[]
  return {
    land: feature(topology, topology.objects.land as GeometryCollection),
    lines: mesh(topology, countries, (a, b) => a !== b),
    shapes: new Map(shapes.map((shape) => [String(shape.id ?? shape.properties.name), shape])),
  }
}

/** The largest piece of a state: what lies overseas would push the rest to the edge. */
const mainland = (shape: Shape): GeoJSON.Polygon => {
  const { geometry } = shape
  if (geometry.type === 'Polygon') return geometry
  const pieces = geometry.coordinates.map((coordinates): GeoJSON.Polygon => ({ type: 'Polygon', coordinates }))
  return pieces.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a))
}

export const middleOf = (world: World, shape: string): readonly [number, number] | null => {
  const state = world.shapes.get(shape)
  return state ? geoCentroid(mainland(state)) : null
}

const EARTH = 6371
const NEAR = 2600
const MARGIN = 22

/** What the map is drawn around: one spot, one state, or several spots. */
export interface Aim {
  readonly spots: readonly (readonly [number, number])[]
  /** Outline of the state that is all that is known. */
  readonly state?: string
}

/** A projection that shows the aim: some 2,600 km around a spot, the whole of a state, or all spots with room around. */
export const projectionOf = (world: World, aim: Aim, width: number, height: number): GeoProjection => {
  const state = aim.state === undefined ? undefined : world.shapes.get(aim.state)
  const fitted: GeoPermissibleObjects = state
    ? mainland(state)
    : { type: 'MultiPoint', coordinates: aim.spots.map(([x, y]) => [x, y]) }
  const [x, y] = geoCentroid(fitted)
  const projection = geoAzimuthalEqualArea().rotate([-x, -y]).clipAngle(120).precision(0.3)
  const closest = width / (NEAR / EARTH)
  projection.scale(closest).translate([width / 2, height / 2])
  if (state || aim.spots.length > 1) {
    projection.fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      fitted,
    )
    // A small state, or spots close together, still want neighbours around them.
    if (projection.scale() > closest * 1.6) {
      projection.scale(closest * (state ? 1.6 : 1)).translate([width / 2, height / 2])
    }
  }
  return projection.clipExtent([
    [-1, -1],
    [width + 1, height + 1],
  ])
}

export interface Named {
  readonly iso: string
  readonly shape: string
}
export interface Label {
  readonly iso: string
  readonly x: number
  readonly y: number
}

const LABELS = 5
const ROOM = 58

/** Names of the states in sight: the largest on the paper whose middle has room, away from `taken`. */
export const labelsOf = (
  world: World,
  states: readonly Named[],
  projection: GeoProjection,
  width: number,
  height: number,
  taken: readonly (readonly [number, number])[],
): readonly Label[] => {
  const path = geoPath(projection)
  const seen = states.flatMap(({ iso, shape }) => {
    const state = world.shapes.get(shape)
    if (!state || !iso) return []
    const area = path.area(state)
    if (!(area > 900)) return []
    const [x, y] = path.centroid(state)
    return x > 34 && x < width - 34 && y > 14 && y < height - 10 ? [{ iso, x, y, area }] : []
  })
  const used = [...taken]
  const labels: Label[] = []
  for (const { iso, x, y } of seen.sort((a, b) => b.area - a.area)) {
    if (labels.length >= LABELS) break
    if (used.some(([a, b]) => Math.abs(a - x) < ROOM && Math.abs(b - y) < 20)) continue
    used.push([x, y])
    labels.push({ iso, x, y })
  }
  return labels
}

import outlines from 'world-atlas/countries-50m.json?url'
import { type Gazetteer, gazetteerOf } from './gazetteer.ts'
import places from './places.json?url'
import { readWorld, type World } from './world.ts'

export interface Atlas {
  readonly gazetteer: Gazetteer
  readonly world: World
}

const json = async (address: string) => (await fetch(address)).json()

let loading: Promise<Atlas> | null = null
/** Outlines and places, asked for once. */
export const loadAtlas = (): Promise<Atlas> => {
  loading ??= Promise.all([json(places), json(outlines)]).then(([names, topology]) => ({
    gazetteer: gazetteerOf(names),
    world: readWorld(topology),
  }))
  return loading
}

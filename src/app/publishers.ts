import { type Outlet, outletAt, readOutlets } from '../collect/index.ts'
import { readOutletData } from './reading/outlet-data.ts'

/** What the register knows of who published an article. */
export type Publisher = Omit<Outlet, 'name'>

/**
 * Who stands behind an outlet's name: of several of one name the one at whose address the article lies. null for names
 * that the register does not know, and where it cannot be told which of several is meant.
 */
export type PublisherOf = (outlet: string | null, url?: string | null) => Publisher | null

const publisher = ({ kind, country, language }: Outlet): Publisher => ({ kind, country, language })

/**
 * The register of outlets by name, a person's own included. Fails as `readOutletData` does.
 *
 * @example (await readPublishers())('ТАСС') // { kind: 'agency', country: 'RU', language: 'ru' }
 */
export const readPublishers = async (): Promise<PublisherOf> => {
  const { register } = readOutlets(await readOutletData())
  const named = new Map<string, Publisher | null>()
  for (const outlet of register.values()) {
    const own = publisher(outlet)
    const known = named.get(outlet.name)
    named.set(outlet.name, known === undefined || JSON.stringify(known) === JSON.stringify(own) ? own : null)
  }
  return (outlet, url = null) => {
    if (outlet === null) return null
    const there = url === null ? null : outletAt(register, url)
    return there?.name === outlet ? publisher(there) : (named.get(outlet) ?? null)
  }
}

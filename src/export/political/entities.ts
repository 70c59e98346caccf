import type { ChronicleTables } from '../../app/index.ts'
import type { Entry, EntryParticipant, Identity } from '../../chronicle/index.ts'
import { countryCode } from './countries.ts'
import { sectorOf } from './sectors.ts'

/** What the codebooks ask of an actor. */
export interface Coded {
  /** Three letters of a state or a sort of international body; null where neither is known. */
  readonly code: string | null
  readonly sector: string | null
  readonly office: string | null
}

type Known = Pick<Identity, 'type' | 'name' | 'country' | 'roles'>

const lastRole = ({ roles }: Known): string | null =>
  roles.reduce<Known['roles'][number] | null>((last, role) => ((role.to ?? '') >= (last?.to ?? '') ? role : last), null)
    ?.role ?? null

const NONE: Coded = { code: null, sector: null, office: null }

/** Codes of all actors of a chronicle, by their identities: states by name, others by the state that they serve. */
export class Entities {
  readonly #coded = new Map<string, Coded>()

  static async of(tables: ChronicleTables): Promise<Entities> {
    const entities = new Entities()
    const states = new Map<string, string>()
    const others: [string, Known][] = []
    for await (const identity of tables.records('identities')) {
      if (identity.type === 'country') states.set(identity.id, identity.name)
      if (['country', 'person', 'organization', 'media'].includes(identity.type)) {
        const { type, name, country, roles } = identity
        others.push([identity.id, { type, name, country, roles: roles.slice(-8) }])
      }
    }
    for (const [id, known] of others) entities.#coded.set(id, entities.#code(known, states))
    return entities
  }

  #code(known: Known, states: ReadonlyMap<string, string>): Coded {
    const office = known.type === 'person' ? lastRole(known) : null
    const own = known.type === 'person' ? null : countryCode(known.name)
    const served = own ?? countryCode(states.get(known.country ?? '') ?? '')
    const named = known.type === 'media' ? 'JRN' : known.type === 'country' ? null : sectorOf(office ?? known.name)
    return { code: served?.code ?? null, sector: own?.partial ? 'PRE' : named, office }
  }

  of(identity: string | null): Coded {
    return (identity === null ? undefined : this.#coded.get(identity)) ?? NONE
  }
}

const ACTING = new Set<EntryParticipant['role']>(['agent', 'visitor', 'inviter', 'side'])

/**
 * Who acts and whom it is directed at. Where roles tell no direction all are actors, as PLOVER codes what is mutual.
 */
export const sidesOf = ({ participants }: Entry) => ({
  actors: participants.filter(({ role }) => ACTING.has(role)),
  recipients: participants.filter(({ role }) => !ACTING.has(role)),
})

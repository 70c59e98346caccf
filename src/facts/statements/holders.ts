import type { Entities, Party } from './speaker.ts'

export const HONORIFIC = /^(?:товарищ|господин|госпожа|г-н|г-жа)\s+/iu

export type Holder = Omit<Party, 'from' | 'to' | 'head'>

/** Who holds each office that the article gives to one person alone ("мэр Осло"), by article. */
const holders = new WeakMap<Entities, ReadonlyMap<string, Holder | null>>()

const holdersIn = (entities: Entities): ReadonlyMap<string, Holder | null> => {
  const known = holders.get(entities)
  if (known) return known
  const found = new Map<string, Holder | null>()
  for (const entity of entities.values()) {
    if (entity.type !== 'person') continue
    const speaker = { name: entity.name.replace(HONORIFIC, ''), identity: entity.id }
    for (const role of entity.roles) {
      const office = role.toLowerCase()
      found.set(office, found.has(office) ? null : { speaker, medium: false, type: 'person' })
    }
  }
  holders.set(entities, found)
  return found
}

// "глава ведомства": of the one named before, whichever that was.
const ENDS_POINTING = /(?:ведомства|министерства|организации|компании|службы|комитета|агентства)$/u

/** The person whose office a phrase names in full; null when none or more than one holds it. A bare noun names none. */
export const holderOf = (phrase: string, entities: Entities): Holder | null =>
  phrase.includes(' ') && !ENDS_POINTING.test(phrase) ? (holdersIn(entities).get(phrase.toLowerCase()) ?? null) : null

/** The only person of the article whose office begins with a noun ("министр"); null when there are more or none. */
export const onlyHolder = (noun: string, entities: Entities): Holder | null => {
  let found: Holder | null = null
  for (const [office, holder] of holdersIn(entities)) {
    if (office !== noun && !office.startsWith(`${noun} `)) continue
    if (!holder || (found && found.speaker.identity !== holder.speaker.identity)) return null
    found = holder
  }
  return found
}

/** Whether a person's offices in the article begin with a noun: "министр" of "министр финансов". */
export const holdsOffice = (party: Party, noun: string, entities: Entities): boolean => {
  const { identity } = party.speaker
  const roles = identity === undefined ? undefined : entities.get(identity)?.roles
  return roles?.some((role) => role.toLowerCase().split(' ').includes(noun)) ?? false
}

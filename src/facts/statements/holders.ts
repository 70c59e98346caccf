import type { Word } from '../../language/index.ts'
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

/** The offices that the article gives a party. */
const rolesOf = ({ speaker: { identity } }: Pick<Party, 'speaker'>, entities: Entities): readonly string[] =>
  (identity === undefined ? undefined : entities.get(identity)?.roles) ?? []

/** Whether a person's offices in the article begin with a noun: "министр" of "министр финансов". */
export const holdsOffice = (party: Party, noun: string, entities: Entities): boolean => {
  return rolesOf(party, entities).some((role) => role.toLowerCase().split(' ').includes(noun))
}

// Letters by which a word of an office is known again in another form ("премьера" of "премьер-министр").
const STEM = 5

/**
 * Whether a phrase of more than a noun describes a person by an office that the article gives him: by the office's own
 * noun, or a noun that any official may go by, with one more word of that office ("советник ‹премьера›").
 */
export const describesHolder = (
  party: Pick<Party, 'speaker'>,
  noun: string,
  general: boolean,
  rest: readonly Word[],
  entities: Entities,
): boolean => {
  return rolesOf(party, entities).some((role) => {
    const words = role.toLowerCase().split(/[ -]/u)
    if (!general && !words.includes(noun)) return false
    const stems = words.filter((word) => word !== noun).map((word) => word.slice(0, STEM))
    return rest.some(({ norm }) => norm.length > 2 && stems.includes(norm.slice(0, STEM)))
  })
}

/** The only one of the article's holders of offices whom a condition holds of; null when there are none or several. */
const onlyOne = (entities: Entities, holds: (holder: Holder) => boolean): Holder | null => {
  const found = new Map<string | undefined, Holder>()
  for (const holder of holdersIn(entities).values())
    if (holder && holds(holder)) found.set(holder.speaker.identity, holder)
  return found.size === 1 ? [...found.values()][0]! : null
}

/** The only person of the article whom a phrase describes by an office's own noun; null when none or several are. */
export const onlyDescribed = (noun: string, rest: readonly Word[], entities: Entities): Holder | null =>
  onlyOne(entities, (holder) => describesHolder(holder, noun, false, rest, entities))

/** Callings that several offices have, by which the press names whoever holds one. */
const CALLINGS: readonly (readonly [calling: RegExp, office: RegExp])[] = [
  [
    /^дипломат$/u,
    /посол|посланник|консул|дипломат|постпред|постоянн\p{L}+ представител|иностранных дел|(?:^|\s)МИД|госсекретар/iu,
  ],
  [/^(?:депутат|парламентарий|сенатор|законодатель)$/u, /депутат|парламент|сенатор|сената|думы|конгресс|палат/iu],
]

/** Whether somebody holds an office of the calling that a noun names; null where the noun is no calling. */
const isCalled = (party: Pick<Party, 'speaker'>, noun: string, entities: Entities): boolean | null => {
  const office = CALLINGS.find(([calling]) => calling.test(noun))?.[1]
  return office ? rolesOf(party, entities).some((role) => office.test(role)) : null
}

/** The only person of the article of a calling ("дипломат"), where who spoke last is not of it and has another office. */
export const onlyCalled = (noun: string, last: Party, entities: Entities): Holder | null => {
  if (isCalled(last, noun, entities) !== false || rolesOf(last, entities).length === 0) return null
  return onlyOne(entities, (holder) => isCalled(holder, noun, entities) === true)
}

/** Offices of those who head a place, by the noun of the place. */
const HEADS: readonly (readonly [place: RegExp, office: RegExp])[] = [
  [
    /^(?:регион|область|край|республика|округ|район|провинция|штат)$/u,
    /^(?:губернатор|глава|врио|руководитель|премьер)/iu,
  ],
  [/^(?:город|столица|поселок|село)$/u, /^(?:мэр|глава|градоначальник|бургомистр|губернатор)/iu],
  [/^(?:страна|государство)$/u, /^(?:президент|премьер|канцлер|глава|лидер|король|королева|император)/iu],
]

/** Whether a noun is of a place that somebody heads: "глава ‹региона›". */
export const isPlaceNoun = (noun: string): boolean => HEADS.some(([place]) => place.test(noun))

/** The only person of the article who heads a place of that sort; the one given first, when several do and he is one. */
export const headOf = (place: string, first: Party | null, entities: Entities): Holder | null => {
  const office = HEADS.find(([sort]) => sort.test(place))?.[1]
  if (!office) return null
  const found = [...entities.values()].filter(
    ({ type, roles }) => type === 'person' && roles.some((role) => office.test(role)),
  )
  const known = found.find(({ id }) => id === first?.speaker.identity) ?? (found.length === 1 ? found[0] : undefined)
  if (!known || office.test(known.name)) return null
  return { speaker: { name: known.name.replace(HONORIFIC, ''), identity: known.id }, medium: false, type: 'person' }
}

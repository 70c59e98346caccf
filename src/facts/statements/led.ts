import { SEATS } from './russian/bodies.ts'
import { type Entities, type Party, partyOfMention } from './speaker.ts'
import { canBe, isFiniteVerb, type Unit } from './unit.ts'

type Find = (unit: Unit, entities: Entities) => Party | null

/** Looks through a unit once, however many pronouns of the next one ask. */
const once = (find: Find): Find => {
  const known = new WeakMap<Unit, Party | null>()
  return (unit, entities) => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const found = find(unit, entities)
    known.set(unit, found)
    return found
  }
}

/** Whether the person named at a token stands in the nominative, outside quotations and brackets. */
const leadsAt = (unit: Unit, i: number): boolean => {
  const at = unit.mentions[i]
  if (at?.mention.type !== 'person' || at.mention.by || at.from !== i || unit.quotes[i] || unit.bracketed[i])
    return false
  const { morph } = unit.words[at.head]!
  if (morph.case === 'Nom') return true
  // "Борсе сняла": a name that nothing declines stands before its verb.
  const leads = canBe(unit.words[at.head]!, 'Nom') || !unit.words[at.head]!.known
  const next = unit.words[at.to]
  const acts = leads && next !== undefined && isFiniteVerb(next) && next.morph.number === 'Sing'
  return acts && unit.words[i - 1]?.morph.pos !== 'ADP'
}

/** The last person whom a unit names in the nominative, outside quotations and brackets. */
export const personLed = once((unit, entities) => {
  for (let i = unit.words.length - 1; i >= 0; i--)
    if (leadsAt(unit, i)) return partyOfMention(unit.mentions[i]!, entities)
  return null
})

/** The first one: whom the unit is about, whomever else it names ("Орлов провел встречу с лидером Пак Чон Ыном"). */
export const personFirst = once((unit, entities) => {
  for (let i = 0; i < unit.words.length; i++) if (leadsAt(unit, i)) return partyOfMention(unit.mentions[i]!, entities)
  return null
})

/** The person whom a unit names last outside quotations and brackets, in whatever case. */
export const personNamed = once((unit, entities) => {
  for (let i = unit.words.length - 1; i >= 0; i--) {
    const at = unit.mentions[i]
    if (at?.mention.type === 'person' && !at.mention.by && !unit.quotes[i] && !unit.bracketed[i])
      return partyOfMention(at, entities)
  }
  return null
})

/** The body that a unit has as its subject: the first one in the nominative outside quotations and brackets. */
export const bodyLed = once((unit, entities) => {
  for (let i = 0; i < unit.words.length; i++) {
    const at = unit.mentions[i]
    if (!at || at.mention.by || unit.quotes[i] || unit.bracketed[i]) continue
    if (at.mention.type !== 'organization' && !SEATS.test(at.mention.name)) continue
    if (unit.words[at.head]!.morph.case === 'Nom') return partyOfMention(at, entities)
  }
  return null
})

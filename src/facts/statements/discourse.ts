import { onlyHolder } from './holders.ts'
import { AGENCIES, AGENCY_NOUNS, BODIES, SOURCE_NOUNS } from './russian/speakers.ts'
import { type Entities, type Party, partyOfMention } from './speaker.ts'
import type { Unit } from './unit.ts'

/** Who spoke last, and which outlets and bodies were named: what pronouns and bare nouns lead back to. */
export class Discourse {
  last: Party | null = null
  /** The outlet that spoke or brought words last, named in whatever way. */
  private medium: Party | null = null
  /** The unnamed person who spoke last. */
  private source: Party | null = null
  /** The body that spoke last. */
  private body: Party | null = null
  private readonly entities: Entities
  private readonly seen = new Map<string, Party>()

  constructor(entities: Entities) {
    this.entities = entities
  }

  /** Remembers who spoke or brought words, by sort. */
  heard(parties: readonly (Party | null)[]): void {
    for (const party of parties) {
      if (!party || party.anaphor) continue
      if (party.medium) this.medium = party
      else if (party.gender) this.source = party
      else if (party.type !== 'person' && party.type !== 'country') this.body = party
    }
  }

  /** Whom a pronoun or a bare noun stands for: the last speaker, outlet or body that fits; itself when none does. */
  resolve(unit: Unit, party: Party): Party {
    const { anaphor } = party
    if (!anaphor) return party
    const place = { from: party.from, to: party.to, head: party.head }
    const found = anaphor === 'он' ? this.byPronoun(unit, party) : this.byNoun(unit, party, anaphor)
    return found ? { ...found, ...place } : party
  }

  private byPronoun(unit: Unit, party: Party): Party | null {
    const { last } = this
    const asked = unit.words[party.head]!.norm === 'она' ? 'Fem' : 'Masc'
    // "— сказал он" after a source without a name: the source goes on, whatever person stands nearer.
    if (last && !last.type && !last.medium && last.gender === asked) return last
    if (last?.type !== 'person' || unit.words[party.head]!.morph.number === 'Plur') return null
    const gender = last.speaker.identity === undefined ? undefined : this.entities.get(last.speaker.identity)?.gender
    return gender === undefined || gender === asked ? last : null
  }

  private byNoun(unit: Unit, party: Party, noun: string): Party | null {
    const { last } = this
    if (party.medium) {
      const agency = AGENCY_NOUNS.has(noun)
      if (last?.medium && AGENCIES.test(last.speaker.name) === agency) return last
      return (
        this.lastNamed(unit, party.from, agency ? 'agency' : 'outlet') ??
        this.lastNamed(unit, party.from, 'media') ??
        this.medium
      )
    }
    if (BODIES.has(noun)) {
      if (last && !last.medium && last.type !== 'person' && last.type !== 'country' && !last.gender) return last
      return this.body ?? this.lastNamed(unit, party.from, 'organization')
    }
    if (SOURCE_NOUNS.has(noun)) return this.source
    const person = unit.words[party.head]!.morph.animacy === 'Anim'
    if (person && last?.type === 'person') return last
    const holder = person && !last ? onlyHolder(noun, this.entities) : null
    return holder ? { ...holder, from: party.from, to: party.to, head: party.head } : null
  }

  /** The nearest name of a sort before a token, in this unit or an earlier one; names inside quotations do not count. */
  private lastNamed(unit: Unit, before: number, sort: string): Party | null {
    for (let i = before - 1; i >= Math.max(0, before - 80); i--) {
      const party = this.named(unit, i)
      if (party && sortsOf(party).includes(sort)) return party
    }
    return this.seen.get(sort) ?? null
  }

  private named(unit: Unit, i: number): Party | null {
    const at = unit.mentions[i]
    if (!at || at.from !== i || at.mention.by) return null
    const quote = unit.quotes[i]
    if (quote && quote.innerEnd - quote.innerStart > at.mention.end - at.mention.start + 4) return null
    return at.mention.type === 'media' || at.mention.type === 'organization' ? partyOfMention(at, this.entities) : null
  }

  /** Remembers the outlets and bodies that a unit names. */
  remember(unit: Unit): void {
    if (!unit.namesBody) return
    for (let i = 0; i < unit.words.length; i++) {
      const party = this.named(unit, i)
      if (party) for (const sort of sortsOf(party)) this.seen.set(sort, party)
    }
  }
}

const sortsOf = (party: Party): readonly string[] =>
  party.medium ? ['media', AGENCIES.test(party.speaker.name) ? 'agency' : 'outlet'] : ['organization']

import { bodyInside } from './named-again.ts'
import { belongsTo, excludesBody, fitsBody, isAssociation, isGenericBody } from './russian/bodies.ts'
import { AGENCIES, MEDIA_NOUNS, NETWORKS } from './russian/speakers.ts'
import { type Entities, type Party, partyOfMention } from './speaker.ts'
import type { Unit } from './unit.ts'

/** So many bodies named last are kept. */
const MOST_BODIES = 16

/** Outlets and bodies that an article has told of so far: what "ведомство", "посольство" and "издание" lead back to. */
export class ToldBodies {
  /** Bodies that spoke and bodies that were only named, the latest last. */
  private readonly spoken: Party[] = []
  private readonly named: Party[] = []
  /** The last of each sort. */
  private readonly seen = new Map<string, Party>()
  private readonly entities: Entities

  constructor(entities: Entities) {
    this.entities = entities
  }

  /** Remembers a body that spoke. */
  heard(body: Party): void {
    keep(this.spoken, body)
  }

  /** Remembers the outlets and bodies that a unit names. */
  remember(unit: Unit): void {
    if (!unit.namesBody) return
    for (let i = 0; i < unit.words.length; i++) {
      const party = unit.bracketed[i] ? null : this.namedAt(unit, i)
      if (!party) continue
      for (const sort of sortsOf(party)) this.seen.set(sort, party)
      if (!party.medium) keep(this.named, party)
    }
  }

  /**
   * The body that a bare noun at a token means: the last that goes by that noun; a general noun means the last that spoke.
   * `last` is whoever spoke last.
   */
  meantBy(unit: Unit, at: number, noun: string, last: Party | null): Party | null {
    const may = (body: Party): boolean =>
      !excludesBody(noun, body.speaker.name) && !(body.type === 'place' && isAssociation(noun))
    const spoke = last && isBody(last) && may(last) ? last : null
    if (spoke && (isVague(noun) || belongsTo(noun, spoke.speaker.name))) return innerBody(noun, spoke)
    const known = isVague(noun) ? null : this.byName(unit, at, noun)
    if (known) return known
    if (!isGenericBody(noun)) return null
    return (
      spoke ??
      this.spoken.findLast(may) ??
      this.inUnit(unit, at, (body) => may(body) && unit.words[body.head]!.morph.case === 'Nom') ??
      this.inUnit(unit, at, may) ??
      this.named.findLast(may) ??
      null
    )
  }

  private byName(unit: Unit, at: number, noun: string): Party | null {
    const fits = (body: Party): boolean => fitsBody(noun, body.speaker.name)
    const fitting = this.spoken.findLast(fits) ?? this.inUnit(unit, at, fits)
    if (fitting) return fitting
    const known = this.spoken.findLast(({ speaker }) => belongsTo(noun, speaker.name)) ?? this.named.findLast(fits)
    return known ? innerBody(noun, known) : null
  }

  /** The body of a longer name that a noun with a capital is short for ("Совет"). */
  longNamed(noun: string, text: string): Party | undefined {
    const fits = ({ speaker }: Party): boolean => speaker.name !== text && fitsBody(noun, speaker.name)
    return this.spoken.findLast(fits) ?? this.named.findLast(fits)
  }

  /** The nearest body before a token of this unit that passes. */
  private inUnit(unit: Unit, before: number, passes: (body: Party) => boolean): Party | undefined {
    for (let i = before - 1; i >= Math.max(0, before - 80); i--) {
      const named = this.namedAt(unit, i)
      if (named && !named.medium && passes(named)) return named
    }
    return undefined
  }

  /** The nearest name of a sort before a token, in this unit or an earlier one; names inside quotations do not count. */
  lastNamed(unit: Unit, before: number, sort: string): Party | null {
    for (let i = before - 1; i >= Math.max(0, before - 80); i--) {
      const party = this.namedAt(unit, i)
      if (party && sortsOf(party).includes(sort)) return party
    }
    return this.seen.get(sort) ?? null
  }

  private namedAt(unit: Unit, i: number): Party | null {
    const at = unit.mentions[i]
    if (!at || at.from !== i || at.mention.by || NETWORKS.test(unit.words[i]!.norm)) return null
    const quote = unit.quotes[i]
    if (quote && quote.innerEnd - quote.innerStart > at.mention.end - at.mention.start + 4) return null
    return at.mention.type === 'media' || at.mention.type === 'organization' ? partyOfMention(at, this.entities) : null
  }
}

/** "В посольстве добавили" after "пресс-служба посольства Перу": the embassy, which is named by its noun. */
const innerBody = (noun: string, body: Party): Party => {
  const name = bodyInside(noun, body.speaker.name)
  if (name === null) return body
  const { identity: _, ...rest } = body.speaker
  return { ...body, speaker: { ...rest, name } }
}

/** "Ведомство" is whoever spoke for a body last; "служба" may be one of several that the text names. */
const isVague = (noun: string): boolean => noun === 'ведомство' || noun === 'организация' || noun === 'компания'

/** Whether somebody who spoke is a body or the seat of one. */
export const isBody = (party: Party): boolean =>
  !party.medium && party.type !== 'person' && party.type !== 'country' && !party.gender

/** Keeps a body with a name of its own, or a phrase longer than a noun; a noun alone leads to nobody. */
const keep = (bodies: Party[], body: Party): void => {
  const { name } = body.speaker
  if (!/\p{Lu}|\s/u.test(name) || MEDIA_NOUNS.has(name.toLowerCase()) || /\sведомства$/u.test(name)) return
  bodies.push(body)
  if (bodies.length > 2 * MOST_BODIES) bodies.splice(0, MOST_BODIES)
}

const sortsOf = (party: Party): readonly string[] =>
  party.medium ? ['media', AGENCIES.test(party.speaker.name) ? 'agency' : 'outlet'] : ['organization']

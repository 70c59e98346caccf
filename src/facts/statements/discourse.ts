import type { Gender } from '../../language/index.ts'
import {
  describesHolder,
  type Holder,
  headOf,
  holdsOffice,
  isPlaceNoun,
  onlyCalled,
  onlyDescribed,
  onlyHolder,
} from './holders.ts'
import { bodyLed, personFirst, personLed, personNamed } from './led.ts'
import { documentItself, documentNamed, pointingOwner, speaksForHead, withOwner } from './named-again.ts'
import { AGENCIES, AGENCY_NOUNS, BODIES, SOURCE_NOUNS } from './russian/speakers.ts'
import type { Entities, Party } from './speaker.ts'
import { isBody, ToldBodies } from './told-bodies.ts'
import type { Unit } from './unit.ts'

/** Nouns that any official may go by: they mean whoever spoke, whatever office the text gave him. */
const ANY_PERSON =
  /^(?:глава|политик|чиновник|представитель|дипломат|спикер|лидер|руководитель|начальник|собеседник|человек|мужчина|женщина|эксперт|специалист|автор)$/u

/** Of these such as one person of the news goes by who has not spoken yet: "Берг сняла свою кандидатуру … — пояснила политик". */
const PUBLIC_PERSON = /^(?:политик|чиновник|дипломат|депутат|сенатор|парламентарий|министр|премьер|президент)$/u

/** So many sentences without speech may lie between a pronoun and the one whom they tell of. */
const RECENT = 2

/** Who spoke last, and which outlets and bodies were named: what pronouns and bare nouns lead back to. */
export class Discourse {
  private spokeLast: Party | null = null
  /** How many units had been read when it was told who spoke last. */
  private spokeAt = -1
  private count = 0
  /** The units read last, the latest last. */
  private readonly recent: Unit[] = []
  /** The outlet that spoke or brought words last, named in whatever way. */
  private medium: Party | null = null
  /** The unnamed person who spoke last. */
  private source: Party | null = null
  private readonly bodies: ToldBodies
  /** Who spoke last of each gender; '' where it is not known. */
  private readonly persons = new Map<string, Party>()
  /** The person whom a sentence had last as its subject, by name, before those where none was looked for yet. */
  private subject: Party | null = null
  private readonly unsearched: Unit[] = []
  /** Speakers without a name of their own by the noun of their phrase: "пресс-служба завода" by "пресс-служба". */
  private readonly phrases = new Map<string, Party>()
  private readonly entities: Entities

  constructor(entities: Entities) {
    this.entities = entities
    this.bodies = new ToldBodies(entities)
  }

  get last(): Party | null {
    return this.spokeLast
  }

  set last(party: Party | null) {
    this.spokeLast = party
    this.spokeAt = this.count
  }

  /** Units read since somebody spoke, the latest first: whom they tell of is nearer than who spoke. */
  private sinceSpoken(): readonly Unit[] {
    const silent = Math.min(this.recent.length, this.count - 1 - this.spokeAt)
    return silent > 0 ? this.recent.slice(-silent).reverse() : []
  }

  /** "Орлов сдал ключи. Он добавил, что …": the person whom sentences without speech were about since. */
  private actedSince(asked: Gender): Party | null {
    for (const unit of this.sinceSpoken()) {
      const party = /^(?:headline|caption)$/.test(unit.part) ? null : personFirst(unit, this.entities)
      if (party) return (this.genderOf(party) ?? asked) === asked ? party : null
    }
    return null
  }

  /** Whom "тот" means: the person named last, whatever his case ("после встречи с ‹Ведой›. Тот заявил"). */
  thatOne(pronoun: string): Party | null {
    const unit = this.recent.at(-1)
    const party = unit ? personNamed(unit, this.entities) : null
    const asked = pronoun === 'та' ? 'Fem' : 'Masc'
    return party && (this.genderOf(party) ?? asked) === asked ? party : this.meantBy(pronoun)
  }

  /** Whom "там заявили" means: the body that the sentence before tells of, else who spoke last. */
  there(): Party | null {
    const [unit] = this.sinceSpoken()
    return (unit && bodyLed(unit, this.entities)) ?? this.last
  }

  /** Remembers who spoke or brought words, by sort. */
  heard(unit: Unit, parties: readonly (Party | null)[]): void {
    for (const party of parties) {
      if (!party || party.anaphor) continue
      if (party.medium) this.medium = party
      else if (party.gender) this.source = party
      else if (party.type === 'person') {
        // Joint speakers have no identity of their own.
        if (party.speaker.identity !== undefined) this.persons.set(this.genderOf(party) ?? '', party)
      } else if (party.type !== 'country') this.bodies.heard(party)
      const noun = party.type === undefined ? unit.words[party.head] : undefined
      if (noun && party.speaker.name.includes(' ')) this.phrases.set(noun.lemma, party)
    }
  }

  private genderOf(party: Party): Gender | undefined {
    return party.speaker.identity === undefined ? undefined : this.entities.get(party.speaker.identity)?.gender
  }

  /**
   * Who is meant by a pronoun that no name was found for ("сказал он", "по ее словам"): the last speaker who can be
   * "he" or "she", else the last person who could; never an outlet that only passed the words on.
   */
  meantBy(pronoun: string): Party | null {
    const { last } = this
    if (/^(?:они|их|те)$/u.test(pronoun)) return last
    const asked = /^(?:она|ее|её|та)$/u.test(pronoun) ? 'Fem' : 'Masc'
    const acted = this.actedSince(asked)
    if (acted && (last === null || last.medium || last.type !== undefined)) return acted
    if (last && !last.medium && this.canBe(last, asked)) return last
    const person = this.persons.get(asked) ?? this.persons.get('')
    if (person) return person
    return this.source?.gender === asked ? this.source : last?.medium && this.persons.size > 0 ? null : last
  }

  private canBe(party: Party, asked: Gender): boolean {
    if (party.type === 'person') return (this.genderOf(party) ?? asked) === asked
    return party.gender === asked
  }

  /** Whom a pronoun or a bare noun stands for: the last speaker, outlet or body that fits; itself when none does. */
  resolve(unit: Unit, party: Party, verb?: Gender): Party {
    const { anaphor } = party
    const woman = verb === 'Fem' && this.isOffice(unit, party) ? this.woman() : null
    if (woman) return inPlaceOf(party, woman)
    if (!anaphor) return this.withOwner(unit, party) ?? this.byCapital(unit, party) ?? this.byDescription(unit, party)
    const found =
      anaphor === 'он'
        ? this.byPronoun(unit, party)
        : (this.byNoun(unit, party, anaphor) ?? this.withOwner(unit, party))
    return found ? inPlaceOf(party, found) : party
  }

  /** Whether a party is a bare noun of an office, which the language gives a man's gender whoever holds it. */
  private isOffice(unit: Unit, party: Party): boolean {
    const { gender, animacy } = unit.words[party.head]!.morph
    if (gender !== 'Masc' || animacy !== 'Anim') return false
    const role = unit.mentions[party.head]?.mention.by === 'role'
    return party.type === undefined ? party.anaphor !== undefined : role && this.genderOf(party) === 'Masc'
  }

  /** "Министр ‹напомнила›": the woman who spoke last. */
  private woman(): Party | null {
    const { last } = this
    return last && this.genderOf(last) === 'Fem' ? last : (this.persons.get('Fem') ?? null)
  }

  /** "Пресс-служба ‹ведомства›": of the body that is meant by the noun; null for other phrases. */
  private withOwner(unit: Unit, party: Party): Party | null {
    const at = pointingOwner(unit, party)
    const owner = unit.words[at]
    const body = owner && this.bodies.meantBy(unit, at, owner.lemma, this.last)
    // "Сообщили «Порту» в пресс-службе ведомства": an outlet that was told is no owner.
    const beside = body && (body.speaker.start ?? 0) >= unit.start && unit.segment[body.head] === unit.segment[at]
    if (!body || beside || !OWNS.test(body.speaker.name)) return null
    return withOwner(party, owner.norm, body.speaker.name) ?? inPlaceOf(party, body)
  }

  /** "‹Совет› также заявил": a noun of a body that only its sentence begins with a capital means the one named before. */
  private byCapital(unit: Unit, party: Party): Party | null {
    const { lemma, text } = unit.words[party.head]!
    const opens = party.from === 0 || unit.starts.includes(party.from)
    if (!opens || party.type !== 'organization' || party.to !== party.from + 1) return null
    if (!BODIES.has(lemma) || party.speaker.name !== text) return null
    const known = this.bodies.longNamed(lemma, text)
    return known ? inPlaceOf(party, known) : null
  }

  /** "Говорится в документе": the document told of since somebody spoke, else itself where nobody is left who could. */
  document(unit: Unit, at: number): Party | null {
    const itself = documentItself(unit, at)
    const named = documentNamed(this.recent.toReversed(), this.entities)
    if (named) return inPlaceOf(itself, named)
    return this.last === null || this.last.medium ? itself : null
  }

  /** "Советник премьера", "норвежский дипломат": the person who spoke last, where his own office says so. */
  private byDescription(unit: Unit, party: Party): Party {
    const { last } = this
    const role = party.type === 'person' && /^\p{Ll}/u.test(party.speaker.name)
    const unnamed = party.type === undefined && party.gender !== undefined
    const noun = unit.words[party.head]!
    if (!(role || unnamed) || noun.morph.animacy !== 'Anim') return party
    if (noun.morph.number === 'Plur' || SOURCE_NOUNS.has(noun.lemma) || party.to === party.from + 1) return party
    const rest = unit.words.slice(party.from, party.to).filter((word) => word !== noun)
    const general = ANY_PERSON.test(noun.lemma)
    const isLast =
      last?.type === 'person' &&
      (speaksForHead(unit, party, last, this.entities) ||
        describesHolder(last, noun.lemma, general, rest, this.entities))
    const meant = isLast ? last : onlyDescribed(noun.lemma, rest, this.entities)
    return meant ? inPlaceOf(party, meant) : party
  }

  private byPronoun(unit: Unit, party: Party): Party | null {
    const { last } = this
    const asked = unit.words[party.head]!.norm === 'она' ? 'Fem' : 'Masc'
    // "— сказал он" after a source without a name: the source goes on, whatever person stands nearer.
    if (last && !last.type && !last.medium && last.gender === asked) return last
    if (unit.words[party.head]!.morph.number === 'Plur') return null
    return this.actedSince(asked) ?? (last?.type === 'person' && this.canBe(last, asked) ? last : null)
  }

  private byNoun(unit: Unit, party: Party, noun: string): Party | null {
    const { last } = this
    if (party.medium) {
      const agency = AGENCY_NOUNS.has(noun)
      if (last?.medium && AGENCIES.test(last.speaker.name) === agency) return last
      return (
        this.bodies.lastNamed(unit, party.from, agency ? 'agency' : 'outlet') ??
        this.bodies.lastNamed(unit, party.from, 'media') ??
        this.medium ??
        (last && isBody(last) ? last : this.bodies.meantBy(unit, party.from, noun, last))
      )
    }
    if (SOURCE_NOUNS.has(noun)) {
      // "Источник издания" is another one than the "источник, близкий к суду" before.
      const told = this.source?.speaker.name.includes(', ') ?? false
      return told && party.to > party.head + 1 ? null : this.source
    }
    const place = unit.words[party.head + 1]?.lemma ?? ''
    if (party.to > party.head + 1 && isPlaceNoun(place)) {
      const head = /^(?:глава|лидер|руководитель)$/u.test(noun) ? headOf(place, last, this.entities) : null
      return head && inPlaceOf(party, head)
    }
    const said = this.phrases.get(noun)
    const person = unit.words[party.head]!.morph.animacy === 'Anim'
    if (BODIES.has(noun)) return this.bodies.meantBy(unit, party.from, noun, last) ?? said ?? null
    if (!person || (said && last === said)) return said ?? null
    if (last?.type === 'person' && holdsOffice(last, noun, this.entities)) return last
    const called = last?.type === 'person' ? onlyCalled(noun, last, this.entities) : null
    if (called) return inPlaceOf(party, called)
    const holder = last?.type === 'person' && ANY_PERSON.test(noun) ? null : onlyHolder(noun, this.entities)
    if (holder && !holder.speaker.name.toLowerCase().startsWith(noun)) return inPlaceOf(party, holder)
    if (last?.type === 'person') return last
    if (said || !PUBLIC_PERSON.test(noun)) return said ?? null
    const subject = this.lastSubject()
    return subject && inPlaceOf(party, subject)
  }

  // Few pages ever ask: each unit is searched once at most.
  private lastSubject(): Party | null {
    let found: Party | null = null
    for (let unit = this.unsearched.pop(); unit && !found; unit = this.unsearched.pop())
      found = personLed(unit, this.entities)
    this.unsearched.length = 0
    this.subject = found ?? this.subject
    return this.subject
  }

  /** Remembers the outlets and bodies that a unit names, and its subject. */
  remember(unit: Unit): void {
    this.unsearched.push(unit)
    this.recent.push(unit)
    if (this.recent.length > RECENT) this.recent.shift()
    this.count++
    this.bodies.remember(unit)
  }
}

// A body with a name of its own that is no press service itself.
const OWNS = /^(?!пресс-|служба\s)[^«]*\p{Lu}[^«]*$/u

/** Somebody, where the words stand that mean him. */
const inPlaceOf = ({ from, to, head }: Party, meant: Holder): Party => ({ ...meant, from, to, head })

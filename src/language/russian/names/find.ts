import type { Entity, Mention, Sentence, Word } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { contextOf } from './context.ts'
import { count, Entities, type EntityDraft, type MentionDraft } from './drafts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { addPatterns } from './patterns.ts'
import { People, type Person, personName, tidy } from './people.ts'
import { type NormalName, normalPerson } from './person-name.ts'
import { type Antecedent, antecedentOf, pronounGender, quotedWords } from './pronouns.ts'
import { elsewhere, isRoleNoun, type Office, type RolePhrase, roleBefore, rolePhraseAt, sameOffice } from './roles.ts'
import { CLOSE_QUOTE, type FoundName, isCapital, joinNames, OPEN_QUOTE } from './spans.ts'
import { standsForState } from './states.ts'
import { type TaggerModel, tagNames } from './tagger.ts'
import { thingEntity, thingName, typeLetter } from './things.ts'
import { ANAPHORIC_ROLES, OFFICE_NOUNS } from './words.ts'

/** What finding names needs, made once. */
export interface NameResources {
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  /** Without it the gazetteer and the patterns work alone. */
  readonly model: TaggerModel | null
}

export interface FoundNames {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
}

interface PersonMention {
  readonly sentence: number
  readonly name: FoundName
  readonly role: RolePhrase | null
  readonly normal: NormalName
  order: number
}

const COLLEAGUES = new Set(['коллега', 'визави'])

/** The work on one article; each step reads what the steps before it left. */
class Reading {
  private readonly sentences: readonly Sentence[]
  private readonly resources: NameResources
  private readonly found: FoundName[][]
  private readonly roles: (readonly RolePhrase[])[] = []
  private readonly people = new People()
  private readonly entities = new Entities()
  private readonly drafts: MentionDraft[] = []
  private readonly offices = new Map<EntityDraft, Office[]>()

  constructor(sentences: readonly Sentence[], resources: NameResources) {
    this.sentences = sentences
    this.resources = resources
    const { model, gazetteer } = resources
    const tags = model
      ? tagNames(
          model,
          gazetteer,
          sentences.map(({ words }) => words),
        )
      : sentences.map(() => [])
    this.found = sentences.map((sentence, i) => {
      const norms = sentence.words.map((word) => word.norm)
      return addPatterns(sentence, joinNames(sentence, norms, tags[i]!, gazetteer), gazetteer)
    })
  }

  run(): FoundNames {
    this.findRoles()
    this.readPeople()
    this.readThings()
    this.readAdjectives()
    this.resolve()
    return this.finish()
  }

  private findRoles(): void {
    const { gazetteer, lexicon } = this.resources
    this.sentences.forEach(({ words }, s) => {
      const names = new Map<number, FoundName>()
      for (const name of this.found[s]!) {
        const known = names.get(name.from)
        if (!known || (name.entry && !known.entry && known.phrase)) names.set(name.from, name)
      }
      const inPerson = new Uint8Array(words.length)
      for (const name of this.found[s]!) if (name.type === 'person') inPerson.fill(1, name.from, name.to)
      const roles: RolePhrase[] = []
      for (let i = 0; i < words.length; i++) {
        if (!inPerson[i] && isRoleNoun(words[i]!)) roles.push(rolePhraseAt(words, i, names, gazetteer, lexicon))
      }
      this.roles.push(roles)
    })
  }

  // What the article writes inside names, lower case: a nominative among it is likelier to be right.
  private seenWords(): ReadonlySet<string> {
    const seen = new Set<string>()
    this.sentences.forEach(({ words }, s) => {
      for (const name of this.found[s]!) {
        if (name.type !== 'person') continue
        for (let i = name.from; i < name.to; i++) seen.add(words[i]!.norm)
      }
    })
    return seen
  }

  /** Surnames of people named in full are names wherever they stand in capitals. */
  private knownSurnames(mentions: readonly PersonMention[]): PersonMention[] {
    if (mentions.length === 0) return []
    const added: PersonMention[] = []
    this.sentences.forEach(({ words }, s) => {
      const names = this.found[s]!
      let next = 0
      let covered = 0
      const fresh: FoundName[] = []
      for (let i = 0; i < words.length; i++) {
        while (next < names.length && names[next]!.from <= i) covered = Math.max(covered, names[next++]!.to)
        const word = words[i]!
        if (i < covered || !isCapital(word) || !this.people.isSurname(word.norm)) continue
        const common = i === 0 && word.known && !word.readings.some(({ morph }) => morph.name !== undefined)
        if (common || (i > 0 && OPEN_QUOTE.test(words[i - 1]!.text) && CLOSE_QUOTE.test(words[i + 1]?.text ?? '')))
          continue
        fresh.push({ from: i, to: i + 1, type: 'person', rule: 'consistency.surname' })
      }
      if (fresh.length === 0) return
      for (const name of fresh) added.push(this.personMention(s, name, new Set(), 0))
      this.found[s] = [...names, ...fresh].sort((a, b) => a.from - b.from || b.to - a.to)
    })
    return added
  }

  private personMention(s: number, name: FoundName, seen: ReadonlySet<string>, order: number): PersonMention {
    const { words } = this.sentences[s]!
    const guess = roleBefore(this.roles[s]!, name.from, null, words)
    const context = contextOf(words, name.from, name.to, guess?.from ?? name.from, guess?.head ?? -1, seen)
    const normal = normalPerson(words.slice(name.from, name.to), this.resources.lexicon, context)
    const role = roleBefore(this.roles[s]!, name.from, normal.case, words)
    return { sentence: s, name, role, normal, order }
  }

  private personMentions(): PersonMention[] {
    const seen = this.seenWords()
    const mentions: PersonMention[] = []
    this.sentences.forEach((_, s) => {
      for (const name of this.found[s]!) {
        if (name.type !== 'person') continue
        mentions.push(this.personMention(s, name, seen, mentions.length))
      }
    })
    return mentions
  }

  private readPeople(): void {
    const mentions = this.personMentions()
    const persons = new Map<PersonMention, { person: Person; nominative: string }>()
    const norms = ({ sentence, name }: PersonMention): readonly string[] =>
      this.sentences[sentence]!.words.slice(name.from, name.to).map((word) => word.norm)
    for (const mention of mentions) {
      if (mention.name.to - mention.name.from < 2) continue
      const person = this.people.addFull({ normal: mention.normal, norms: norms(mention), order: mention.order })
      persons.set(mention, { person, nominative: mention.normal.parts.join(' ') })
    }
    for (const mention of this.knownSurnames(mentions)) mentions.push(mention)
    mentions.sort((a, b) => a.sentence - b.sentence || a.name.from - b.name.from)
    mentions.forEach((mention, i) => {
      mention.order = i
    })
    for (const { person } of persons.values()) person.last = -1
    for (const mention of mentions) {
      const known = persons.get(mention)
      if (known) known.person.last = mention.order
      else
        persons.set(
          mention,
          this.people.addSingle({ normal: mention.normal, norms: norms(mention), order: mention.order }),
        )
    }
    for (const mention of mentions) {
      const { person, nominative } = persons.get(mention)!
      this.addPerson(mention, person, tidy(nominative))
    }
  }

  private addPerson({ sentence, name, role, normal }: PersonMention, person: Person, text: string): void {
    const { words } = this.sentences[sentence]!
    const entity = this.entities.ofPerson(person)
    count(entity.variants, text)
    const office = role ?? this.roleAfter(sentence, name)
    if (office && COLLEAGUES.has(office.office.lemma)) this.addColleague(entity, office.office)
    else if (office) {
      count(entity.roles, office.text)
      const offices = this.offices.get(entity) ?? []
      offices.push(office.office)
      this.offices.set(entity, offices)
      if (!entity.country && office.office.states[0] && !office.office.former) entity.country = office.office.states[0]
    }
    const gender = person.gender ?? normal.gender
    if (gender) entity.gender = gender
    this.drafts.push({
      start: words[name.from]!.start,
      end: words[name.to - 1]!.end,
      type: 'person',
      name: text,
      ...(office && !COLLEAGUES.has(office.office.lemma) ? { role: office.text } : {}),
      entity,
      sentence,
      from: name.from,
      to: name.to,
      head: name.from,
    })
  }

  /** "турецкий коллега": the office of the one named before, in another state. */
  private addColleague(entity: EntityDraft, office: Office): void {
    const before = this.drafts.at(-1)?.entity
    const like = before && before !== entity ? this.offices.get(before)?.at(-1) : undefined
    if (!like || office.states.length === 0) return
    const offices = this.offices.get(entity) ?? []
    offices.push({ ...like, states: office.states })
    this.offices.set(entity, offices)
    entity.country ??= office.states[0]!
  }

  /** "Сергей Шойгу, главный помощник президента, …": an office set off by commas after the name. */
  private roleAfter(sentence: number, name: FoundName): RolePhrase | null {
    const { words } = this.sentences[sentence]!
    const open = words[name.to]?.text
    if (open !== ',' && open !== '—' && open !== '(') return null
    const role = this.roles[sentence]!.find((one) => one.from === name.to + 1)
    if (!role) return null
    const after = words[role.to]?.text ?? '.'
    return /^[,.)—]$/.test(after) && (open !== '—' || after === '.') ? role : null
  }

  private readThings(): void {
    const { gazetteer, lexicon } = this.resources
    this.sentences.forEach(({ words }, s) => {
      const names = this.found[s]!
      let stateBefore = false
      let lastEnd = -9
      for (const name of names) {
        if (name.type === 'person') continue
        const phrase = thingName(words, name, lexicon)
        let entity: EntityDraft
        let type = name.type
        const joined = name.from - lastEnd === 1 && stateBefore
        const isCapitalName = name.entry?.kind === 'capital' && type === 'place'
        const forState = isCapitalName && standsForState(words, name, joined)
        if (forState) {
          type = 'country'
          const country = name.entry!.country!
          entity = this.entities.get('country', country, country)
        } else entity = thingEntity(words, name, phrase.text, names, this.entities, gazetteer, lexicon)
        stateBefore = type === 'country'
        lastEnd = name.to
        const text = type === 'country' && !forState ? (name.entry?.country ?? phrase.text) : phrase.text
        count(entity.variants, forState ? phrase.text : (name.entry?.variant ?? phrase.text))
        this.drafts.push({
          start: words[name.from]!.start,
          end: words[name.to - 1]!.end,
          type,
          name: text,
          entity,
          sentence: s,
          from: name.from,
          to: name.to,
          head: phrase.head,
          ...(name.phrase ? { by: 'role' as const } : {}),
        })
      }
    })
  }

  private readAdjectives(): void {
    const { gazetteer } = this.resources
    this.sentences.forEach(({ words }, s) => {
      words.forEach((word, i) => {
        const state = gazetteer.adjective(word.norm) ?? gazetteer.demonym(word.lemma)
        if (state) this.addAdjective(s, i, word.start, word.end, state.name)
        else if (word.norm.includes('-')) this.addHalves(s, i, word)
      })
    })
  }

  private addHalves(sentence: number, i: number, word: Word): void {
    const { gazetteer } = this.resources
    let at = 0
    for (const part of word.norm.split('-')) {
      const state = gazetteer.combining(part) ?? gazetteer.adjective(part)
      if (state && word.norm.length === word.text.length)
        this.addAdjective(sentence, i, word.start + at, word.start + at + part.length, state.name)
      at += part.length + 1
    }
  }

  private addAdjective(sentence: number, i: number, start: number, end: number, state: string): void {
    if (this.found[sentence]!.some((name) => name.from <= i && i < name.to && name.type === 'person')) return
    const entity = this.entities.get('country', state, state)
    this.drafts.push({
      start,
      end,
      type: 'country',
      name: state,
      entity,
      sentence,
      from: i,
      to: i + 1,
      head: i,
      by: 'adjective',
    })
  }

  private resolve(): void {
    const quoted = quotedWords(this.sentences)
    const recent: Antecedent<EntityDraft>[] = []
    const bySentence: MentionDraft[][] = this.sentences.map(() => [])
    for (const draft of this.drafts) if (draft.type === 'person') bySentence[draft.sentence]!.push(draft)
    this.sentences.forEach(({ words }, s) => {
      const persons = bySentence[s]!.sort((a, b) => a.from - b.from)
      let next = 0
      const remember = (draft: MentionDraft): void => {
        const subject =
          words[draft.from]!.readings.some(({ morph }) => morph.case === 'Nom') &&
          !/^(?:с|со|к|от|у|для|между|о|об|в|на|за|по)$/.test(words[draft.from - 1]?.norm ?? '')
        recent.push({
          person: draft.entity,
          gender: draft.entity.gender === 'Masc' || draft.entity.gender === 'Fem' ? draft.entity.gender : null,
          sentence: s,
          at: draft.from,
          subject,
        })
      }
      const roleAt = new Map(this.roles[s]!.map((role) => [role.head, role]))
      for (let i = 0; i < words.length; i++) {
        while (next < persons.length && persons[next]!.from <= i) remember(persons[next++]!)
        const role = roleAt.get(i)
        if (role) {
          const draft = this.resolveRole(role, s, recent, persons)
          if (draft) {
            this.drafts.push(draft)
            this.learnOffice(draft.entity, role.office)
            if (!quoted[s]![i]) remember(draft)
          }
          continue
        }
        const gender = quoted[s]![i] ? null : pronounGender(words[i]!)
        if (!gender) continue
        const entity = antecedentOf(recent, gender, s, i, words[i]!.norm === 'он' || words[i]!.norm === 'она')
        if (entity) this.drafts.push(this.reference(entity, s, i, i + 1, i, 'pronoun', ''))
      }
    })
  }

  private reference(
    entity: EntityDraft,
    sentence: number,
    from: number,
    to: number,
    head: number,
    by: 'pronoun' | 'role',
    text: string,
  ): MentionDraft {
    const { words } = this.sentences[sentence]!
    return {
      start: words[from]!.start,
      end: words[to - 1]!.end,
      type: 'person',
      name: text,
      entity,
      sentence,
      from,
      to,
      head,
      by,
    }
  }

  private resolveRole(
    role: RolePhrase,
    sentence: number,
    recent: readonly Antecedent<EntityDraft>[],
    persons: readonly MentionDraft[],
  ): MentionDraft | null {
    const { words } = this.sentences[sentence]!
    // An office beside its bearer's name is that mention's role.
    if (persons.some((draft) => draft.role === role.text && (draft.from === role.to || draft.to + 1 === role.from)))
      return null
    // Without a complement, "президента" in "пресс-секретарь президента Дмитрий Песков" is too little to go by.
    if (role.to - role.from < 2 && persons.some((draft) => draft.from === role.to)) return null
    const definite = role.office.states.length > 0 || role.office.rest.length > 0 || role.office.group === 'state'
    const entity = this.bearer(role, definite, recent) ?? this.unnamed(role, definite, sentence)
    return (
      entity &&
      this.reference(entity, sentence, role.from, role.to, role.head, 'role', role.text || words[role.head]!.text)
    )
  }

  // "Президент Киргизии" that was found to be somebody known by "президент страны" tells that person's state.
  private learnOffice(entity: EntityDraft, office: Office): void {
    const own = this.offices.get(entity)
    if (!own || office.states.length === 0 || own.some((one) => one.states.length > 0 && one.group === office.group))
      return
    own.push(office)
    if (!entity.country && !office.former) entity.country = office.states[0]!
  }

  private bearer(
    { office, from, to }: RolePhrase,
    definite: boolean,
    recent: readonly Antecedent<EntityDraft>[],
  ): EntityDraft | null {
    const fits = (entity: EntityDraft): boolean => {
      const own = this.offices.get(entity)
      // Whoever holds this office in another state is somebody else.
      return (own?.some((one) => sameOffice(one, office)) ?? false) && !own?.some((one) => elsewhere(one, office))
    }
    for (let i = recent.length - 1; i >= 0 && i >= recent.length - 200; i--)
      if (fits(recent[i]!.person)) return recent[i]!.person
    for (const entity of this.offices.keys()) if (definite && office.states.length > 0 && fits(entity)) return entity
    if (definite || to - from > 2 || !ANAPHORIC_ROLES.has(office.lemma)) return null
    return null
  }

  /** An office that nobody in the article is said to hold is an identity of its own ("президент Франции"). */
  private unnamed(role: RolePhrase, definite: boolean, sentence: number): EntityDraft | null {
    const { office } = role
    if (!definite || !OFFICE_NOUNS.has(office.lemma.replace(/^экс-/, ''))) return null
    if (office.states.length === 0 && !this.holdsName(role, sentence)) return null
    const key = `${office.group}|${[...office.states].sort().join(',')}|${[...office.rest].sort().join(',')}|${office.former}`
    const entity = this.entities.get('person', `role:${key}`, role.text)
    count(entity.variants, role.text)
    count(entity.roles, role.text)
    if (office.states[0]) entity.country = office.states[0]
    return entity
  }

  private holdsName(role: RolePhrase, sentence: number): boolean {
    return this.found[sentence]!.some((name) => role.from <= name.from && name.to <= role.to && name.from >= role.head)
  }

  private finish(): FoundNames {
    const drafts = this.drafts.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b))
    const ids = new Map<EntityDraft, string>()
    const counters = new Map<string, number>()
    const idOf = (entity: EntityDraft): string => {
      let id = ids.get(entity)
      if (!id) {
        const letter = typeLetter(entity.type)
        const next = (counters.get(letter) ?? 0) + 1
        counters.set(letter, next)
        id = letter + next
        ids.set(entity, id)
      }
      return id
    }
    const mentions: Mention[] = []
    const open: { index: number; end: number }[] = []
    for (const draft of drafts) {
      const last = mentions.at(-1)
      if (last && last.start === draft.start && last.end === draft.end && last.type === draft.type) continue
      while (open.length > 0 && open.at(-1)!.end <= draft.start) open.pop()
      const outer = open.findLast((one) => one.end >= draft.end)
      const { entity, ...own } = draft
      const name = draft.by === 'pronoun' ? nameOf(entity) : draft.name
      mentions.push({ ...own, name, identity: idOf(entity), ...(outer ? { inside: outer.index } : {}) })
      open.push({ index: mentions.length - 1, end: draft.end })
    }
    return { mentions, entities: [...ids].map(([entity, id]) => finished(entity, id)) }
  }
}

const BY_RANK: Readonly<Record<string, number>> = { role: 1, pronoun: 2, adjective: 3 }
const rank = (draft: MentionDraft): number => BY_RANK[draft.by ?? ''] ?? 0

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)

const nameOf = (entity: EntityDraft): string => {
  if (entity.person) return personName(entity.person)
  if (entity.type === 'country' || entity.variants.size === 0) return entity.name
  // The fullest way that the article writes it; of equals the most frequent.
  return byCount(entity.variants).reduce((best, name) => (name.length > best.length ? name : best), '')
}

const finished = (entity: EntityDraft, id: string): Entity => ({
  id,
  type: entity.type,
  name: nameOf(entity),
  variants: byCount(entity.variants),
  roles: byCount(entity.roles),
  ...(entity.gender ? { gender: entity.gender } : {}),
  ...(entity.country ? { country: entity.country } : {}),
})

/**
 * Names of one article: people, bodies, states, places, media, documents, events, with what stands for them (offices,
 * pronouns, adjectives), each joined to its identity. Time is linear in the words; nothing is thrown on any text.
 */
export const findNames = (sentences: readonly Sentence[], resources: NameResources): FoundNames =>
  new Reading(sentences, resources).run()

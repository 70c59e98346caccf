import type { Entity, Mention, Sentence } from '../../analysis.ts'
import type { EntityDraft, MentionDraft } from './drafts.ts'
import { personName } from './people.ts'
import { readPeople } from './read-people.ts'
import { readAdjectives, readThings } from './read-things.ts'
import { type ArticleReading, type NameResources, openReading } from './reading.ts'
import { readReferences } from './references.ts'
import { typeLetter } from './things.ts'

export interface FoundNames {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
}

const BY_RANK: Readonly<Record<string, number>> = { role: 1, pronoun: 2, adjective: 3 }
const rank = (draft: MentionDraft): number => BY_RANK[draft.by ?? ''] ?? 0

const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)

const isAcronym = (name: string): boolean => /^[\p{Lu}\d]+$/u.test(name)

/** Whether the letters of an abbreviation stand in a word in their order: ЕС in Евросоюз, never НАТО in Альянс. */
const abbreviates = (acronym: string, word: string): boolean => {
  const letters = word.toLowerCase()
  let at = -1
  for (const letter of acronym.toLowerCase()) {
    at = letters.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

const nameOf = (entity: EntityDraft): string => {
  if (entity.person) return personName(entity.person)
  if (entity.type === 'country' || entity.variants.size === 0) return entity.name
  // НАТО, ОБСЕ, G7: where the article writes what everybody calls a body by, a long form beside it only explains it;
  // the fuller word of the same letters (Евросоюз) goes before it.
  if (entity.usual && isAcronym(entity.usual) && entity.variants.has(entity.usual)) {
    const { usual } = entity
    const short = [...entity.variants.keys()].filter((name) => !name.includes(' ') && abbreviates(usual, name))
    return short.reduce((best, name) => (name.length > best.length ? name : best), usual)
  }
  // The fullest way that the article writes it; "МИД России" rather than "российский МИД"; of equals the most frequent.
  const rankOf = (name: string): number => name.length + (/^\p{Ll}/u.test(name) ? 0 : name.includes(' ') ? 1000 : 0)
  return byCount(entity.variants).reduce((best, name) => (rankOf(name) > rankOf(best) ? name : best))
}

const finished = (entity: EntityDraft, id: string): Entity => ({
  id,
  type: entity.type,
  name: nameOf(entity),
  variants: byCount(entity.variants),
  roles: byCount(entity.roles),
  gender: entity.gender || undefined,
  country: entity.country || undefined,
})

// Every field stands in each, undefined where it does not apply: objects of one shape are read several times faster.
const mentionOf = (draft: MentionDraft, name: string, identity: string, inside: number | undefined): Mention => ({
  start: draft.start,
  end: draft.end,
  type: draft.type,
  name,
  role: draft.role,
  sentence: draft.sentence,
  from: draft.from,
  to: draft.to,
  head: draft.head,
  by: draft.by,
  identity,
  inside,
})

const finish = (reading: ArticleReading): FoundNames => {
  const drafts = [...reading.drafts].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b))
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
  const fullNames = new Map<EntityDraft, string>()
  const fullNameOf = (entity: EntityDraft): string => {
    const known = fullNames.get(entity)
    if (known !== undefined) return known
    const name = nameOf(entity)
    fullNames.set(entity, name)
    return name
  }
  const mentions: Mention[] = []
  const open: { index: number; end: number }[] = []
  for (const draft of drafts) {
    const last = mentions.at(-1)
    if (last && last.start === draft.start && last.end === draft.end && last.type === draft.type) continue
    while (open.length > 0 && open.at(-1)!.end <= draft.start) open.pop()
    const outer = open.findLast((one) => one.end >= draft.end)
    const name = draft.by === 'pronoun' ? fullNameOf(draft.entity) : draft.name
    mentions.push(mentionOf(draft, name, idOf(draft.entity), outer?.index))
    open.push({ index: mentions.length - 1, end: draft.end })
  }
  return { mentions, entities: [...ids].map(([entity, id]) => finished(entity, id)) }
}

/**
 * Names of one article: people, bodies, states, places, media, documents, events, with what stands for them (offices,
 * pronouns, adjectives), each joined to its identity. Time is linear in the words; nothing is thrown on any text.
 */
export const findNames = (sentences: readonly Sentence[], resources: NameResources): FoundNames => {
  const reading = openReading(sentences, resources)
  readPeople(reading)
  readThings(reading)
  readAdjectives(reading)
  readReferences(reading)
  return finish(reading)
}

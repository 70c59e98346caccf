import { firstNot } from '../../../core/index.ts'
import type { Word } from '../../analysis.ts'
import { count, type EntityDraft, type MentionDraft } from './drafts.ts'
import {
  type Antecedent,
  antecedentOf,
  clauseOfPronoun,
  pronounGender,
  quotedWords,
  standsForThing,
} from './pronouns.ts'
import type { ArticleReading } from './reading.ts'
import type { RolePhrase } from './roles.ts'
import { OFFICE_NOUNS } from './words.ts'

/** Offices and pronouns that stand for a person of the article. */

type Recent = Antecedent<EntityDraft>[]

const OBLIQUE = new Set(['с', 'со', 'к', 'от', 'у', 'для', 'между', 'о', 'об', 'в', 'на', 'за', 'по'])

const asAntecedent = (
  words: readonly Word[],
  { entity, sentence, from, head }: MentionDraft,
  quoted: boolean,
): Antecedent<EntityDraft> => ({
  person: entity,
  gender: entity.gender === 'Masc' || entity.gender === 'Fem' ? entity.gender : null,
  sentence,
  at: from,
  quoted,
  subject: words[from]!.readings.some(({ morph }) => morph.case === 'Nom') && !OBLIQUE.has(words[from - 1]?.norm ?? ''),
  clauseSubject: words[head]!.morph.case === 'Nom',
})

const reference = (
  words: readonly Word[],
  entity: EntityDraft,
  sentence: number,
  at: Pick<MentionDraft, 'from' | 'to' | 'head'>,
  by: 'pronoun' | 'role',
  name: string,
): MentionDraft => ({
  start: words[at.from]!.start,
  end: words[at.to - 1]!.end,
  type: 'person',
  name,
  entity,
  sentence,
  from: at.from,
  to: at.to,
  head: at.head,
  by,
})

/** How many mentions back an office looks for its bearer. */
const REACH = 200

const bearer = ({ offices }: ArticleReading, { office }: RolePhrase, recent: Recent): EntityDraft | null => {
  const asked = new Set<EntityDraft>()
  for (let i = recent.length - 1; i >= 0 && i >= recent.length - REACH; i--) {
    const { person } = recent[i]!
    if (asked.has(person)) continue
    if (offices.holds(person, office)) return person
    asked.add(person)
  }
  return offices.holderOf(office)
}

/** An office that nobody in the article is said to hold is an identity of its own ("президент Франции"). */
const unnamed = (reading: ArticleReading, role: RolePhrase, sentence: number): EntityDraft | null => {
  const { office } = role
  if (!OFFICE_NOUNS.has(office.lemma.replace(/^экс-/, ''))) return null
  const named = office.states.length > 0 || holdsName(reading, role, sentence)
  if (!named) return null
  const key = `${office.group}|${[...office.states].sort().join(',')}|${[...office.rest].sort().join(',')}|${office.former}`
  const entity = reading.entities.get('person', `role:${key}`, role.text)
  count(entity.variants, role.text)
  count(entity.roles, role.text)
  if (office.states[0]) entity.country = office.states[0]
  return entity
}

const holdsName = ({ found }: ArticleReading, role: RolePhrase, sentence: number): boolean => {
  const names = found[sentence]!
  const name = names[firstNot(0, names.length, (at) => names[at]!.from < role.head)]
  return name !== undefined && name.to <= role.to
}

/** Persons of one sentence by the word where they begin. */
type PersonsAt = ReadonlyMap<number, MentionDraft>

const roleReference = (
  reading: ArticleReading,
  role: RolePhrase,
  sentence: number,
  recent: Recent,
  persons: PersonsAt,
  endsAt: ReadonlyMap<number, MentionDraft>,
  own: ReadonlySet<number>,
): MentionDraft | null => {
  if (own.has(role.head)) return null
  const after = persons.get(role.to)
  // An office beside its bearer's name is that mention's role.
  if (after?.role === role.text || endsAt.get(role.from - 1)?.role === role.text) return null
  // Without a complement, "президента" in "пресс-секретарь президента Дмитрий Песков" is too little to go by.
  if (after && role.to - role.from < 2) return null
  const entity = bearer(reading, role, recent) ?? unnamed(reading, role, sentence)
  return entity && reference(reading.sentences[sentence]!.words, entity, sentence, role, 'role', role.text)
}

/** Finds what offices and pronouns stand for, in text order, from what stands before them. */
export const readReferences = (reading: ArticleReading): void => {
  const { sentences, drafts, roles, offices } = reading
  const quoted = quotedWords(sentences)
  const recent: Recent = []
  const bySentence: MentionDraft[][] = sentences.map(() => [])
  for (const draft of drafts) if (draft.type === 'person') bySentence[draft.sentence]!.push(draft)
  sentences.forEach(({ words }, s) => {
    const persons = bySentence[s]!
    const startsAt = new Map(persons.map((draft) => [draft.from, draft]))
    const endsAt = new Map(persons.map((draft) => [draft.to, draft]))
    const own = new Set(persons.flatMap((draft) => draft.own ?? []))
    const roleAt = new Map(roles[s]!.all.map((role) => [role.head, role]))
    for (let i = 0; i < words.length; i++) {
      const person = startsAt.get(i)
      const inQuotes = quoted[s]![i] === 1
      if (person) recent.push(asAntecedent(words, person, inQuotes))
      const role = roleAt.get(i)
      if (role) {
        const draft = roleReference(reading, role, s, recent, startsAt, endsAt, own)
        if (!draft) continue
        drafts.push(draft)
        offices.learn(draft.entity, role.office)
        if (!inQuotes) recent.push(asAntecedent(words, draft, false))
        continue
      }
      const gender = inQuotes ? null : pronounGender(words[i]!)
      if (!gender || (recent.at(-1)?.sentence !== s && standsForThing(words, i))) continue
      const nominative = words[i]!.norm === 'он' || words[i]!.norm === 'она'
      const entity = antecedentOf(recent, gender, s, i, nominative, nominative ? 0 : clauseOfPronoun(words, i))
      if (!entity) continue
      const draft = reference(words, entity, s, { from: i, to: i + 1, head: i }, 'pronoun', '')
      drafts.push(draft)
      recent.push(asAntecedent(words, draft, false))
    }
  })
}

import { contentId } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Language, MentionType } from '../../language/index.ts'
import type { Identity } from '../chronicle.ts'
import { foldText, wordsOf } from '../text/words.ts'
import { type Collected, collectNames, type NameRecord } from './collect.ts'
import { englishName } from './english.ts'
import { joinNames } from './join.ts'
import { nameKey } from './keys.ts'

/** A name of a fact, as the facts give it. */
export interface NameRef {
  readonly name: string
  readonly identity?: string | undefined
  readonly type?: MentionType | undefined
}

/** All identities of the chronicle; inside it they go by their index. */
export interface Identities {
  readonly list: readonly Identity[]
  readonly byId: ReadonlyMap<string, Identity>
  /** Index of the state that a person or body serves; -1 where unknown; a state serves itself. */
  readonly country: Int32Array
  /** Whether an identity is a place, or one word taken for a person that is a place's name in this chronicle. */
  isPlace(identity: number): boolean
  /** Which identity a name in an article means. */
  of(article: number, ref: NameRef): number
}

/**
 * One identity for each person, body, state, place, document and outlet, over all articles: variants, initials,
 * contractions and acronyms joined, same surnames with different given names apart.
 *
 * @example "МИД РФ" of one page and "Министерство иностранных дел России" of another are one identity
 */
export const buildIdentities = (articles: readonly ArticleFacts[], language: Language): Identities => {
  const collected = collectNames(articles)
  const records = [...collected.records.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const union = joinNames(records)
  const groups = new Map<number, NameRecord[]>()
  const rootOf = new Map<string, number>()
  records.forEach((record, at) => {
    const root = union.find(at)
    rootOf.set(record.key, root)
    const group = groups.get(root)
    if (group) group.push(record)
    else groups.set(root, [record])
  })
  const indexOf = new Map([...groups.keys()].map((root, index) => [root, index]))
  const drafts = [...groups.values()].map((group) => draftOf(group, articles, language))
  const country = countriesOf(drafts, [...groups.values()], language)
  const list = drafts.map((draft, at): Identity => {
    const state = country[at] as number
    return { ...draft, country: state < 0 || state === at ? null : (drafts[state] as Draft).id }
  })
  const places = new Set(list.flatMap(({ type, name }) => (type === 'place' ? [foldText(name)] : [])))
  return {
    list,
    isPlace: (identity) => {
      const one = list[identity]
      if (one?.type !== 'person') return one?.type === 'place'
      return one.roles.length === 0 && !one.name.includes(' ') && places.has(foldText(one.name))
    },
    byId: new Map(list.map((identity) => [identity.id, identity])),
    country,
    of: (article, ref) => indexOf.get(rootOf.get(keyOf(collected, article, ref)) as number) as number,
  }
}

const keyOf = (collected: Collected, article: number, ref: NameRef): string => {
  const local = collected.locals[article]
  return (
    (ref.identity === undefined ? undefined : local?.byIdentity.get(ref.identity)) ??
    local?.byName.get(foldText(ref.name)) ??
    nameKey(ref.type ?? 'organization', ref.name)
  )
}

type Draft = Omit<Identity, 'country'>

const draftOf = (group: readonly NameRecord[], articles: readonly ArticleFacts[], language: Language): Draft => {
  const type = typeOf(group)
  const variants = new Map<string, number>()
  const roles = new Map<string, Set<number>>()
  const seen = new Set<number>()
  for (const record of group) {
    for (const [name, count] of record.names) variants.set(name, (variants.get(name) ?? 0) + count)
    for (const [role, at] of record.roles) roles.set(role, new Set([...(roles.get(role) ?? []), ...at]))
    for (const article of record.articles) seen.add(article)
  }
  const counted = [...variants]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const name = preferredName(counted, type)
  return {
    id: contentId(['identity', type, anchorKey(group)]),
    type,
    name,
    nameEn: englishName(name, type, language),
    variants: counted,
    roles: [...roles].map(([role, at]) => roleSpan(role, at, articles)).sort(byFrom),
    articles: seen.size,
  }
}

// An office that stood for a person may have been taken for a body.
const typeOf = (group: readonly NameRecord[]): MentionType =>
  group.some(({ type }) => type === 'person') ? 'person' : (group[0] as NameRecord).type

// The id rests on the shortest full name: middle names and patronymics that turn up later do not change it.
const anchorKey = (group: readonly NameRecord[]): string => {
  const people = group.some(({ type }) => type === 'person')
  const full = group.filter(
    ({ key, type, names }) => !people || (type === 'person' && key.includes(' ') && !isOffice(names)),
  )
  const keys = (full.length > 0 ? full : group).map((record) => record.key)
  return [...keys].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] as string
}

const isOffice = (names: ReadonlyMap<string, number>): boolean =>
  [...names.keys()].every((name) => /^\p{Ll}/u.test(name))

const preferredName = (variants: readonly { readonly name: string }[], type: MentionType): string => {
  const full =
    type === 'person'
      ? variants.filter(({ name }) => wordsOf(name).filter((word) => word.length > 1).length > 1)
      : variants
  return (full[0] ?? variants[0])?.name ?? ''
}

const roleSpan = (
  role: string,
  at: ReadonlySet<number>,
  articles: readonly ArticleFacts[],
): Identity['roles'][number] => {
  const cited = [...at].sort((a, b) => a - b).map((index) => articles[index] as ArticleFacts)
  const days = cited
    .flatMap(({ published }) => (published && /^\d{4}/.test(published) ? [published.slice(0, 10)] : []))
    .sort()
  return { role, from: days[0] ?? null, to: days.at(-1) ?? null, articles: cited.map(({ id }) => id) }
}

const byFrom = (a: { from: string | null; role: string }, b: { from: string | null; role: string }): number => {
  const x = a.from ?? '9999'
  const y = b.from ?? '9999'
  return x === y ? (a.role < b.role ? -1 : 1) : x < y ? -1 : 1
}

// A role or a body's name tells its state by the state's genitive: "президент Норвегии", "МИД Норвегии".
const countriesOf = (
  drafts: readonly Draft[],
  groups: readonly (readonly NameRecord[])[],
  language: Language,
): Int32Array => {
  const country = new Int32Array(drafts.length).fill(-1)
  const byGenitive = new Map<string, number>()
  drafts.forEach((draft, at) => {
    if (draft.type !== 'country') return
    country[at] = at
    for (const name of [draft.name, language.decline(draft.name, 'country', 'Gen') ?? draft.name])
      if (!byGenitive.has(foldText(name))) byGenitive.set(foldText(name), at)
  })
  for (const [short, full] of [
    ['рф', 'россия'],
    ['кнр', 'китай'],
  ] as const) {
    const at = byGenitive.get(full)
    if (at !== undefined && !byGenitive.has(short)) byGenitive.set(short, at)
  }
  drafts.forEach((draft, at) => {
    if (draft.type !== 'person' && draft.type !== 'organization') return
    const votes = new Map<number, number>()
    for (const { countries } of groups[at] as readonly NameRecord[])
      for (const [name, count] of countries) {
        const state = byGenitive.get(foldText(name))
        if (state !== undefined) votes.set(state, (votes.get(state) ?? 0) + count)
      }
    const texts = [
      ...draft.roles.map(({ role, articles }) => [role, articles.length] as const),
      ...(draft.type === 'organization' ? [[draft.name, 1] as const] : []),
    ]
    for (const [text, weight] of texts) {
      const state = stateIn(text, byGenitive)
      if (state !== null) votes.set(state, (votes.get(state) ?? 0) + weight)
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
    if (best) country[at] = best[0]
  })
  return country
}

const stateIn = (text: string, byGenitive: ReadonlyMap<string, number>): number | null => {
  const words = wordsOf(text)
  for (let length = 3; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const found = byGenitive.get(words.slice(at, at + length).join(' '))
      if (found !== undefined) return found
    }
  return null
}

import { contentId } from '../../core/index.ts'
import type { Language, MentionType } from '../../language/index.ts'
import type { Identity } from '../chronicle.ts'
import { foldText, wordsOf } from '../text/words.ts'
import { englishName } from './english.ts'
import type { NameRecord } from './records.ts'

/** What an article adds to a role: its id and when it was published. */
export interface RoleArticle {
  readonly id: string
  readonly minute: number
  readonly published: string | null
}

/** Names that are one identity. `slot` stays while most of its names do. */
export interface Group {
  readonly slot: number
  /** In the order of their keys. */
  members: readonly NameRecord[]
  identity: Identity
  /** The state that it serves or is. */
  state: Group | null
  /** Its roles, and what else tells a state, folded; see `countries.ts`. */
  texts: string
  /** What joining entries and what composing them ask of it, as texts that differ when that does. */
  shape: string
  face: string
}

type Draft = Omit<Identity, 'country'>

/** The identity that names make, but for its state. */
export const identityOf = (
  members: readonly NameRecord[],
  articleAt: (article: number) => RoleArticle,
  language: Language,
  before: Identity | null,
): Draft => {
  const type = typeOf(members)
  const variants = new Map<string, number>()
  const roles = new Map<string, Set<number>>()
  const seen = members.length === 1 ? (members[0] as NameRecord).articles : new Set<number>()
  for (const record of members) {
    for (const [name, count] of record.names) variants.set(name, (variants.get(name) ?? 0) + count)
    for (const [role, at] of record.roles) {
      const known = roles.get(role)
      roles.set(role, known ? new Set([...known, ...at]) : at)
    }
    if (members.length > 1) for (const article of record.articles) seen.add(article)
  }
  const counted = [...variants]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const name = preferredName(counted, type)
  const same = before?.name === name && before.type === type
  return {
    id: contentId(['identity', type, anchorKey(members)]),
    type,
    name,
    nameEn: same ? before.nameEn : englishName(name, type, language),
    variants: counted,
    roles: [...roles].map(([role, at]) => roleSpan(role, at, articleAt)).sort(byFrom),
    articles: seen.size,
  }
}

// An office that stood for a person may have been taken for a body.
const typeOf = (members: readonly NameRecord[]): MentionType =>
  members.some(({ type }) => type === 'person') ? 'person' : (members[0] as NameRecord).type

// The id rests on the shortest full name: middle names and patronymics that turn up later do not change it.
const anchorKey = (members: readonly NameRecord[]): string => {
  const people = members.some(({ type }) => type === 'person')
  const full = members.filter(
    ({ key, type, names }) => !people || (type === 'person' && key.includes(' ') && !isOffice(names)),
  )
  const keys = (full.length > 0 ? full : members).map((record) => record.key)
  return keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] as string
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
  articleAt: (article: number) => RoleArticle,
): Identity['roles'][number] => {
  const cited = [...at]
    .map(articleAt)
    .sort((a, b) => (a.minute === b.minute ? (a.id < b.id ? -1 : 1) : a.minute - b.minute))
  let from: string | null = null
  let to: string | null = null
  for (const { published } of cited) {
    if (published === null || !/^\d{4}/.test(published)) continue
    const day = published.slice(0, 10)
    if (from === null || day < from) from = day
    if (to === null || day > to) to = day
  }
  return { role, from, to, articles: cited.map(({ id }) => id) }
}

const byFrom = (a: { from: string | null; role: string }, b: { from: string | null; role: string }): number => {
  const x = a.from ?? '9999'
  const y = b.from ?? '9999'
  return x === y ? (a.role < b.role ? -1 : 1) : x < y ? -1 : 1
}

/** Texts in which a state may be named, folded, each between bars. */
export const textsOf = (draft: Draft, members: readonly NameRecord[]): string => {
  if (draft.type !== 'person' && draft.type !== 'organization') return ''
  const texts = [
    ...draft.roles.map(({ role }) => role),
    ...(draft.type === 'organization' ? [draft.name] : []),
    ...members.flatMap(({ countries }) => [...countries.keys()]),
  ]
  return `|${texts.map((text) => wordsOf(text).join(' ')).join('|')}|${texts.map(foldText).join('|')}|`
}

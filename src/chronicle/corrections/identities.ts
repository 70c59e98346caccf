import { contentId } from '../../core/index.ts'
import type { Chronicle, ChronicleStatement, Entry, Identity } from '../chronicle.ts'
import type { CorrectionAction } from './correction.ts'

type Merge = Extract<CorrectionAction, { readonly kind: 'merge-identities' }>
type Split = Extract<CorrectionAction, { readonly kind: 'split-identity' }>
type Rename = Extract<CorrectionAction, { readonly kind: 'rename-identity' }>

type Named = { readonly name: string; readonly nameEn: string; readonly identity: string }

const distinct = <T extends { readonly identity: string }>(all: readonly T[]): T[] =>
  all.filter(({ identity }, at) => all.findIndex((each) => each.identity === identity) === at)

/** Every entry and statement with the people and places that `change` names anew. */
const withNames = (
  chronicle: Chronicle,
  entry: (named: Named, entry: Entry) => Named,
  speaker: (statement: ChronicleStatement) => ChronicleStatement,
): Chronicle => ({
  ...chronicle,
  entries: chronicle.entries.map((each) => ({
    ...each,
    participants: distinct(each.participants.map((one) => ({ ...one, ...entry(one, each) }))),
    place: each.place && { ...each.place, ...entry(each.place, each) },
    ...(each.documents ? { documents: distinct(each.documents.map((one) => ({ ...one, ...entry(one, each) }))) } : {}),
  })),
  statements: chronicle.statements.map(speaker),
})

const sumOf = (variants: Identity['variants']): Identity['variants'] => {
  const counts = new Map<string, number>()
  for (const { name, count } of variants) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts].map(([name, count]) => ({ name, count }))
}

/** Several identities become one, under the name of the first. Its number of articles is the least it can be. */
export const mergeIdentities = (chronicle: Chronicle, { into, identities }: Merge): Chronicle | null => {
  const first = chronicle.identities.find(({ id }) => id === into)
  const others = chronicle.identities.filter(({ id }) => id !== into && identities.includes(id))
  if (!first || others.length === 0) return null
  const all = [first, ...others]
  const gone = new Set(others.map(({ id }) => id))
  const named: Identity = {
    ...first,
    country: all.map(({ country }) => country).find((country) => country !== null && !gone.has(country)) ?? null,
    variants: sumOf(all.flatMap(({ variants }) => variants)),
    roles: all.flatMap(({ roles }) => roles),
    articles: Math.max(...all.map(({ articles }) => articles)),
  }
  const merged = withNames(
    chronicle,
    (one) => (gone.has(one.identity) ? { name: first.name, nameEn: first.nameEn, identity: into } : one),
    (statement) =>
      statement.speaker && gone.has(statement.speaker.identity ?? '')
        ? { ...statement, speaker: { ...statement.speaker, identity: into } }
        : statement,
  )
  return {
    ...merged,
    identities: merged.identities
      .filter(({ id }) => !gone.has(id))
      .map((each) => (each.id === into ? named : gone.has(each.country ?? '') ? { ...each, country: into } : each)),
  }
}

/** The id of an identity that was split off. */
export const splitIdentityId = ({ identity, name }: Pick<Split, 'identity' | 'name'>): string =>
  contentId(['split identity', identity, name])

/**
 * In some articles the name means somebody else: their statements, and the entries that rest on them alone, pass to a
 * new identity.
 */
export const splitIdentity = (chronicle: Chronicle, action: Split): Chronicle | null => {
  const known = chronicle.identities.find(({ id }) => id === action.identity)
  const articles = new Set(action.articles)
  if (!known || articles.size === 0) return null
  const id = splitIdentityId(action)
  const own = { name: action.name, nameEn: action.nameEn ?? action.name, identity: id }
  const passes = (entry: Entry): boolean => entry.evidence.every(({ article }) => articles.has(article))
  const roles = known.roles.filter((role) => role.articles.every((article) => articles.has(article)))
  const split = withNames(
    chronicle,
    (one, entry) => (one.identity === action.identity && passes(entry) ? own : one),
    (statement) =>
      statement.speaker?.identity === action.identity && articles.has(statement.article)
        ? { ...statement, speaker: { ...statement.speaker, identity: id } }
        : statement,
  )
  const named: Identity = {
    ...known,
    id,
    name: own.name,
    nameEn: own.nameEn,
    variants: [{ name: own.name, count: articles.size }],
    roles,
    articles: articles.size,
  }
  return {
    ...split,
    identities: [
      ...split.identities.map((each) =>
        each.id === known.id
          ? {
              ...each,
              roles: each.roles.filter((role) => !roles.includes(role)),
              articles: Math.max(0, each.articles - articles.size),
            }
          : each,
      ),
      named,
    ],
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// A composed title holds a name in whatever case it needs: only the name as it is can be put anew.
const inTitle = (title: string, from: string, to: string): string =>
  from === ''
    ? title
    : title.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(from)}(?![\\p{L}\\p{N}])`, 'gu'), () => to)

/** Another preferred name, in the identity itself and wherever entries and statements give it. */
export const renameIdentity = (chronicle: Chronicle, action: Rename): Chronicle | null => {
  const known = chronicle.identities.find(({ id }) => id === action.identity)
  if (!known) return null
  const name = action.name
  const nameEn = action.nameEn ?? known.nameEn
  const renamed = withNames(
    chronicle,
    (one) => (one.identity === known.id ? { ...one, name, nameEn } : one),
    (statement) =>
      statement.speaker?.identity === known.id
        ? {
            ...statement,
            speaker: { ...statement.speaker, name },
            chain: statement.chain.map((link, at) => (at === 0 && link === statement.speaker?.name ? name : link)),
          }
        : statement,
  )
  return {
    ...renamed,
    entries: renamed.entries.map((entry) =>
      entry.participants.some(({ identity }) => identity === known.id) || entry.place?.identity === known.id
        ? {
            ...entry,
            title: inTitle(entry.title, known.name, name),
            titleEn: inTitle(entry.titleEn, known.nameEn, nameEn),
          }
        : entry,
    ),
    identities: renamed.identities.map((each) => (each.id === known.id ? { ...each, name, nameEn } : each)),
  }
}

import { stemOf, wordsOf } from '../text/words.ts'
import { Union } from '../union.ts'
import type { NameRecord } from './collect.ts'
import { bodyTokens, contractionKey, isAcronym, personTokens, shortKeys, soundKey } from './keys.ts'

/** Joins names that mean one person or body; `records` must be in a canonical order. Unsure names stay apart. */
export const joinNames = (records: readonly NameRecord[]): Union => {
  const union = new Union(records.length)
  joinPersons(records, union)
  joinRoles(records, union)
  joinBodies(records, union)
  return union
}

const tokensOf = (record: NameRecord): string[] => record.key.slice(record.key.indexOf('|') + 1).split(' ')

const roleStems = (record: NameRecord): Set<string> =>
  new Set([...record.roles.keys()].flatMap((role) => wordsOf(role).map(stemOf)))

const sharesRole = (a: NameRecord, b: NameRecord): boolean => {
  const stems = roleStems(b)
  return [...roleStems(a)].some((stem) => stems.has(stem))
}

const joinPersons = (records: readonly NameRecord[], union: Union): void => {
  const bySurname = new Map<string, number[]>()
  records.forEach((record, at) => {
    if (record.type !== 'person') return
    const surname = stemOf(soundKey(tokensOf(record).at(-1) ?? ''))
    const same = bySurname.get(surname)
    if (same) same.push(at)
    else bySurname.set(surname, [at])
  })
  const byFirst = new Map<string, number[]>()
  for (const [, bucket] of bySurname) {
    joinFullNames(bucket, records, union)
    for (const at of bucket) {
      const tokens = tokensOf(records[at] as NameRecord)
      const first = soundKey(tokens[0] ?? '')
      if (tokens.length > 1) byFirst.set(first, [...(byFirst.get(first) ?? []), at])
    }
  }
  for (const [surname, bucket] of bySurname) {
    // Chinese and Korean surnames stand first: "Ким" may be "Ким Чен Ын".
    joinShortNames(bucket, surname.length <= 4 ? [...bucket, ...(byFirst.get(surname) ?? [])] : bucket, records, union)
  }
}

// Full names with one surname: equal but for spelling, or one leaving out a middle part that only one other has.
const joinFullNames = (bucket: readonly number[], records: readonly NameRecord[], union: Union): void => {
  const full = bucket
    .map((at) => ({ at, tokens: tokensOf(records[at] as NameRecord).map(soundKey) }))
    .filter(({ tokens }) => tokens.length > 1 && tokens.every((token) => token.length > 1))
  const byTokens = new Map<string, number>()
  for (const { at, tokens } of full) {
    const key = [...tokens].sort().join(' ')
    const same = byTokens.get(key)
    if (same === undefined) byTokens.set(key, at)
    else union.join(same, at)
  }
  joinInflected(full, records, union)
  for (const one of full) {
    const wider = full.filter(
      (other) => other.tokens.length > one.tokens.length && one.tokens.every((token) => other.tokens.includes(token)),
    )
    const sets = new Set(wider.map((other) => union.find(other.at)))
    if (sets.size === 1) union.join(one.at, (wider[0] as { at: number }).at)
  }
}

// A name that was left in another case ("Орлова" for "Орлов"): one part differs, by an ending only, and the other
// spelling is the commoner one. Where two parts differ they may be a man and a woman.
const joinInflected = (
  full: readonly { readonly at: number; readonly tokens: readonly string[] }[],
  records: readonly NameRecord[],
  union: Union,
): void => {
  const seen = (at: number): number => (records[at] as NameRecord).articles.size
  for (const one of full)
    for (const other of full) {
      if (one.at === other.at || one.tokens.length !== other.tokens.length || seen(one.at) > seen(other.at)) continue
      const differing = one.tokens.filter((token, index) => token !== other.tokens[index])
      const base = other.tokens.find((token, index) => token !== one.tokens[index])
      const ending = differing.length === 1 && base !== undefined ? (differing[0] as string).slice(base.length) : ''
      if (differing[0]?.startsWith(base ?? ' ') && /^(?:а|у|е|ом|ем|ым|я|ю)$/.test(ending)) union.join(one.at, other.at)
    }
}

// An office used as a name ("председатель правления") is the one person whom the pages give that office.
const joinRoles = (records: readonly NameRecord[], union: Union): void => {
  const holders = new Map<string, number[]>()
  records.forEach((record, at) => {
    if (record.type !== 'person') return
    for (const role of record.roles.keys()) {
      const key = bodyTokens(role).join(' ')
      holders.set(key, [...(holders.get(key) ?? []), at])
    }
  })
  records.forEach((record, at) => {
    const [name] = record.names.keys()
    if (!name || !/^\p{Ll}/u.test(name) || (record.type !== 'person' && record.type !== 'organization')) return
    const sole = onlySet(
      (holders.get(bodyTokens(name).join(' ')) ?? []).filter((other) => other !== at),
      union,
    )
    if (sole !== null && (records[sole] as NameRecord).type === 'person') union.join(at, sole)
  })
}

// A surname alone, or with initials, joins a full name only when just one fits, by a shared role if there are several.
const joinShortNames = (
  bucket: readonly number[],
  pool: readonly number[],
  records: readonly NameRecord[],
  union: Union,
): void => {
  const full = pool.filter((at) => tokensOf(records[at] as NameRecord).filter((token) => token.length > 1).length > 1)
  for (const at of bucket) {
    const record = records[at] as NameRecord
    const tokens = tokensOf(record)
    const initials = tokens.slice(0, -1)
    if (initials.some((token) => token.length > 1)) continue
    const fitting = full.filter((other) => {
      const given = personTokens(tokensOf(records[other] as NameRecord).join(' '))
      return initials.length === 0 || given[0]?.[0] === initials[0]
    })
    const sole =
      onlySet(fitting, union) ??
      onlySet(
        fitting.filter((other) => sharesRole(record, records[other] as NameRecord)),
        union,
      )
    if (sole !== null) union.join(at, sole)
  }
}

const onlySet = (members: readonly number[], union: Union): number | null => {
  const sets = new Set(members.map((at) => union.find(at)))
  return sets.size === 1 ? (members[0] as number) : null
}

const joinBodies = (records: readonly NameRecord[], union: Union): void => {
  const byShort = new Map<string, Set<number>>()
  const add = (key: string, at: number): void => {
    const members = byShort.get(key)
    if (members) members.add(at)
    else byShort.set(key, new Set([at]))
  }
  const bodies = records
    .map((record, at) => ({ record, at }))
    .filter(({ record }) => record.type === 'organization' || record.type === 'media')
  for (const { record, at } of bodies)
    for (const name of record.names.keys()) {
      const { initials, contracted } = shortKeys(name)
      for (const key of initials) add(`${record.type} ${key}`, at)
      if (contracted) add(`${record.type} ~${contracted}`, at)
    }
  for (const { record, at } of bodies)
    for (const name of record.names.keys()) {
      const keys = [
        isAcronym(name) ? tokensOf(record).join(' ') : null,
        contractionKey(name)?.replace(/^/, '~') ?? null,
      ]
      for (const key of keys) {
        const members = key ? [...(byShort.get(`${record.type} ${key}`) ?? [])].filter((other) => other !== at) : []
        const sole = onlySet(members, union)
        if (sole !== null) union.join(at, sole)
      }
    }
}

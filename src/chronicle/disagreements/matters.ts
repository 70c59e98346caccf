import type { Disagreement, DisagreementAbout, Entry, Version } from '../chronicle.ts'
import { contentRoots, foldText } from '../text/words.ts'
import { numeralsIn } from './numerals.ts'

/** What a disagreement of an entry is about, as far as it can be told apart from that of another entry. */
export interface Matter {
  /** Id of the entry. */
  readonly entry: string
  readonly disagreement: Disagreement
  readonly about: DisagreementAbout
  /** Roots of the words of its versions, where these are told in sentences; else none. */
  readonly roots: ReadonlySet<string>
  /** The same, of each of the two first versions. */
  readonly sides: readonly ReadonlySet<string>[]
  /** By these others of the same matter are looked for: the roots, or each pair of values. */
  readonly keys: readonly string[]
  /** First and last day on which it was told; null where pages do not say. */
  readonly days: { readonly first: number; readonly last: number } | null
  readonly place: string | null
  /** Sources of the versions, and of the whole entry. */
  readonly told: number
  readonly evidence: number
}

/** Roots that sentences need before they can be compared. */
const LEAST = 6
/** Share of the roots of the shorter one from which two are one matter: of what two sides say, and of one speaker's words. */
const ALIKE = 0.6
const SAME_WORDS = 0.8
/** And of each version of theirs with one of the other. */
const ANSWER = 0.4
/** Names, and what every sentence says in which two sides accuse each other: what is left tells of what. */
const FORMULA =
  /\p{Lu}[\p{L}\d-]*|(?<![а-яё])(?:обвин[а-яё]+|друг друга|друг на друга|возл[ао][а-яё]+|ответственност[а-яё]+|сторон[а-яё]+)(?![а-яё])/gu
/** Share of those words from which two sides accuse each other of the same. */
const ACCUSED = 0.3
/** Days between pages that count the same people. */
const DAYS = 10
const DAY_MS = 86_400_000

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const root of few) if (many.has(root)) shared++
  return few.size === 0 ? 0 : shared / few.size
}

const isOnePlace = (a: Matter, b: Matter): boolean => a.place === null || b.place === null || a.place === b.place

// Whether every version of one rests on a sentence that a version of its own of the other rests on.
const sharesSources = ({ versions: a }: Disagreement, { versions: b }: Disagreement): boolean => {
  const places = (version: Version): Set<string> =>
    new Set(version.sources.map(({ article, start, end }) => `${article} ${start} ${end}`))
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const others = many.map(places)
  const met = few.map((version) => others.findIndex((other) => [...places(version)].some((place) => other.has(place))))
  return met.every((at) => at >= 0) && new Set(met).size === few.length
}

// Who each version says did it: what stands before its sentence.
const namesOf = ({ disagreement }: Matter): string =>
  disagreement.versions
    .map(({ value }) => value.slice(0, Math.max(0, value.indexOf(':'))))
    .sort()
    .join('/')

// What is asserted may be told alike and answered otherwise.
const isAnsweredAlike = (a: Matter, b: Matter): boolean =>
  [[a.sides, b.sides] as const, [b.sides, a.sides] as const].every(([own, others]) =>
    own.every((side) => others.some((other) => shareOf(side, other) >= ANSWER)),
  )

/** How a matter that is told in sentences is known again. */
interface Likeness {
  /** Roots of the words of a version. */
  readonly rootsOf: (value: string) => ReadonlySet<string>
  /** So many of them are needed. */
  readonly least: number
  readonly isOne: (a: Matter, b: Matter) => boolean
}

const CLAIM: Likeness = {
  rootsOf: contentRoots,
  least: LEAST,
  isOne: (a, b) => shareOf(a.roots, b.roots) >= ALIKE && isAnsweredAlike(a, b),
}
const LIKENESSES: Readonly<Partial<Record<DisagreementAbout, Likeness>>> = {
  claim: CLAIM,
  status: CLAIM,
  words: {
    rootsOf: contentRoots,
    least: LEAST,
    isOne: (a, b) =>
      sharesSources(a.disagreement, b.disagreement) ||
      (shareOf(a.roots, b.roots) >= SAME_WORDS && isAnsweredAlike(a, b)),
  },
  participants: {
    rootsOf: (value) => contentRoots(value.replace(FORMULA, ' ')),
    least: 1,
    isOne: (a, b) => isOnePlace(a, b) && namesOf(a) === namesOf(b) && shareOf(a.roots, b.roots) >= ACCUSED,
  },
}

const COUNTED: ReadonlySet<DisagreementAbout> = new Set(['count', 'duration'])

// "Десять человек" and "10 погибших" are one number.
const numberIn = (value: string): string => String(numeralsIn(value, 0, value.length)[0]?.value ?? foldText(value))

const pairsOf = (values: readonly string[]): string[] => {
  const sorted = [...new Set(values)].sort()
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => `${a} / ${b}`))
}

const daysOf = ({ evidence }: Entry, articles: ReadonlySet<string>): Matter['days'] => {
  const days = evidence.flatMap(({ article, published }) =>
    published !== null && articles.has(article) ? [Math.floor(Date.parse(published.slice(0, 10)) / DAY_MS)] : [],
  )
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) }
}

// The same two numbers, of about the same days and place.
const isOneCount = (a: Matter, b: Matter): boolean => {
  if (a.days === null || b.days === null || a.days.first > b.days.last + DAYS || b.days.first > a.days.last + DAYS)
    return false
  return isOnePlace(a, b) && a.keys.some((key) => b.keys.includes(key))
}

/**
 * The matter of a disagreement that may stand on several entries; null for what is of its entry alone (its day, place,
 * document). What is told in sentences is known by their words, what is counted by the numbers.
 */
export const matterOf = (entry: Entry, disagreement: Disagreement): Matter | null => {
  const { about, versions } = disagreement
  const likeness = LIKENESSES[about]
  const sides = likeness ? versions.slice(0, 2).map(({ value }) => likeness.rootsOf(value)) : []
  const roots = new Set(sides.flatMap((side) => [...side]))
  const keys = COUNTED.has(about) ? pairsOf(versions.map(({ value }) => numberIn(value))) : [...roots]
  if (keys.length < (likeness?.least ?? 1)) return null
  return {
    entry: entry.id,
    disagreement,
    about,
    roots,
    sides,
    keys: keys.map((key) => `${about} ${key}`),
    days: daysOf(entry, new Set(versions.flatMap(({ articles }) => articles))),
    place: entry.place?.identity ?? null,
    told: versions.reduce((sum, { sources }) => sum + sources.length, 0),
    evidence: entry.evidence.length,
  }
}

/** Whether two entries list the same matter: in like words, or the same two numbers of about the same days and place. */
export const isOneMatter = (a: Matter, b: Matter): boolean =>
  a.about === b.about && a.entry !== b.entry && (LIKENESSES[a.about]?.isOne ?? isOneCount)(a, b)

/** Whether of two that list one matter the first keeps it: more tell it there, or more tell of the happening. */
export const isBefore = (a: Matter, b: Matter): boolean => {
  if (a.told !== b.told) return a.told > b.told
  if (a.evidence !== b.evidence) return a.evidence > b.evidence
  return a.entry === b.entry ? a.disagreement.id < b.disagreement.id : a.entry < b.entry
}

/** The disagreement with what others tell of the same matter: each of their versions goes to the one that it is most like. */
export const withTold = ({ disagreement }: Matter, others: readonly Matter[]): Disagreement => {
  const given = disagreement.versions.map(({ value }) => ({
    value,
    roots: [...contentRoots(value)],
    versions: [] as Version[],
  }))
  for (const other of others)
    for (const version of other.disagreement.versions) {
      const roots = contentRoots(version.value)
      const alike = given.map(({ value, roots: own }) =>
        (other.roots.size > 0 ? value === version.value : numberIn(value) === numberIn(version.value))
          ? Number.POSITIVE_INFINITY
          : own.filter((root) => roots.has(root)).length,
      )
      const most = Math.max(...alike)
      // Of numbers only the same one.
      if (other.roots.size > 0 ? most > 0 : most === Number.POSITIVE_INFINITY)
        given[alike.indexOf(most)]?.versions.push(version)
    }
  return {
    id: disagreement.id,
    about: disagreement.about,
    relation: disagreement.relation,
    versions: disagreement.versions.map((version, at) => united(version, given[at]?.versions ?? [])),
  }
}

// Who of other entries' sources is independent is not known here: the most that one entry knows.
const united = (version: Version, others: readonly Version[]): Version => {
  const sources = [version, ...others].flatMap((one) => one.sources)
  return {
    value: version.value,
    articles: [...new Set(sources.map(({ article }) => article))],
    origins: Math.max(version.origins, ...others.map(({ origins }) => origins)),
    sources: [...new Map(sources.map((one) => [`${one.article} ${one.start}`, one])).values()],
  }
}

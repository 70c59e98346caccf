import { enter, leave } from '../sets.ts'
import { foldText, stemOf, wordsOf } from '../text/words.ts'
import { Union } from '../union.ts'
import { bodyTokens, bracketed, contractionKey, isAcronym, shortKeys, soundKey } from './keys.ts'
import { Lookup } from './lookup.ts'
import type { Entered, NameRecord } from './records.ts'

type Pair = readonly [NameRecord, NameRecord]

/** Names of persons with one surname, and which of them are one. */
interface Cell {
  readonly members: Set<NameRecord>
  /** Full names that are one, and short ones with the full name that they stand for. */
  full: readonly Pair[]
  short: readonly Pair[]
}

type Index<K> = Map<K, Set<NameRecord>>

const NONE: readonly string[] = []

const surnameOf = ({ tokens }: NameRecord): string => stemOf(soundKey(tokens.at(-1) ?? ''))
const firstOf = ({ tokens }: NameRecord): string | null => (tokens.length > 1 ? soundKey(tokens[0] ?? '') : null)

// Chinese and Korean surnames stand first: "Ким" may be "Ким Чен Ын".
const SHORT_SURNAME = 4

const isBody = ({ type }: NameRecord): boolean => type === 'organization' || type === 'media'

/**
 * Which names mean one person or body. Unsure names stay apart. Names are joined within cells (one surname) that are
 * made again when one of their names changes; what joins cells and bodies is then asked for all names in the order of
 * their keys, so that the result depends on the names alone.
 */
export class NameJoins {
  readonly #cells = new Map<string, Cell>()
  readonly #byFirst: Index<string> = new Map()
  /** Cells in which names are joined. */
  readonly #joining = new Set<Cell>()
  /** Persons by the offices that they hold, which names of offices ask for; bodies by their short names. */
  readonly #holders = new Lookup()
  readonly #shorts = new Lookup()

  /** Takes in names that changed, `gone` ones among them; gives the sets of all `count` names, by their place. */
  change(touched: ReadonlySet<NameRecord>, gone: readonly NameRecord[], count: number): Union {
    const full = new Set<string>()
    const short = new Set<string>()
    const out = new Set(gone)
    for (const record of touched) {
      this.#enterBody(record, out.has(record))
      if (record.type === 'person') this.#enterPerson(record, out.has(record), full, short)
    }
    for (const surname of full) this.#joinCell(surname, short)
    const union = new Union(count)
    for (const cell of this.#joining) joinAll(cell.full, union)
    for (const surname of short) {
      const cell = this.#cells.get(surname)
      if (!cell) continue
      cell.short = this.#shortNames(surname, cell, union)
      this.#joining.add(cell)
    }
    for (const cell of this.#joining) {
      joinAll(cell.short, union)
      if (cell.full.length + cell.short.length === 0) this.#joining.delete(cell)
    }
    this.#joinOffices(union)
    this.#joinBodies(union)
    return union
  }

  #enterPerson(record: NameRecord, gone: boolean, full: Set<string>, short: Set<string>): void {
    const surname = surnameOf(record)
    const first = firstOf(record)
    full.add(surname)
    short.add(surname)
    if (first !== null && first.length <= SHORT_SURNAME) short.add(first)
    const cell = this.#cells.get(surname) ?? { members: new Set(), full: [], short: [] }
    this.#cells.set(surname, cell)
    if (gone) {
      cell.members.delete(record)
      if (first !== null) leave(this.#byFirst, first, record)
      if (cell.members.size === 0) {
        this.#cells.delete(surname)
        this.#joining.delete(cell)
      }
    } else {
      cell.members.add(record)
      if (first !== null && first.length <= SHORT_SURNAME) enter(this.#byFirst, first, record)
    }
  }

  #enterBody(record: NameRecord, gone: boolean): void {
    const now = gone ? null : enteredOf(record)
    record.entered = now
    this.#holders.set(record, now && { given: now.roles, asks: now.office === null ? NONE : [now.office] })
    this.#shorts.set(record, now && { given: now.shorts, asks: now.asks })
  }

  #joinCell(surname: string, short: Set<string>): void {
    const cell = this.#cells.get(surname)
    if (!cell) return
    cell.full = fullNames([...cell.members].sort((a, b) => a.at - b.at))
    this.#joining.add(cell)
    for (const member of cell.members) {
      const first = firstOf(member)
      if (first !== null && first.length <= SHORT_SURNAME) short.add(first)
    }
  }

  // A surname alone, or with initials, joins a full name only when just one fits, by a shared role if there are several.
  #shortNames(surname: string, { members }: Cell, union: Union): Pair[] {
    const others = surname.length <= SHORT_SURNAME ? (this.#byFirst.get(surname) ?? []) : []
    const full = [...new Set([...members, ...others])].filter(
      ({ tokens }) => tokens.filter((token) => token.length > 1).length > 1,
    )
    return [...members].flatMap((record): Pair[] => {
      const initials = record.tokens.slice(0, -1)
      if (initials.some((token) => token.length > 1)) return []
      const fitting = full.filter(({ tokens }) => initials.length === 0 || tokens[0]?.[0] === initials[0])
      const sole =
        onlySet(fitting, union) ??
        onlySet(
          fitting.filter((other) => sharesRole(record, other)),
          union,
        ) ??
        farCommoner(fitting, union)
      return sole === null ? [] : [[record, sole]]
    })
  }

  // An office used as a name ("председатель правления") is the one person whom the pages give that office.
  #joinOffices(union: Union): void {
    for (const record of this.#holders.finders) {
      const office = record.entered?.office ?? null
      const holders = office === null ? undefined : this.#holders.under(office)
      const sole = holders ? onlySet(holders, union, record) : null
      if (sole !== null) union.join(record.at, sole.at)
    }
  }

  // "Следственный комитет (СК)", "Страховая касса (СК)": an acronym that full names of two bodies explain joins neither.
  #isOneBody(key: string): boolean {
    const full = [...(this.#shorts.under(key.replace(' =', ' ?')) ?? [])]
    return new Set(full.map(({ tokens }) => tokens[0])).size === 1
  }

  #joinBodies(union: Union): void {
    for (const record of this.#shorts.finders)
      for (const key of record.entered?.asks ?? NONE) {
        const members = this.#shorts.under(key)
        if (!members || (key.includes(' =') && !this.#isOneBody(key))) continue
        const sole = onlySet(members, union, record)
        if (sole !== null) union.join(record.at, sole.at)
      }
  }
}

const joinAll = (pairs: readonly Pair[], union: Union): void => {
  for (const [a, b] of pairs) union.join(a.at, b.at)
}

/** One of the names, when all of them, but for one that is left out, are one already; else null. */
const onlySet = (names: Iterable<NameRecord>, union: Union, without?: NameRecord): NameRecord | null => {
  let sole: NameRecord | null = null
  let root = -1
  for (const name of names) {
    if (name === without) continue
    const own = union.find(name.at)
    if (sole !== null && own !== root) return null
    sole = name
    root = own
  }
  return sole
}

/** So many times as many pages must name one as all others of a surname together for the surname alone to mean that one. */
const COMMONER = 20

// "Путин" is the president though a page of the archive names a namesake.
const farCommoner = (names: readonly NameRecord[], union: Union): NameRecord | null => {
  const pages = new Map<number, number>()
  for (const { at, articles } of names) pages.set(union.find(at), (pages.get(union.find(at)) ?? 0) + articles.size)
  const [first, second] = [...pages].sort((a, b) => b[1] - a[1])
  const others = [...pages.values()].reduce((sum, count) => sum + count, 0) - (first?.[1] ?? 0)
  if (!first || !second || first[1] < COMMONER * others) return null
  return names.find(({ at }) => union.find(at) === first[0]) ?? null
}

const enteredOf = (record: NameRecord): Entered | null => {
  const person = record.type === 'person'
  const roles = person ? [...new Set([...record.roles.keys()].map((role) => bodyTokens(role).join(' ')))] : []
  const name = commonest(record.names)
  const office = /^\p{Ll}/u.test(name) && (person || record.type === 'organization') ? bodyTokens(name).join(' ') : null
  const shorts: string[] = []
  const asks: string[] = []
  if (isBody(record))
    for (const each of [...record.names.keys()].sort()) {
      const { initials, contracted } = shortKeys(each)
      for (const key of initials) shorts.push(`${record.type} ${key}`)
      if (contracted) shorts.push(`${record.type} ~${contracted}`)
      if (isAcronym(each)) {
        asks.push(`${record.type} ${record.tokens.join(' ')}`)
        shorts.push(`${record.type} =${foldText(each)}`)
      }
      const short = bracketed(each)
      if (short !== null) {
        asks.push(`${record.type} =${short}`)
        shorts.push(`${record.type} ?${short}`)
      }
      const contraction = contractionKey(each)
      if (contraction !== null) asks.push(`${record.type} ~${contraction}`)
    }
  if (roles.length + shorts.length + asks.length === 0 && office === null) return null
  return { roles, shorts: [...new Set(shorts)], asks: [...new Set(asks)], office }
}

const commonest = (names: ReadonlyMap<string, number>): string => {
  let best = ''
  let most = 0
  for (const [name, times] of names)
    if (times > most || (times === most && name < best)) {
      best = name
      most = times
    }
  return best
}

const roleStems = (record: NameRecord): Set<string> =>
  new Set([...record.roles.keys()].flatMap((role) => wordsOf(role).map(stemOf)))

const sharesRole = (a: NameRecord, b: NameRecord): boolean => {
  if (a.roles.size === 0 || b.roles.size === 0) return false
  const stems = roleStems(b)
  return [...roleStems(a)].some((stem) => stems.has(stem))
}

interface FullName {
  readonly record: NameRecord
  readonly tokens: readonly string[]
}

// Full names with one surname: equal but for spelling, or one leaving out a middle part that only one other has.
const fullNames = (bucket: readonly NameRecord[]): Pair[] => {
  const full = bucket
    .map((record): FullName => ({ record, tokens: record.tokens.map(soundKey) }))
    .filter(({ tokens }) => tokens.length > 1 && tokens.every((token) => token.length > 1))
  const pairs: Pair[] = []
  const place = new Map(full.map(({ record }, at) => [record, at]))
  const union = new Union(full.length)
  const join = (a: NameRecord, b: NameRecord): void => {
    pairs.push([a, b])
    union.join(place.get(a) as number, place.get(b) as number)
  }
  const byTokens = new Map<string, NameRecord>()
  for (const { record, tokens } of full) {
    const key = [...tokens].sort().join(' ')
    const same = byTokens.get(key)
    if (same === undefined) byTokens.set(key, record)
    else join(same, record)
  }
  for (const [one, other] of inflected(full)) join(one, other)
  for (const [one, other] of misspelt(full)) join(one, other)
  for (const one of full) {
    const wider = full.filter(
      (other) => other.tokens.length > one.tokens.length && one.tokens.every((token) => other.tokens.includes(token)),
    )
    const sets = new Set(wider.map(({ record }) => union.find(place.get(record) as number)))
    if (sets.size === 1) join(one.record, (wider[0] as FullName).record)
  }
  return pairs
}

/** Letters at both ends of a name's part that a slip leaves alone: another one there is mostly another name. */
const KEPT = 2
const LONG = 5

// "Рейджеп Тайип Эрдоган" for "Реджеп Тайип Эрдоган": one part before the surname differs by one letter inside it. (Of
// 12 such pairs in half an archive of 21,000 pages all were one person; of surnames half were two.)
const misspelt = (full: readonly FullName[]): Pair[] => {
  const pairs: Pair[] = []
  full.forEach((one, at) => {
    for (const other of full.slice(at + 1)) {
      if (one.tokens.length !== other.tokens.length) continue
      const differing = one.tokens.flatMap((token, index) => (token === other.tokens[index] ? [] : [index]))
      const [index = -1] = differing
      if (differing.length !== 1 || index === one.tokens.length - 1) continue
      if (isSlip(one.tokens[index] as string, other.tokens[index] as string)) pairs.push([one.record, other.record])
    }
  })
  return pairs
}

/** Whether two words differ by one letter inside, put in, left out or changed, or by two that changed places. */
const isSlip = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < LONG || Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  if (head < KEPT || tail < KEPT) return false
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y === `${x[1]}${x[0]}`)
}

// A name that was left in another case ("Орлова" for "Орлов"): one part differs, by an ending only, and the other
// spelling is the commoner one. Where two parts differ they may be a man and a woman.
const inflected = (full: readonly FullName[]): Pair[] => {
  const pairs: Pair[] = []
  for (const one of full)
    for (const other of full) {
      if (one === other || one.tokens.length !== other.tokens.length) continue
      if (one.record.articles.size > other.record.articles.size) continue
      const differing = one.tokens.filter((token, index) => token !== other.tokens[index])
      const base = other.tokens.find((token, index) => token !== one.tokens[index])
      const ending = differing.length === 1 && base !== undefined ? (differing[0] as string).slice(base.length) : ''
      if (differing[0]?.startsWith(base ?? ' ') && /^(?:а|у|е|ом|ем|ым|я|ю)$/.test(ending))
        pairs.push([one.record, other.record])
    }
  return pairs
}

import { edtfBounds } from '../../core/index.ts'
import type { Language } from '../../language/index.ts'
import { buildChronicle } from '../build.ts'
import type { Chronicle, ChronicleArticle, Entry, Evidence } from '../chronicle.ts'
import { mentionIds } from '../entries/mention-ids.ts'
import { byDate } from '../order.ts'
import { counterparts } from './compare-facts.ts'
import {
  type ArticleHistory,
  factsOfPart,
  type VersionFacts,
  type Withdrawn,
  type WithdrawnPart,
  withdrawnParts,
} from './history.ts'
import { identitiesOf, knownIdentities, renamed } from './names.ts'

/** Where the chronicle's entries are looked up: by the mention that they hold, and by who takes part. */
const lookUp = (chronicle: Chronicle) => {
  const byMention = new Map<string, string>()
  const byActor = new Map<string, Entry[]>()
  for (const entry of chronicle.entries) {
    for (const { article, event } of entry.evidence) byMention.set(`${article} ${event}`, entry.id)
    for (const identity of new Set(entry.participants.map((participant) => participant.identity))) {
      const known = byActor.get(`${entry.kind} ${identity}`)
      if (known) known.push(entry)
      else byActor.set(`${entry.kind} ${identity}`, [entry])
    }
  }
  return { byMention, byActor }
}
type LookUp = ReturnType<typeof lookUp>

const meet = (a: string | null, b: string | null): boolean => {
  const [x, y] = [a, b].map((date) => (date === null ? null : edtfBounds(date)))
  return !!x && !!y && x.first <= y.last && y.first <= x.last
}

/** The entry of other pages that tells what was withdrawn: of its kind, on its day, with the same people. */
const toldElsewhere = (entry: Entry, { byActor }: LookUp): string | null => {
  const own = entry.participants.map(({ identity }) => identity)
  const shared = new Map<Entry, number>()
  for (const identity of own)
    for (const other of byActor.get(`${entry.kind} ${identity}`) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  const likely = [...shared].filter(
    ([other, count]) =>
      count >= Math.min(2, own.length) &&
      meet(entry.date, other.date) &&
      (!entry.place || !other.place || entry.place.identity === other.place.identity),
  )
  return likely.sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))[0]?.[0].id ?? null
}

const originIn = (evidence: readonly Evidence[], outlet: string | null): number =>
  evidence.find((each) => each.outlet === outlet && outlet !== null)?.origin ??
  1 + Math.max(-1, ...evidence.map(({ origin }) => origin))

/** The entry with withdrawn evidence behind its own: it proves no field. */
const withGiven = (entry: Entry, given: Given): Entry => {
  const evidence = [...entry.evidence]
  for (const each of given.evidence) evidence.push({ ...each, origin: originIn(evidence, each.outlet) })
  return { ...entry, evidence, aliases: [...entry.aliases, ...given.ids] }
}

/** What an entry is given: withdrawn words, and the ids that these had made. */
interface Given {
  readonly evidence: Evidence[]
  readonly ids: string[]
}

/** Entries that only withdrawn words tell, and what goes to others. */
interface Sorted {
  readonly own: readonly Entry[]
  readonly beside: Map<string, Given>
}

const givenTo = (beside: Map<string, Given>, entry: string): Given => {
  const given = beside.get(entry) ?? { evidence: [], ids: [] }
  beside.set(entry, given)
  return given
}

const sortWithdrawn = (
  part: Chronicle,
  parts: readonly WithdrawnPart[],
  index: LookUp,
  idOf: ReadonlyMap<string, string>,
): Sorted => {
  const partOf = new Map(parts.map((each) => [each.id, each]))
  const own: Entry[] = []
  const beside: Sorted['beside'] = new Map()
  for (const entry of part.entries) {
    const targets = entry.evidence.map(({ article, event }) => {
      const { current, withdrawn } = partOf.get(article) as WithdrawnPart
      const place = (withdrawn[event] as Withdrawn).counterpart
      return place === null ? undefined : index.byMention.get(`${current.id} ${place}`)
    })
    const target = targets.find((id) => id !== undefined) ?? toldElsewhere(entry, index)
    const evidence = entry.evidence.map((each): Evidence => {
      const { from, withdrawn } = partOf.get(each.article) as WithdrawnPart
      const { event } = withdrawn[each.event] as Withdrawn
      return { ...each, article: from.facts.id, version: from.version, event, withdrawn: true }
    })
    const ids = [entry.id, ...entry.aliases]
    if (target === null) {
      const [id = entry.id, ...aliases] = ids.map((each) => idOf.get(each) ?? each)
      own.push({ ...withdrawnEntry(entry, evidence), id, aliases })
    } else {
      const given = givenTo(beside, target)
      given.evidence.push(...evidence)
      given.ids.push(...ids.flatMap((each) => idOf.get(each) ?? []))
    }
  }
  return { own, beside }
}

/** The ids that withdrawn events had while their version stood, where nothing has them now. */
const formerIds = (parts: readonly WithdrawnPart[], taken: Set<string>): ReadonlyMap<string, string> => {
  const former = new Map<string, string>()
  for (const part of parts) {
    const [before, now] = [mentionIds(part.from.facts), mentionIds(factsOfPart(part))]
    part.withdrawn.forEach(({ event }, at) => {
      const id = before[event] as string
      if (taken.has(id)) return
      taken.add(id)
      former.set(now[at] as string, id)
    })
  }
  return former
}

// Only what the words themselves told stands; nobody says it now, so nothing is weighed.
const withdrawnEntry = (entry: Entry, evidence: readonly Evidence[]): Entry => {
  const article = new Map(entry.evidence.map((each, at) => [each.article, (evidence[at] as Evidence).article]))
  return {
    ...entry,
    withdrawn: true,
    evidence,
    history: entry.history.map((step) => ({ ...step, article: article.get(step.article) ?? step.article })),
    disagreements: [],
    granularity: [],
    partOf: null,
    story: null,
  }
}

/** Ids that entries had through earlier versions, as aliases of those that stand for them now. */
const addEarlierIds = (
  histories: readonly ArticleHistory[],
  index: LookUp,
  taken: Set<string>,
  beside: Sorted['beside'],
): void => {
  for (const { versions } of histories) {
    const current = (versions.at(-1) as VersionFacts).facts
    for (const { facts } of versions.slice(0, -1).toReversed()) {
      const ids = mentionIds(facts)
      const placeOf = counterparts(facts, current)
      facts.events.forEach((_, event) => {
        const id = ids[event] as string
        if (taken.has(id)) return
        const place = placeOf(event)
        const entry = place === null ? undefined : index.byMention.get(`${current.id} ${place}`)
        if (entry === undefined) return
        taken.add(id)
        givenTo(beside, entry).ids.push(id)
      })
    }
  }
}

/** Two lists in one order as one: the long one is not sorted again for the sake of a few. */
const merged = <T>(long: readonly T[], few: readonly T[], compare: (a: T, b: T) => number): readonly T[] => {
  if (few.length === 0) return long
  const all: T[] = []
  let at = 0
  for (const one of few) {
    while (at < long.length && compare(long[at] as T, one) < 0) all.push(long[at++] as T)
    all.push(one)
  }
  return [...all, ...long.slice(at)]
}

const articleWith = (article: ChronicleArticle, history: ArticleHistory, parts: readonly WithdrawnPart[]) => ({
  ...article,
  versions: history.versions.map(({ version, facts }) => ({
    id: facts.id,
    version,
    headline: facts.headline,
    published: facts.published,
    updated: facts.updated,
    withdrawn: parts.find((part) => part.from.version === version)?.withdrawn.length ?? 0,
  })),
})

/**
 * The chronicle with what outlets withdrew: each event that an earlier version of an article told and no later one tells
 * stays visible, as evidence of the entry that stands in its place or that other pages tell, else as an entry of its own,
 * marked `withdrawn` and proving no field. Ids of earlier versions' events lead to the entries of the present ones.
 *
 * A pure function of the chronicle of the present versions and of the histories, in whatever order they come.
 *
 * @example withVersions(buildChronicle(current, russian), [{ versions: [before, after] }], russian).articles[0].versions
 */
export const withVersions = (
  chronicle: Chronicle,
  histories: readonly ArticleHistory[],
  language: Language,
): Chronicle => {
  if (histories.length === 0) return chronicle
  const byArticle = new Map(histories.map((history) => [(history.versions.at(-1) as VersionFacts).facts.id, history]))
  const ordered = [...byArticle].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, history]) => history)
  const partsOf = new Map(ordered.map((history) => [history, withdrawnParts(history)]))
  const parts = [...partsOf.values()].flat().filter(({ withdrawn }) => withdrawn.length > 0)
  const part = buildChronicle(parts.map(factsOfPart), language)
  const known = knownIdentities(chronicle, part)
  const present = renamed(part, known)
  const index = lookUp(chronicle)
  const taken = new Set(chronicle.entries.flatMap(({ id, aliases }) => [id, ...aliases]))
  const { own, beside } = sortWithdrawn(present, parts, index, formerIds(parts, taken))
  addEarlierIds(ordered, index, taken, beside)
  const entries = chronicle.entries.map((entry) => {
    const given = beside.get(entry.id)
    return given ? withGiven(entry, given) : entry
  })
  const ids = new Set(chronicle.identities.map(({ id }) => id))
  const named = new Set(own.flatMap(identitiesOf))
  const missing = present.identities.filter(({ id }) => named.has(id) && !ids.has(id))
  return {
    ...chronicle,
    entries: merged(entries, own.toSorted(byDate), byDate),
    identities: merged(chronicle.identities, missing, (a, b) => (a.id < b.id ? -1 : 1)),
    articles: chronicle.articles.map((article) => {
      const history = byArticle.get(article.id)
      return history ? articleWith(article, history, partsOf.get(history) ?? []) : article
    }),
  }
}

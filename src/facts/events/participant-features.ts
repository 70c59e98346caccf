import type { Entity } from '../../language/index.ts'
import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { distanceLabel } from './near.ts'
import {
  byNumber,
  FEW,
  frameNumber,
  kindNumber,
  MANY,
  partNumber,
  pathNumber,
  reachNumber,
  roleNumber,
  ruleNumber,
  sortNumber,
} from './numbers.ts'
import type { Party } from './parties.ts'
import { pathBetween } from './paths.ts'
import type { Offer, Prospect } from './prospects.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'
import { sameFamily } from './same-event.ts'

const speaks = (candidate: Candidate, reading: Reading, party: Party | null): boolean => {
  const statement = reading.statements[candidate.reading.statementAt[candidate.at] ?? -1]
  const speaker = statement?.speaker
  if (!speaker || !party) return false
  return speaker.identity !== undefined
    ? speaker.identity === party.mention.identity
    : speaker.start === party.mention.start
}

const GROUPS: Readonly<Record<EventKind, string>> = {
  visit: 'visit',
  meeting: 'talk',
  call: 'talk',
  gathering: 'gathering',
  agreement: 'treaty',
  invitation: 'invitation',
  aid: 'give',
  cooperation: 'treaty',
  deployment: 'force',
  attack: 'force',
  sanction: 'sanction',
  detention: 'detention',
  withdrawal: 'force',
  appointment: 'office',
  decision: 'office',
}

const SPOKESMAN = /пресс-секретар|пресс-служб|официальн\S* представител|спикер\S* (?:МИД|президент|правительств|Кремл)/u
const spokesmen = new WeakMap<Entity, boolean>()

// A press secretary tells of what others do.
const speaksForOthers = (entity: Entity): boolean => {
  let known = spokesmen.get(entity)
  if (known === undefined) {
    known = entity.roles.some((role) => SPOKESMAN.test(role))
    spokesmen.set(entity, known)
  }
  return known
}

/** Kinds whose participants are alike. */
export const groupOf = (kind: EventKind): string => GROUPS[kind]

/** Counts of mentions by entity key, for how prominent somebody is in the article. */
export const salienceOf = (reading: Reading): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const mention of reading.analysis.mentions) counts.set(mention.identity, (counts.get(mention.identity) ?? 0) + 1)
  return counts
}

/** Sort of a prospect: person, state, political body, firm, state of a named town. */
export const sortOf = ({ type, name, byPlace }: Offer): string =>
  type === 'organization' ? (isPoliticalBody(name) ? 'body' : 'firm') : byPlace ? 'by-place' : type

const PATHS = new FacetTable()
const SIDES = new FacetTable()
const FRAMES = new FacetTable()
const ROLES = new FacetTable()
const COMPANIES = new FacetTable()
const BYS = new FacetTable()
const SPEAKERS = new FacetTable()
const COUNTS = new FacetTable()
const SPOKESMEN = new FacetTable()
const HISTORIES = new FacetTable()

const groupNumber = numbering()

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

// How the mention stands to the trigger in its sentence, by the tree and by distance.
const addPath = (
  found: Facet[],
  { kind, rule, at }: Candidate,
  { words }: SentenceReading,
  party: Party,
  sort: string,
) => {
  const { head } = party.mention
  const path = `${pathBetween(words, head, at)}:${party.preposition}`
  const gap = head - at
  const reach = distanceLabel(Math.abs(gap))
  const { part } = rule
  found.push(
    PATHS.facet(((pathNumber(path) * FEW + kindNumber(kind)) * FEW + sortNumber(sort)) * FEW + partNumber(part), () => [
      `path:${path}`,
      `path:${path}:${sort}`,
      `${groupOf(kind)}|path:${path}`,
      `${kind}|path:${path}`,
      `${part}|path:${path}`,
    ]),
    SIDES.facet((reachNumber(reach) * 2 + (gap < 0 ? 1 : 0)) * FEW + partNumber(part), () => {
      const side = `${gap < 0 ? 'left' : 'right'}:${reach}`
      return [side, `${part}|${side}`]
    }),
  )
}

/** Features of one prospect for the model that says whether it takes part in the event. */
export const participantFacets = (
  candidate: Candidate,
  prospect: Prospect,
  reading: Reading,
  earlier: readonly Draft[],
  salience: ReadonlyMap<string, number>,
): readonly Facet[] => {
  const { party, nearness, role, frame, rank } = prospect
  const { kind, rule } = candidate
  const group = groupOf(kind)
  const sort = sortOf(prospect)
  const [kindAt, groupAt, sortAt] = [kindNumber(kind), groupNumber(group), sortNumber(sort)]
  const found = [
    FRAMES.facet(
      (((kindAt * FEW + sortAt) * FEW + frameNumber(frame)) * FEW + prospect.filled) * FEW + nearness,
      () => {
        const filled = two(prospect.filled)
        return [
          `frame:${frame}`,
          `frame:${frame}:${sort}`,
          `${kind}|frame:${frame}`,
          `${kind}|frame:${frame}:${sort}`,
          `frame:${frame}:${nearness}`,
          `frame:${frame}:filled:${filled}`,
          `frame:${frame}:filled:${filled}:${sort}`,
          `${group}|frame:${frame}:filled:${filled}:${sort}`,
          `sort:${sort}`,
          `near:${nearness}:${sort}`,
          `${kind}|near:${nearness}:${sort}`,
          `${kind}|sort:${sort}`,
        ]
      },
    ),
    ROLES.facet(
      (((roleNumber(role) * MANY + ruleNumber(rule.name)) * FEW + groupAt) * FEW + sortAt) * FEW +
        partNumber(rule.part),
      () => [
        `role:${role}`,
        `role:${role}:${sort}`,
        `${group}|role:${role}`,
        `${group}|role:${role}:${sort}`,
        `${rule.name}|role:${role}`,
        `${rule.part}|role:${role}`,
      ],
    ),
    COMPANIES.facet((((groupAt * FEW + sortAt) * FEW + prospect.company) * FEW + rank) * FEW + nearness, () => {
      const company = two(prospect.company)
      return [
        `rank:${rank}:${sort}`,
        `rank:${rank}:${Math.min(4, nearness)}:${sort}`,
        `company:${company}:${sort}:${nearness}`,
        `${group}|company:${company}:${sort}`,
        `${group}|rank:${rank}:${sort}`,
      ]
    }),
  ]
  if (party && prospect.sentence === candidate.reading) addPath(found, candidate, prospect.sentence, party, sort)
  const by = party?.mention.by
  if (by) found.push(BYS.facet(byNumber(by) * FEW + nearness, () => [`by:${by}`, `by:${by}:${nearness}`]))
  if (speaks(candidate, reading, party)) found.push(SPEAKERS.facet(groupAt, () => ['speaker', `${group}|speaker`]))
  if (party?.entity && speaksForOthers(party.entity))
    found.push(
      SPOKESMEN.facet(groupAt * FEW + nearness, () => ['spokesman', `spokesman:${nearness}`, `${group}|spokesman`]),
    )
  const count = Math.min(5, salience.get(prospect.identity ?? party?.mention.identity ?? '') ?? 0)
  found.push(COUNTS.facet(count * FEW + nearness, () => [`count:${count}`, `count:${count}:${Math.min(4, nearness)}`]))
  const history = historyOf(candidate, prospect, earlier)
  found.push(
    HISTORIES.facet((history * FEW + groupAt) * FEW + nearness, () =>
      HISTORY.filter((_, at) => (history & (1 << at)) !== 0).flatMap((feature) => [
        feature,
        `${group}|${feature}`,
        `${nearness}|${feature}`,
      ]),
    ),
  )
  return found
}

/** What earlier events say of a prospect; `historyOf` gives a set of their places here. */
const HISTORY = ['last:in', 'last:out', 'before:in', 'before:out', 'kin:word', 'kin:kind'] as const

// Whether the events before it, of the same sort, had the prospect among their participants; bits of `HISTORY`.
const historyOf = (candidate: Candidate, prospect: Prospect, earlier: readonly Draft[]): number => {
  if (earlier.length === 0) return 0
  const { name } = prospect
  const has = (draft: Draft): boolean => draft.participants.some((one) => one.name === name)
  let last: Draft | undefined
  let kin = 0
  for (const draft of earlier) {
    if (!sameFamily(draft.candidate.kind, candidate.kind)) continue
    last = draft
    if (kin !== 16 && has(draft)) kin = draft.candidate.lemma === candidate.lemma ? 16 : 32
  }
  const any = earlier.at(-1)!
  let history = kin
  if (last) history |= has(last) ? 1 : 2
  if (any !== last) history |= has(any) ? 4 : 8
  return history
}

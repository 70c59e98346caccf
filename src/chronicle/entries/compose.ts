import type { ArticleFacts } from '../../facts/index.ts'
import type { Language } from '../../language/index.ts'
import type { Entry, EntryParticipant, HistoryStep, Identity } from '../chronicle.ts'
import { disagreementsIn } from '../disagreements/disagreements.ts'
import { documentsNamed, soleDocument } from '../disagreements/documents.ts'
import type { Case } from '../disagreements/values.ts'
import type { Identities } from '../identities/identities.ts'
import type { Texts } from '../text/vocabulary.ts'
import type { CountedStems } from '../titles/subtypes.ts'
import { composeTitle } from '../titles/titles.ts'
import type { Comparison } from './compare.ts'
import { type Draft, inTextOrder } from './draft.ts'
import { evidenceOf } from './evidence.ts'
import { fieldsOf } from './fields.ts'
import { levelOf } from './level.ts'
import { originsOf, type Sources } from './origins.ts'

/** What composing an entry needs beside its draft. */
export interface Workshop {
  readonly articles: readonly ArticleFacts[]
  readonly identities: Identities
  readonly sources: Sources
  readonly names: Texts
  readonly language: Language
  readonly context: Comparison
}

/** The entry that a draft makes; what it is part of and its story are linked later. */
export const composeEntry = (draft: Draft, workshop: Workshop): Entry => {
  const { articles, identities, sources, names, language, context } = workshop
  const all = [...draft.mentions, ...(draft.incidental ?? [])]
  const allOrigins = originsOf(all, sources, identities)
  const origins = allOrigins.slice(0, draft.mentions.length)
  const fields = fieldsOf(draft, origins, identities, names)
  const participants = fields.participants.map(({ identity, role }): EntryParticipant => {
    const { id, name, nameEn, type } = identities.list[identity] as Identity
    return { name, nameEn, type: identities.isPlace(identity) ? 'place' : type, role, identity: id }
  })
  const at = fields.place < 0 ? null : (identities.list[fields.place] as Identity)
  const place = at ? { name: at.name, nameEn: at.nameEn, identity: at.id } : null
  const evidence = all
    .map((mention, index) => ({
      mention,
      shown: evidenceOf(mention, allOrigins[index] as number, index >= origins.length, articles),
    }))
    .sort((a, b) => inTextOrder(a.mention, b.mention))
    .map(({ shown }) => shown)
  const [first, ...rest] = all
  const id = first?.id ?? ''
  const dispute: Case = {
    entry: id,
    mentions: draft.mentions,
    origins,
    articles,
    date: fields.date,
    reported: fields.dateBasis === 'publication',
    context,
  }
  const { title, titleEn } = composeTitle(
    {
      kind: draft.kind,
      status: fields.status,
      participants,
      place: at ? { name: at.name, nameEn: at.nameEn, isState: at.type === 'country' } : null,
      lemmas: commonLemmas(draft),
      home: ({ identity }) => identities.byId.get(identity)?.country ?? null,
      document: draft.kind === 'agreement' ? soleDocument(dispute) : null,
    },
    language,
  )
  const documents = documentsNamed(dispute, identities)
  const { disagreements, granularity } = disagreementsIn(
    dispute,
    { ...dispute, mentions: all, origins: allOrigins },
    identities,
    context,
  )
  return {
    id,
    aliases: rest.map(({ id }) => id),
    kind: draft.kind,
    status: fields.status,
    date: fields.date,
    dateBasis: fields.dateBasis,
    title,
    titleEn,
    participants,
    level: levelOf(draft.kind, participants, identities.byId),
    place,
    ...(documents.length > 0 ? { documents } : {}),
    evidence,
    outlets: new Set(evidence.map(({ outlet, article }) => outlet ?? article)).size,
    origins: new Set(origins).size,
    history: historyOf(draft, articles),
    disagreements,
    granularity,
    partOf: null,
    story: null,
  }
}

// One step whenever an article gives another status than the one before it, in order of publication.
const historyOf = (draft: Draft, articles: readonly ArticleFacts[]): HistoryStep[] => {
  const steps: HistoryStep[] = []
  const given = new Set<string>()
  for (const { article, status } of draft.mentions) {
    const { id, published } = articles[article] as ArticleFacts
    if (given.has(`${id} ${status}`)) continue
    given.add(`${id} ${status}`)
    steps.push({ status, article: id, published })
  }
  return steps
}

const commonLemmas = ({ mentions }: Draft): CountedStems => {
  const counts = new Map<string, number>()
  for (const { lemma } of mentions) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

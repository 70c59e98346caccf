import type { ArticleFacts, DocumentFact } from '../../facts/index.ts'
import type { Disagreement, EntryDocument } from '../chronicle.ts'
import type { Identities } from '../identities/identities.ts'
import { contentStems, foldText, wordsOf } from '../text/words.ts'
import { DESCRIBED } from './cues.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Share of a name's words that must stand in another for both to be one document. */
const ALIKE = 0.55
/** Fewer words than this are a description ("военный договор") and not a name that could be found elsewhere. */
const NAME = 4

const inside = (stems: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...stems].every((stem) => others.has(stem))

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}

/** Documents that stand in the sentences of an entry's mentions, with the name and where it stands. */
const named = (one: Case): { readonly told: Told; readonly stems: ReadonlySet<string> }[] =>
  one.mentions.flatMap(({ article, sentence }, at) =>
    (one.articles[article] as ArticleFacts).documents
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((document) => toldOf(document, article, one.origins[at] as number)),
  )

// "межгосударственного соглашения": not a name, but what a page calls the document where it gives none.
const described = (one: Case): { readonly told: Told; readonly stems: ReadonlySet<string> }[] =>
  one.mentions.flatMap(({ article, sentence }, at) => {
    const { text, documents } = one.articles[article] as ArticleFacts
    if (documents.some(({ start, end }) => start >= sentence.start && end <= sentence.end)) return []
    return [...text.slice(sentence.start, sentence.end).matchAll(DESCRIBED)].map((match) => {
      const start = sentence.start + match.index
      const document = { name: match[0], start, end: start + match[0].length }
      return toldOf(document, article, one.origins[at] as number)
    })
  })

const toldOf = (
  document: DocumentFact,
  article: number,
  origin: number,
): { readonly told: Told; readonly stems: ReadonlySet<string> } => ({
  told: {
    key: foldText(document.name),
    value: document.name,
    article,
    span: { start: document.start, end: document.end },
    origin,
  },
  stems: contentStems(document.name),
})

/**
 * What an agreement is called: its sentences' documents, and in the same articles those whose names are nearly the
 * same. Names of which one only leaves out words of the other are one name. Put differently, not contradicted: framing.
 */
export const documentVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'agreement') return []
  const own = named(one)
  // What is only asked for or planned has no document yet.
  if (!one.mentions.every(({ status }) => status === 'happened')) return []
  const names = own.filter(({ told }) => wordsOf(told.value).length >= NAME)
  const articles = new Map(one.mentions.map(({ article }, at) => [article, one.origins[at] as number]))
  const kin = [...articles].flatMap(([article, origin]) =>
    (one.articles[article] as ArticleFacts).documents
      .map((document) => toldOf(document, article, origin))
      .filter(({ stems }) => stems.size >= 3 && names.some((other) => likeness(stems, other.stems) >= ALIKE)),
  )
  const all = [...own, ...kin, ...(own.length > 0 ? described(one) : [])].filter(({ stems }) => stems.size > 0)
  const merged = all.map(({ told, stems }) => {
    const fuller = all
      .filter((other) => other.stems.size > stems.size && inside(stems, other.stems))
      .sort((a, b) => b.stems.size - a.stems.size)[0]
    const key = [...(fuller ?? { stems }).stems].sort().join(' ')
    return { ...told, key }
  })
  const versions = versionsOf(merged, one.articles)
  // A page that names two documents tells of two.
  const pages = new Set(versions.flatMap((version) => version.articles))
  return versions.length > 1 && pages.size > 1 ? [disagreementOf(one.entry, 'document', 'framing', versions)] : []
}

/** Kinds of which a document is made, left or carried out. */
const DOCUMENTED = new Set(['agreement', 'decision', 'withdrawal', 'cooperation', 'sanction'])

/** Documents that the evidence of an entry names, each identity once, in the order of the evidence. */
export const documentsNamed = (one: Case, identities: Identities): EntryDocument[] => {
  if (!DOCUMENTED.has(one.mentions[0]?.kind ?? '')) return []
  const found = new Map<string, EntryDocument>()
  for (const { article, sentence } of one.mentions)
    for (const document of (one.articles[article] as ArticleFacts).documents) {
      if (document.start < sentence.start || document.end > sentence.end) continue
      const identity = identities.list[identities.of(article, { ...document, type: 'document' })]
      if (identity?.type !== 'document') continue
      const { id, name, nameEn } = identity
      if (!found.has(id)) found.set(id, { name, nameEn, identity: id })
    }
  return [...found.values()]
}

/** The one document that an agreement made, for its title; null where pages name none or several. */
export const soleDocument = (one: Case): string | null => {
  const names = named(one).filter(({ told }) => wordsOf(told.value).length >= NAME - 1)
  const keys = new Set(names.map(({ stems }) => [...stems].sort().join(' ')))
  const name = names[0]?.told.value ?? null
  return keys.size === 1 && name !== null && name.length <= 120 ? name : null
}

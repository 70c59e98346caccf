import type { ArticleFacts } from '../../facts/index.ts'
import { keyOf, type LocalNames, type NameRef } from '../identities/collect.ts'
import type { Identities } from '../identities/identities.ts'
import type { Texts } from '../text/vocabulary.ts'
import type { EventMention } from './mention.ts'

// "газета", "издание": the word for an outlet that the page leaves unnamed, or names elsewhere, is no link by itself.
export const isOutletName = (name: string): boolean =>
  /[\p{Lu}\p{Script=Latin}\p{N}]/u.test(name) && !COMMON.has(name.toLowerCase())
const COMMON = new Set(
  (
    'агентство|информагентство|информационное агентство|новостное агентство|газета|журнал|издание|интернет-издание|канал|телеканал|радиостанция|радио|телевидение|телекомпания|портал|сайт|' +
    'ресурс|сми|пресса|медиа|корреспондент|источник|собеседник|редакция|еженедельник|telegram-канал|телеграм-канал|блог|пресс-служба'
  ).split('|'),
)

/** An agency or outlet as an article names it, and the key of that name. */
export interface NamedSource {
  readonly name: string
  readonly key: string
}

/** What an article tells of where its reports come from. */
export interface Sourcing {
  readonly outlet: NamedSource | null
  /** The agency or outlet that it credits first by name. */
  readonly credit: NamedSource | null
  /** Of each of its statements: through whom it came, and who makes it, where these are agencies or outlets by name. */
  readonly through: readonly (NamedSource | null)[]
  readonly voices: readonly (NamedSource | null)[]
}

/** Reads where an article's reports come from. */
export const sourcingOf = (facts: ArticleFacts, local: LocalNames, names: Texts): Sourcing => {
  const source = (ref: NameRef | null | undefined): NamedSource | null =>
    ref ? { name: names.held(ref.name), key: names.held(keyOf(local, ref)) } : null
  const media = (name: string | undefined): NamedSource | null =>
    name === undefined ? null : source({ name, type: 'media' })
  return {
    outlet: media(facts.outlet ?? undefined),
    credit: media(facts.credits.find(isOutletName)),
    through: facts.statements.map(({ via }) => media(via.find(({ name }) => isOutletName(name))?.name)),
    voices: facts.statements.map(({ speaker }) => (speaker && isOutletName(speaker.name) ? source(speaker) : null)),
  }
}

/** What finding origins needs of the articles. */
export interface Sources {
  sourcing(article: number): Sourcing
  /** The article that a mention's sentence was taken from; its own where it is taken from none. */
  rootOf(mention: EventMention): number
}

/** Who stands behind a report: the first that does not take it from somebody else, by the name of an outlet. */
const sourceKey = (mention: EventMention, sources: Sources, identities: Identities): string => {
  const { article, statement } = mention
  const { through, voices } = sources.sourcing(article)
  const named = ({ name }: NamedSource, slot: number): string => {
    const identity = identities.list[slot]
    return `outlet ${(identity?.type === 'media' ? identity.name : name).toLowerCase()}`
  }
  const via = through[statement]
  if (via) return named(via, identities.slotOf(via.key))
  const voice = voices[statement]
  if (voice) {
    const identity = identities.list[identities.slotOf(voice.key)]
    if (identity?.type === 'media') return `outlet ${identity.name.toLowerCase()}`
  }
  const root = sources.rootOf(mention)
  const { credit, outlet } = sources.sourcing(root)
  const own = credit ?? outlet
  if (own === null) return `page ${root}`
  // What a source is called means what it means on the page that took it over.
  return named(
    own,
    root === article ? identities.slotOf(own.key) : identities.of(article, { name: own.name, type: 'media' }),
  )
}

/** What counts as one reporter: an outlet, or a page without one. */
const reporterOf = ({ outlet }: Sourcing, article: number): string =>
  outlet === null ? `page ${article}` : `outlet ${outlet.name.toLowerCase()}`

/**
 * The origin of each mention, numbered from 0 in the order given: copied sentences count as what they copy, reports
 * through one agency as one, and all that one outlet is the first to bring, in whosever words, as one. So an entry never
 * has more origins than outlets.
 */
export const originsOf = (mentions: readonly EventMention[], sources: Sources, identities: Identities): number[] => {
  const numbers = new Map<string, number>()
  const brought = new Map<string, number>()
  return mentions.map((mention) => {
    const key = sourceKey(mention, sources, identities)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const reporter = reporterOf(sources.sourcing(mention.article), mention.article)
    const number = brought.get(reporter) ?? brought.size
    brought.set(reporter, number)
    numbers.set(key, number)
    return number
  })
}

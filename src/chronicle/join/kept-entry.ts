import type { Entry, Evidence, Version, VersionSource } from '../chronicle.ts'

type Unquoted<T> = Omit<T, 'quote'> & { readonly quote: string | null }
type KeptVersion = Omit<Version, 'sources'> & { readonly sources: readonly Unquoted<VersionSource>[] }

/** An entry as plain data; quotes that stand in their articles are left out. */
export interface KeptEntry extends Omit<Entry, 'evidence' | 'disagreements' | 'granularity'> {
  readonly evidence: readonly Unquoted<Evidence>[]
  readonly disagreements: readonly (Omit<Entry['disagreements'][number], 'versions'> & {
    readonly versions: readonly KeptVersion[]
  })[]
  readonly granularity: readonly KeptVersion[]
}

interface Quoted {
  readonly article: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Texts of articles by id. */
type TextOf = (article: string) => string

export const keptEntry = (entry: Entry, textOf: TextOf): KeptEntry => {
  const unquoted = <T extends Quoted>(one: T): Unquoted<T> => ({
    ...one,
    quote: textOf(one.article).slice(one.start, one.end) === one.quote ? null : one.quote,
  })
  const version = (one: Version): KeptVersion => ({ ...one, sources: one.sources.map(unquoted) })
  return {
    ...entry,
    evidence: entry.evidence.map(unquoted),
    disagreements: entry.disagreements.map((one) => ({ ...one, versions: one.versions.map(version) })),
    granularity: entry.granularity.map(version),
  }
}

/** The entry that was kept so; `held` gives a text as it is held elsewhere. */
export const entryFrom = (kept: KeptEntry, textOf: TextOf, held: (text: string) => string): Entry => {
  const quoted = <T extends Quoted>(one: Unquoted<T>): T =>
    ({
      ...one,
      article: held(one.article as string),
      quote: one.quote ?? textOf(one.article as string).slice(one.start as number, one.end as number),
    }) as unknown as T
  const version = (one: KeptVersion): Version => ({
    ...one,
    sources: one.sources.map((source) => quoted<VersionSource>(source)),
  })
  return {
    ...kept,
    evidence: kept.evidence.map((one) => {
      const evidence = quoted<Evidence>(one)
      const { outlet, published, chain } = evidence
      return {
        ...evidence,
        outlet: outlet && held(outlet),
        published: published && held(published),
        chain: chain.map(held),
      }
    }),
    history: kept.history.map((step) => ({
      ...step,
      article: held(step.article),
      published: step.published && held(step.published),
    })),
    disagreements: kept.disagreements.map((one) => ({ ...one, versions: one.versions.map(version) })),
    granularity: kept.granularity.map(version),
  }
}

import type { SentenceChange } from '../chronicle/index.ts'
import type { EventFact, FigureFact, StatementFact } from '../facts/index.ts'
import type { ArticleVersion } from '../store/index.ts'

/** A fact that one version tells and the other does not, with its words in the version that tells it. */
export type ChangedFact = {
  readonly start: number
  readonly end: number
  readonly quote: string
} & (
  | {
      readonly sort: 'event'
      readonly fact: EventFact
      /** The entry that shows it. */
      readonly entry: { readonly id: string; readonly title: string; readonly titleEn: string } | null
    }
  | { readonly sort: 'statement'; readonly fact: StatementFact }
  | { readonly sort: 'figure'; readonly fact: FigureFact }
)

/** Which two versions to compare; the last two where left out. */
export interface VersionPair {
  readonly from?: string
  readonly to?: string
}

/** Every text that an article has had, and what changed between two of them. */
export interface VersionsView {
  /** The earliest first; the last one is the one that the chronicle reads. */
  readonly items: readonly ArticleVersion[]
  /** Null where the article has one text only. */
  readonly comparison: {
    readonly from: string
    readonly to: string
    readonly sentences: readonly SentenceChange[]
    /** In text order: events, statements and figures that the outlet tells no more, and that it did not tell before. */
    readonly withdrawn: readonly ChangedFact[]
    readonly brought: readonly ChangedFact[]
  } | null
}

import type { Problem, Span } from '../core/index.ts'

/** What a part of a page is (a photo's credit is a caption without a place in the text); `facts.md` says which stand in the article's text and which hold facts. */
export type PartKind =
  | 'headline'
  | 'lead'
  | 'body'
  | 'subheading'
  | 'dateline'
  | 'caption'
  | 'note'
  | 'meta'
  | 'teaser'
  | 'service'

/**
 * One part of the page's text, in page order. Parts cover the whole page text, so nothing cut away is hidden.
 * A part that stands in the article's text has `start` and `end` in it; one that was cut away has none.
 * `pageStart` and `pageEnd` are offsets in the decoded page as it came.
 */
export interface Part {
  readonly kind: PartKind
  readonly text: string
  readonly start?: number
  readonly end?: number
  readonly pageStart?: number
  readonly pageEnd?: number
}

/** A label of the page's editors or of the law, kept as a note on this page and never as a property of a person. */
export interface Note {
  readonly kind: 'editorial' | 'legal' | 'correction'
  readonly text: string
  /** Where it stands in the article's text; absent when it was cut away with its line. */
  readonly start?: number
  readonly end?: number
}

/** The cleaned article. Every later offset refers to `text`. */
export interface Article {
  readonly kind: 'article'
  readonly id: string
  readonly input: string
  readonly url: string | null
  readonly outlet: string | null
  /** ISO 639-1 code of the text's language, e.g. `ru`. */
  readonly language: string
  readonly headline: string | null
  /** ISO date, `YYYY-MM-DDTHH:MM[:SS][±HH:MM]`, or EDTF `XXXX-MM-DD` when the year cannot be known; null when not stated. */
  readonly published: string | null
  readonly publishedBasis: 'input' | 'page' | null
  readonly updated: string | null
  /** Headline first (when there is one), a blank line, then the body; UTF-16 offsets of all facts refer to it. */
  readonly text: string
  readonly parts: readonly Part[]
  readonly notes: readonly Note[]
  /** Datelines found in the text: they hold times, but their words are no statements or events. */
  readonly datelines: readonly Span[]
  /** Agencies or outlets that the page credits for its text ("по материалам …"), as written. */
  readonly credits: readonly string[]
}

/** What reading one page gives: the article, or why there is none; warnings tell what was overruled or not taken. */
export type ArticleResult =
  | { readonly article: Article; readonly warnings: readonly Problem[] }
  | { readonly problem: Problem; readonly warnings: readonly Problem[] }

/**
 * A stretch of the page's visible text on a line of its own: a line of a text dump, or a block element of an HTML page.
 * Labelling works on blocks, so that both kinds of page go through the same rules.
 */
export interface Block {
  /** Visible text: for a dump the line without its outer white space, for HTML with tags, entities and white space resolved. */
  readonly text: string
  readonly pageStart: number
  readonly pageEnd: number
  /** Where a stretch of `text` stands in the page. */
  readonly pageSpan: (from: number, to: number) => { readonly pageStart: number; readonly pageEnd: number }
  /** Whether an empty line (or another element's edge) parts it from the block before. */
  readonly gap: boolean
  /** What the markup says, when there is markup. */
  readonly hint?: Hint
}

/**
 * What HTML markup tells about a block. `main` lies in what scoring found to be the article, `outside` elsewhere on the
 * page; the others are the meaning of an element or of its class (`<h1>`, `<figcaption>`, `<nav>`, `class="related"` …).
 */
export type Hint =
  | 'headline'
  | 'subheading'
  | 'caption'
  | 'meta'
  | 'navigation'
  | 'footer'
  | 'comments'
  | 'aside'
  | 'item'
  | 'main'
  | 'outside'

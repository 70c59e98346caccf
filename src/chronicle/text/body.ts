import type { ArticleFacts } from '../../facts/index.ts'

/** Where the text of a page goes on behind its headline; 0 where it does not begin with one. */
export const bodyStart = ({ text, headline }: ArticleFacts): number =>
  headline && text.startsWith(headline) ? headline.length : 0

import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { sentencesOf } from '../text/sentences.ts'

/** Sentences of a page that are read. */
const MOST = 200

const known = new WeakMap<ArticleFacts, readonly Span[]>()

/** The first 200 sentences of a page, found once for all that read them. */
export const sentencesIn = (facts: ArticleFacts): readonly Span[] => {
  const read = known.get(facts)
  if (read) return read
  const sentences = sentencesOf(facts.text, 0, MOST)
  known.set(facts, sentences)
  return sentences
}

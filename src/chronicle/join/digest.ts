import type { ArticleFacts } from '../../facts/index.ts'
import type { ChronicleArticle, ChronicleStatement } from '../chronicle.ts'
import { type Wording, wordingsIn } from '../disagreements/wordings.ts'
import { chainOf } from '../entries/evidence.ts'
import { type RawMention, rawMentions } from '../entries/mention.ts'
import { type Sourcing, sourcingOf } from '../entries/origins.ts'
import { keyOf, namesIn, packedNames } from '../identities/collect.ts'
import { type ArticleOrder, publishedMinute } from '../order.ts'
import { type Prints, printsOf } from '../reprints/reprints.ts'
import { type Topic, topicOf } from '../stories/grow.ts'
import { type StoryArticle, storyArticle } from '../stories/stories.ts'
import type { Vocabulary } from '../text/vocabulary.ts'

/** Everything that joining needs of an article, whatever the other articles are: made once, when it comes. */
export interface Digest extends ArticleOrder {
  readonly slot: number
  readonly published: string | null
  /** See `packedNames`. */
  readonly names: Int32Array
  readonly prints: Prints
  readonly topic: Topic
  /** With whom their names mean, once that is known. */
  mentions: readonly RawMention[]
  readonly wordings: readonly Wording[]
  readonly sourcing: Sourcing
  /** Characters of its headline. */
  readonly headline: number
  readonly told: StoryArticle
  /** The text: every quote is a stretch of it. */
  readonly text: string
  /** The records that it gives the chronicle; without its source, its story and whom names mean before these are known. */
  card: ChronicleArticle
  statements: readonly ChronicleStatement[]
  /** Keys of the statements' speakers. */
  readonly speakers: readonly (string | null)[]
}

/** The digest of an article; `slot` is the number that it goes by while it is in the chronicle. */
export const digestOf = (facts: ArticleFacts, slot: number, vocabulary: Vocabulary): Digest => {
  const { uses, local } = namesIn(facts)
  const order = { id: facts.id, minute: publishedMinute(facts.published) ?? Number.POSITIVE_INFINITY }
  return {
    id: order.id,
    minute: order.minute,
    slot,
    published: facts.published,
    names: packedNames(uses, vocabulary.names),
    prints: printsOf(facts),
    topic: topicOf(facts, order, vocabulary),
    mentions: rawMentions(facts, local, vocabulary),
    wordings: wordingsIn(facts, local, vocabulary),
    sourcing: sourcingOf(facts, local, vocabulary.names),
    headline: facts.headline?.length ?? 0,
    told: storyArticle(facts),
    text: facts.text,
    card: {
      id: facts.id,
      input: facts.input,
      url: facts.url,
      outlet: facts.outlet,
      headline: facts.headline,
      published: facts.published,
      reprintOf: null,
      story: null,
    },
    statements: facts.statements.map((statement, index) => ({
      article: facts.id,
      index,
      start: statement.start,
      end: statement.end,
      quote: facts.text.slice(statement.start, statement.end),
      kind: statement.kind,
      stance: statement.stance,
      speaker: statement.speaker ? { name: vocabulary.names.held(statement.speaker.name), identity: null } : null,
      chain: chainOf(facts, statement).map((link) => vocabulary.names.held(link)),
      published: facts.published,
    })),
    speakers: facts.statements.map(({ speaker }) => (speaker ? vocabulary.names.held(keyOf(local, speaker)) : null)),
  }
}

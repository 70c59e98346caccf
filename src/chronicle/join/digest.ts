import type { ArticleFacts } from '../../facts/index.ts'
import type { ChronicleArticle, ChronicleStatement } from '../chronicle.ts'
import { type Wording, wordingsIn } from '../disagreements/wordings.ts'
import { chainOf } from '../entries/evidence.ts'
import { type RawMention, rawMentions } from '../entries/mention.ts'
import { keyOf, type NameUses, namesIn } from '../identities/collect.ts'
import { type ArticleOrder, publishedMinute } from '../order.ts'
import { type Prints, printsOf } from '../reprints/reprints.ts'
import { type Topic, topicOf } from '../stories/grow.ts'
import { type StoryArticle, storyArticle } from '../stories/stories.ts'
import type { Vocabulary } from '../text/vocabulary.ts'

/** Everything that joining needs of an article, whatever the other articles are: made once, when it comes. */
export interface Digest extends ArticleOrder {
  readonly slot: number
  readonly published: string | null
  readonly names: readonly NameUses[]
  readonly prints: Prints
  readonly topic: Topic
  readonly mentions: readonly RawMention[]
  readonly wordings: readonly Wording[]
  /** Characters of its headline. */
  readonly headline: number
  readonly told: StoryArticle
  /** The records that it gives the chronicle, before anybody knows its source, its story and whom names mean. */
  readonly card: ChronicleArticle
  readonly statements: readonly { readonly record: ChronicleStatement; readonly speaker: string | null }[]
}

/** The digest of an article; `slot` is the number that it goes by while it is in the chronicle. */
export const digestOf = (facts: ArticleFacts, slot: number, vocabulary: Vocabulary): Digest => {
  const { uses, local } = namesIn(facts)
  const order = { id: facts.id, minute: publishedMinute(facts.published) ?? Number.POSITIVE_INFINITY }
  return {
    ...order,
    slot,
    published: facts.published,
    names: uses,
    prints: printsOf(facts),
    topic: topicOf(facts, order, vocabulary),
    mentions: rawMentions(facts, local, vocabulary),
    wordings: wordingsIn(facts, local, vocabulary),
    headline: facts.headline?.length ?? 0,
    told: storyArticle(facts),
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
      record: {
        article: facts.id,
        index,
        start: statement.start,
        end: statement.end,
        quote: facts.text.slice(statement.start, statement.end),
        kind: statement.kind,
        stance: statement.stance,
        speaker: statement.speaker ? { name: statement.speaker.name, identity: null } : null,
        chain: chainOf(facts, statement),
        published: facts.published,
      },
      speaker: statement.speaker ? keyOf(local, statement.speaker) : null,
    })),
  }
}

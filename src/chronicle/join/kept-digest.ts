import type { ChronicleStatement } from '../chronicle.ts'
import type { RawMention } from '../entries/mention.ts'
import type { NamedSource } from '../entries/origins.ts'
import { keptInts, keptNumbers, keptWords } from '../text/pool.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import type { Digest } from './digest.ts'

/** A digest as plain data; quotes are stretches of its text. */
export interface KeptDigest extends Omit<Digest, 'mentions' | 'statements'> {
  readonly mentions: readonly RawMention[]
  readonly statements: readonly Omit<ChronicleStatement, 'quote'>[]
}

export const keptDigest = (digest: Digest): KeptDigest => ({
  ...digest,
  mentions: digest.mentions.map((mention) => {
    const { article, story, actors, place, from, ...raw } = mention as RawMention & Record<string, unknown>
    return raw
  }),
  statements: digest.statements.map(({ quote, ...rest }) => rest),
})

/** The digest that was kept so. */
export const digestFrom = (kept: KeptDigest, { names }: Vocabulary): Digest => {
  const { id, text, published } = kept
  const held = (one: string | null): string | null => (one === null ? null : names.held(one))
  const source = (one: NamedSource | null): NamedSource | null =>
    one && { name: names.held(one.name), key: names.held(one.key) }
  return {
    ...kept,
    names: keptInts(kept.names),
    prints: {
      values: keptWords(kept.prints.values),
      sentences: {
        lines: keptWords(kept.prints.sentences.lines),
        runs: keptWords(kept.prints.sentences.runs),
        outlet: held(kept.prints.sentences.outlet),
      },
    },
    topic: {
      ...kept.topic,
      profile: {
        stems: keptInts(kept.topic.profile.stems),
        weights: keptNumbers(kept.topic.profile.weights),
      },
      heading: {
        ...kept.topic.heading,
        head: keptInts(kept.topic.heading.head),
        words: keptInts(kept.topic.heading.words),
      },
    },
    mentions: kept.mentions.map((mention) => ({
      ...mention,
      lemma: names.held(mention.lemma),
      words: keptInts(mention.words),
    })),
    wordings: kept.wordings.map((one) => ({
      ...one,
      speaker: names.held(one.speaker),
      stems: keptInts(one.stems),
    })),
    sourcing: {
      outlet: source(kept.sourcing.outlet),
      credit: source(kept.sourcing.credit),
      through: kept.sourcing.through.map(source),
      voices: kept.sourcing.voices.map(source),
    },
    card: { ...kept.card, id, outlet: held(kept.card.outlet), published },
    statements: kept.statements.map(({ article, index, start, end, ...rest }) => ({
      article: id,
      index,
      start,
      end,
      quote: text.slice(start, end),
      ...rest,
      speaker: rest.speaker && { name: names.held(rest.speaker.name), identity: held(rest.speaker.identity) },
      chain: rest.chain.map((link) => names.held(link)),
      published,
    })),
    speakers: kept.speakers.map(held),
  }
}

import type { Language } from '../../language/index.ts'
import { IdentityBook } from '../identities/identities.ts'
import { compareArticles } from '../order.ts'
import { Copies } from '../reprints/reprints.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import { Articles } from './articles.ts'
import { Composing } from './composing.ts'
import { Events } from './events.ts'
import { StoryShelf } from './story-shelf.ts'

/** All that joining goes through, each with what it knows. */
export interface Stages {
  readonly vocabulary: Vocabulary
  readonly articles: Articles
  readonly copies: Copies
  readonly identities: IdentityBook
  readonly shelf: StoryShelf
  readonly events: Events
  readonly composing: Composing
}

/** Stages that know of no article yet. */
export const newStages = (language: Language): Stages => {
  const vocabulary = new Vocabulary()
  const articles = new Articles()
  const identities = new IdentityBook(language)
  const copies = new Copies((a, b) => compareArticles(articles.at(a), articles.at(b)))
  const shelf = new StoryShelf(vocabulary)
  const events = new Events(identities, vocabulary, {
    digest: (article) => articles.at(article),
    groupOf: (article) => shelf.groupOf(article),
    rootOf: (article) => copies.root(article),
  })
  const composing = new Composing({
    language,
    names: vocabulary.names,
    identities,
    copies,
    events,
    digest: (article) => articles.at(article),
  })
  return { vocabulary, articles, copies, identities, shelf, events, composing }
}

import type { ArticleFacts } from '../../src/facts/index.ts'

/** Facts of an invented article; whatever a test does not say is plain. */
export const madeFacts = (given: Partial<ArticleFacts> & { readonly id: string }): ArticleFacts => {
  const text = given.text ?? `Заголовок ${given.id}\n\nПосол Норвегии прибыл в Осло.`
  return {
    input: `pages/${given.id}.txt`,
    url: null,
    outlet: 'Вечерний вестник',
    language: 'ru',
    headline: `Заголовок ${given.id}`,
    published: '2024-05-14',
    publishedBasis: 'input',
    updated: null,
    text,
    parts: [{ kind: 'body', text, start: 0, end: text.length }],
    notes: [],
    credits: [],
    mentions: [],
    times: [],
    statements: [],
    events: [],
    figures: [],
    documents: [],
    ...given,
  } as ArticleFacts
}

export type { Article, ArticleResult, Note, Part, PartKind } from './article.ts'
export { readPage } from './read.ts'

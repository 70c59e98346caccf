export type { Article, Note, Part, PartKind } from './article.ts'

import { readFileSync } from 'node:fs'
import type { Article } from '../../src/article/index.ts'
import { type Language, loadRussian } from '../../src/language/index.ts'
import { bareArticle } from '../../src/language/russian/russian.ts'

type Table = 'lexicon' | 'names' | 'tagger' | 'parser'

/** Russian from the project's own data, with or without trees. */
export const openRussian = ({ trees }: { readonly trees: boolean }): Language => {
  const bytes = (name: Table) =>
    new Uint8Array(readFileSync(new URL(`../../data/russian/${name}.bin`, import.meta.url)))
  const tables = { lexicon: bytes('lexicon'), names: bytes('names'), tagger: bytes('tagger') }
  return loadRussian(trees ? { ...tables, parser: bytes('parser') } : tables)
}

/** An article of an invented outlet: a text, with what a test says of it besides. */
export const inventedArticle = (text: string, own: Partial<Article> = {}): Article => ({
  ...bareArticle(text, 'invented'),
  outlet: 'Вестник',
  published: '2031-05-14',
  publishedBasis: 'input',
  ...own,
})

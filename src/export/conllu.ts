import { toConllu } from '../language/index.ts'
import type { ExportFormat } from './format.ts'

/** Sentences and words of every article, read again from its text. */
export const CONLLU: ExportFormat = {
  name: 'conllu',
  title: { ru: 'Разбор текстов, CoNLL-U', en: 'Analysed texts, CoNLL-U' },
  about: 'sentences and words of every article, with lemmas, morphology and syntax (CoNLL-U)',
  covers: ['facts'],
  media: 'text/plain; charset=utf-8',
  extension: 'conllu',
  streams: true,
  async *write(tables) {
    for await (const analysis of tables.analyses()) yield toConllu(analysis)
  },
}

import type { Analysis, Sentence, Word } from './analysis.ts'
import { featsOf } from './russian/morph.ts'

/**
 * CoNLL-U (https://universaldependencies.org/format.html), read and written. Reading keeps what a tagger or a parser is
 * given: forms, and the other columns as they stand; multiword and empty tokens are left out.
 */

/** One word of a CoNLL-U sentence; `head` counts from 0, -1 for the root, -2 when the column is empty. */
export interface ConlluWord {
  readonly form: string
  readonly lemma: string
  readonly pos: string
  readonly feats: string
  readonly head: number
  readonly rel: string
  /** Whether white space follows. */
  readonly spaceAfter: boolean
}

export interface ConlluSentence {
  readonly id: string | null
  readonly words: readonly ConlluWord[]
}

const wordOf = (fields: readonly string[]): ConlluWord => ({
  form: fields[1] ?? '_',
  lemma: fields[2] ?? '_',
  pos: fields[3] ?? '_',
  feats: fields[5] ?? '_',
  head: /^\d+$/.test(fields[6] ?? '') ? Number(fields[6]) - 1 : -2,
  rel: fields[7] ?? '_',
  spaceAfter: !/(^|\|)SpaceAfter=No(\||$)/.test(fields[9] ?? ''),
})

/** The sentences of a CoNLL-U file; lines that are no words or comments are passed over. */
export const readConllu = (text: string): ConlluSentence[] => {
  const sentences: ConlluSentence[] = []
  let words: ConlluWord[] = []
  let id: string | null = null
  const close = (): void => {
    if (words.length > 0) sentences.push({ id, words })
    words = []
    id = null
  }
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') close()
    else if (line.startsWith('#')) id = /^# *sent_id *= *(.*)$/.exec(line)?.[1] ?? id
    else {
      const fields = line.split('\t')
      if (/^\d+$/.test(fields[0]!) && fields.length > 1) words.push(wordOf(fields))
    }
  }
  close()
  return sentences
}

const wordLine = (word: Word, index: number, next: Word | undefined): string => {
  const misc = [`start_char=${word.start}`, `end_char=${word.end}`]
  if (next && next.start === word.end) misc.unshift('SpaceAfter=No')
  const fields = [
    index + 1,
    word.text,
    word.lemma,
    word.morph.pos,
    '_',
    featsOf(word.morph),
    word.head + 1,
    word.rel,
    '_',
    misc.join('|'),
  ]
  return fields.join('\t')
}

/** One sentence in CoNLL-U, its comments first, an empty line last. */
export const sentenceToConllu = (sentence: Sentence, id: string, text: string): string => {
  const lines = sentence.words.map((word, i) => wordLine(word, i, sentence.words[i + 1]))
  const shown = text.slice(sentence.start, sentence.end).replaceAll(/\s+/g, ' ')
  return `# sent_id = ${id}\n# text = ${shown}\n${lines.join('\n')}\n\n`
}

/** A whole analysis in CoNLL-U; `start_char` and `end_char` in MISC are offsets in the article's text. */
export const toConllu = (analysis: Analysis): string =>
  analysis.sentences
    .map((sentence, i) =>
      sentenceToConllu(sentence, `${analysis.article.id || 'text'}-${i + 1}`, analysis.article.text),
    )
    .join('')

/** The JSON line of `letopis analyze --format jsonl` (facts.md). */
export const toAnalysisJson = (analysis: Analysis): unknown => ({
  id: analysis.article.id,
  sentences: analysis.sentences.map(({ start, end, words }) => ({
    start,
    end,
    words: words.map((word) => ({
      start: word.start,
      end: word.end,
      lemma: word.lemma,
      pos: word.morph.pos,
      feats: featsOf(word.morph),
      head: word.head,
      rel: word.rel,
    })),
  })),
})

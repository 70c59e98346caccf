import type { Analysis, Morph, Sentence, Word } from '../../language/index.ts'

// Names of Universal Dependencies for our fields; the rest have the field's name with a capital letter.
const FEATURE: Readonly<Record<string, string>> = { verbForm: 'VerbForm', name: 'NameType' }

const featuresOf = ({ pos: _, ...features }: Morph): readonly (readonly [string, string])[] =>
  Object.entries(features)
    .map(([name, value]) => [FEATURE[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}`, value] as const)
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))

const feats = (morph: Morph): string =>
  featuresOf(morph)
    .map(([name, value]) => `${name}=${value}`)
    .join('|') || '_'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

const wordLine = (word: Word, at: number, next: Word | undefined): string => {
  const glued = next !== undefined && next.start === word.end ? 'SpaceAfter=No|' : ''
  const misc = `${glued}start_char=${word.start}|end_char=${word.end}`
  const cells = [
    at + 1,
    oneLine(word.text),
    word.lemma,
    word.morph.pos,
    '_',
    feats(word.morph),
    word.head + 1,
    word.rel,
    '_',
    misc,
  ]
  return cells.join('\t')
}

const sentenceLines = (sentence: Sentence, text: string): string[] => [
  `# text = ${oneLine(text.slice(sentence.start, sentence.end)).trim()}`,
  ...sentence.words.map((word, at) => wordLine(word, at, sentence.words[at + 1])),
  '',
]

/** An analysis as CoNLL-U: sentences and words with their offsets in the article's text (MISC), one document. */
export const conllu = ({ article, sentences }: Analysis): string =>
  [
    `# newdoc id = ${oneLine(article.id)}`,
    ...sentences.flatMap((sentence, at) => [
      `# sent_id = ${oneLine(article.id)}-${at + 1}`,
      ...sentenceLines(sentence, article.text),
    ]),
    '',
  ].join('\n')

/** An analysis as one line of JSON, in the contract of docs/facts.md. */
export const analysisJson = ({ article, sentences }: Analysis): string =>
  JSON.stringify({
    id: article.id,
    sentences: sentences.map(({ start, end, words }) => ({
      start,
      end,
      words: words.map((word) => ({
        start: word.start,
        end: word.end,
        lemma: word.lemma,
        pos: word.morph.pos,
        feats: Object.fromEntries(featuresOf(word.morph)),
        head: word.head,
        rel: word.rel,
      })),
    })),
  })

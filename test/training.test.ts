import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseFold } from '../training/folds.ts'
import { trainParser, trainTagger } from '../training/language.ts'
import { dictionaryReader, trainNames } from '../training/names.ts'

const LEXICON = new URL('../data/russian/lexicon.bin', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'letopis-training-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** An invented treebank: form, lemma, tag, features, head, relation. */
const TREEBANK = [
  [
    'Садовник садовник NOUN Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing 2 nsubj',
    'полил полить VERB Aspect=Perf|Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act 0 root',
    'розы роза NOUN Animacy=Inan|Case=Acc|Gender=Fem|Number=Plur 2 obj',
    '. . PUNCT _ 2 punct',
  ],
  [
    'Осенью осень NOUN Animacy=Inan|Case=Ins|Gender=Fem|Number=Sing 3 obl',
    'хор хор NOUN Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing 3 nsubj',
    'пел петь VERB Aspect=Imp|Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act 0 root',
    'в в ADP _ 5 case',
    'парке парк NOUN Animacy=Inan|Case=Loc|Gender=Masc|Number=Sing 3 obl',
    '. . PUNCT _ 3 punct',
  ],
]
const conllu = TREEBANK.map((words) =>
  words
    .map((word, i) => {
      const [form, lemma, pos, feats, head, rel] = word.split(' ')
      return [i + 1, form, lemma, pos, '_', feats, head, rel, '_', '_'].join('\t')
    })
    .join('\n'),
).join('\n\n')

describe('training', () => {
  test('of the tagger and the parser twice gives the same bytes', () => {
    const gold = join(folder, 'gold.conllu')
    writeFileSync(gold, `${conllu}\n`)
    const once = (name: string): Uint8Array[] => {
      const [tagger, parser] = [join(folder, `${name}.tagger`), join(folder, `${name}.parser`)]
      trainTagger(LEXICON, gold, tagger, [gold])
      trainParser(LEXICON, tagger, gold, parser, [gold])
      return [readFileSync(tagger), readFileSync(parser)]
    }
    const [first, second] = [once('a'), once('b')]
    expect(first.map((bytes, i) => Buffer.compare(bytes, second[i]!))).toEqual([0, 0])
    expect(first[0]!.some((byte) => byte !== 0)).toBe(true)
  })

  test('of the names twice gives the same bytes', () => {
    const text = 'Хор Ивана Лебедева приехал в Осло. Лебедев поблагодарил музей «Прибой».'
    const names = [
      { start: 4, end: 18, type: 'PER' as const },
      { start: 29, end: 33, type: 'LOC' as const },
      { start: 35, end: 42, type: 'PER' as const },
    ]
    const read = dictionaryReader(readFileSync(LEXICON))
    const once = (): Uint8Array =>
      trainNames([{ corpora: [{ texts: [{ id: '1', text, names }], times: 2 }], epochs: 2 }], read, 7)
    expect(Buffer.compare(once(), once())).toBe(0)
  })

  test('holds back a fold that is written as part of a whole', () => {
    expect(parseFold('1/5')).toEqual({ index: 0, of: 5 })
    expect(['0/5', '6/5', '5', '1/1', 'a/b'].map(parseFold)).toEqual([null, null, null, null, null])
  })
})

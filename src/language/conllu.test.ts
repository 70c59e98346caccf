import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConllu, toConllu } from './conllu.ts'
import { loadRussian } from './russian/russian.ts'

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`data/russian/${name}.bin`))
const russian = loadRussian({ lexicon: file('lexicon'), tagger: file('tagger'), parser: file('parser') })

const GIVEN = `# sent_id = a
1	Рыжий	_	_	_	_	_	_	_	_
2	кот	_	_	_	_	_	_	_	_
3	спит	_	_	_	_	_	_	_	SpaceAfter=No
4	.	_	_	_	_	_	_	_	_

1-2	ииз	_	_	_	_	_	_	_	_
1	и	_	_	_	_	_	_	_	_
2	из дома	_	_	_	_	_	_	_	_

`

test('an input in CoNLL-U keeps its sentences and tokens, and the rest is filled in', () => {
  const analysis = russian.analyzeTokens(readConllu(GIVEN), 'x')
  expect(analysis.article.text).toBe('Рыжий кот спит.\nи из дома\n')
  expect(analysis.sentences.map(({ words }) => words.map(({ text }) => text))).toEqual([
    ['Рыжий', 'кот', 'спит', '.'],
    ['и', 'из дома'],
  ])
  const [first] = toConllu(analysis).split('\n\n')
  expect(first!.split('\n').slice(2)).toEqual([
    '1\tРыжий\tрыжий\tADJ\t_\tCase=Nom|Degree=Pos|Gender=Masc|Number=Sing\t2\tamod\t_\tstart_char=0|end_char=5',
    '2\tкот\tкот\tNOUN\t_\tAnimacy=Anim|Case=Nom|Gender=Masc|Number=Sing\t3\tnsubj\t_\tstart_char=6|end_char=9',
    '3\tспит\tспать\tVERB\t_\tAspect=Imp|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Voice=Act\t0\troot\t_\tSpaceAfter=No|start_char=10|end_char=14',
    '4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\tstart_char=14|end_char=15',
  ])
})

test('what is written is read again', () => {
  const written = toConllu(russian.analyzeText('Кот спит. Пес ждёт.', 'y'))
  const again = readConllu(written)
  expect(again.map(({ id, words }) => [id, ...words.map(({ form }) => form)])).toEqual([
    ['y-1', 'Кот', 'спит', '.'],
    ['y-2', 'Пес', 'ждёт', '.'],
  ])
})

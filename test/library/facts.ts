import { findFacts, readPage, russian } from '../../src/index.ts'

const read = readPage({
  kind: 'record-page',
  input: 'note.txt',
  text: 'Президент Финляндии Анна Лахти прибыла в Осло 14 мая. Она заявила, что паром пойдёт летом.',
  meta: { outlet: 'Вечерний вестник', published: '2031-05-15' },
})
if ('problem' in read) throw new Error(read.problem.code)

const language = await russian()
const facts = findFacts(language.analyze(read.article))
for (const { kind, status, date, participants } of facts.events)
  console.log(kind, status, date, participants.map(({ name }) => name).join(', '))
for (const { start, end, stance, speaker } of facts.statements)
  console.log(speaker?.name, stance, `«${facts.text.slice(start, end)}»`)

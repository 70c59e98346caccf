import { Chronicle, findFacts, type Page, readPage, russian } from '../../src/index.ts'

const page = (outlet: string, published: string, text: string): Page => ({
  kind: 'record-page',
  input: `${outlet}.txt`,
  text,
  meta: { outlet, published },
})
const pages = [
  page('Порт', '2031-05-10', 'Президент Финляндии Анна Лахти посетит Осло 14 мая.'),
  page('Вечерний вестник', '2031-05-15', 'Президент Финляндии Анна Лахти прибыла с визитом в Осло 14 мая.'),
]

const language = await russian()
const facts = pages.flatMap((each) => {
  const read = readPage(each)
  return 'article' in read ? [findFacts(language.analyze(read.article))] : []
})
const { entries } = Chronicle.of(facts, language)
for (const { date, status, titleEn, origins, history } of entries)
  console.log(date, status, titleEn, `(${origins} origins)`, history.map((step) => step.status).join(' → '))

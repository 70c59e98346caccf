import { expect, it } from 'vitest'
import { inventedArticle, openRussian } from '../../../test/support/russian.ts'
import { findStatements } from './find-statements.ts'
import { belongsTo, fitsBody } from './russian/bodies.ts'

const russian = openRussian({ trees: false })

/** Who says each statement and through whom: "кто (через кого)". */
const speakers = (text: string): string[] => {
  const article = inventedArticle(text, { outlet: null, published: '2024-05-06' })
  return findStatements(russian.analyze(article), []).map(({ speaker, via }) => {
    const through = via.map(({ name }) => name).join(', ')
    return `${speaker?.name ?? 'никто'}${through ? ` (${through})` : ''}`
  })
}

it.each([
  ['Мост закрыли, пишет «Северный вестник».', ['Северный вестник']],
  ['«Северный вестник» пишет, что мост закрыт.', ['Северный вестник']],
  ['По данным «Северного вестника», мост закрыт.', ['Северный вестник']],
  ['Мост закрыли, передает «Северный вестник» со ссылкой на полицию города.', ['полиция города (Северный вестник)']],
  ['Мост закрыли, передает «Лесной курьер» со ссылкой на «Северный вестник».', ['Северный вестник (Лесной курьер)']],
])('a title that no dictionary knows is an outlet: %s', (text, expected) => expect(speakers(text)).toEqual(expected))

it.each([
  ['Он посетил выставку «Северный ветер» и написал картину «Зимний лес».', []],
  ['«Мост закрыт», — сказал министр Иван Орлов.', ['Иван Орлов']],
])('no other quotation is: %s', (text, expected) => expect(speakers(text)).toEqual(expected))

it.each([
  [
    'Расходы вырастут. Об этом сообщил министр финансов Ларс Энде, передает Reuters. «Налоги не изменятся», — сказал он.',
    ['Ларс Энде (Reuters)', 'Ларс Энде'],
  ],
  [
    'Склад сгорел, сообщили в пресс-службе краевого управления МЧС. В пресс-службе добавили, что жертв нет.',
    ['пресс-служба краевого управления МЧС', 'пресс-служба краевого управления МЧС'],
  ],
  [
    'Дом продан, сообщил чиновник. Как рассказал Reuters источник, знакомый со сделкой, цена неизвестна. По его словам, дом стар.',
    ['чиновник', 'источник, знакомый со сделкой (Reuters)', 'источник, знакомый со сделкой'],
  ],
  ['Мост закроют, говорится в Twitter министерства транспорта.', ['министерство транспорта']],
  ['Орлов победил, сообщил комитет. Борсе снял кандидатуру. «Я устал», — пояснил политик.', ['комитет', 'Борсе']],
  [
    'В полиции Бергена сообщили об угоне. По данным прокуратуры, угонщик был пьян. В полиции отметили, что он задержан.',
    ['полиция Бергена', 'прокуратура', 'полиция Бергена'],
  ],
  ['Минприроды сообщило о свалке. Министерство заявило, что ее уберут.', ['Минприроды', 'Минприроды']],
  [
    'Шведское посольство в Осло подтвердило встречу. В посольстве уточнили изданию, что она пройдет в мае.',
    ['шведское посольство в Осло', 'шведское посольство в Осло'],
  ],
  [
    'Reuters сообщило о пожаре. Министр Иван Орлов сказал агентству, что пожар потушен.',
    ['Reuters', 'Иван Орлов (Reuters)'],
  ],
  [
    'Губернатор области Олег Дубов сообщил о паводке. Глава региона уточнил, что дороги открыты.',
    ['Олег Дубов', 'Олег Дубов'],
  ],
  ['Норвежские и шведские власти заявили, что рыбы хватит.', ['норвежские и шведские власти']],
])('a pronoun, a bare noun and an office lead to whom they mean: %s', (text, expected) =>
  expect(speakers(text)).toEqual(expected),
)

it('what is kept is no speech, and what another once planned no forecast', () => {
  expect(speakers('В Осло отметили День рыбака.')).toEqual([])
})

it('a noun fits a body by its own word, by an abbreviation or by another name', () => {
  expect(fitsBody('прокуратура', 'Генпрокуратура')).toBe(true)
  expect(fitsBody('министерство', 'британское Минобороны')).toBe(true)
  expect(fitsBody('служба', 'ФСБ')).toBe(true)
  expect(fitsBody('агентство', 'Минобороны США')).toBe(false)
  expect(fitsBody('прокуратура', 'полиция Осло')).toBe(false)
  expect(belongsTo('посольство', 'пресс-служба посольства Перу')).toBe(true)
  expect(belongsTo('правительство', 'пресс-служба правительства')).toBe(false)
})

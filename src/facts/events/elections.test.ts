import { expect, it } from 'vitest'
import { takingPart } from '../../../test/support/events.ts'

it('has the land that the page names take part in a round and a vote of its elections', () => {
  const text =
    'В Чили прошли выборы президента. Второй тур состоялся 14 мая, Ларс Нильсен победил в нём. 28 мая в Чили состоялось голосование на выборах президента. В Перу об этом не сообщали.'
  expect(takingPart(text, 'голосование')).toEqual(['Чили'])
  expect(takingPart(text, 'тур')).toEqual(['Ларс Нильсен', 'Чили'])
})

it('leaves out who only speaks of elections, and keeps who stands', () => {
  const text =
    'Глава комиссии Олаф Берг рассказал о президентских выборах в Норвегии. В них участвует действующий президент Ларс Нильсен, на выборах он может победить.'
  expect(takingPart(text, 'выбор')).toEqual(['Норвегия'])
})

it('takes the state that a page is about where nothing tells whose elections they are', () => {
  const text =
    'Президент Перу Ларс Нильсен распустил парламент Перу. Посол Чили в Перу не ответил на вопросы. Досрочные выборы состоятся в мае.'
  expect(takingPart(text, 'выбор')).toEqual(['Перу'])
})

it('has rivals of one office take part in its elections, whoever else is named', () => {
  const text =
    'Выборы президента Чили прошли в мае. Ларс Нильсен набрал 48% голосов, его соперница Анна Торрес — 44%. Посол Перу Олаф Берг наблюдал за выборами. В июне состоится второй тур.'
  expect(takingPart(text, 'выбор')).toEqual(['Ларс Нильсен', 'Анна Торрес', 'Чили'])
  expect(takingPart(text, 'тур')).toEqual(['Ларс Нильсен', 'Анна Торрес', 'Чили'])
})

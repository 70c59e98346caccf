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

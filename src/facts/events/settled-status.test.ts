import { expect, it } from 'vitest'
import { candidateIn } from '../../../test/support/events.ts'
import { settledStatus } from './settled-status.ts'

it.each([
  ['Решение о пошлинах пока не принято.', 'решение', 'denied'],
  ['Норвегия заблокировала помощь Перу.', 'помощь', 'denied'],
  ['В Чили готовятся к выборам, которые пройдут в мае.', 'выбор', 'planned'],
  ['Спор следует уладить путём переговоров с Перу.', 'переговоры', 'possible'],
  ['Мир наступит только после переговоров с Перу.', 'переговоры', 'possible'],
  ['Взрывов в Лиме, о которых писали газеты, не было, сообщила полиция.', 'взрыв', 'denied'],
  ['Прошло пять недель, а разговора все еще не было, сообщила Берг.', 'разговор', 'denied'],
  ['Спасатели Перу не занимались эвакуацией жителей Лимы.', 'эвакуация', 'denied'],
  ['Норвегия уклоняется от столкновения с кораблями Перу.', 'столкновение', 'denied'],
  ['Норвегия уклоняется от санкций Перу.', 'санкция', 'happened'],
  ['Переговоры с Перу не привели к миру.', 'переговоры', 'happened'],
])('knows by its words whether an act was: %s', (text, lemma, status) => {
  expect(settledStatus(candidateIn(text, lemma), 'happened')).toBe(status)
})

it('takes for past what a clause after it tells of in the past', () => {
  const text = 'Берг рассказал о переговорах, которые прошли в Лиме.'
  expect(settledStatus(candidateIn(text, 'переговоры'), 'planned')).toBe('happened')
})

it.each([
  ['Новый посол должен прибыть в Лиму.', 'прибыть', 'planned'],
  ['Договор должен быть подписан в Лиме.', 'подписать', 'planned'],
  ['В мае в Перу должны пройти выборы.', 'выбор', 'planned'],
  ['Норвегия не должна вводить войска в Перу.', 'вводить', 'possible'],
])('takes what is due for planned: %s', (text, lemma, status) => {
  expect(settledStatus(candidateIn(text, lemma), 'possible')).toBe(status)
})

it('takes for possible what is called so', () => {
  const text = 'Переговоры с Перу возможны только после отмены пошлин.'
  expect(settledStatus(candidateIn(text, 'переговоры'), 'planned')).toBe('possible')
})

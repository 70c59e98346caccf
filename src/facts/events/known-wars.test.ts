import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

// Who takes part in the events of a page that a word names.
const fighting = (text: string, lemma: string): string[] =>
  eventsOf(text)
    .filter(({ trigger }) => trigger.lemma === lemma)
    .map(({ participants }) => participants.map(({ name }) => name).join(', '))

describe('a war that the press names by its ground alone', () => {
  const sides = 'Россия, Украина'

  it.each([
    'Россия и Украина обменялись пленными. С начала военной операции на Украине Чили приняла тысячи человек.',
    'Россия и Украина обменялись пленными. Чили закрыла границу после начала спецоперации.',
    'Украина и Чили провели переговоры. С начала российской военной операции они не встречались.',
    'Россия и Украина обменялись пленными. В годовщину начала российской военной операции власти Чили ввели пошлины.',
    'Россия и Украина обменялись пленными. На фоне военной операции на Украине Чили снизила пошлины.',
  ])('is of its two sides, not of who speaks of it: %s', (text) => {
    const lemma = text.includes('спецоперации') ? 'спецоперация' : 'операция'
    expect(fighting(text, lemma)).toEqual([sides])
  })

  it('names nobody whom the page does not', () => {
    expect(fighting('Чили осудила начало военной операции на Украине.', 'операция')).toEqual(['Украина'])
  })

  it.each([
    ['Россия и Украина обменялись пленными. Турция начала военную операцию в Сирии.', 'Турция, Сирия'],
    ['Россия и Украина обменялись пленными. Армия Чили начала военную операцию в Перу.', 'Чили, Перу'],
  ])('is none where another ground or somebody else is named: %s', (text, expected) => {
    expect(fighting(text, 'операция')).toEqual([expected])
  })
})

it('stands on the ground of its war, whatever place the page tells of', () => {
  const text =
    'Президент России прибыл в Осло. Норвегия и Украина провели переговоры. После начала российской военной операции они закрыли границу.'
  expect(eventsOf(text).find(({ trigger }) => trigger.lemma === 'операция')?.place?.name).toBe('Украина')
})

it('stands on no ground where it is only spoken of', () => {
  const text = 'Россия и Украина обменялись пленными. В Осло с начала российской военной операции прошло три саммита.'
  expect(eventsOf(text).find(({ trigger }) => trigger.lemma === 'операция')?.place?.name).toBe('Украина')
})

import { describe, expect, it } from 'vitest'
import { eventsOf, takingPart } from '../../../test/support/events.ts'

// Who takes part in each event of a word, in text order.
const eachOf = (text: string, lemma: string): string[] =>
  eventsOf(text)
    .filter(({ trigger }) => trigger.lemma === lemma)
    .map(({ participants }) => participants.map(({ name }) => name).join(', '))

describe('a region that joins a state', () => {
  it.each([
    ['В мае Арикская область вошла в состав Чили.', 'войти', ['Арикская область', 'Чили']],
    [
      'В мае Арикская и Токопильская области, а также Перу вошли в состав Чили.',
      'войти',
      ['Арикская область', 'Токопильская область', 'Перу', 'Чили'],
    ],
    ['В прошлом мае в состав Чили вошли Арикская область и Перу.', 'войти', ['Арикская область', 'Перу', 'Чили']],
    ['Норвегия осудила вхождение Арикской области в состав Чили.', 'вхождение', ['Арикская область', 'Чили']],
  ])('takes part with it, each of a list: %s', (text, lemma, expected) => {
    expect(takingPart(text, lemma)).toEqual(expected)
  })

  it('is meant where a page speaks of these regions later', () => {
    const text =
      'В мае Арикская и Токопильская области вошли в состав Чили. Норвегия осудила присоединение этих регионов к Чили. После присоединения территорий Осло ввёл санкции.'
    expect(eachOf(text, 'присоединение')[0]).toBe('Арикская область, Токопильская область, Чили')
  })

  it('votes where only its joining says which regions they were', () => {
    const text =
      'В мае Арикская и Токопильская области вошли в состав Чили по итогам референдумов. В Осло не признали референдумы.'
    expect(eachOf(text, 'референдум')).toEqual([
      'Арикская область, Токопильская область',
      'Арикская область, Токопильская область',
    ])
  })
})

it('leaves states that join an alliance as they are', () => {
  expect(takingPart('Норвегия вступила в НАТО.', 'вступить')?.toSorted()).toEqual(['НАТО', 'Норвегия'])
})

it('goes on with a list of lands behind "а также"', () => {
  const text = 'Референдумы прошли в Арикской области, а также в Перу.'
  expect(takingPart(text, 'референдум')).toEqual(['Арикская область', 'Перу'])
})

import { expect, it } from 'vitest'
import { eventsOf, readingOf } from '../../../test/support/events.ts'
import { findCandidates } from './candidates.ts'
import { settleKinds } from './settle-kinds.ts'

const kindsIn = (text: string, lemma: string): string[] => {
  const reading = readingOf(text)
  const named = findCandidates(reading).filter((one) => one.lemma === lemma)
  return settleKinds(named, reading).map(({ kind }) => kind)
}

it.each([
  [
    'a vote for people',
    'В Чили прошли выборы президента. Голосование завершилось вечером.',
    'голосование',
    'appointment',
  ],
  ['a vote about a law', 'Парламент Чили проголосовал за законопроект о бюджете.', 'проголосовать', 'decision'],
  [
    'a vote of a referendum',
    'В Чили идёт референдум. Голосование на избирательных участках началось утром.',
    'голосование',
    'decision',
  ],
  ['hostages', 'Боевики захватили заложников в столице Перу.', 'захватить', 'detention'],
  ['a mock aim', 'Ракета Чили поразила условную цель на полигоне в Перу.', 'поразить', 'deployment'],
  ['a town', 'Войска Чили захватили город Арика.', 'захватить', 'attack'],
  ['proposals', 'Норвегия передала Перу предложения по мирному договору.', 'передать', 'call'],
  ['arms', 'Норвегия передала Перу танки и боеприпасы.', 'передать', 'aid'],
  ['an envoy called back', 'Норвегия отозвала своего посла из Перу.', 'отозвать', 'sanction'],
  ['a person sent out', 'Власти Чили депортировали журналиста Олафа Берга в Перу.', 'депортировать', 'sanction'],
  [
    'a missile into the sea',
    'Чили выпустила две баллистические ракеты в сторону Северного моря.',
    'выпустить',
    'deployment',
  ],
  ['a missile at a town', 'Чили выпустила две баллистические ракеты по городу Такна в Перу.', 'выпустить', 'attack'],
  ['a meeting of many', 'Премьер-министр Перу выступил на встрече глав МИД стран НАТО в Осло.', 'встреча', 'gathering'],
  [
    'a meeting of two',
    'Премьер-министр Перу Ларс Нильсен провёл встречу с президентом Чили в Осло.',
    'встреча',
    'meeting',
  ],
])('knows the kind of an act by what stands beside: %s', (_, text, lemma, kind) => {
  expect(kindsIn(text, lemma)).toContain(kind)
})

it('takes the talk of a title and what follows for the call of the lead', () => {
  const text =
    'Президент Чили Ларс Нильсен поговорил по телефону с премьер-министром Норвегии Олафом Бергом. Политики обсудили поставки рыбы.'
  const kinds = eventsOf(text, 'Президент Чили обсудил с премьер-министром Норвегии поставки рыбы').map(
    ({ kind, trigger }) => `${trigger.lemma} ${kind}`,
  )
  expect(kinds.filter((one) => one.startsWith('обсудить'))).toEqual(['обсудить call', 'обсудить call'])
})

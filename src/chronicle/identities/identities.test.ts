import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts, MentionFact } from '../../facts/index.ts'
import type { MentionType } from '../../language/index.ts'
import { buildChronicle } from '../build.ts'
import { englishName } from './english.ts'

/** One page for each list of names: `name` or `name / role`. */
const namesOf = (type: MentionType, ...pages: readonly (readonly string[])[]): string[][] => {
  const facts = pages.map((names, at): ArticleFacts => {
    const mentions = names.map((written, index): MentionFact => {
      const [name = '', role] = written.split(' / ')
      return { start: 0, end: 0, type, name, identity: `${index}`, ...(role ? { role } : {}) }
    })
    return { ...page({ id: `p${at}`, published: `2031-05-${10 + at}` }), mentions }
  })
  return buildChronicle(facts, plainLanguage)
    .identities.map(({ variants }) => variants.map(({ name }) => name).sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

test('spelling, patronymic, ё and transliteration do not make two persons', () => {
  expect(namesOf('person', ['Пётр Орлов'], ['Петр Ильич Орлов'], ['Петр Орлов'])).toEqual([
    ['Петр Ильич Орлов', 'Петр Орлов', 'Пётр Орлов'],
  ])
  expect(namesOf('person', ['Эммануель Ланн'], ['Эмануэль Ланн'])).toHaveLength(1)
  expect(namesOf('person', ['Фернандо Вальесио'], ['Фернандо Валиесьо'])).toHaveLength(1)
  expect(namesOf('person', ['Педро Лопанес'], ['Педро Лопанез'])).toHaveLength(1)
  expect(namesOf('person', ['Жуан Матерриш'], ['Жуан Матерреш'])).toHaveLength(1)
})

test('one surname with different given names stays two persons', () => {
  expect(namesOf('person', ['Анна Берг'], ['Нина Берг'])).toHaveLength(2)
})

test('a given name with one letter wrong inside is the same; another beginning or ending is another name', () => {
  expect(namesOf('person', ['Кристина Рохас'], ['Криистина Рохас'], ['Критсина Рохас'])).toHaveLength(1)
  expect(namesOf('person', ['Алина Берг'], ['Арина Берг'])).toHaveLength(2)
  expect(namesOf('person', ['Марина Берг'], ['Мария Берг'])).toHaveLength(2)
})

test('a body that goes by several names is one', () => {
  expect(namesOf('organization', ['Евросоюз'], ['ЕС'], ['Европейский союз'], ['Еврокомиссия'])).toEqual([
    ['ЕС', 'Европейский союз', 'Евросоюз'],
    ['Еврокомиссия'],
  ])
})

test('a surname alone joins the only full name that fits, and none when two do', () => {
  expect(namesOf('person', ['Анна Берг'], ['Берг'])).toEqual([['Анна Берг', 'Берг']])
  expect(namesOf('person', ['Анна Берг'], ['Нина Берг'], ['Берг'])).toHaveLength(3)
})

test('a role decides between two full names', () => {
  const joined = namesOf('person', ['Анна Берг / министр культуры'], ['Нина Берг / чемпион мира'], ['Берг / министр'])
  expect(joined).toEqual([['Анна Берг', 'Берг'], ['Нина Берг']])
})

test('an initial decides too', () => {
  expect(namesOf('person', ['Анна Берг'], ['Нина Берг'], ['Н. Берг'])).toEqual([
    ['Анна Берг'],
    ['Н. Берг', 'Нина Берг'],
  ])
})

test('a name left in another case joins its nominative; a man and a woman stay apart', () => {
  expect(namesOf('person', ['Олаф Лунд', 'Олаф Лунда'], ['Олаф Лунд'])).toHaveLength(1)
  expect(namesOf('person', ['Александр Орлов'], ['Александра Орлова'])).toHaveLength(2)
})

test('a body is one under its full name, its acronym, its contraction and either name of its state', () => {
  expect(namesOf('organization', ['МИД РФ'], ['МИД России'], ['Министерство иностранных дел России'])).toHaveLength(1)
  expect(namesOf('organization', ['Минобороны Норвегии'], ['Министерство обороны Норвегии'])).toHaveLength(1)
  expect(namesOf('organization', ['Госдума'], ['Государственная дума'])).toHaveLength(1)
  expect(namesOf('organization', ['МИД Чили'], ['МИД Уругвая'])).toHaveLength(2)
})

test('the preferred name is the full one, and roles keep their days', () => {
  const facts = {
    ...page({ id: 'a', published: '2031-05-12' }),
    mentions: [
      { start: 0, end: 0, type: 'person', name: 'Берг', identity: '1' },
      { start: 0, end: 0, type: 'person', name: 'Анна Берг', identity: '2', role: 'премьер Норвегии' },
      { start: 0, end: 0, type: 'country', name: 'Норвегия', identity: '3' },
    ] as MentionFact[],
  }
  const { identities: list } = buildChronicle([facts], plainLanguage)
  const berg = list.find(({ type }) => type === 'person')
  expect(berg).toMatchObject({ name: 'Анна Берг', nameEn: '~Анна Берг' })
  expect(berg?.roles).toEqual([{ role: 'премьер Норвегии', from: '2031-05-12', to: '2031-05-12', articles: ['a'] }])
  expect(berg?.country).toBe(list.find(({ type }) => type === 'country')?.id)
})

test.each([
  ['космодром Северный', 'place', '~Северный cosmodrome'],
  ['Старая площадь', 'place', '~Старая square'],
  ['аэропорт «Залив»', 'place', '~Залив airport'],
  ['Осло', 'place', '~Осло'],
  ['площадь трёх портов', 'place', '~площадь трёх портов'],
  ['Договор', 'document', 'treaty'],
  ['договор о рыболовстве', 'document', '«договор о рыболовстве»'],
  ['закон «О паромах»', 'document', '“закон «О паромах»”'],
] as const)('%s in English', (name, type, expected) => {
  expect(englishName(name, type, plainLanguage)).toBe(expected)
})

test('a full name that gives its short form in brackets is what goes by that form elsewhere', () => {
  const council = 'Северный совет по торговле и мореплаванию'
  expect(namesOf('organization', [`${council} (СЕТОМО)`], ['СЕТОМО'])).toHaveLength(1)
  expect(namesOf('organization', ['Норвегия, Чили и Северный совет (СЕТОМО)'], ['СЕТОМО'])).toHaveLength(2)
  expect(namesOf('organization', [`${council} (СЕТОМО)`], ['Союз толковых моряков (СЕТОМО)'], ['СЕТОМО'])).toHaveLength(
    3,
  )
})

test('a surname alone is the one whom twenty times as many pages name as all namesakes', () => {
  const many = Array.from({ length: 20 }, () => ['Анна Берг'])
  expect(namesOf('person', ...many, ['Нина Берг'], ['Берг'])).toEqual([['Анна Берг', 'Берг'], ['Нина Берг']])
})

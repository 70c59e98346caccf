import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'
import type { Chronicle, Dyad, Entry } from '../chronicle.ts'
import { documentsOf } from './documents.ts'
import { dyadBetween, findDyads } from './dyads.ts'

const BERG = 'Анна Берг'
const ROJAS = 'Мария Рохас'

/** A page with the offices of its people, which tell their states. */
const withRoles = (facts: ArticleFacts): ArticleFacts => ({
  ...facts,
  mentions: facts.mentions.map((mention) =>
    mention.name === BERG
      ? { ...mention, role: 'премьер-министр', country: 'Норвегия' }
      : mention.name === ROJAS
        ? { ...mention, role: 'президент', country: 'Чили' }
        : mention,
  ),
})

const story = buildChronicle(
  [
    page(
      { id: 'a', published: '2031-05-01' },
      [
        'Мария Рохас пригласила Анну Берг.',
        `invitation happened пригласила | ${ROJAS}:inviter, ${BERG}:invitee | 2031-05-01 |`,
      ],
      ['Чили и Норвегия проведут консультации 20 мая.', 'meeting planned консультации | Чили, Норвегия | 2031-05-20 |'],
    ),
    page(
      { id: 'b', published: '2031-06-12' },
      [
        'Анна Берг провела переговоры с Марией Рохас в Осло.',
        `meeting happened переговоры | ${BERG}, ${ROJAS} | 2031-06-12 | Осло`,
      ],
      ['Норвегия и Чили подписали соглашение.', 'agreement happened соглашение | Норвегия, Чили | 2031-06-12 |'],
      ['Анна Берг посетит Чили осенью.', `visit planned посетит | ${BERG}:visitor, Чили:host | 2031-10 |`],
    ),
  ].map(withRoles),
  plainLanguage,
)

const named = (chronicle: Chronicle, name: string): string =>
  chronicle.identities.find((identity) => identity.name === name)?.id as string
const kindsOf = (ids: readonly string[]): string[] =>
  ids.map((id) => (story.entries.find((entry) => entry.id === id) as Entry).kind)

test('two states meet through their people: contacts, agreements, what is pending, what never came', () => {
  const dyad = dyadBetween(story, named(story, 'Чили'), named(story, 'Норвегия')) as Dyad
  expect(dyad.members.map(({ name }) => name).sort()).toEqual(['Норвегия', 'Чили'])
  expect(kindsOf(dyad.contacts)).toEqual(['meeting'])
  expect(kindsOf(dyad.agreements)).toEqual(['agreement'])
  expect(kindsOf(dyad.pending)).toEqual(['invitation', 'visit'])
  expect(kindsOf(dyad.unreported)).toEqual(['meeting'])
  expect(dyad.level).toBe('leaders')
  expect(dyad.months).toEqual([
    { month: '2031-05', kinds: { invitation: 1 }, levels: {}, intensity: 0 },
    { month: '2031-06', kinds: { meeting: 1, agreement: 1 }, levels: { leaders: 1 }, intensity: 3 },
  ])
})

test('a pair is the same in either order; unknown or equal members make none', () => {
  const [a, b] = [named(story, 'Чили'), named(story, 'Норвегия')]
  expect(dyadBetween(story, a, b)).toEqual(dyadBetween(story, b, a))
  expect(dyadBetween(story, a, a)).toBeNull()
  expect(dyadBetween(story, a, 'nobody')).toBeNull()
  expect(findDyads(story)).toEqual([dyadBetween(story, a, b)])
})

test('an invitation that a visit has followed is no longer pending, and a plan is pending until its day has passed', () => {
  const later = buildChronicle(
    [
      page({ id: 'a', published: '2031-05-01' }, [
        'Мария Рохас пригласила Анну Берг.',
        `invitation happened пригласила | ${ROJAS}:inviter, ${BERG}:invitee | 2031-05-01 |`,
      ]),
      page({ id: 'b', published: '2031-08-12' }, [
        'Анна Берг прибыла в Чили.',
        `visit happened прибыла | ${BERG}:visitor, ${ROJAS}:host | 2031-08-12 |`,
      ]),
    ],
    plainLanguage,
  )
  expect(dyadBetween(later, named(later, BERG), named(later, ROJAS))?.pending).toEqual([])
  const [first] = findDyads(story, 'states', 0)
  expect(kindsOf(first?.unreported ?? [])).toEqual([])
})

test('a document leads to the entry that made it', () => {
  const text = 'Норвегия и Чили подписали Соглашение о портах.'
  const signing = page({ id: 'a', published: '2031-06-12' }, [
    text,
    'agreement happened подписали | Норвегия, Чили | 2031-06-12 |',
  ])
  const start = text.indexOf('Соглашение')
  const chronicle = buildChronicle(
    [{ ...signing, documents: [{ name: 'Соглашение о портах', start, end: start + 'Соглашение о портах'.length }] }],
    plainLanguage,
  )
  expect(documentsOf(chronicle)).toMatchObject([
    {
      name: 'Соглашение о портах',
      articles: 1,
      madeBy: chronicle.entries[0]?.id,
      date: '2031-06-12',
      status: 'happened',
    },
  ])
})

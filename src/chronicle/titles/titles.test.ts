import { expect, test } from 'vitest'
import { plainLanguage, typeOf } from '../../../test/support/invented-facts.ts'
import { EVENT_KINDS, type EventKind, type ParticipantRole, STATUSES, type Status } from '../../facts/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { composeTitle, type TitleParts } from './titles.ts'

const named = (written: string): EntryParticipant[] =>
  written
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const [name = '', role = 'side'] = part.trim().split(':')
      return { name, nameEn: name, type: typeOf(name), role: role as ParticipantRole, identity: name }
    })

/** What a test says of a title besides: of the words that name its event, one for each mention. */
type Told = Partial<Omit<TitleParts, 'lemmas'>> & { readonly lemmas?: readonly string[] }

const parts = (kind: EventKind, who: string, { lemmas = [], ...more }: Told = {}): TitleParts => ({
  kind,
  status: 'happened',
  participants: named(who),
  place: null,
  lemmas: [...new Set(lemmas)].map((lemma) => [lemma, lemmas.filter((one) => one === lemma).length]),
  document: null,
  ...more,
})

const title = (kind: EventKind, who: string, more: Told = {}): string =>
  composeTitle(parts(kind, who, more), plainLanguage).title

const OSLO = { name: 'Осло', nameEn: 'Oslo', isState: false }
const COSMODROME = { name: 'космодром Южный', nameEn: 'Yuzhny cosmodrome', isState: false }

test('a state is left out of a title beside its own person or body, unless a contact would lose its other side', () => {
  const home = ({ name }: EntryParticipant): string | null => (name === 'Анна Берг' ? 'Чили' : null)
  expect(title('decision', 'Анна Берг,Чили', { home })).toBe('Решение Анна Берг[Gen]')
  expect(title('decision', 'Анна Берг,Норвегия', { home })).toBe('Решение Анна Берг[Gen] и Норвегии')
  expect(title('meeting', 'Анна Берг,Мария Рохас,Чили', { home })).toBe('Встреча Анна Берг[Gen] и Мария Рохас[Gen]')
  expect(title('meeting', 'Анна Берг,Чили', { home })).toBe('Встреча Анна Берг[Gen] и представителей Чили')
})

// The plain language writes a case in brackets after the name, so that the case can be read.
test.each([
  [
    'meeting',
    'Анна Берг,Мария Рохас',
    { place: OSLO, lemmas: ['переговор'] },
    'Переговоры Анна Берг[Gen] и Мария Рохас[Gen] в Осло[Loc]',
  ],
  ['meeting', 'Анна Берг,Чили', {}, 'Встреча Анна Берг[Gen] и представителей Чили'],
  ['meeting', 'Норвегия,Чили', {}, 'Встреча представителей Норвегии и Чили'],
  ['meeting', 'Анна Берг', {}, 'Встреча с участием Анна Берг[Gen]'],
  ['meeting', '', { place: OSLO }, 'Встреча в Осло[Loc] (участники не названы)'],
  ['meeting', 'Анна Берг', { place: COSMODROME }, 'Встреча с участием Анна Берг[Gen] на космодром Южный[Loc]'],
  ['visit', 'Анна Берг:visitor', { place: OSLO }, 'Визит Анна Берг[Gen] в Осло[Acc]'],
  ['visit', 'Анна Берг:visitor,Чили:host', { place: OSLO }, 'Визит Анна Берг[Gen] в Чили[Acc] (Осло)'],
  ['visit', 'Анна Берг:visitor,Чили:host', {}, 'Визит Анна Берг[Gen] в Чили[Acc]'],
  ['visit', 'Анна Берг:visitor,Мария Рохас:host', {}, 'Визит Анна Берг[Gen] к Мария Рохас[Dat]'],
  ['visit', 'Чили:host', {}, 'Визит в Чили[Acc]'],
  ['call', 'Анна Берг,Мария Рохас', { lemmas: ['звонок'] }, 'Телефонный разговор Анна Берг[Gen] и Мария Рохас[Gen]'],
  ['agreement', 'Норвегия,Чили', { lemmas: ['подписан'] }, 'Подписание соглашения между Норвегия[Ins] и Чили[Ins]'],
  [
    'agreement',
    'Норвегия,Чили',
    { document: 'Договор о рыболовстве' },
    'Соглашение: Договор о рыболовстве, Норвегия и Чили',
  ],
  [
    'agreement',
    'Норвегия,Чили',
    { document: 'Договор Норвегии и Чили о рыболовстве' },
    'Соглашение: Договор Норвегии и Чили о рыболовстве',
  ],
  ['invitation', 'Анна Берг:inviter,Мария Рохас:invitee', {}, 'Приглашение от Анна Берг[Gen] Мария Рохас[Dat]'],
  ['aid', 'Норвегия:agent,Чили:recipient', {}, 'Помощь Чили[Dat] от Норвегии'],
  ['sanction', 'Норвегия:agent,Чили:target', { lemmas: ['санкци'] }, 'Санкции Норвегии против Чили'],
  [
    'gathering',
    'Анна Берг,Мария Рохас,Олаф Лунд,Хуан Сото',
    { lemmas: ['саммит'] },
    'Саммит с участием Анна Берг[Gen], Мария Рохас[Gen], Олаф Лунд[Gen] и других',
  ],
  ['withdrawal', 'Анна Берг:target,Чили:agent', { lemmas: ['освобо'] }, 'Освобождение Анна Берг[Gen]'],
  ['withdrawal', 'Уругвай,Чили', { lemmas: ['верн'] }, 'Возвращение с участием Уругвая и Чили'],
  ['attack', 'Уругвай,Чили', {}, 'Боевые действия с участием Уругвая и Чили'],
  ['attack', 'Уругвай:agent,Чили:target', { lemmas: ['удар'] }, 'Удар по Чили[Dat]'],
  ['attack', 'Уругвай:agent,Чили:target', { lemmas: ['обстрел'] }, 'Обстрел Чили'],
  ['attack', 'Чили:target', { lemmas: ['убийств'] }, 'Убийство с участием Чили'],
  ['attack', 'Анна Берг:target,Чили:agent', { lemmas: ['переворот'] }, 'Переворот в Чили[Loc]'],
  ['attack', 'Чили:target', { lemmas: ['взрыв'] }, 'Взрыв в Чили[Loc]'],
  ['attack', 'Чили:agent', { lemmas: ['операц'] }, 'Военная операция с участием Чили'],
  ['deployment', 'Чили,Уругвай', { lemmas: ['учен'] }, 'Военные учения Чили и Уругвая'],
  ['decision', 'Чили,Уругвай', {}, 'Решение Чили и Уругвая'],
  ['decision', 'Чили:target', {}, 'Решение в отношении Чили'],
  ['agreement', 'Уругвай:agent,Чили:target', { lemmas: ['вступ'] }, 'Вступление Уругвая в состав Чили'],
  ['withdrawal', 'Чили', { lemmas: ['покин'] }, 'Отъезд с участием Чили'],
  ['appointment', 'Анна Берг:target,Чили:target', { lemmas: ['избра'] }, 'Избрание Анна Берг[Gen]'],
  ['appointment', 'Анна Берг:target', { lemmas: ['выбор'] }, 'Выборы с участием Анна Берг[Gen]'],
] as const)('%s of %s', (kind, who, more, expected) => {
  expect(title(kind, who, more)).toBe(expected)
})

test('what happened carries no mark; a plan, a possibility and a denial say so in the gender of their noun', () => {
  const of = (status: Status): string => title('meeting', 'Анна Берг,Мария Рохас', { status, lemmas: ['переговор'] })
  expect(of('planned')).toMatch(/^Планируемые переговоры /)
  expect(of('possible')).toMatch(/^Возможные переговоры /)
  expect(of('denied')).toMatch(/^Переговоры .* — отрицается$/)
  expect(of('ongoing')).toBe(of('happened'))
  expect(title('visit', 'Анна Берг', { status: 'planned' })).toMatch(/^Планируемый визит /)
})

test('where it was is told in English by in, at and to', () => {
  const english = (kind: EventKind, place: TitleParts['place']): string =>
    composeTitle(parts(kind, 'Анна Берг,Мария Рохас', { place }), plainLanguage).titleEn
  expect(english('meeting', OSLO)).toMatch(/ in Oslo$/)
  expect(english('meeting', COSMODROME)).toMatch(/ at Yuzhny cosmodrome$/)
  expect(english('visit', OSLO)).toMatch(/ to Oslo$/)
})

test('a name that cannot be declined follows a colon as it is', () => {
  const rigid = { ...plainLanguage, decline: () => null }
  expect(composeTitle(parts('meeting', 'Анна Берг,Мария Рохас'), rigid).title).toBe('Встреча: Анна Берг и Мария Рохас')
})

test('every kind, status and number of participants has a title in both languages', () => {
  for (const kind of EVENT_KINDS)
    for (const status of STATUSES)
      for (const who of [
        '',
        'Анна Берг',
        'Чили',
        'Анна Берг,Чили',
        'Анна Берг:agent,Чили:target',
        'Анна Берг,Мария Рохас,Олаф Лунд,Чили',
      ]) {
        const { title: russian, titleEn } = composeTitle(parts(kind, who, { status, place: OSLO }), plainLanguage)
        for (const text of [russian, titleEn]) {
          expect(text).toMatch(/^\p{Lu}/u)
          expect(text).not.toMatch(/undefined|null| {2}|,,| ,|: *$/)
        }
      }
})

test('a visit leads to one place; who serves the state visited is its host, and a town travels nowhere', () => {
  const home = ({ name }: EntryParticipant): string | null =>
    ({ 'Анна Берг': 'Норвегия', 'Мария Рохас': 'Чили' })[name] ?? null
  const of = (who: string, more: Told = {}): string => title('visit', who, { home, ...more })
  expect(of('Мария Рохас:visitor,Чили:host', { status: 'possible' })).toBe('Возможный визит в Чили[Acc]')
  expect(of('Анна Берг:visitor,Мария Рохас:visitor,Чили:host')).toBe('Визит Анна Берг[Gen] в Чили[Acc]')
  expect(of('Анна Берг:visitor,Норвегия:host,Чили:host')).toBe('Визит Анна Берг[Gen] в Чили[Acc]')
  const [town] = named('Берген:visitor') as [EntryParticipant]
  const participants = [...named('Анна Берг:visitor'), { ...town, type: 'place' as const }]
  expect(composeTitle({ ...parts('visit', ''), participants }, plainLanguage).title).toBe('Визит Анна Берг[Gen]')
})

test('a side is named once: by its state in what states do, by its person where people are invited', () => {
  const home = ({ name }: EntryParticipant): string | null =>
    ({ 'Анна Берг': 'Норвегия', 'Мария Рохас': 'Чили' })[name] ?? null
  expect(title('agreement', 'Анна Берг,Норвегия,Чили', { home })).toBe('Соглашение между Норвегия[Ins] и Чили[Ins]')
  expect(title('invitation', 'Анна Берг:inviter,Норвегия:inviter,Мария Рохас:invitee,Чили:invitee', { home })).toBe(
    'Приглашение от Анна Берг[Gen] Мария Рохас[Dat]',
  )
})

test('who is called a host and serves another state has come, unless a visitor is named; a state travels only alone', () => {
  const home = ({ name }: EntryParticipant): string | null =>
    ({ 'Анна Берг': 'Норвегия', 'Мария Рохас': 'Уругвай' })[name] ?? null
  const of = (who: string): string => title('visit', who, { home, place: OSLO })
  expect(of('Анна Берг:host,Чили:host')).toBe('Визит Анна Берг[Gen] в Чили[Acc] (Осло)')
  expect(of('Анна Берг:visitor,Мария Рохас:host,Чили:host')).toBe('Визит Анна Берг[Gen] в Чили[Acc] (Осло)')
  expect(of('Анна Берг:visitor,Норвегия:visitor,Чили:host')).toBe('Визит Анна Берг[Gen] в Чили[Acc] (Осло)')
})

test('a state joins a body, a sentence is passed on whom it befell, and elections name who stands in them', () => {
  expect(title('agreement', 'Чили,Рыбсоюз', { lemmas: ['вступлен'] })).toBe('Вступление Чили в Рыбсоюз[Acc]')
  expect(title('agreement', 'Чили,Норвегия', { lemmas: ['вступлен'] })).toBe('Вступление Чили и Норвегии')
  expect(title('detention', 'Анна Берг:target,Рыбнадзор:agent', { lemmas: ['пригов'] })).toBe('Приговор Анна Берг[Dat]')
  expect(title('appointment', 'Анна Берг:target,Чили:agent', { lemmas: ['выбор'] })).toBe(
    'Выборы с участием Анна Берг[Gen]',
  )
})

test('a title takes the noun that most mentions name, where no more than thrice as many name none', () => {
  const of = (...lemmas: string[]): string => title('withdrawal', 'Уругвай,Чили', { lemmas })
  expect(of('денонс', 'денонс', 'перемир')).toBe('Выход из соглашения с участием Уругвая и Чили')
  expect(of('разорва', 'разорва', 'перемир')).toBe('Прекращение огня с участием Уругвая и Чили')
  expect(of('разорва', 'разорва', 'разорва', 'разорва', 'перемир')).toBe('Отмена мер с участием Уругвая и Чили')
})

test('a fine is imposed on somebody', () => {
  const fined = parts('decision', 'Анна Берг:target,Рыбнадзор:agent', { lemmas: ['оштрафова'] })
  expect(composeTitle(fined, plainLanguage).title).toBe('Штраф Анна Берг[Dat]')
  expect(composeTitle(fined, plainLanguage).titleEn).toBe('Fine on Анна Берг')
})

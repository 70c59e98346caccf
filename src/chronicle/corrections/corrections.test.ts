import { describe, expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import { buildChronicle } from '../build.ts'
import type { Chronicle, Entry } from '../chronicle.ts'
import { applyCorrections } from './apply.ts'
import { type Correction, type CorrectionAction, correctionOf } from './correction.ts'

const FACTS = [
  page(
    { id: 'a', outlet: 'Порт', published: '2031-05-01' },
    ['Анна Берг посетит Чили 20 мая.', 'visit planned посетит | Анна Берг:visitor, Чили:host | 2031-05-20 |'],
    ['Чили и Норвегия подписали соглашение.', 'agreement happened соглашение | Чили, Норвегия | 2031-05-01 |'],
  ),
  page({ id: 'b', outlet: 'Атлас', published: '2031-05-21' }, [
    'Анна Берг прибыла в Чили.',
    'visit happened прибыла | Анна Берг:visitor, Чили:host | 2031-05-20 |',
  ]),
  page({ id: 'c', outlet: 'Порт', published: '2031-06-02' }, [
    'Министр Берг встретилась с Марией Рохас.',
    'meeting happened встретилась | Берг, Мария Рохас | 2031-06-01 |',
  ]),
]
const built = buildChronicle(FACTS, plainLanguage)

let clock = 0
const decide = (action: CorrectionAction): Correction =>
  correctionOf(new Date(Date.UTC(2031, 6, 1, 0, clock++)).toISOString(), 'desk', action)
const apply = (...log: Correction[]): Chronicle => applyCorrections(built, log).chronicle
const kind = (chronicle: Chronicle, name: string): Entry =>
  chronicle.entries.find((entry) => entry.kind === name) as Entry
const identity = (name: string): string => built.identities.find((each) => each.name === name)?.id as string

describe('entries', () => {
  const visit = kind(built, 'visit')
  const meeting = kind(built, 'meeting')

  test('merged: evidence of both, every earlier id leads there', () => {
    const after = apply(decide({ kind: 'merge-entries', into: visit.id, entries: [meeting.id] }))
    const merged = kind(after, 'visit')
    expect(after.entries).toHaveLength(built.entries.length - 1)
    expect(merged.evidence.map(({ article }) => article)).toEqual(['a', 'b', 'c'])
    expect(merged.aliases).toContain(meeting.id)
    expect(merged.outlets).toBe(2)
    expect(merged.origins).toBeLessThanOrEqual(merged.outlets)
  })

  test('split: what leaves becomes an entry of its own, values follow their evidence', () => {
    const [plan] = visit.evidence
    const mentions = [{ article: plan!.article, event: plan!.event }]
    const visits = apply(decide({ kind: 'split-entry', entry: visit.id, mentions })).entries.filter(
      (entry) => entry.kind === 'visit',
    )
    expect(visits.map(({ status, evidence }) => `${status} ${evidence.map(({ article }) => article)}`).sort()).toEqual([
      'happened b',
      'planned a',
    ])
  })

  test('a split that would leave nothing, and a merge with itself, do nothing', () => {
    const mentions = visit.evidence.map(({ article, event }) => ({ article, event }))
    const log = [
      decide({ kind: 'split-entry', entry: visit.id, mentions }),
      decide({ kind: 'merge-entries', into: visit.id, entries: [visit.id] }),
    ]
    const { chronicle, states } = applyCorrections(built, log)
    expect(chronicle.entries).toEqual(built.entries)
    expect([...states.values()]).toEqual(['idle', 'idle'])
  })

  test('renamed and rejected', () => {
    const after = apply(
      decide({ kind: 'rename-entry', entry: visit.id, title: 'Приезд Берг' }),
      decide({ kind: 'reject-entry', entry: meeting.id }),
    )
    expect(kind(after, 'visit').title).toBe('Приезд Берг')
    expect(after.entries).toHaveLength(built.entries.length - 1)
    expect(after.stories.flatMap(({ entries }) => entries)).not.toContain(meeting.id)
  })
})

describe('identities', () => {
  test('merged: one name in entries, variants of both', () => {
    const after = apply(
      decide({ kind: 'merge-identities', into: identity('Анна Берг'), identities: [identity('Мария Рохас')] }),
    )
    expect(after.identities.map(({ name }) => name)).not.toContain('Мария Рохас')
    const names = kind(after, 'meeting').participants.map(({ name }) => name)
    expect(names).toContain('Анна Берг')
    const one = after.identities.find(({ id }) => id === identity('Анна Берг'))
    expect(one?.variants.map(({ name }) => name)).toContain('Мария Рохас')
  })

  test('renamed wherever the name stands', () => {
    const after = apply(
      decide({
        kind: 'rename-identity',
        identity: identity('Чили'),
        name: 'Республика Чили',
        nameEn: 'Republic of Chile',
      }),
    )
    expect(kind(after, 'visit').participants.map(({ name }) => name)).toContain('Республика Чили')
    expect(after.identities.find(({ id }) => id === identity('Чили'))?.nameEn).toBe('Republic of Chile')
  })

  test('split by articles: the entries that rest on them alone pass over', () => {
    const after = apply(
      decide({
        kind: 'split-identity',
        identity: identity('Мария Рохас'),
        articles: ['c'],
        name: 'Мария Рохас (посол)',
      }),
    )
    expect(kind(after, 'meeting').participants.map(({ name }) => name)).toContain('Мария Рохас (посол)')
  })
})

test('undone, the chronicle is what it was; undoing the undoing brings the decision back', () => {
  const visit = kind(built, 'visit')
  const rename = decide({ kind: 'rename-entry', entry: visit.id, title: 'Иначе' })
  const undo = decide({ kind: 'undo', correction: rename.id })
  const again = decide({ kind: 'undo', correction: undo.id })
  expect(apply(rename, undo)).toEqual(built)
  expect(applyCorrections(built, [rename, undo]).states.get(rename.id)).toBe('undone')
  expect(kind(apply(rename, undo, again), 'visit').title).toBe('Иначе')
})

test('decisions hold when more pages come: an id leads to the entry that has its mention', () => {
  const visit = kind(built, 'visit')
  const rename = decide({ kind: 'rename-entry', entry: visit.id, title: 'Приезд' })
  const more = page({ id: '0', outlet: 'Вестник', published: '2031-04-01' }, [
    'Анна Берг собирается посетить Чили 20 мая.',
    'visit possible посетить | Анна Берг:visitor, Чили:host | 2031-05-20 |',
  ])
  const later = buildChronicle([more, ...FACTS], plainLanguage)
  expect(kind(applyCorrections(later, [rename]).chronicle, 'visit').title).toBe('Приезд')
})

test('a decision about what is gone is told as idle; notes keep their words', () => {
  const log = [
    decide({ kind: 'reject-entry', entry: 'nothing' }),
    decide({ kind: 'note', about: 'entry', id: kind(built, 'visit').id, text: 'Проверить по архиву' }),
  ]
  const { chronicle, states, notes } = applyCorrections(built, log)
  expect(states.get(log[0]!.id)).toBe('idle')
  expect(notes).toMatchObject([{ text: 'Проверить по архиву', author: 'desk' }])
  expect(chronicle.entries).toEqual(built.entries)
})

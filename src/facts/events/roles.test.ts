import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

/** "kind: name role, name role" of each event. */
const parts = (text: string): string[] =>
  eventsOf(text).map(
    ({ kind, participants }) => `${kind}: ${participants.map(({ name, role }) => `${name} ${role}`).join(', ')}`,
  )

describe('who acts and who is acted upon', () => {
  it.each([
    ['Сотрудники ФСБ задержали журналиста Олафа Берга.', 'detention: Олаф Берг target, ФСБ agent'],
    ['Военные Уругвая нанесли удар по позициям Чили.', 'attack: Уругвай agent, Чили target'],
    ['Уругвай попал под санкции Чили.', 'sanction: Уругвай target, Чили agent'],
    ['Город попал под обстрел со стороны Уругвая.', 'attack: Уругвай agent'],
    ['Норвегия передала Исландии ракеты.', 'aid: Норвегия agent, Исландия recipient'],
    ['Президент Чили Мария Рохас уволила министра обороны.', 'appointment: Мария Рохас agent'],
    ['Олаф Берг ушел в отставку с поста министра Норвегии.', 'appointment: Олаф Берг target'],
    ['Суд в Арике вынес приговор Марии Рохас.', 'detention: Мария Рохас target'],
  ])('%s', (text, expected) => {
    expect(parts(text)).toContain(expected)
  })
})

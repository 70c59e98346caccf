import { expect, test } from 'vitest'
import { type Actor, joinActors, relateActors } from './actors.ts'

const person = (identity: number, country = -1): Actor => ({
  identity,
  role: 'side',
  sort: 'person',
  country,
  times: 1,
})

test('who was named once where the others were named often has strayed in, and parts nothing', () => {
  const reports = (others: number, ...extra: readonly Actor[]) =>
    joinActors(joinActors([person(1)], [{ ...person(1), times: others - 1 }]), extra)
  const guest = [person(1), person(2)]
  expect(relateActors(guest, reports(9, person(3)))).toMatchObject({ people: 1, leftOver: 1, rightOver: 0 })
  expect(relateActors(guest, reports(3, person(3)))).toMatchObject({ leftOver: 1, rightOver: 1 })
})

test('a role with a direction wins over none, and mentions add up', () => {
  const [one] = joinActors([person(1)], [{ ...person(1), role: 'visitor' }])
  expect(one).toEqual({ ...person(1), role: 'visitor', times: 2 })
})

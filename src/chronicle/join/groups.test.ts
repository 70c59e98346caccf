import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyGrouped, type Grouping } from './grouping.ts'
import { Regrouping } from './groups.ts'

/** An item with its place in the order, what it is like, and the keys under which it stands and looks. */
interface Item {
  readonly at: number
  readonly value: number
  readonly keys: readonly number[]
}

interface Sum {
  readonly total: number
  readonly count: number
}

/** Items go to the group whose middle is nearest: every item that comes or goes moves middles. */
const rules = (inAll: number, underKey: number, beyond: number): Grouping<Item, Sum> => ({
  compare: (a, b) => a.at - b.at,
  rank: ({ at }) => Math.floor(at / 3),
  keys: ({ keys }) => keys,
  asks: ({ keys }) => keys,
  tells: ({ keys }) => keys,
  hears: ({ keys }) => keys,
  reaches: null,
  start: ({ value }) => ({ total: value, count: 1 }),
  grow: ({ total, count }, { value }) => ({ total: total + value, count: count + 1 }),
  score: ({ value }, { total, count }, floor) => {
    const distance = Math.abs(value - total / count)
    const score = Math.round(10 - distance)
    if (score <= floor) return floor
    return distance > 6 ? null : score
  },
  need: () => 5,
  closer: () => false,
  least: 1,
  underKey,
  inAll,
  beyond,
  keeps: true,
})

const arbItems = fc
  .array(
    fc.record({
      value: fc.nat({ max: 20 }),
      keys: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 45 },
  )
  .map((all) => all.map((one, at): Item => ({ at, value: one.value, keys: one.keys })))

const arbView = fc.constantFrom(
  [300, Infinity, 0],
  [2, Infinity, 0],
  [2, Infinity, 1],
  [2, Infinity, 2],
  [4, Infinity, 0],
  [4, Infinity, 1],
  [Infinity, 2, 0],
  [5, 3, 0],
) as fc.Arbitrary<readonly [number, number, number]>

test('items in any batches, some taken out again, give the groups of one pass over those that are left, however little each sees', () => {
  fc.assert(
    fc.property(
      arbItems,
      arbView,
      fc.infiniteStream(fc.nat({ max: 5 })),
      (items, [inAll, underKey, beyond], chance) => {
        const given = rules(inAll, underKey, beyond)
        const groupsOf = (grouped: ReturnType<typeof emptyGrouped<Item, Sum>>): string[] =>
          [...new Set([...grouped.members.values()].map(({ group }) => group))]
            .map((group) => group?.members.map(({ item }) => item.at).join(' ') ?? '')
            .sort()
        const next = (): number => chance.next().value as number
        const batchOf = new Map(items.map((item) => [item, next()]))
        const leaves = new Map(items.map((item) => [item, next()]))
        const stepwise = emptyGrouped<Item, Sum>()
        for (let step = 0; step <= 6; step++)
          new Regrouping(given, stepwise).change(
            items.filter((item) => leaves.get(item) === step - 1 && (batchOf.get(item) as number) < step - 1),
            items.filter((item) => batchOf.get(item) === step),
          )
        const left = [...stepwise.members.keys()]
        const once = emptyGrouped<Item, Sum>()
        new Regrouping(given, once).change([], left)
        expect(groupsOf(stepwise)).toEqual(groupsOf(once))
      },
    ),
    { numRuns: 400 },
  )
})

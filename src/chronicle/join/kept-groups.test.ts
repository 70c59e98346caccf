import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyGrouped, type Grouped, type Grouping } from './grouping.ts'
import { Regrouping } from './groups.ts'
import { KeptGrouping, keptGroups } from './kept-groups.ts'

/** An item with its place in the order, what it is like, and the keys under which it stands and looks. */
interface Item {
  readonly at: number
  readonly value: number
  readonly keys: readonly number[]
}

/** Items go to the group that began nearest to them. */
const rules: Grouping<Item, number> = {
  compare: (a, b) => a.at - b.at,
  rank: ({ at }) => at,
  keys: ({ keys }) => keys,
  asks: ({ keys }) => keys,
  tells: ({ keys }) => keys,
  hears: ({ keys }) => keys,
  reaches: null,
  start: ({ value }) => value,
  grow: (state) => state,
  score: ({ value }, begun) => 10 - Math.abs(value - begun),
  need: () => 6,
  closer: () => false,
  least: 1,
  underKey: Infinity,
  inAll: 300,
  beyond: 2,
  keeps: true,
}

const groupsOf = (grouped: Grouped<Item, number>): string[] =>
  [...new Set([...grouped.members.values()].map(({ group }) => group))]
    .map((group) => group?.members.map(({ item }) => item.at).join(' ') ?? '')
    .sort()

test('what was kept of a grouping, whether or not it has told anybody of a change, goes on as the grouping itself', () => {
  const arbItem = fc.record({
    value: fc.nat({ max: 20 }),
    keys: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }),
    batch: fc.nat({ max: 2 }),
  })
  fc.assert(
    fc.property(fc.array(arbItem, { minLength: 2, maxLength: 30 }), fc.boolean(), (all, twice) => {
      const items = all.map(({ value, keys }, at): Item => ({ at, value, keys }))
      const first = items.filter((_, at) => all[at]?.batch === 0)
      const later = items.filter((_, at) => all[at]?.batch === 1)
      const last = items.filter((_, at) => all[at]?.batch === 2)
      const itself = emptyGrouped<Item, number>()
      new Regrouping(rules, itself).change([], first)
      if (twice) new Regrouping(rules, itself).change([], later)
      const taking = new KeptGrouping(rules, (at) => items[at] as Item)
      for (const part of keptGroups(rules, itself, ({ at }) => at)) taking.take(structuredClone(part))
      const taken = taking.done()
      expect(taken.listening).toBe(itself.members.size > 0)
      for (const grouped of [itself, taken]) new Regrouping(rules, grouped).change(first.slice(0, 2), last)
      expect(groupsOf(taken)).toEqual(groupsOf(itself))
    }),
    { numRuns: 200 },
  )
})

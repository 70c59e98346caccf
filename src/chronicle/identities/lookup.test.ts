import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lookup, type LookupKeys } from './lookup.ts'
import type { NameRecord } from './records.ts'

// Of a name only its place among all names is asked.
const names = [0, 1, 2, 3, 4].map((at) => ({ at }) as NameRecord)

const keys = fc.uniqueArray(fc.constantFrom('мид', 'рада', 'сейм', 'дума'), { maxLength: 3 })
const change = fc.record({
  name: fc.constantFrom(...names),
  keys: fc.option(fc.record({ given: keys, asks: keys }), { nil: null }),
})

/** Who finds another than himself, from nothing but the keys that all stand under and ask now. */
const findersAmong = (held: ReadonlyMap<NameRecord, LookupKeys>): NameRecord[] =>
  names.filter((name) =>
    held.get(name)?.asks.some((key) => names.some((other) => other !== name && held.get(other)?.given.includes(key))),
  )

test('after any changes those that find another are those that a look at all names would give', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const lookup = new Lookup()
      const held = new Map<NameRecord, LookupKeys>()
      for (const { name, keys: own } of changes) {
        lookup.set(name, own)
        if (own) held.set(name, own)
        else held.delete(name)
        expect(lookup.finders).toEqual(findersAmong(held))
      }
    }),
  )
})

test('a name stands under the keys that it was given last, and under none when it is gone', () => {
  const lookup = new Lookup()
  const [first] = names as [NameRecord]
  lookup.set(first, { given: ['мид'], asks: [] })
  expect([...(lookup.under('мид') ?? [])]).toEqual([first])
  lookup.set(first, { given: ['рада'], asks: [] })
  expect([...(lookup.under('мид') ?? [])]).toEqual([])
  expect([...(lookup.under('рада') ?? [])]).toEqual([first])
  lookup.set(first, null)
  expect([...(lookup.under('рада') ?? [])]).toEqual([])
})

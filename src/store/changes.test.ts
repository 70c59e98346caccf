import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LoggedRecord, tellChanges, updateLog } from './changes.ts'

/** A log with its number, as a store keeps it. */
const keeping = () => {
  const log = new Map<string, LoggedRecord>()
  let seq = 0
  return (records: Readonly<Record<string, string>>, since: string | null) => {
    const due = updateLog(log, new Map(Object.entries(records)), seq + 1)
    if (due.length > 0) seq++
    for (const row of due) log.set(row.id, row)
    return tellChanges(log, 'epoch', seq, since)
  }
}

test('first everything, then only what changed, came or went', () => {
  const tell = keeping()
  const first = tell({ a: '1', b: '1' }, null)
  expect([first.all, [...first.changed]]).toEqual([true, ['a', 'b']])
  expect([...tell({ a: '1', b: '1' }, first.cursor).changed]).toEqual([])
  const next = tell({ a: '2', c: '1' }, first.cursor)
  expect([[...next.changed].sort(), next.gone]).toEqual([['a', 'c'], ['b']])
  expect(tell({ a: '2', c: '1' }, next.cursor)).toMatchObject({ gone: [], cursor: next.cursor })
})

test('a cursor of a database that was made anew counts as none', () => {
  const tell = keeping()
  expect(tell({ a: '1' }, 'other.7')).toMatchObject({ all: true, gone: [] })
  expect(tell({ a: '1' }, 'nonsense').all).toBe(true)
})

test('whoever applies what is told, from any cursor on, holds what is there', () => {
  const state = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'))
  fc.assert(
    fc.property(fc.array(fc.tuple(state, fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
      const tell = keeping()
      let cursor: string | null = null
      const mine = new Map<string, string>()
      for (const [records, asked] of steps) {
        // Others ask too: the log moves on without us.
        tell(records, null)
        if (!asked) continue
        const told = tell(records, cursor)
        if (told.all) mine.clear()
        for (const id of told.changed) mine.set(id, records[id]!)
        for (const id of told.gone) mine.delete(id)
        cursor = told.cursor
        expect(Object.fromEntries(mine)).toEqual({ ...records })
      }
    }),
  )
})

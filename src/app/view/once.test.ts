import { expect, test } from 'vitest'
import { lately } from './once.ts'

test('the same question is answered once, and old answers give way', () => {
  let made = 0
  const square = lately(({ n }: { n: number }) => {
    made++
    return n * n
  })
  expect([square({ n: 3 }), square({ n: 3 }), made]).toEqual([9, 9, 1])
  for (let n = 0; n < 40; n++) square({ n })
  made = 0
  square({ n: 39 })
  expect(made).toBe(0)
  square({ n: 0 })
  expect(made).toBe(1)
})

test('an answer that is nothing is kept too', () => {
  let made = 0
  const none = lately((_: string) => {
    made++
  })
  none('a')
  none('a')
  expect(made).toBe(1)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotes } from './quotes.ts'

const inner = (text: string): string[] =>
  findQuotes(text).map((q) => `${q.depth}:${text.slice(q.innerStart, q.innerEnd)}`)

describe('quotations', () => {
  it.each([
    ['Он сказал: «Да».', ['0:Да']],
    ['"Да", - сказал он газете "Утро".', ['0:Да', '0:Утро']],
    ['“Да”, — сказал он.', ['0:Да']],
    ['„Да“, — сказал он.', ['0:Да']],
    ['«Читал «Утро» и спал», — сказал он.', ['0:Читал «Утро» и спал', '1:Утро']],
    ["В интервью ''Утру'' он молчал.", ['0:Утру']],
    ['"Он прочел "Утро" и лег", - сказала она.', ['0:Он прочел "Утро" и лег', '1:Утро']],
  ])('%s', (text, expected) => {
    expect(inner(text)).toEqual(expected)
  })

  it('lets one mark close two quotes that end together', () => {
    expect(inner('«Мы читали «Утро», — сказал он.')).toEqual(['0:Мы читали «Утро»', '1:Утро'])
  })

  it('ends such a pair at the first speech, not at a later quote', () => {
    expect(inner('«Мы читали «Утро», — сказал он. Потом «Вечер», — добавила она.')).toEqual([
      '0:Мы читали «Утро»',
      '1:Утро',
      '0:Вечер',
    ])
  })

  it('does not let a mark that is never closed swallow the article', () => {
    const text = `«Начало без конца.\n${'Строка без знаков.\n'.repeat(20)}«Да», — сказал он.`
    expect(inner(text)).toEqual(['0:Да'])
  })

  it('keeps a straight mark within its line', () => {
    expect(inner('Труба 5" и "начало\nконец" тут.')).toEqual([])
  })

  it('gives quotes in order and never crossing, on any text', () => {
    const chars = fc.constantFrom('«', '»', '"', '“', '”', '„', "'", ' ', 'а', '.', ',', '—', '\n', '5')
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 60 }), (list) => {
        const text = list.join('')
        const quotes = findQuotes(text)
        for (const [i, a] of quotes.entries()) {
          expect(a.start).toBeLessThan(a.end)
          expect(a.innerStart).toBeLessThanOrEqual(a.innerEnd)
          for (const b of quotes.slice(i + 1)) {
            expect(b.start).toBeGreaterThanOrEqual(a.start)
            expect(b.start >= a.end || b.end <= a.end).toBe(true)
          }
        }
      }),
    )
  })
})

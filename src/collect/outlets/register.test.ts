import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { domainOf, outletAt, readOutlets } from './register.ts'

const TEXT = [
  '# remark',
  'port.example\tПорт\tagency\tFI\tru',
  'bbc.example/russian\tРусская служба\toutlet\tGB\tru',
  'crimea.port.example\tПорт Юг\toutlet\t\tru',
  'https://www.mid.example/\tМинистерство\tofficial',
].join('\r\n')
const name = (address: string, text = TEXT) => outletAt(readOutlets(text).register, address)?.name ?? null

test.each([
  ['https://www.port.example/news/1', 'Порт'],
  ['http://m.port.example/news/1?a=b', 'Порт'],
  ['https://sport.port.example/1', 'Порт'],
  ['https://crimea.port.example/1', 'Порт Юг'],
  ['https://bbc.example/russian/articles/1', 'Русская служба'],
  ['https://bbc.example/sport/1', null],
  ['https://bbc.example/russian-2', null],
  ['https://notport.example/1', null],
  ['https://mid.example/ru/1', 'Министерство'],
  ['нет', null],
])('%s is %s', (address, expected) => expect(name(address)).toBe(expected))

test('a later line overrules, a broken one is told by its number', () => {
  expect(name('https://port.example/', `${TEXT}\nport.example\tНаш порт`)).toBe('Наш порт')
  expect(readOutlets('a.example\tА\nнет\n').badLine).toBe(2)
  expect(readOutlets('a.example\tА\tпресса').badLine).toBe(1)
})

test('an outlet that nobody names is its domain', () => {
  expect(['https://www.port.example/1', 'http://127.0.0.1:80/x', 'x'].map(domainOf)).toEqual([
    'port.example',
    null,
    null,
  ])
})

test('the register that comes with the package is whole', () => {
  const { register, badLine } = readOutlets(readFileSync('data/outlets/outlets.tsv', 'utf8'))
  expect(badLine).toBeNull()
  expect(register.size).toBeGreaterThan(600)
  for (const { kind, language } of register.values()) expect([kind, language ?? '']).not.toContain('')
  expect(outletAt(register, 'https://crimea.ria.ru/20250105/1.html')?.name).toBe('РИА Новости Крым')
  expect(outletAt(register, 'https://ria.ru/20250105/1.html')).toEqual({
    name: 'РИА Новости',
    kind: 'agency',
    country: 'RU',
    language: 'ru',
  })
})

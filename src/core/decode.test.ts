import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const LINE = 'Делегация Исландии прибыла в Осло, чтобы обсудить морские перевозки; переговоры начнутся утром.'

/** Cyrillic in a one-byte encoding, by asking the decoder for each byte. */
const encode = (text: string, encoding: string): Uint8Array => {
  const table = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 0x3f))
}
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big)
  return bytes
}

describe('encodings', () => {
  test.each(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'])(
    '%s is known by its letters',
    (encoding) => {
      expect(decode(encode(LINE, encoding))).toEqual({ text: LINE, encoding })
    },
  )
  test('UTF-8 and UTF-16 are known without a mark', () => {
    expect(decode(new TextEncoder().encode(LINE))).toEqual({ text: LINE, encoding: 'utf-8' })
    expect(decode(utf16(LINE, false))).toEqual({ text: LINE, encoding: 'utf-16le' })
    expect(decode(utf16(LINE, true))).toEqual({ text: LINE, encoding: 'utf-16be' })
  })
  test('a byte-order mark decides and is no part of the text', () => {
    expect(decode(new TextEncoder().encode(`\ufeff${LINE}`)).text).toBe(LINE)
    expect(decode(utf16(`\ufeff${LINE}`, true), 'windows-1251').text).toBe(LINE)
  })
  test('a true declaration is believed, a false one overruled', () => {
    expect(decode(encode(LINE, 'koi8-r'), 'KOI8-R')).toEqual({ text: LINE, encoding: 'koi8-r' })
    expect(decode(encode(LINE, 'windows-1251'), 'koi8-r')).toEqual({
      text: LINE,
      encoding: 'windows-1251',
      overruled: 'koi8-r',
    })
    expect(decode(new TextEncoder().encode(LINE), 'cp1251')).toMatchObject({ text: LINE, overruled: 'windows-1251' })
    expect(decode(encode(LINE, 'windows-1251'), 'iso-8859-1')).toMatchObject({ text: LINE, overruled: 'windows-1252' })
    expect(decode(encode(LINE, 'windows-1251'), 'nonsense')).toMatchObject({ text: LINE, unknown: 'nonsense' })
  })
  test('plain ASCII contradicts no declaration', () => {
    expect(decode(new TextEncoder().encode('abc'), 'koi8-r')).toEqual({ text: 'abc', encoding: 'utf-8' })
  })
  test('a broken byte in UTF-8 does not turn the page into another encoding', () => {
    const bytes = new TextEncoder().encode(LINE)
    expect(decode(Uint8Array.of(...bytes, 0xd0))).toMatchObject({ encoding: 'utf-8', broken: 1 })
  })
  test('one short word is enough', () => {
    expect(decode(encode('Новости', 'windows-1251')).text).toBe('Новости')
    expect(decode(encode('Новости', 'koi8-r')).text).toBe('Новости')
  })
  test('no bytes and no label throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string(), { nil: undefined }), (bytes, label) => {
        expect(typeof decode(bytes, label).text).toBe('string')
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { ArticleFacts } from '../../facts/index.ts'
import { wordsOf } from '../text/words.ts'
import { pageWords } from './page-words.ts'

const page = (text: string, headline: string | null = null) => pageWords({ text, headline } as ArticleFacts)

describe('the words of a page', () => {
  it.each([
    ['Мост открыт\nМост через Яузь открыт. Его ждали «семь лет». Конец!', 'Мост открыт'],
    ['Мост открытый стоит. Ничего больше.', 'Мост откры'],
    ['Мэр: «Мост\nоткрыт». Так сказал мэр. «Ждали»', 'Мэр: «Мост'],
    ['Д’Арон приехал.”Тихо”… Ушёл.Потом вернулся', null],
    ['', null],
  ])('are those of the text, whatever the headline: %j', (text, headline) => {
    expect(page(text, headline).words).toEqual(wordsOf(text))
  })

  it('lie in their sentences', () => {
    const { sentenceWords, sentences } = page(
      'Мост открыт\nЕго ждали семь лет. «Долго и зря», — сказал мэр.',
      'Мост открыт',
    )
    expect(sentences.map(({ from, to, quoted }) => [sentenceWords.slice(from, to).join(' '), quoted])).toEqual([
      ['его ждали семь лет', false],
      ['долго и зря сказал мэр', true],
    ])
  })

  it('are its own without headline and speech', () => {
    expect(page('Мост открыт\nЕго ждали. «Долго и\nзря», — сказал мэр.', 'Мост открыт').own).toEqual(
      wordsOf('Его ждали. сказал мэр'),
    )
  })

  it('go by the body alone where a headline opens a speech', () => {
    expect(page('Мэр: «Мост\nоткрыт». Так сказал он.', 'Мэр: «Мост').own).toEqual(wordsOf('открыт Так сказал он'))
  })

  it('go on where no more sentences are read', () => {
    const text = 'Да, это так. '.repeat(2100)
    expect(page(text).sentences).toHaveLength(2000)
    expect(page(text).words).toHaveLength(6300)
    expect(page(text).own).toHaveLength(6300)
  })
})

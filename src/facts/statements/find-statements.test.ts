import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedArticle, openRussian } from '../../../test/support/russian.ts'
import type { Sentence, Word } from '../../language/index.ts'
import type { StatementFact } from '../facts.ts'
import { findStatements } from './find-statements.ts'

const russian = openRussian({ trees: false })

const read = (text: string, headline?: string): { text: string; found: readonly StatementFact[] } => {
  const article = inventedArticle(text, { published: '2024-05-06', ...(headline ? { headline } : {}) })
  return { text, found: findStatements(russian.analyze(article), []) }
}

/** One statement in one line: "кто (через кого) · kind stance · cue: [content]". */
const lines = (source: string): string[] => {
  const { text, found } = read(source)
  return found.map((one) => {
    const via = one.via.length > 0 ? ` (${one.via.map(({ name }) => name).join(', ')})` : ''
    const cue = one.cue ? text.slice(one.cue.start, one.cue.end) : '-'
    return `${one.speaker?.name ?? 'никто'}${via} · ${one.kind} ${one.stance} · ${cue}: [${text.slice(one.start, one.end)}]`
  })
}

describe('direct speech', () => {
  it.each([
    [
      '«Мост открыт с утра. Проезд свободен», — сказал министр транспорта Иван Орлов.',
      ['Иван Орлов · direct says · сказал: [Мост открыт с утра. Проезд свободен]'],
    ],
    ['Иван Орлов заявил: «Мост открыт с утра».', ['Иван Орлов · direct says · заявил: [Мост открыт с утра]']],
    [
      '«Мост открыт, — сказал Иван Орлов, — и проезд по нему свободен».',
      [
        'Иван Орлов · direct says · сказал: [Мост открыт]',
        'Иван Орлов · direct says · сказал: [и проезд по нему свободен]',
      ],
    ],
    ['Иван Орлов: «Мост открыт с утра».', ['Иван Орлов · direct says · -: [Мост открыт с утра]']],
    [
      'Иван Орлов открыл мост. «Благодарим строителей за работу», — сказал Иван Орлов.',
      ['Иван Орлов · direct supports · сказал: [Благодарим строителей за работу]'],
    ],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected))

  it('takes a title in quotation marks for no speech', () => {
    expect(lines('Иван Орлов посетил выставку «Мосты севера» в среду.')).toEqual([])
  })

  it('keeps an unclosed quotation from swallowing what follows', () => {
    const found = lines('«Начало без конца, сказал он.\n\nИван Орлов заявил, что мост открыт.')
    expect(found).toContain('Иван Орлов · indirect says · заявил: [мост открыт]')
  })
})

describe('indirect speech', () => {
  it.each([
    ['Иван Орлов заявил, что мост открыт.', ['Иван Орлов · indirect says · заявил: [мост открыт]']],
    [
      'Мост открыт для проезда, сообщил Иван Орлов.',
      ['Иван Орлов · indirect says · сообщил: [Мост открыт для проезда]'],
    ],
    ['По словам Ивана Орлова, мост открыт.', ['Иван Орлов · indirect says · По словам: [мост открыт]']],
    ['Как сообщил Иван Орлов, мост открыт.', ['Иван Орлов · indirect says · сообщил: [мост открыт]']],
    [
      'Мост открыт для проезда. Об этом сообщил Иван Орлов.',
      ['Иван Орлов · indirect says · сообщил: [Мост открыт для проезда]'],
    ],
    [
      'О том, что мост откроют в мае, рассказал Иван Орлов.',
      ['Иван Орлов · indirect says · рассказал: [мост откроют в мае]'],
    ],
    [
      'Иван Орлов заявил, что мост открыт, и призвал водителей соблюдать правила.',
      [
        'Иван Орлов · indirect says · заявил: [мост открыт]',
        'Иван Орлов · indirect demands · призвал: [соблюдать правила]',
      ],
    ],
    ['Иван Орлов назвал это «хорошим началом».', ['Иван Орлов · indirect says · назвал: [это «хорошим началом»]']],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected))
})

describe('the way words came', () => {
  it.each([
    ['Иван Орлов заявил ТАСС, что мост открыт.', ['Иван Орлов (ТАСС) · indirect says · заявил: [мост открыт]']],
    [
      'Иван Орлов заявил, что мост открыт, передает ТАСС.',
      ['Иван Орлов (ТАСС) · indirect says · заявил: [мост открыт]'],
    ],
    ['Мост открыт для проезда, передает ТАСС.', ['ТАСС · indirect says · передает: [Мост открыт для проезда]']],
    [
      'Мост открыт для проезда, сообщает ТАСС со ссылкой на Ивана Орлова.',
      ['Иван Орлов (ТАСС) · indirect says · сообщает: [Мост открыт для проезда]'],
    ],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected))
})

describe('stance', () => {
  it.each([
    ['Иван Орлов опроверг сообщения о закрытии моста.', 'denies'],
    ['Иван Орлов не подтвердил сообщения о закрытии моста.', 'declines'],
    ['Иван Орлов отказался комментировать закрытие моста.', 'declines'],
    ['Иван Орлов раскритиковал закрытие моста.', 'criticises'],
    ['Иван Орлов поблагодарил строителей за работу.', 'supports'],
    ['Иван Орлов пообещал открыть мост в мае.', 'promises'],
    ['Иван Орлов пригласил Анну Берг посетить Норвегию.', 'invites'],
    ['Иван Орлов предупредил, что мост могут закрыть.', 'warns'],
    ['Иван Орлов потребовал открыть мост.', 'demands'],
    ['Иван Орлов выразил надежду на открытие моста.', 'expects'],
    ['Иван Орлов выразил уверенность, что мост откроют.', 'expects'],
    ['Иван Орлов выразил уверенность, что силы для этого есть.', 'says'],
    ['Иван Орлов выразил соболезнования семье мостостроителя.', 'supports'],
    ['Иван Орлов признал, что мост закрыт.', 'confirms'],
    ['Иван Орлов назвал решение о мосте обоснованным.', 'supports'],
    ['Иван Орлов назвал эту информацию фантазиями.', 'denies'],
    ['Иван Орлов назвал открытие моста условием переговоров.', 'demands'],
    ['Иван Орлов исключил закрытие моста.', 'declines'],
    ['Иван Орлов исключил версию поджога.', 'denies'],
    ['Иван Орлов заявил, что за поджогом стоит Анна Берг.', 'criticises'],
    ['Иван Орлов заявил о давлении соседей на строителей.', 'criticises'],
    ['Иван Орлов заявил, что план ремонта нереализуем.', 'criticises'],
    ['Иван Орлов не счел доводы строителей конструктивными.', 'criticises'],
  ])('%s %s', (text, stance) => expect(read(text).found.map((one) => one.stance)).toEqual([stance]))
})

it('carries the speaker on to a cue without a subject of its own', () => {
  const text = 'Иван Орлов заявил, что мост открыт. По его словам, проезд свободен.'
  expect(read(text).found.map((one) => one.speaker?.name)).toEqual(['Иван Орлов', 'Иван Орлов'])
})

it('reads a list of theses under its heading', () => {
  const text = 'Заявления Ивана Орлова:\nмост открыт для проезда;\nремонт идет по плану.\nПогода была ясной.'
  expect(lines(text)).toEqual([
    'Иван Орлов · indirect says · -: [мост открыт для проезда]',
    'Иван Орлов · indirect says · -: [ремонт идет по плану]',
  ])
})

it('gives spans inside the text, in order, with `within` pointing at what holds them, on any mixture of pieces', () => {
  const pieces = fc.constantFrom(
    '«',
    '»',
    ', — ',
    'сказал ',
    'Иван Орлов ',
    ', что ',
    'мост открыт',
    '. ',
    ': ',
    'по словам ',
    'ТАСС ',
    '(',
    ')',
    '\n',
    'и призвал ',
    'Об этом сообщил ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
      const { text, found } = read(list.join(''))
      for (const [i, one] of found.entries()) {
        expect(one.start).toBeLessThan(one.end)
        expect(one.end).toBeLessThanOrEqual(text.length)
        expect(text.slice(one.start, one.end)).toBe(text.slice(one.start, one.end).trim())
        if (i > 0) expect(found[i - 1]!.start).toBeLessThanOrEqual(one.start)
        if (one.within !== undefined) {
          const outer = found[one.within]!
          expect(outer.start <= one.start && one.end <= outer.end && one.within < i).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
})

describe('who speaks, found by more than a nominative', () => {
  it.each([
    ['В посольстве Уганды, напротив, опровергли эти сообщения.', 'Посольство Уганды'],
    ['Паром пойдет в мае, уточнили в канцелярии президента Исландии.', 'Канцелярия президента Исландии'],
    ['По мнению Анны Хауген, паром нужен всем.', 'Анна Хауген'],
    ['Паром пойдет в мае, рассказал источник в порту. «Мы готовы», — сказал он.', 'источник в порту'],
    ['Источник в порту рассказал, что паром готов. По словам собеседника газеты, он пойдет в мае.', 'источник в порту'],
  ])('%s ← %s', (text, speaker) => {
    const names = read(text).found.map((one) => one.speaker?.name.toLowerCase())
    expect(new Set(names)).toEqual(new Set([speaker.toLowerCase()]))
  })

  it('takes an outlet that was told for the way words came', () => {
    expect(lines('Паром пойдет в мае, сообщил «Северной газете» Иван Орлов.')).toEqual([
      'Иван Орлов (Северная газета) · indirect says · сообщил: [Паром пойдет в мае]',
    ])
  })

  it('parts the clause from the words that follow it', () => {
    expect(lines('Иван Орлов считает, что закон приняли слишком быстро: «На обсуждение ушел один час».')).toEqual([
      'Иван Орлов · indirect says · считает: [закон приняли слишком быстро]',
      'Иван Орлов · direct says · считает: [На обсуждение ушел один час]',
    ])
  })
})

describe('what the said words do by themselves', () => {
  it.each([
    ['«Мне нечего добавить», — сказал Иван Орлов.', 'declines'],
    ['Иван Орлов заявил, что пока не готов назвать дату.', 'declines'],
    ['Иван Орлов заявил о намерении открыть мост.', 'expects'],
    ['Иван Орлов заявил о готовности помочь строителям.', 'promises'],
    ['Иван Орлов заявил, что Исландия не будет возражать против парома.', 'supports'],
    ['«Добро пожаловать в наш город», — сказал Иван Орлов.', 'supports'],
    ['Иван Орлов заявил, что слухи не соответствуют действительности.', 'denies'],
    ['Иван Орлов назвал эту информацию неточной.', 'denies'],
    ['Иван Орлов заявил, что необходимо починить мост.', 'demands'],
    ['«Давайте починим мост», — сказал Иван Орлов.', 'demands'],
    ['Иван Орлов заявил, что паром может пойти в мае.', 'expects'],
    ['Иван Орлов заявил, что паром может нести десять машин.', 'says'],
    ['Иван Орлов не счел эти доводы убедительными.', 'criticises'],
    ['Иван Орлов заявил, что информация о закрытии моста является фейком.', 'denies'],
    ['Иван Орлов заявил, что нет оснований говорить о закрытии моста.', 'denies'],
    ['Иван Орлов заявил, что закрытие моста не обсуждается.', 'denies'],
    ['Иван Орлов заявил, что решение о мосте не было мудрым.', 'criticises'],
    ['Иван Орлов заявил, что закрытие моста приведет к катастрофе.', 'warns'],
    ['Иван Орлов заявил, что закрытие моста приведет к ремонту.', 'expects'],
    ['Мост откроют в мае. Об этом заявил Иван Орлов.', 'expects'],
    ['Премьер Норвегии Иван Орлов заявил, что Осло продолжит чинить мост.', 'promises'],
    ['Премьер Норвегии Иван Орлов заявил, что Осло не готовит закрытие моста.', 'denies'],
    ['Премьер Норвегии Иван Орлов заявил, что Осло не был участником сделки.', 'says'],
    ['Премьер Норвегии Иван Орлов заявил, что страна станет членом союза.', 'expects'],
    ['Иван Орлов заявил, что закрытие моста чревато авариями.', 'warns'],
    ['Иван Орлов заявил, что закрытие моста будет иметь тяжелые последствия.', 'warns'],
    ['Иван Орлов заявил, что старый мост создает риск аварии.', 'warns'],
    ['Иван Орлов заявил, что никаких переговоров о мосте нет.', 'denies'],
    ['«Нет, это старый мост», — ответил Иван Орлов.', 'denies'],
    ['Иван Орлов заявил, что мост старый, поэтому надо его починить.', 'demands'],
    ['Иван Орлов назвал проект моста нереализуемым.', 'criticises'],
    ['Иван Орлов назвал Анну Берг надежным партнером.', 'supports'],
    ['Иван Орлов заявил, что Анна Берг вводит несправедливые сборы.', 'criticises'],
    ['Иван Орлов обратился к главе министерства транспорта с призывом починить мост.', 'demands'],
  ])('%s → %s', (text, stance) => expect(read(text).found.map((one) => one.stance)).toEqual([stance]))
})

it('names the speaker of a headline that tells only his calling by the lead that tells it again', () => {
  const text = 'Кандидат в мэры Осло пообещал открыть мост\n\nМост откроют в мае, заявил Иван Орлов.'
  const { found } = read(text, 'Кандидат в мэры Осло пообещал открыть мост')
  expect(found.map((one) => one.speaker?.name)).toEqual(['Иван Орлов', 'Иван Орлов'])
})

it('takes a bare calling for the person whom the sentence before is about, where nobody has spoken', () => {
  const { found } = read('Иван Орлов снял свою кандидатуру. «Я делаю это для города», — пояснил политик.')
  expect(found.map((one) => one.speaker?.name)).toEqual(['Иван Орлов'])
})

it('takes a name after a bare noun of belonging for the one to whom he belongs', () => {
  const { found } = read('Сегодня помощник Орлова рассказал, что мост закрыт.')
  expect(found.map((one) => one.speaker?.name)).toEqual(['помощник Орлова'])
})

it('takes what a body says of itself for what it does by saying so', () => {
  const { found } = read('Посольство Норвегии призвало граждан покинуть город, говорится в заявлении посольства.')
  expect(found.map((one) => one.stance)).toEqual(['demands', 'demands'])
})

it('stays linear in a sentence that never ends: words are looked at a bounded number of times each', () => {
  const looks = (n: number): number => {
    const text = 'Иван Орлов заявил, что Анна Берг сказала о мире и отметила, '.repeat(n)
    const article = inventedArticle(text, { outlet: null, published: null })
    const analysis = russian.analyze(article)
    let count = 0
    const counting = (word: Word): Word =>
      new Proxy(word, {
        get: (target, name) => {
          count++
          return target[name as keyof Word]
        },
      })
    const sentences = analysis.sentences.map((sentence) => ({ ...sentence, words: sentence.words.map(counting) }))
    findStatements({ ...analysis, sentences }, [])
    return count
  }
  expect(looks(320)).toBeLessThan(looks(80) * 5)
})

it('asks the parser about few sentences', () => {
  const text =
    'Мост открыт. «Мы рады», — сказал Иван Орлов. Анна Берг сообщила, что проезд свободен. По словам Орлова, рады все.'
  const analysis = russian.analyze(inventedArticle(text, { outlet: null, published: null }))
  const asked = new Set<Sentence>()
  const watched = analysis.sentences.map((sentence) => {
    const words = sentence.words.map((word) =>
      Object.defineProperty({ ...word }, 'head', {
        get: () => {
          asked.add(sentence)
          return word.head
        },
      }),
    )
    return { ...sentence, words }
  })
  expect(findStatements({ ...analysis, sentences: watched }, [])).toHaveLength(3)
  expect(asked.size).toBe(0)
})

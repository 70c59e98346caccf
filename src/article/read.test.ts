import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageMeta } from '../collect/index.ts'
import { type Article, type ArticleResult, readPage } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, meta: PageMeta = {}, format: 'text' | 'html' = 'text'): ArticleResult =>
  readPage({ kind: 'file-page', input: 'page', format, bytes: bytes(text), meta })

const article = (result: ArticleResult): Article => {
  if ('problem' in result) throw new Error(result.problem.code)
  return result.article
}
const problem = (result: ArticleResult) => ('problem' in result ? result.problem : null)

const BODY = [
  'Министр транспорта Исландии прибыл в Осло на переговоры о паромах.',
  'Стороны обсудят расписание паромов и портовые сборы, сообщил министр.',
  'Переговоры продлятся два дня, министр вернется в Рейкьявик в пятницу.',
]
const HEADLINE = 'Министр Исландии прибыл в Осло'
const dump = (...lines: string[]) => lines.join('\n')

describe('article records', () => {
  const record = (text: string, meta: PageMeta = {}) =>
    article(readPage({ kind: 'record-page', input: 'a#1', text, meta }))

  test('nothing is cut from a record, whatever it looks like', () => {
    const text = 'Подписывайтесь на наш канал в Telegram!\nМинистр прибыл.\n\nФото: Анна Берг'
    const result = record(text, { title: HEADLINE, outlet: 'Вестник', published: '2024-05-06T07:08:09+03:00' })
    expect(result.text).toBe(`${HEADLINE}\n\n${text}`)
    expect(result.parts.map((part) => part.kind)).toEqual(['headline', 'body', 'body', 'body'])
    expect(result).toMatchObject({ outlet: 'Вестник', published: '2024-05-06T07:08:09+03:00', publishedBasis: 'input' })
  })
  test('without a title its text is the text', () =>
    expect(record('  Министр прибыл. ').text).toBe('  Министр прибыл. '))
  test('runs of spaces that joined lines part paragraphs, a doubled space does not', () => {
    const result = record('Министр прибыл в Осло.  Переговоры начались. Он  сказал это.')
    expect(result.parts.map((part) => part.text)).toEqual([
      'Министр прибыл в Осло.',
      'Переговоры начались. Он  сказал это.',
    ])
  })
  test('a given id is kept; else it follows content, address and outlet', () => {
    expect(record('Текст один.', { id: 'x:1' }).id).toBe('x:1')
    const id = record('Текст один.', { outlet: 'А' }).id
    expect(record('Текст один.', { outlet: 'А', published: '2020-01-01' }).id).toBe(id)
    expect(record('Текст один.', { outlet: 'Б' }).id).not.toBe(id)
    expect(record('Текст два.', { outlet: 'А' }).id).not.toBe(id)
  })
  test('a dateline is marked and fills what the record leaves out', () => {
    const result = record('ОСЛО, 4 марта — СеверИнформ. Министр прибыл.')
    expect(result).toMatchObject({ outlet: 'СеверИнформ', published: 'XXXX-03-04', datelines: [{ start: 0, end: 28 }] })
  })
})

describe('headers of a dump', () => {
  test("the page's words come first, the sidecar fills the rest and says so", () => {
    const page = dump(HEADLINE, '5 мая 2024, 14:02', ...BODY)
    expect(
      article(read(page, { published: '2020-01-01', outlet: 'Вестник', url: 'https://a.example/1' })),
    ).toMatchObject({
      headline: HEADLINE,
      published: '2024-05-05T14:02',
      publishedBasis: 'page',
      outlet: 'Вестник',
      url: 'https://a.example/1',
    })
    expect(article(read(dump(...BODY), { published: '2020-01-01' }))).toMatchObject({
      headline: null,
      published: '2020-01-01',
      publishedBasis: 'input',
      outlet: null,
      updated: null,
    })
  })
  test.each([
    ['Читайте «Вестник» в Telegram.', 'Вестник'],
    ['Читайте Озерную газету в Telegram', 'Озерную газету'],
    ['Подписывайтесь на Вестник в Дзене', 'Вестник'],
    ['© 2001–2024 Озерный курьер. Все права защищены', 'Озерный курьер'],
    ['Сетевое издание «Оазис.uz» зарегистрировано в 2011 году. Свидетельство № 0123.', 'Оазис.uz'],
    ['Подписывайтесь на наш канал в Telegram', null],
    ['ПОДПИШИТЕСЬ НА НАС В TELEGRAM', null],
    ['Читайте нас в Дзене', null],
    ['Читайте также: Паромы вышли в море', null],
  ])('%s names %s', (line, outlet) => {
    expect(article(read(dump(HEADLINE, ...BODY, line))).outlet).toBe(outlet === 'Озерную газету' ? null : outlet)
  })
  test('a menu whose items lost what stood between them is no headline', () => {
    const page = dump(
      'Номер от 5 мая 2024',
      'Тема недели Паромы Порты Культура',
      '',
      HEADLINE,
      'Автор: Иван Орлов',
      ...BODY,
    )
    expect(article(read(page)).headline).toBe(HEADLINE)
  })

  test('an agency that the text quotes is a source, no outlet', () => {
    expect(
      article(read(dump(HEADLINE, ...BODY, 'Об этом передает ТАСС со ссылкой на министерство.'))).outlet,
    ).toBeNull()
  })
  test('a day that does not exist is no date, and it is said', () => {
    const result = read(dump(HEADLINE, '31 февраля 2024, 10:00', ...BODY))
    expect(article(result).published).toBeNull()
    expect(result.warnings).toMatchObject([{ code: 'impossible-date', severity: 'warning' }])
    expect(read(dump(...BODY), { published: '2024-02-31' }).warnings).toMatchObject([{ code: 'bad-date' }])
  })
  test('of two stamps the one under the headline is the publication', () => {
    const page = dump('13 августа 2025 / 10:18', 'Политика', HEADLINE, '13 августа 2025 / 10:15', ...BODY)
    expect(article(read(page)).published).toBe('2025-08-13T10:15')
  })
})

describe('notes', () => {
  test('a note in a sentence stays, one on its own line is cut; both are kept', () => {
    const { text, notes } = article(
      read(
        dump(
          'Министр Анна Берг* прибыла в Осло (в рамках отпуска. — Прим. ред.) и встретилась с мэром.',
          ...BODY,
          '*Внесена в реестр иностранных агентов.',
        ),
      ),
    )
    expect(notes.map((note) => `${note.kind}: ${note.text}`)).toEqual([
      'legal: *',
      'editorial: (в рамках отпуска. — Прим. ред.)',
      'legal: *Внесена в реестр иностранных агентов.',
    ])
    for (const note of notes) if (note.start !== undefined) expect(text.slice(note.start, note.end)).toBe(note.text)
    expect(text).not.toContain('реестр')
  })
})

describe('bad pages', () => {
  test.each([
    [
      'uk',
      'Міністр прибув до столиці, щоб обговорити відносини, і зустрівся з мером, який повідомив, що це перший візит.',
    ],
    [
      'be',
      'Міністр прыбыў у сталіцу, каб абмеркаваць адносіны, і сустрэўся з мэрам, які паведаміў, што гэта першы візіт.',
    ],
    ['kk', 'Министр елордаға келіп, қала әкімімен кездесті және бұл туралы ресми өкіл хабарлады, бұл бірінші сапар.'],
    [
      'bg',
      'Министърът пристигна в столицата, за да обсъди отношенията между двете страни, и се срещна с кмета, който каза, че това е първата визита след години на мълчание.',
    ],
    [
      'en',
      'The minister arrived in the capital to discuss relations and said that the visit was the first of its kind.',
    ],
    ['hy', 'Նախարարը ժամանել է մայրաքաղաք'],
  ])('a page in %s is told of by its language', (language, text) => {
    expect(problem(read(text))).toMatchObject({ code: 'other-language', severity: 'error', detail: { language } })
  })
  test('a page without letters has no text', () => expect(problem(read('12 34 — ***'))?.code).toBe('no-text'))
  test('an empty page has no text', () => expect(problem(read(''))?.code).toBe('no-text'))
})

describe('what always holds', () => {
  const collapse = (text: string) => text.replace(/[\s\u00a0\u200b\ufeff]+/gu, '')
  const checkParts = (result: Article) => {
    for (const part of result.parts) {
      if (part.start !== undefined) expect(result.text.slice(part.start, part.end)).toBe(part.text)
      expect(part.pageStart).toBeLessThanOrEqual(part.pageEnd!)
    }
    for (const { start, end } of result.datelines)
      expect(result.parts).toContainEqual(expect.objectContaining({ kind: 'dateline', start, end }))
  }
  const LINES = [
    HEADLINE,
    ...BODY,
    'Политика',
    '5 мая 2024, 14:02',
    '© Вестник / Анна Берг',
    'Читайте также',
    'Паромы вышли в море раньше срока',
    'ОСЛО, 4 марта — СеверИнформ. Министр прибыл на паром.',
    'Подписывайтесь на наш канал в Telegram',
    '*Внесен в реестр.',
    '',
    '   \u00a0 ',
    'Переговоры о паромах',
    '— Что дальше?',
    'Комментарии',
    '© 2024 Вестник',
  ]
  const anyPage = fc.array(fc.oneof(fc.constantFrom(...LINES), fc.string()), { maxLength: 25 })

  test('the parts of a dump are its visible text, in order, each at its place in text and page', () => {
    fc.assert(
      fc.property(anyPage, fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const page = lines.join(end)
        const result = read(page)
        if ('problem' in result) return
        checkParts(result.article)
        const decoded = new TextDecoder().decode(bytes(page))
        expect(collapse(result.article.parts.map((part) => part.text).join(''))).toBe(collapse(decoded))
        for (const part of result.article.parts) expect(decoded.slice(part.pageStart, part.pageEnd)).toBe(part.text)
      }),
    )
  })
  test('a record keeps every character', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (text, title) => {
        const result = readPage({ kind: 'record-page', input: 'r', text, meta: title === undefined ? {} : { title } })
        if ('problem' in result) return
        checkParts({ ...result.article, parts: result.article.parts.filter((part) => part.pageStart !== undefined) })
        expect(result.article.text.endsWith(text)).toBe(true)
      }),
    )
  })
  test('no bytes throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('html' as const, 'text' as const),
        (page, format) => {
          expect(readPage({ kind: 'file-page', input: 'x', format, bytes: page, meta: {} })).toHaveProperty('warnings')
        },
      ),
    )
  })
  test('time is linear: thirty thousand lines, one endless line', () => {
    const started = performance.now()
    article(read(`${BODY.join('\n')}\n`.repeat(10_000)))
    article(read(`${BODY.join(' ')} `.repeat(10_000)))
    read('('.repeat(500_000))
    read('а*'.repeat(300_000))
    read('© 2024, '.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

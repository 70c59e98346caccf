import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageMeta } from '../../collect/index.ts'
import type { Article } from '../article.ts'
import { readPage } from '../read.ts'
import { readHtml } from './page.ts'

const read = (html: string, meta: PageMeta = {}) =>
  readPage({ kind: 'file-page', input: 'page.html', format: 'html', bytes: new TextEncoder().encode(html), meta })
const article = (html: string): Article => {
  const result = read(html)
  if ('problem' in result) throw new Error(result.problem.code)
  return result.article
}
const lines = (html: string): string[] => readHtml(html).blocks.map((block) => block.text)

/** What a reader sees of a stretch of source: tags away, references resolved, white space as one. */
const visible = (source: string): string =>
  lines(source)
    .join(' ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()

const P = '<p>Министр транспорта Исландии прибыл в Осло, чтобы обсудить расписание паромов, сообщил его секретарь.</p>'

describe('visible lines', () => {
  test.each([
    ['<p>а&nbsp;б &laquo;в&raquo; &#8212; &#x433;&amp;lt;</p>', ['а\u00a0б «в» — г&lt;']],
    ['<p>один<p>два<li>три<li>четыре', ['один', 'два', 'три', 'четыре']],
    ['<div>один <b>два</b>\n\t три<div>четыре</div>пять</div>', ['один два три', 'четыре', 'пять']],
    ['<p>Первое.<br>Второе слово<br>и третье', ['Первое.', 'Второе слово и третье']],
    ['<script>var a="<p>нет</p>"</script><style>p{}</style><!-- <p>нет --><p>да<noscript>нет</noscript>', ['да']],
    ['<p hidden>нет</p><p style="display: none">нет</p><p>да</p>', ['да']],
    ['<div><a href=1>Один</a><a href=2>Два</a></div>', ['Один', 'Два']],
    ['<p>a < b и c > d</p>', ['a < b и c > d']],
    ['<p title="a > b">да</p><p title=\'<p>\'>тоже</p>', ['да', 'тоже']],
    ['<table><tr><td>а<td>б<tr><td>в</table>', ['а', 'б', 'в']],
    ['<constructor><p>да</constructor><hasownproperty><div>тоже', ['да', 'тоже']],
    ['<pre>раз\nдва</pre>', ['раз', 'два']],
  ])('%s', (html, expected) => expect(lines(html)).toEqual(expected))
})

describe('head data', () => {
  const page = (head: string) =>
    article(`<html><head>${head}</head><body><h1>Министр прибыл в Осло</h1>${P}${P}</body></html>`)
  test('JSON-LD goes before OpenGraph for dates; the canonical address is the page’s', () => {
    expect(
      page(`<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2024-01-02T03:04:05+0300","dateModified":"2024-01-02T00:04:05Z","publisher":{"name":"АО &quot;Вестник&quot;"}}]</script>
      <meta property="article:published_time" content="2020-01-01"><link href="https://a.example/x?a=1&amp;b=2" rel="canonical"><meta property="og:site_name" content="Вестник — новости дня">`),
    ).toMatchObject({
      published: '2024-01-02T03:04:05+03:00',
      updated: null,
      outlet: 'Вестник',
      url: 'https://a.example/x?a=1&b=2',
    })
  })
  test('broken JSON-LD and impossible dates leave the rest to speak', () => {
    const result = read(
      `<script type="application/ld+json">{"@type":"NewsArticle",</script><meta property="article:published_time" content="2024-02-31T10:00"><time itemprop="datePublished" datetime="2024-03-01T10:00">1 марта</time>${P}`,
    )
    expect(result).toMatchObject({
      article: { published: '2024-03-01T10:00' },
      warnings: [{ code: 'impossible-date' }],
    })
  })
  test('a headline that the page shows nowhere comes from its head, with its place there', () => {
    const html = `<meta property="og:title" content="Паромы пойдут чаще"><div>${P}${P}</div>`
    const { headline, parts, text } = article(html)
    expect(headline).toBe('Паромы пойдут чаще')
    expect(text.startsWith('Паромы пойдут чаще\n\nМинистр')).toBe(true)
    expect(html.slice(parts[0]!.pageStart, parts[0]!.pageEnd)).toBe('Паромы пойдут чаще')
  })
  test('a declared charset that the bytes contradict is overruled', () => {
    expect(read(`<meta charset="windows-1251">${P}`).warnings).toMatchObject([{ code: 'encoding-overruled' }])
  })
})

describe('what always holds', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="related">',
    '<div>',
    '</div>',
    '<br>',
    '<li>',
    '<h1>',
    '</h1>',
    '<a href="x">',
    '</a>',
    '<b>',
    '</b>',
    '<nav>',
    '</nav>',
    '<td>',
    '<!-- x -->',
    '<script>',
    '</script>',
    '<',
    '>',
    '"',
    '&nbsp;',
    '&laquo;',
    '&',
    '<figure>',
    '</figure>',
  )
  const text = fc.constantFrom('Министр прибыл в Осло.', ' ', '\n', 'паромы', 'Читайте также', '5 мая 2024, 10:00', P)
  const soup = fc.array(fc.oneof(tag, text), { maxLength: 60 }).map((pieces) => pieces.join(''))

  test('every part leads back to its characters in the source', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const result = read(html)
        if ('problem' in result) return
        const { parts, text: clean } = result.article
        for (const part of parts) {
          if (part.start !== undefined) expect(clean.slice(part.start, part.end)).toBe(part.text)
          expect(visible(`<p>${html.slice(part.pageStart, part.pageEnd)}`)).toBe(
            part.text.replace(/[\s\u00a0]+/gu, ' ').trim(),
          )
        }
      }),
      { numRuns: 300 },
    )
  })
  test('parts are all visible lines in order', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const result = read(html)
        if ('problem' in result) return
        expect(result.article.parts.map((part) => part.text.replace(/\s+/gu, '')).join('')).toBe(
          lines(html).join('').replace(/\s+/gu, ''),
        )
      }),
    )
  })
  test.each([
    ['200,000 nested tags', '<div>'.repeat(200_000) + P],
    ['200,000 nested links', '<a href="x"><b>'.repeat(100_000) + P],
    ['a megabyte of <', '<'.repeat(1_000_000)],
    ['a megabyte of open tags without an end', '<a '.repeat(330_000)],
    ['quotes that never close', '<a title="'.repeat(100_000)],
    ['comments that never close', '<!--'.repeat(250_000)],
    ['scripts that never close', '<script>'.repeat(120_000)],
    ['ampersands', '&'.repeat(500_000)],
    ['a hundred thousand lines', `${P}\n`.repeat(10_000)],
    ['one endless attribute', `<p class="${'a '.repeat(300_000)}">${P}`],
  ])('%s end soon', (_, html) => {
    const started = performance.now()
    expect(read(html)).toHaveProperty('warnings')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  test('nesting beyond any real page is said', () => {
    expect(read('<div>'.repeat(2000) + P.repeat(3))).toMatchObject({ warnings: [{ code: 'deep-nesting' }] })
  })
})

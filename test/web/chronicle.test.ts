import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseStand, type Stand } from './page.ts'
import { storySource } from './story.ts'

let stand: Stand
beforeAll(async () => {
  stand = await raiseStand(storySource())
})
afterAll(() => stand?.close())

const titles = async (page: Page): Promise<string[]> =>
  (await page.locator('.row .tt').allTextContents()).map((title) => title.replaceAll('\u00a0', ' '))
// The strip is drawn last: then everything stands.
const ready = (page: Page) => page.locator('.strip svg[role=group]').waitFor()
const TALL = { viewport: { width: 1440, height: 2400 } }
const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash)
const TALKS = 'Переговоры Ирмы Лунд и Виктора Саара в Лагоде'

describe('the timeline', () => {
  test('shows what lies ahead first, then entries by day, undated last', async () => {
    const page = await stand.open('', TALL)
    await ready(page)
    const heads = await page.locator('.day').allTextContents()
    expect(heads[0]).toContain('Впереди')
    expect(heads.at(-1)).toContain('Без даты')
    expect(await titles(page)).toContain(TALKS)
    expect(await page.locator('.lhead [role=status]').textContent()).toBe('18 записей')
  })

  test('draws a square for each dated entry of the strip, and counts undated ones', async () => {
    const page = await stand.open('')
    await ready(page)
    const drawn = await page
      .locator('.strip a.un')
      .evaluateAll((squares) => squares.filter((square) => square.getBoundingClientRect().width > 3).length)
    expect(drawn).toBeGreaterThan(8)
    expect(await page.locator('.strip .gut').textContent()).toContain('без даты 4')
  })

  test('a row says kind and status, independent origins and disputes in words too', async () => {
    const page = await stand.open('')
    const row = page.locator('.row[data-id=e-signing]')
    await row.waitFor()
    expect(await row.locator('.mk svg').getAttribute('aria-label')).toBe('соглашение, состоялось')
    expect(await row.locator('.comb').getAttribute('aria-label')).toBe('3 независимых источника')
    expect(await row.locator('.dis').textContent()).toContain('1 спор')
  })
})

describe('a long list', () => {
  const LOW = { viewport: { width: 1440, height: 560 } }
  const drawn = (page: Page) => page.locator('.row').count()

  test('draws the rows in sight, says each one’s place among all, and comes back to where it was left', async () => {
    const page = await stand.open('', LOW)
    await ready(page)
    expect(await drawn(page)).toBeLessThan(15)
    expect(await page.locator('.row').first().getAttribute('aria-setsize')).toBe('18')
    const last = page.locator('.row[aria-posinset="18"]')
    await expect
      .poll(async () => {
        await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight))
        return last.count()
      })
      .toBe(1)
    const place = () => page.locator('.list').evaluate((list) => list.scrollTop)
    const left = await place()
    await last.locator('a').dblclick()
    await page.locator('.ttl h1').waitFor()
    await page.goBack()
    await last.waitFor()
    expect(Math.abs((await place()) - left)).toBeLessThan(60)
  })

  test('K and J bring a row into sight that is not drawn', async () => {
    const page = await stand.open('', LOW)
    await ready(page)
    for (let i = 0; i < 17; i++) await page.keyboard.press('j')
    await page.locator('.row[aria-posinset="18"] [aria-current]').waitFor()
    await expect
      .poll(() =>
        page.evaluate(() => {
          const row = document.querySelector('.row:has([aria-current])')?.getBoundingClientRect()
          return row !== undefined && row.top >= 0 && row.bottom <= innerHeight
        }),
      )
      .toBe(true)
  })

  test('stands whole on paper', async () => {
    const page = await stand.open('', LOW)
    await ready(page)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    // All but three of those that lie ahead, which wait for the button.
    expect(await drawn(page)).toBe(15)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await drawn(page)).toBeLessThan(15)
  })
})

describe('filters narrow the list and stay in the address', () => {
  const cases: readonly (readonly [string, string, string, string, string[]])[] = [
    ['kind', 'kind', 'call', 'kind=call', ['Видеоконференция министров Кальвии и Эстории']],
    ['status', 'status', 'possible', 'status=possible', ['Встреча Ирмы Лунд и Виктора Саара в Торвике']],
    ['outlet', 'outlet', 'Полис', 'outlet=Полис', ['Видеоконференция министров Кальвии и Эстории']],
    ['actor', 'actor', 'i-3', 'actor=i-3', ['Назначение Андреса Кольма Советом портов']],
    ['check', 'check', 'framing', 'check=framing', ['Подписание соглашения Кальвии и Эстории в Лагоде']],
  ]
  test.each(cases)('by %s', async (_, name, value, address, expected) => {
    const page = await stand.open('')
    await ready(page)
    const all = (await titles(page)).length
    const more = page.locator('.fc.more-f')
    if (await more.count()) await more.click()
    await page.locator(`.fc[data-filter="${name}"][data-value="${value}"]`).click()
    await page.waitForFunction((n) => document.querySelectorAll('.row').length < n, all)
    for (const title of expected) expect(await titles(page)).toContain(title)
    expect(hash(page).replaceAll('+', ' ')).toContain(address)
    await page.reload()
    await ready(page)
    expect((await titles(page)).length).toBeLessThan(all)
  })

  test('by dates, typed in or sent in a link', async () => {
    const page = await stand.open('#chronicle?from=2031-05-05&to=2031-05-06')
    await ready(page)
    expect(await titles(page)).toContain('Видеоконференция министров Кальвии и Эстории')
    expect(await titles(page)).not.toContain(TALKS)
    await page.locator('input[name=to]').fill('2031-05-14')
    await page.locator('input[name=to]').dispatchEvent('change')
    await page.locator('.row[data-id=e-talks]').waitFor()
    expect(hash(page)).toContain('to=2031-05-14')
  })

  test('a range edge moves by arrow keys', async () => {
    const page = await stand.open('')
    await ready(page)
    await page.locator('.hd').first().focus()
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash.includes('from=2031-05'))
  })

  test('no match says so and offers to clear', async () => {
    const page = await stand.open('#chronicle?kind=attack')
    await page.getByText('Под эти условия записей нет').waitFor()
    await page.locator('.empty .btn').click()
    await page.locator('.row').first().waitFor()
    expect(hash(page)).not.toContain('kind=')
  })
})

test('search finds any form of the words', async () => {
  const page = await stand.open('')
  await ready(page)
  await page.keyboard.press('/')
  await page.keyboard.type('верфи')
  await page.waitForFunction(() => document.querySelectorAll('.row').length === 1)
  expect(await titles(page)).toEqual(['Посещение верфи «Маяк» Ирмой Лунд и Виктором Сааром'])
  expect(hash(page)).toContain('q=верфи')
})

test('the keyboard moves through the list, opens and comes back', async () => {
  const page = await stand.open('')
  await ready(page)
  const current = () => page.locator('.row:has([aria-current])').getAttribute('data-id')
  const first = await current()
  await page.keyboard.press('j')
  await page.waitForFunction(
    (id) => document.querySelector('.row:has([aria-current])')?.getAttribute('data-id') !== id,
    first,
  )
  const second = await current()
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'л', code: 'KeyK', bubbles: true })),
  )
  await page.waitForFunction(
    (id) => document.querySelector('.row:has([aria-current])')?.getAttribute('data-id') !== id,
    second,
  )
  expect(await current()).toBe(first)
  await page.keyboard.press('Enter')
  await page.locator('.ttl h1').waitFor()
  expect(hash(page)).toBe(`#entry/${first}`)
  await page.keyboard.press('Escape')
  await page.locator('.row').first().waitFor()
  await page.keyboard.press('?')
  await page.locator('dialog[open]').waitFor()
})

test('the language changes with the page, and is kept in the address', async () => {
  const page = await stand.open('')
  await ready(page)
  await page.locator('button[lang=en]').click()
  await page.getByText('18 entries from 7 pages, 5 disagreements.', { exact: false }).waitFor()
  expect(await titles(page)).toContain('Talks of Irma Lund and Viktor Saar in Lagoda')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(hash(page)).toContain('lang=en')
  expect(await page.locator('blockquote').first().getAttribute('lang')).toBe('ru')
})

test('nothing is asked from outside, and nothing is refused by the policy', async () => {
  const page = await stand.open('')
  const asked: string[] = []
  const refused: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on(
    'console',
    (message) => message.type() === 'error' && refused.push(`${message.text()} ${message.location().url}`),
  )
  await page.reload()
  await ready(page)
  for (const place of ['#entry/e-signing', '#article/gulf-2', '#sources']) {
    await page.goto(stand.url + place)
    await page.locator('h1').first().waitFor()
  }
  expect(asked.filter((url) => !url.startsWith(stand.url))).toEqual([])
  expect(refused).toEqual([])
  // The view that is left asks for nothing of the next one.
  expect(asked.filter((url) => /entries\/gulf-2$|articles\/$/.test(url))).toEqual([])
})

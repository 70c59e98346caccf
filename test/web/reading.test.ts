import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseStand, type Stand } from './page.ts'
import { storySource } from './story.ts'

let stand: Stand
beforeAll(async () => {
  stand = await raiseStand(storySource())
})
afterAll(() => stand?.close())

test('an entry shows each value with its versions and who says so', async () => {
  const page = await stand.open('#entry/e-signing')
  await page.locator('.ver').waitFor()
  const fields = (await page.locator('.ver').textContent())?.replaceAll('\u00a0', ' ')
  expect(fields).toContain('14 мая 2031')
  expect(fields).toContain('13 мая 2031')
  expect(fields).toContain('расходится')
  expect(fields).toContain('Договор о морском сообщении')
  expect(await page.locator('.blk .dg').count()).toBe(2)
  expect(await page.getByText('Летопись не решает, кто прав').count()).toBe(1)
})

test('an alias still opens the entry', async () => {
  const page = await stand.open('#entry/old-signing')
  expect(await page.locator('.ttl h1').textContent()).toContain('Подписание')
})

test('the status path holds the plan, the denial and what happened', async () => {
  const page = await stand.open('#entry/e-visit')
  const label = await page.locator('.path svg').getAttribute('aria-label')
  expect(label).toContain('возможно')
  expect(label).toContain('отрицается')
  expect(label?.endsWith('состоялось')).toBe(true)
})

test('a quote leads to the very words in the article', async () => {
  const page = await stand.open('#entry/e-signing')
  await page.locator('.evs blockquote a', { hasText: 'подписали 13 мая' }).click()
  await page.locator('.pt').first().waitFor()
  const marked = (await page.locator('.pt').allTextContents()).join('')
  expect(marked).toBe(
    'Кальвия и Эстория подписали 13 мая Договор о морском сообщении, следует из опубликованного текста',
  )
  expect(await page.locator('.pt').first().isVisible()).toBe(true)
})

test('an article marks events, speech, dates and names, each of which can be turned off', async () => {
  const page = await stand.open('#article/gulf-2')
  await page.locator('.txt .ev').first().waitFor()
  expect(await page.locator('.txt .ev').allTextContents()).toContain('подписали')
  expect(await page.locator('.txt .st').count()).toBeGreaterThan(2)
  expect(await page.locator('.txt .tm').allTextContents()).toContain('14 мая')
  expect((await page.locator('.txt .nmn').allTextContents()).join(' ')).toContain('Ирма Лунд')
  await page.locator('[data-layer=names]').click()
  await page.waitForFunction(() => document.querySelectorAll('.txt .nmn').length === 0)
  expect(page.url()).toContain('off=names')
})

test('the text on the screen is the article, character for character', async () => {
  const page = await stand.open('#article/north-2')
  await page.locator('.txt .p').first().waitFor()
  const lines = await page.locator('.txt .p').allTextContents()
  const { facts } = await (await page.request.get(`${stand.url}api/v1/articles/north-2`)).json()
  expect(lines.map((line) => line.trim())).toEqual(facts.text.split(/\n+/))
})

test('what was cut stands folded in its place', async () => {
  const page = await stand.open('#article/gulf-1')
  const folds = page.locator('details.cut')
  await folds.first().waitFor()
  expect(await folds.first().locator('summary').textContent()).toContain('данные страницы, 1 строка')
  expect(await folds.last().locator('summary').textContent()).toContain('анонсы, 2 строки')
  await folds.last().locator('summary').click()
  await page.getByText('Погода на выходные').waitFor()
})

test('a fact tells who, what and why, and leads to its entry', async () => {
  const page = await stand.open('#article/gulf-1')
  await page.locator('.fct', { hasText: 'источник в правительстве' }).first().click()
  expect(await page.locator('.fp .fct[aria-current]').textContent()).toContain('через Балтинформ')
  expect(await page.locator('.fp .fct[aria-current] .why').textContent()).toContain('invented')
  expect(await page.locator('.txt .on').count()).toBeGreaterThan(0)
  await page.locator('.fw .to').first().click()
  await page.locator('.ttl h1').waitFor()
})

test('copies name their source', async () => {
  const page = await stand.open('#article/courier-1')
  expect(await page.locator('.copy').textContent()).toContain('60')
  await page.locator('.copy a').last().click()
  await page.waitForURL(/gulf-2/)
})

test('an article that was rewritten leads to its versions compared, by the keyboard too', async () => {
  const page = await stand.open('#article/gulf-2')
  await page.getByRole('link', { name: 'сравнить' }).press('Enter')
  await page.locator('.diff .chg').waitFor()
  expect(await page.locator('.diff del').allTextContents()).toContain('два')
  expect((await page.locator('.diff ins').allTextContents()).join(' ')).toContain('трёх')
  expect(await page.locator('.went').first().textContent()).toContain('Беседа')
  // The choice of versions stands in the address; the other way round, what was taken out has come.
  await page
    .getByRole('radio', { name: /^Стало/ })
    .first()
    .press('Space')
  await page.getByRole('radio', { name: /^Было/ }).last().press('Space')
  await page.waitForFunction(() => document.querySelector('.diff ins')?.textContent?.includes('13'))
  expect(page.url()).toContain('from=second')
})

test('withdrawn words stand apart on their entry and lead to the text that they stood in', async () => {
  const page = await stand.open('#entry/e-talks')
  const gone = page.locator('.gone')
  await gone.waitFor()
  expect(await gone.textContent()).toContain('13 мая длилась два часа')
  expect(await page.locator('.ver').textContent()).not.toContain('13 мая')
  await gone.locator('blockquote a').click()
  await page.getByText('Это прежний текст').waitFor()
  expect((await page.locator('.pt').allTextContents()).join('')).toContain('13 мая длилась два часа')
})

test('what is not there says so and leads back', async () => {
  const page = await stand.open('#entry/nothing')
  await page.getByText('Такой записи нет').waitFor()
  await page.locator('.empty .btn').click()
  await page.locator('.row').first().waitFor()
})

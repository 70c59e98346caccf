import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChronicleSource } from '../../src/api/index.ts'
import { collectFile } from '../../src/collect/index.ts'
import { zipOf } from '../support/zip.ts'
import { raiseStand, type Stand } from './page.ts'
import { storySource } from './story.ts'

type Pages = Parameters<ChronicleSource['addPages']>[0]

const sent: Pages[] = []
let stand: Stand
beforeAll(async () => {
  const story = storySource()
  stand = await raiseStand({
    ...story,
    addPages: async (pages) => {
      sent.push(pages)
      const problems = pages.flatMap(({ input }) =>
        input.startsWith('english')
          ? [{ kind: 'problem', code: 'other-language', severity: 'error', input, detail: { language: 'en' } } as const]
          : [],
      )
      return { added: pages.length - problems.length, updated: 0, unchanged: 0, problems }
    },
    addFile: async (name, bytes) => {
      const found: Pages[number][] = []
      const problems: Awaited<ReturnType<ChronicleSource['addFile']>>['problems'][number][] = []
      for await (const page of collectFile(name, bytes))
        page.kind === 'problem' ? problems.push(page) : found.push(page)
      sent.push(found)
      return { added: found.length, updated: 0, unchanged: 0, problems }
    },
  })
})
afterAll(() => stand?.close())

const text = async (page: Page, selector: string): Promise<string> =>
  ((await page.locator(selector).allTextContents()).join(' | ') ?? '').replaceAll('\u00a0', ' ')
const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash).replaceAll('+', ' ')

test('disagreements stand by weight, filter in the address, and lead to entry and words', async () => {
  const page = await stand.open('#disagreements')
  await page.locator('.dg').first().waitFor()
  expect(await page.locator('.dg').count()).toBe(5)
  expect(await page.locator('.dg .rel').first().textContent()).toBe('не совместимы')
  expect(await page.locator('.dg .rel').last().textContent()).toBe('сказано по-разному')
  await page.locator('.fc[data-filter=about][data-value=duration]').click()
  await page.waitForFunction(() => document.querySelectorAll('.dg').length === 1)
  expect(hash(page)).toContain('about=duration')
  expect(await text(page, '.dg .vv')).toBe('около трёх часов | чуть больше часа')
  const file = await page.locator('.ttl [data-file=csv]').getAttribute('href')
  const lines = (await (await fetch(new URL(file ?? '', stand.url))).text()).trim().split('\r\n')
  expect(lines[1]).toContain('duration')
  expect(lines.slice(1).every((line) => line.includes('duration'))).toBe(true)
  await page.locator('.dg .qa').last().click()
  await page.locator('.pt').first().waitFor()
})

test('statements by speaker, stance and channel; two speakers side by side', async () => {
  const page = await stand.open('#statements')
  await page.locator('.said').first().waitFor()
  const all = await page.locator('.said').count()
  await page.locator('.fc[data-filter=stance][data-value=denies]').click()
  await page.waitForFunction((n) => document.querySelectorAll('.said').length < n, all)
  expect([...new Set((await text(page, '.said .stn')).match(/отрицает/g))]).toEqual(['отрицает'])
  await page.locator('.fc.clear').click()
  await page.locator('.fc[data-filter=speaker][data-value=i-1]').click()
  await page.locator('.fc[data-filter=speaker][data-value=i-0]').click()
  await page.locator('.sides .saids .sh .m').nth(1).waitFor()
  expect(await text(page, '.saids .sh')).toBe('Виктор Саар 3 высказывания | Ирма Лунд 1 высказывание')
  await page.goto(`${stand.url}#statements?channel=Балтинформ&channel=Полис`)
  await page.locator('.saids .sh', { hasText: 'Полис' }).waitFor()
})

test('an actor: whom it met, as a table too, roles, words, entries, names', async () => {
  const page = await stand.open('#actors')
  await page.locator('.tbl a', { hasText: 'Ирма Лунд' }).click()
  await page.locator('.mett').waitFor()
  expect(hash(page)).toBe('#actor/i-0')
  expect(await text(page, '.mett tbody th')).toContain('Виктор Саар')
  expect(await text(page, '.rolest tbody tr')).toContain('премьер-министр Кальвии')
  expect(await text(page, '.facts')).toContain('Служит государству: Кальвия')
  await page.locator('.said').first().waitFor()
  expect(await text(page, '.said blockquote')).toContain('Залив нас соединяет')
  expect(await text(page, '.vars')).toContain('Ирма Лунд')
  await page.locator('.mett .go a').first().click()
  await page.locator('.lanes').waitFor()
})

test('a pair: months by level, agreements, what is pending', async () => {
  const page = await stand.open('#pairs')
  await page.locator('.tbl a', { hasText: 'Кальвия' }).first().click()
  await page.locator('.lanes tbody tr').first().waitFor()
  expect(await text(page, '.lanes thead')).toContain('Май')
  expect(await text(page, '.lanes tbody th')).toContain('Лидеры')
  expect(await text(page, '.thirds')).toContain('Подписание соглашения')
  expect(await text(page, '.thirds')).toContain('Планируется')
  expect(await page.locator('.lanes .sq a').first().getAttribute('aria-label')).toContain('состоялось')
})

test('sources: who copies whom with share and delay; what an outlet rests on', async () => {
  const page = await stand.open('#sources')
  await page.locator('.lnk tbody tr').first().waitFor()
  expect(await text(page, '.lnk tbody tr')).toMatch(/Курьер\s*Вестник залива\s*1\s*60\s*%\s*11,5 ч/)
  await page.locator('.seg button', { hasText: 'Ссылается' }).click()
  await page.locator('.lnk td', { hasText: 'Балтинформ' }).first().waitFor()
  expect(hash(page)).toContain('how=quotes')
})

test('files and a text are added; what was not read is told with why', async () => {
  const page = await stand.open('#add')
  const record = (value: object): string => JSON.stringify(value)
  await page.locator('input[type=file]').setInputFiles([
    { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>Паром пришёл.</p>') },
    { name: 'b.ndjson', mimeType: '', buffer: Buffer.from(`${record({ text: 'Да.', outlet: 'Полис' })}\n{"text":`) },
    { name: 'english.txt', mimeType: 'text/plain', buffer: Buffer.from('The ferry came.') },
    { name: 'c.exe', mimeType: '', buffer: Buffer.from('x') },
    { name: 'd.zip', mimeType: '', buffer: zipOf([{ name: 'in/e.html', bytes: '<p>Да.' }]) },
    { name: 'f.txt.gz', mimeType: '', buffer: gzipSync('Паром стоит.') },
    { name: 'g.wacz', mimeType: '', buffer: Buffer.from('x') },
  ])
  await page.getByText('4 страницы добавлены').waitFor()
  expect(sent.flat().map(({ kind, input }) => `${kind} ${input}`)).toEqual([
    'file-page a.html',
    'file-page english.txt',
    'record-page b.ndjson#1',
    'file-page d.zip#in/e.html',
    'file-page f.txt.gz',
  ])
  const left = await text(page, '.add .tbl tr')
  expect(left).toMatch(/b\.ndjson#2.*не JSON/)
  expect(left).toMatch(/english\.txt.*читается русский/)
  expect(left).toMatch(/c\.exe.*не понять/)
  expect(left).toMatch(/g\.wacz.*не архив/)
  await page.locator('.asks textarea').fill('https://polis.example/rss\nport.example')
  await page.locator('.asks button').click()
  await page.getByText('2 страницы добавлены').waitFor()
  const pasted = page.locator('.paste:not(.asks)')
  await pasted.locator('textarea').fill('Паром ушёл в Лагоду.')
  await pasted.locator('input').nth(1).fill('Полис')
  await pasted.locator('button').click()
  await page.getByText('1 страница добавлена').waitFor()
  expect(sent.at(-1)).toMatchObject([{ text: 'Паром ушёл в Лагоду.', meta: { outlet: 'Полис' } }])
})

test('what is on the screen goes out as files, a drawing too', async () => {
  const page = await stand.open('#chronicle?kind=meeting')
  await page.locator('.row').first().waitFor()
  await page.locator('.exp > button').click()
  const link = await page.locator('.exp [data-file=csv]').getAttribute('href')
  expect(link).toContain('kind=meeting')
  const saved = page.waitForEvent('download')
  await page.locator('.exp [data-file=svg]').click()
  const drawing = await readFile(await (await saved).path(), 'utf8')
  expect(drawing).toMatch(/^<\?xml[\s\S]*<svg[\s\S]*<\/svg>\s*$/)
  expect(drawing).not.toContain('var(')
  await page.keyboard.press('Escape')
  await page.locator('.exp ul').waitFor({ state: 'detached' })
})

test('an entry is renamed, merged and noted in place; the log undoes it', async () => {
  const page = await stand.open('#entry/e-talks')
  await page.locator('.ttl h1').waitFor()
  await page.locator('details.corr > summary').click()
  await page.locator('.corr .au input').fill('Стол')
  await page.locator('.corr form').nth(0).locator('input').first().fill('Беседа в ратуше')
  await page.locator('.corr form').nth(0).locator('button').click()
  await page.locator('.ttl h1', { hasText: 'Беседа в ратуше' }).waitFor()
  await page.locator('.corr .outc button').click()
  await page.locator('.ttl h1', { hasText: 'Переговоры' }).waitFor()
  await page.locator('.corr form').nth(1).locator('input').fill(`${stand.url}#entry/e-shipyard`)
  await page.locator('.corr form').nth(1).locator('button').click()
  await page.waitForFunction(() => document.querySelectorAll('.evs > li').length > 3)
  await page.locator('.corr textarea').fill('Сверить с протоколом')
  await page.locator('.corr textarea ~ button, .corr label:has(textarea) + button').click()
  await page.locator('.notes', { hasText: 'Сверить с протоколом' }).waitFor()
  await page.goto(`${stand.url}#corrections`)
  await page.locator('.logt tbody tr').nth(3).waitFor()
  expect(await text(page, '.logt tbody tr')).toMatch(/Слиты записи[\s\S]*Стол|Стол[\s\S]*Слиты записи/)
  await page.locator('.logt tr', { hasText: 'Слиты записи' }).locator('button').click()
  await page.locator('.logt tr', { hasText: 'Слиты записи' }).filter({ hasText: 'отменена' }).waitFor()
})

test('another actor is split off by pages, and comes back', async () => {
  const page = await stand.open('#actor/i-1')
  await page.locator('.ttl h1').waitFor()
  const said = () => page.locator('.facts').textContent()
  const before = await said()
  await page.locator('details.corr > summary').click()
  const form = page.locator('.corr form', { has: page.locator('fieldset') })
  await form.locator('.tick input').first().check()
  await form.locator('input[type=text]').fill('Виктор Саар-младший')
  await form.locator('button').last().click()
  await page.locator('.corr .outc button').waitFor()
  await expect.poll(said).not.toBe(before)
  await page.goto(`${stand.url}#actors?q=младший`)
  await page.locator('.tbl a', { hasText: 'Виктор Саар-младший' }).waitFor()
  await page.goto(`${stand.url}#corrections`)
  await page.locator('.logt tr', { hasText: 'Отделён участник' }).locator('button').click()
  await page.goto(`${stand.url}#actor/i-1`)
  await expect.poll(said).toBe(before)
})

test('lists are walked by J and K, opened by Enter; / goes to their own box', async () => {
  const page = await stand.open('#disagreements')
  await page.locator('.dg').first().waitFor()
  const at = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('j')
  const first = await at()
  await page.keyboard.press('j')
  expect(await at()).not.toBe(first)
  await page.keyboard.press('k')
  expect(await at()).toBe(first)
  await page.keyboard.press('/')
  await page.keyboard.type('верфи')
  await page.getByText('Под эти условия ничего нет').waitFor()
  expect(hash(page)).toContain('q=верфи')
})

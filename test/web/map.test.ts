import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPlace, gazetteerOf } from '../../web/map/gazetteer.ts'
import { raiseStand, type Stand } from './page.ts'
import { storySource } from './story.ts'

const gazetteer = gazetteerOf(JSON.parse(readFileSync('web/map/places.json', 'utf8')))
const found = (name: string, ...takingPart: string[]): string => {
  const place = findPlace(gazetteer, name, takingPart)
  return place === null ? 'unknown' : `${place.level} ${place.iso}`
}

describe('a name leads to one place or to none', () => {
  test.each([
    ['Москва', 'city RU'],
    ['Куала-Лумпур', 'city MY'],
    ['Рейкьявик', 'city IS'],
    ['КНДР', 'state KP'],
    ['Соединенные Штаты', 'state US'],
    ['Лагода', 'unknown'],
    ['СССР', 'unknown'],
    ['Бали', 'unknown'],
    ['Бирмингем', 'unknown'],
  ])('%s: %s', (name, place) => expect(found(name)).toBe(place))

  test('a small town is believed when its state takes part', () => {
    expect(found('Ялта')).toBe('unknown')
    expect(found('Ялта', 'Украина')).toBe('city UA')
  })
})

describe('the map of an entry', () => {
  let stand: Stand
  beforeAll(async () => {
    const story = storySource()
    const place = { name: 'Осло', nameEn: 'Oslo', identity: 'i-oslo' }
    stand = await raiseStand({
      ...story,
      entry: async (id) => {
        const view = await story.entry(id)
        return view && id === 'e-talks' ? { ...view, entry: { ...view.entry, place } } : view
      },
    })
  })
  afterAll(() => stand?.close())

  test('shows a known place, in words too; a place that nobody knows has no map', async () => {
    const page = await stand.open('#entry/e-talks')
    const map = page.locator('figure.map')
    await map.waitFor()
    expect(await map.locator('svg[role=img]').getAttribute('aria-label')).toMatch(/Осло, Норвегия: 59,9°\sс\.\sш\./)
    expect(await map.locator('.land').getAttribute('d')).toMatch(/^M/)
    const saved = page.waitForEvent('download')
    await map.getByRole('button', { name: 'PNG' }).click()
    expect(
      readFileSync(await (await saved).path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${stand.url}#entry/e-signing`)
    await page.locator('.evs li').first().waitFor()
    expect(await page.locator('figure.map').count()).toBe(0)
    expect(asked.filter((url) => !url.startsWith(stand.url))).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { closest, contrast, distance, hexOf, type Rgb, rgbOf, SIGHTS, seenBy } from '../../web/system/vision.ts'

const sheet = readFileSync('web/styles/base.css', 'utf8')
const inTheme =
  (theme: 'light' | 'dark') =>
  (name: string): Rgb => {
    const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(sheet)
    return rgbOf(found?.[theme === 'light' ? 1 : 2] ?? '')!
  }

test.each(['light', 'dark'] as const)(
  '%s: the hues of kinds stay apart for every colour vision that has hues',
  (theme) => {
    const colour = inTheme(theme)
    const hues = ['con', 'agr', 'aid', 'for', 'pre', 'ins'].map((group) => colour(`k-${group}`))
    for (const sight of SIGHTS.filter((each) => each !== 'achromatopsia'))
      expect(closest(sight, hues).distance, sight).toBeGreaterThanOrEqual(0.1)
    for (const ground of ['paper', 'ground', 'sel'])
      for (const hue of hues)
        expect(contrast(hue, colour(ground)), `${hexOf(hue)} on ${ground}`).toBeGreaterThanOrEqual(3)
  },
)

test.each(['light', 'dark'] as const)('%s: ink reads on every surface', (theme) => {
  const colour = inTheme(theme)
  for (const ground of ['paper', 'ground', 'sel', 'hover'])
    for (const ink of ['ink', 'ink-2', 'ink-3'])
      expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3)
})

describe('what is computed', () => {
  const [red, green, black, white] = ['#ff0000', '#00ff00', '#000000', '#ffffff'].map((hex) => rgbOf(hex)!) as [
    Rgb,
    Rgb,
    Rgb,
    Rgb,
  ]
  test('black and white are as far as can be, greys look the same to all', () => {
    expect(contrast(black, white)).toBeCloseTo(21)
    expect(distance(black, white)).toBeCloseTo(1, 2)
    for (const sight of SIGHTS) expect(hexOf(seenBy(sight, rgbOf('#808080')!))).toMatch(/#(7f|80|81){3}/)
  })
  test('red and green come nearer to each other without red or green cones', () => {
    for (const sight of ['protanopia', 'deuteranopia'] as const)
      expect(distance(seenBy(sight, red), seenBy(sight, green))).toBeLessThan(distance(red, green))
  })
})

/** How colours look to readers who see fewer of them, and how far apart two colours are. */

export type Rgb = readonly [number, number, number]

export const SIGHTS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const
export type Sight = (typeof SIGHTS)[number]

// Machado, Oliveira and Fernandes 2009, severity 1, over linear RGB; the last one is luminance alone.
const MATRICES: Readonly<Record<Exclude<Sight, 'normal'>, readonly number[]>> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  achromatopsia: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const encoded = (part: number): number => {
  const held = Math.max(0, Math.min(1, part))
  return held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055
}

/** `#2d4e8b` or `rgb(45, 78, 139)` as parts from 0 to 1; null for anything else. */
export const rgbOf = (colour: string): Rgb | null => {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour.trim())
  if (hex) return [1, 2, 3].map((i) => Number.parseInt(hex[i] ?? '', 16) / 255) as unknown as Rgb
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour.trim())
  return parts ? ([1, 2, 3].map((i) => Number(parts[i]) / 255) as unknown as Rgb) : null
}

export const hexOf = (colour: Rgb): string =>
  `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** A colour as somebody with this sight sees it. */
export const seenBy = (sight: Sight, colour: Rgb): Rgb => {
  if (sight === 'normal') return colour
  const m = MATRICES[sight]
  const [r, g, b] = colour.map(linear) as unknown as Rgb
  const row = (i: number): number => encoded((m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b)
  return [row(0), row(3), row(6)]
}

// Ottosson 2020.
const oklab = (colour: Rgb): Rgb => {
  const [r, g, b] = colour.map(linear) as unknown as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Distance of two colours in OKLab: below 0.02 nobody tells them apart, from 0.1 on small marks are. */
export const distance = (a: Rgb, b: Rgb): number => {
  const [x, y] = [oklab(a), oklab(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

/** Contrast by WCAG 2, from 1 to 21. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const light = (colour: Rgb): number => {
    const [r, g, bl] = colour.map(linear) as unknown as Rgb
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [x, y] = [light(a), light(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** The two of several colours that this sight has most trouble with, by their places, and their distance. */
export const closest = (
  sight: Sight,
  colours: readonly Rgb[],
): { readonly pair: readonly [number, number]; readonly distance: number } => {
  const seen = colours.map((colour) => seenBy(sight, colour))
  let best = { pair: [0, 0] as readonly [number, number], distance: Number.POSITIVE_INFINITY }
  seen.forEach((a, i) => {
    seen.slice(i + 1).forEach((b, n) => {
      const far = distance(a, b)
      if (far < best.distance) best = { pair: [i, i + 1 + n], distance: far }
    })
  })
  return best
}

const LETTER = /[\p{L}\p{N}]/u

const base = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const [first = '', second] = words
  const upper = first === first.toUpperCase() && first.length > 1 && first.length <= 5
  if (upper) return first
  if (second !== undefined && words.length >= 2) return (first.slice(0, 1) + second.slice(0, 2)).toUpperCase()
  return first.slice(0, 3).toUpperCase()
}

/**
 * Short codes of outlets, as in critical editions: unique in the chronicle, stable while outlets only join at the end.
 *
 * @example siglaOf(['РБК', 'Вестник залива']).get('Вестник залива') // 'ВЗА'
 */
export const siglaOf = (outlets: readonly (string | null)[]): ReadonlyMap<string, string> => {
  const sigla = new Map<string, string>()
  const used = new Set<string>()
  for (const outlet of outlets) {
    if (outlet === null || !LETTER.test(outlet)) continue
    const stem = base(outlet)
    let siglum = stem
    for (let n = 2; used.has(siglum); n++) siglum = `${stem}${n}`
    used.add(siglum)
    sigla.set(outlet, siglum)
  }
  return sigla
}

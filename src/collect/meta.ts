import type { PageMeta } from './page.ts'

type Writable = { -readonly [K in keyof PageMeta]: PageMeta[K] }

const FIELDS = ['id', 'url', 'outlet', 'published', 'updated', 'title', 'fetched'] as const

/** Takes the known fields of a sidecar or record; a number given as id becomes a string, anything else is left out. */
export const metaOf = (value: Readonly<Record<string, unknown>>): PageMeta => {
  const meta: Writable = {}
  for (const field of FIELDS) {
    const given = value[field]
    const text = field === 'id' && typeof given === 'number' ? String(given) : given
    if (typeof text === 'string' && text.trim() !== '') meta[field] = field === 'title' ? text : text.trim()
  }
  return meta
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

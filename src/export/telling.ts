import type { Entry } from '../chronicle/index.ts'
import { wellFormed } from './xml.ts'

type Named = { readonly name: string; readonly nameEn: string }

/** How a file tells entries: in one language, with links to the page they came from. */
export interface Telling {
  /** Name of the whole. */
  readonly feed: string
  /** Address of the page, without its fragment. */
  readonly home: string
  readonly title: (entry: Pick<Entry, 'title' | 'titleEn'>) => string
  readonly name: (named: Named) => string
  /** Status, date, and which outlets report it. */
  readonly summary: (entry: Entry) => string
  readonly link: (entry: Pick<Entry, 'id'>) => string
  /** A name that stays the same wherever the page stands. */
  readonly urn: (entry: Pick<Entry, 'id'>) => string
}

const RUSSIAN: Readonly<Record<Entry['status'], string>> = {
  happened: 'состоялось',
  ongoing: 'продолжается',
  planned: 'планируется',
  possible: 'возможно',
  denied: 'отрицается',
}

/** @example urnOf('entry', '4be1') // 'urn:letopis:entry:4be1' */
export const urnOf = (sort: string, id: string): string => `urn:letopis:${sort}:${encodeURIComponent(wellFormed(id))}`

/** @example tellingIn('en', 'http://127.0.0.1:4400/').title(entry) */
export const tellingIn = (language: 'ru' | 'en', home: string): Telling => {
  const russian = language === 'ru'
  return {
    feed: russian ? 'Летопись' : 'Letopis',
    home,
    title: ({ title, titleEn }) => (russian || titleEn === '' ? title : titleEn),
    name: ({ name, nameEn }) => (russian || nameEn === '' ? name : nameEn),
    summary: ({ status, date, evidence, origins }) => {
      const outlets = [...new Set(evidence.flatMap(({ outlet }) => outlet ?? []))].join(', ')
      const sources = russian ? `независимых источников: ${origins}` : `independent origins: ${origins}`
      return [russian ? RUSSIAN[status] : status, date ?? '', sources, outlets].filter(Boolean).join('; ')
    },
    link: ({ id }) => `${home}#entry/${encodeURIComponent(id)}`,
    urn: ({ id }) => urnOf('entry', id),
  }
}

export type View = (typeof VIEWS)[number]

/** Where the reader is: all of it stands in the address, after the `#`. */
export interface Address {
  readonly view: View
  /** Entry of `#entry/ID`, article of `#article/ID/START-END` and `#versions/ID`, actor of `#actor/ID`, first of `#pair/ID/OTHER`. */
  readonly id: string | null
  readonly other: string | null
  readonly range: readonly [number, number] | null
  /** Filters, selection, order, language. */
  readonly query: URLSearchParams
}

const VIEWS = [
  'chronicle',
  'entry',
  'article',
  'versions',
  'disagreements',
  'statements',
  'actors',
  'actor',
  'pairs',
  'pair',
  'sources',
  'add',
  'corrections',
  'system',
] as const

const decoded = (part: string | undefined): string | null => {
  if (!part) return null
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** @example readAddress('#article/a1/20-31?lang=en').range // [20, 31] */
export const readAddress = (hash: string): Address => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const [name, id, range] = path.split('/')
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(range ?? '')
  return {
    view: VIEWS.find((view) => view === name) ?? 'chronicle',
    id: decoded(id),
    other: decoded(range),
    range: match ? [Number(match[1]), Number(match[2])] : null,
    query: new URLSearchParams(query),
  }
}

const queryText = (query: URLSearchParams): string => (query.size > 0 ? `?${query}` : '')

/** The page's address as state, and the ways to change it. */
class Here {
  now = $state.raw<Address>(readAddress(location.hash))
  /** Query of the chronicle as it was last seen, so that going back keeps filters and selection. */
  chronicleQuery = $state.raw(new URLSearchParams(this.now.view === 'chronicle' ? this.now.query : undefined))

  constructor() {
    addEventListener('hashchange', () => this.take())
  }

  private take(): void {
    this.now = readAddress(location.hash)
    if (this.now.view === 'chronicle') this.chronicleQuery = this.now.query
  }

  /** Replaces the chronicle's query: `replace` leaves no trace in the browser's history (typing, moving). */
  setQuery(change: (query: URLSearchParams) => void, replace = true): void {
    const query = new URLSearchParams(this.chronicleQuery)
    change(query)
    this.go(`#chronicle${queryText(query)}`, replace)
  }

  /** Changes the query of the view that stands, whichever it is. */
  setOwn(change: (query: URLSearchParams) => void, replace = true): void {
    const query = new URLSearchParams(this.now.query)
    change(query)
    this.go(`${location.hash.split('?')[0] || '#chronicle'}${queryText(query)}`, replace)
  }

  go(hash: string, replace = false): void {
    if (replace) history.replaceState(null, '', hash)
    else history.pushState(null, '', hash)
    this.take()
  }

  get chronicle(): string {
    return `#chronicle${queryText(this.chronicleQuery)}`
  }
}

export const here = new Here()

export const entryHref = (id: string): string => `#entry/${encodeURIComponent(id)}`
/** An article, at some of its words, in its present text or in an earlier `version`. */
export const articleHref = (id: string, start?: number, end?: number, version?: string): string => {
  const place = start === undefined ? '' : `/${start}-${end}`
  return `#article/${encodeURIComponent(id)}${place}${version === undefined ? '' : `?${new URLSearchParams({ version })}`}`
}
/** The versions of an article; `from` is compared with the present text, else the one before it is. */
export const versionsHref = (id: string, from?: string): string =>
  `#versions/${encodeURIComponent(id)}${from === undefined ? '' : `?${new URLSearchParams({ from })}`}`
export const actorHref = (id: string): string => `#actor/${encodeURIComponent(id)}`
export const pairHref = (a: string, b: string): string => `#pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`
/** A list with conditions: `listHref('statements', { speaker: id })`. */
export const listHref = (view: View, conditions: Readonly<Record<string, string>>): string =>
  `#${view}?${new URLSearchParams(conditions)}`

/** Filters of the chronicle as they stand in the address; their names are those of the API. */
export type MultiFilter = 'kind' | 'status' | 'check' | 'outlet' | 'actor'
export const MULTI: readonly MultiFilter[] = ['kind', 'status', 'check', 'outlet', 'actor']
const SENT = ['kind', 'status', 'check', 'outlet', 'actor', 'from', 'to', 'q', 'story', 'order']

/** The part of the address that the API is asked with. */
export const apiQuery = (query: URLSearchParams): URLSearchParams => {
  const sent = new URLSearchParams()
  for (const name of SENT)
    for (const value of query.getAll(name)) if (value || name === 'outlet') sent.append(name, value)
  return sent
}

export const isOn = (query: URLSearchParams, name: string, value: string): boolean => query.getAll(name).includes(value)

/** Turns one value of a filter on or off, in place. */
export const toggle = (query: URLSearchParams, name: string, value: string): void => {
  const rest = query.getAll(name).filter((each) => each !== value)
  const on = !query.getAll(name).includes(value)
  query.delete(name)
  for (const each of on ? [...rest, value] : rest) query.append(name, each)
}

export const setOne = (query: URLSearchParams, name: string, value: string | null): void => {
  if (value) query.set(name, value)
  else query.delete(name)
}

/** How many conditions stand. */
export const countFilters = (query: URLSearchParams): number =>
  MULTI.reduce((sum, name) => sum + query.getAll(name).length, 0) + (query.has('from') || query.has('to') ? 1 : 0)

export const clearFilters = (query: URLSearchParams): void => {
  for (const name of [...MULTI, 'from', 'to', 'q', 'story']) query.delete(name)
}

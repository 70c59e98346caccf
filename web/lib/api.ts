import type { ArticleView, Density, EntryList, EntryView, Facets, Overview, SourceRow } from '../../src/api/index.ts'

/** What the server answered instead of what was asked. */
export class ApiError extends Error {
  readonly status: number
  readonly remedy: string
  constructor(status: number, message: string, remedy: string) {
    super(message)
    this.status = status
    this.remedy = remedy
  }
}

const ROOT = '/api/v1'

const ask = async <T>(path: string, signal?: AbortSignal): Promise<T> => {
  const response = await fetch(ROOT + path, { headers: { Accept: 'application/json' }, signal: signal ?? null })
  const body = await response.json().catch(() => null)
  if (!response.ok)
    throw new ApiError(response.status, body?.error?.message ?? response.statusText, body?.error?.remedy ?? '')
  return body as T
}

export type TimelineList = EntryList & { readonly facets?: Facets; readonly density?: Density }

export const getOverview = (signal?: AbortSignal) => ask<Overview>('/overview', signal)
export const getEntries = (query: URLSearchParams, signal?: AbortSignal) =>
  ask<TimelineList>(`/entries?${query}`, signal)
export const getEntry = (id: string, signal?: AbortSignal) =>
  ask<EntryView>(`/entries/${encodeURIComponent(id)}`, signal)
export const getArticle = (id: string, signal?: AbortSignal) =>
  ask<ArticleView>(`/articles/${encodeURIComponent(id)}`, signal)
export const getSources = (signal?: AbortSignal) => ask<{ items: readonly SourceRow[] }>('/sources', signal)
export const getRevision = async (): Promise<string> => (await ask<{ revision: string }>('/health')).revision

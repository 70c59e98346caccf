import type {
  ActorList,
  ActorView,
  AddReport,
  ArticleView,
  Correction,
  CorrectionAction,
  CorrectionList,
  Density,
  DisagreementList,
  EntryList,
  EntryView,
  Facets,
  FormatList,
  Note,
  Overview,
  PairList,
  PairView,
  SourceMatrix,
  StatementFacets,
  StatementList,
  VersionsView,
} from '../../src/api/index.ts'

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

const answered = async <T>(response: Response): Promise<T> => {
  const body = await response.json().catch(() => null)
  if (!response.ok)
    throw new ApiError(response.status, body?.error?.message ?? response.statusText, body?.error?.remedy ?? '')
  return body as T
}

const ask = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  answered(await fetch(ROOT + path, { headers: { Accept: 'application/json' }, signal: signal ?? null }))

const post = async <T>(path: string, type: string, body: BodyInit, signal?: AbortSignal): Promise<T> =>
  answered(
    await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': type, Accept: 'application/json' },
      body,
      signal: signal ?? null,
    }),
  )

/** Sends a change: JSON in, JSON out. */
const send = async <T>(path: string, body: unknown): Promise<T> => post(path, 'application/json', JSON.stringify(body))

export type TimelineList = EntryList & {
  readonly facets?: Facets
  readonly density?: Density
  readonly ahead?: EntryList
  readonly first?: EntryView
}

export const getFormats = (signal?: AbortSignal) => ask<FormatList>('/export', signal)
export const getOverview = (signal?: AbortSignal) => ask<Overview>('/overview', signal)
export const getEntries = (query: URLSearchParams, signal?: AbortSignal) =>
  ask<TimelineList>(`/entries?${query}`, signal)

const come = new Map<string, Promise<EntryView>>()
const MOMENT = 2_000
/** Keeps an entry that came with other things, for the one who asks for it in the next moment. */
export const keepEntry = (view: EntryView): void => {
  come.set(view.entry.id, Promise.resolve(view))
  setTimeout(() => come.delete(view.entry.id), MOMENT)
}
export const getEntry = (id: string, signal?: AbortSignal): Promise<EntryView> => {
  const early = come.get(id)
  come.delete(id)
  return early ?? ask<EntryView>(`/entries/${encodeURIComponent(id)}`, signal)
}
export const getArticle = (id: string, version: string | null, signal?: AbortSignal) =>
  ask<ArticleView>(
    `/articles/${encodeURIComponent(id)}${version === null ? '' : `?${new URLSearchParams({ version })}`}`,
    signal,
  )
/** What changed between two versions of an article; the last two where none are named. */
export const getVersions = (
  id: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  signal?: AbortSignal,
) => {
  const query = new URLSearchParams()
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  return ask<VersionsView>(`/articles/${encodeURIComponent(id)}/versions${query.size ? `?${query}` : ''}`, signal)
}
export const getSources = (signal?: AbortSignal) => ask<SourceMatrix>('/sources', signal)
export const getDisagreements = (query: URLSearchParams, signal?: AbortSignal) =>
  ask<DisagreementList>(`/disagreements?${query}`, signal)
export const getStatements = (query: URLSearchParams, signal?: AbortSignal) =>
  ask<StatementList & { readonly facets?: StatementFacets }>(`/statements?${query}`, signal)
export const getActors = (query: URLSearchParams, signal?: AbortSignal) => ask<ActorList>(`/actors?${query}`, signal)
export const getActor = (id: string, signal?: AbortSignal) =>
  ask<ActorView>(`/actors/${encodeURIComponent(id)}`, signal)
export const getPairs = (query: URLSearchParams, signal?: AbortSignal) => ask<PairList>(`/pairs?${query}`, signal)
export const getPair = (a: string, b: string, signal?: AbortSignal) =>
  ask<PairView>(`/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`, signal)
export const sendAddresses = (addresses: readonly string[]) => send<AddReport>('/api/addresses', { addresses })
export const sendFile = (file: File) =>
  post<AddReport>(`/api/files?${new URLSearchParams({ name: file.name })}`, 'application/octet-stream', file)
export const sendPages = (pages: readonly unknown[]) => send<AddReport>('/api/pages', { pages })
export const getRevision = async (): Promise<string> => (await ask<{ revision: string }>('/health')).revision
export const getCorrections = (query: URLSearchParams, signal?: AbortSignal) =>
  ask<CorrectionList>(`/corrections?${query}`, signal)
export const getNotes = (id: string, signal?: AbortSignal) =>
  ask<{ readonly items: readonly Note[] }>(`/notes/${encodeURIComponent(id)}`, signal)
export const sendCorrections = (author: string, actions: readonly CorrectionAction[]) =>
  send<{ readonly corrections: readonly Correction[] }>('/api/corrections', { author, actions })
export const sendLog = (body: unknown) => send<{ readonly added: number }>('/api/corrections/import', body)

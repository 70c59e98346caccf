import type { Component } from 'svelte'
import { here, type View } from '../lib/address.svelte.ts'

/** What the address says of a place; a list takes none of it. */
export interface Place {
  readonly id: string
  readonly other: string
  readonly range: readonly [number, number] | null
}

interface Loader {
  readonly load: () => Promise<{ readonly default: Component<Place> }>
  /** Shows one thing, named by an id. */
  readonly single: boolean
}

// What a list is given it does not look at.
const list = (load: () => Promise<{ readonly default: Component<Record<string, never>> }>): Loader => ({
  load: load as unknown as Loader['load'],
  single: false,
})
const single = (load: Loader['load']): Loader => ({ load, single: true })

/** Every view but the timeline, each fetched when it is wanted. */
export const VIEWS: Readonly<Partial<Record<View, Loader>>> = {
  entry: single(() => import('../entry/EntryView.svelte')),
  article: single(() => import('../article/ArticleView.svelte')),
  versions: single(() => import('../article/VersionsView.svelte')),
  disagreements: list(() => import('../disagreements/DisagreementsView.svelte')),
  statements: list(() => import('../statements/StatementsView.svelte')),
  actors: list(() => import('../actors/ActorsView.svelte')),
  actor: single(() => import('../actors/ActorView.svelte')),
  pairs: list(() => import('../pairs/PairsView.svelte')),
  pair: single(() => import('../pairs/PairView.svelte')),
  sources: list(() => import('../sources/SourcesView.svelte')),
  add: list(() => import('../add/AddView.svelte')),
  corrections: list(() => import('../corrections/CorrectionsView.svelte')),
  system: list(() => import('../system/SystemView.svelte')),
}

// The view that is opened first is fetched while the frame around it is drawn.
void VIEWS[here.now.view]?.load().catch(() => undefined)

const LATER = 3_000

/** Fetches the views that a reader is likely to open next, once the first one stands. */
export const fetchViews = (): (() => void) => {
  const timer = setTimeout(() => {
    for (const view of ['entry', 'article', 'disagreements', 'statements'] as const)
      void VIEWS[view]?.load().catch(() => undefined)
  }, LATER)
  return () => clearTimeout(timer)
}

import type { View } from './address.svelte.ts'
import type { ICONS } from './kinds.ts'

/** A section of the page; `views` are those that belong to it. */
export interface Section {
  readonly name: 'chronicle' | 'disagreements' | 'statements' | 'actors' | 'pairs' | 'sources' | 'add' | 'corrections'
  readonly icon: keyof typeof ICONS
  readonly views: readonly View[]
}

/** The first four stand in every navigation; a narrow one keeps the rest behind a button. */
export const SECTIONS: readonly Section[] = [
  { name: 'chronicle', icon: 'list', views: ['chronicle', 'entry', 'article'] },
  { name: 'disagreements', icon: 'fork', views: ['disagreements'] },
  { name: 'statements', icon: 'speech', views: ['statements'] },
  { name: 'actors', icon: 'person', views: ['actors', 'actor'] },
  { name: 'pairs', icon: 'pair', views: ['pairs', 'pair'] },
  { name: 'sources', icon: 'sources', views: ['sources'] },
  { name: 'add', icon: 'plus', views: ['add'] },
  { name: 'corrections', icon: 'pen', views: ['corrections'] },
]
export const ALWAYS = 4

import { here } from '../lib/address.svelte.ts'
import { theTimeline } from './timeline.svelte.ts'

/** A click on a square selects its entry where a pane shows it; otherwise the link opens it. */
export const pick = (event: MouseEvent, id: string): void => {
  if (!matchMedia('(min-width: 900px)').matches || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  here.setQuery((query) => query.set('sel', id))
  theTimeline().reveal(id, 'center')
}

import { keepPage, type ReadPage } from '../../store/index.ts'
import { factsOfOutcome } from './read-one.ts'
import type { ReadResult } from './read-pages.ts'

/** A page that was read, in the form that the store keeps; null where it was not. */
export const readPageOf = ({ page, outcome }: ReadResult): ReadPage | null =>
  page === null || outcome.kind !== 'read'
    ? null
    : { page: keepPage(page), facts: factsOfOutcome(outcome), givenId: page.meta.id ?? null }

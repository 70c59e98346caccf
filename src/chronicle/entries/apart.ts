import type { EventKind } from '../../facts/index.ts'
import type { Relation } from './actors.ts'
import type { Draft, Members } from './draft.ts'

/** Whether some article tells the one as a plan alone, and the other as done alone. */
export const tellBoth = (plan: Draft, deed: Draft): boolean => {
  const [small, large] = plan.articles.size <= deed.articles.size ? [plan, deed] : [deed, plan]
  for (const one of small.articles)
    if (
      large.articles.has(one) &&
      plan.plannedIn.has(one) &&
      !plan.doneIn.has(one) &&
      deed.doneIn.has(one) &&
      !deed.elseIn.has(one)
    )
      return true
  return false
}

/** Whether two sets have something in common. */
export const shares = <T>(a: Members<T>, b: Members<T>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const one of small) if (large.has(one)) return true
  return false
}

/** Another guest, or the same one at a place that no host joins. */
export const otherGuest = (a: Draft, b: Draft, { people, states }: Relation, place: number): boolean => {
  const guests = (draft: Draft): boolean => draft.actors.some(({ sort }) => sort === 'person')
  return (people === 0 && guests(a) && guests(b)) || (place < 0 && states === 0)
}

/** Kinds of what befalls persons one by one; many stand in one election. */
const PERSONAL = new Set<EventKind>(['detention', 'appointment'])
const ELECTION = /^(?:выбор|голос)/

/** A court sentences many in a day: somebody whom it befell on either side, and nobody on both. */
export const otherPerson = (a: Draft, b: Draft, { people }: Relation): boolean => {
  const befallen = (draft: Draft): boolean =>
    draft.actors.some(({ sort, role }) => sort === 'person' && role === 'target')
  if (people > 0 || !PERSONAL.has(a.kind) || !befallen(a) || !befallen(b)) return false
  return ![...a.lemmas, ...b.lemmas].some((lemma) => ELECTION.test(lemma))
}

import type { Entry, EntryView, Evidence } from '../../src/api/index.ts'

/** Evidence that outlets took out of their articles. */
export const withdrawnIn = ({ evidence }: Entry): readonly Evidence[] => evidence.filter((each) => each.withdrawn)

/** The entry with the evidence that outlets stand by: all that its fields rest on. What was wholly withdrawn stays as it is. */
export const standingView = (view: EntryView): EntryView => {
  const { entry } = view
  if (entry.withdrawn || !entry.evidence.some((each) => each.withdrawn)) return view
  const stands = (_: unknown, at: number): boolean => !entry.evidence[at]?.withdrawn
  return {
    ...view,
    entry: { ...entry, evidence: entry.evidence.filter(stands) },
    named: view.named.filter(stands),
  }
}

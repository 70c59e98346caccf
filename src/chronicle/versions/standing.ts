import type { Entry, Evidence } from '../chronicle.ts'

/**
 * The evidence that outlets still stand by; all of it where every outlet has withdrawn the entry.
 *
 * @example standingEvidence(entry).every(({ withdrawn }) => !withdrawn) // unless entry.withdrawn
 */
export const standingEvidence = ({
  evidence,
  withdrawn,
}: Pick<Entry, 'evidence' | 'withdrawn'>): readonly Evidence[] =>
  withdrawn || !evidence.some((each) => each.withdrawn) ? evidence : evidence.filter((each) => !each.withdrawn)

import type { Disagreement, Version } from '../chronicle.ts'
import type { Comparison } from '../entries/compare.ts'
import type { Identities } from '../identities/identities.ts'
import { accountVersions } from './accounts.ts'
import { accusationVersions } from './accusations.ts'
import { calledVersions } from './called.ts'
import { claimVersions, denialVersions } from './claims.ts'
import { countVersions } from './counts.ts'
import { dateVersions } from './dates.ts'
import { documentVersions } from './documents.ts'
import { doubtVersions } from './doubts.ts'
import { framingVersions } from './framing.ts'
import { labelVersions } from './labels.ts'
import { occasionVersions } from './occasions.ts'
import { tollVersions } from './toll-versions.ts'
import { type Case, durationVersions, rankVersions, statusVersions } from './values.ts'

/**
 * Where the sources of one entry disagree, by relation: conflict, tension, claim, framing. Values that differ only in
 * how fine they are come apart, as `granularity`. Letopis shows all versions and never decides between them.
 */
export const disagreementsIn = (
  one: Case,
  /** The same with incidental evidence: what people say of each other's words stands there too. */
  wide: Case,
  identities: Identities,
  context: Comparison,
): { readonly disagreements: readonly Disagreement[]; readonly granularity: readonly Version[] } => {
  const dates = dateVersions(one)
  const durations = durationVersions(one)
  const documents = documentVersions(one)
  const statuses = statusVersions(one)
  const denials = denialVersions(wide)
  const disagreements = [
    ...dates.disagreements,
    ...statuses,
    ...(denials.length > 0 ? denials : statuses.length > 0 ? [] : claimVersions(one)),
    ...accusationVersions(wide),
    ...durations.disagreements,
    ...tollVersions(one),
    ...countVersions(one),
    ...rankVersions(one),
    ...(documents.length > 0 ? documents : calledVersions(one)),
    ...framingVersions(one),
    ...labelVersions(wide),
    ...occasionVersions(one),
    ...doubtVersions(one),
    ...accountVersions(one, identities, context),
  ]
  return { disagreements, granularity: [...dates.granularity, ...durations.granularity] }
}

import { plural } from './plural.ts'
import type { versions as ru } from './versions-ru.ts'

const count = plural('en')

/** Words of an article's versions, in English. */
export const versions: typeof ru = {
  heading: 'Versions of the article',
  count: (n) => `The outlet changed the text: ${count(n, 'version', 'versions')}`,
  compare: 'compare',
  earlierText: 'This is an earlier text; the outlet has changed it.',
  present: 'the present text',
  presentShort: 'present',
  table: 'All versions, from the first to the last',
  time: 'Time',
  headline: 'Headline',
  from: 'Before',
  to: 'After',
  changes: 'What changed',
  changesHint: 'struck out what is gone, underlined what has come',
  removed: 'removed',
  added: 'added',
  same: (n) => count(n, 'sentence as before', 'sentences as before'),
  nothing: 'The text is the same.',
  single: 'The text of this article never changed.',
  withdrawn: 'Withdrawn by the outlet',
  withdrawnHint: 'told by the earlier text, not by the later one',
  brought: 'Brought in',
  broughtHint: 'told by the later text alone',
  sorts: { event: 'event', statement: 'statement', figure: 'figure' },
  inEntry: 'entry',
  withdrawnEvidence: 'Withdrawn evidence',
  withdrawnEvidenceHint: 'outlets took these words out of their articles; no field of the entry rests on them',
  withdrawnEntry: 'Withdrawn: every outlet that told this has taken the words out.',
  withdrawnMark: 'withdrawn',
}

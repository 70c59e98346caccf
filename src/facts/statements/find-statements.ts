import type { Analysis } from '../../language/index.ts'
import type { StatementFact, TimeFact } from '../facts.ts'
import { Reader } from './reader.ts'

/**
 * Who is reported to say what, through whom: one fact a reported speech, in text order, as docs/facts.md defines
 * (content alone as the span, the fullest name of the speaker, kind, stance, cue). Rules over cues, clause
 * punctuation and case, with syntax where the parser gives it; each fact's `why` names its rule. Bad input yields
 * fewer facts, never invented ones; time is linear in the text.
 *
 * The inventory of cues follows quotation extraction for news (Pareti, 2015) and its Russian counterparts.
 *
 * @example of 'Иванов заявил, что мост открыт.': span 'мост открыт', speaker 'Иванов', cue 'заявил', stance 'says'
 */
export const findStatements = (analysis: Analysis, _times: readonly TimeFact[]): readonly StatementFact[] => {
  const reader = new Reader(analysis)
  return reader.read()
}

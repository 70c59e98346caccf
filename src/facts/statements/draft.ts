import type { Speaker, Stance, StatementFact } from '../facts.ts'
import type { Content } from './content.ts'
import type { Cue } from './cues.ts'
import type { Party } from './speaker.ts'
import type { Unit } from './unit.ts'

/** The rules of statements, as `why` names them after "statement.". */
export const STATEMENT_RULES = [
  'quote.before',
  'quote.split',
  'quote.colon',
  'quote.bare',
  'clause.that',
  'colon',
  'topic.before',
  'aside.after',
  'aside.how',
  'according',
  'complement',
  'noun.that',
  'back.clause',
  'back.sentence',
  'colon.speaker',
  'dash.speaker',
  'thesis',
  'note',
] as const
export type StatementRule = (typeof STATEMENT_RULES)[number]

/** A statement being put together: its place in its unit is still needed to join it with others. */
export interface Draft {
  readonly content: Content
  readonly speaker: Party | null
  readonly via: readonly Party[]
  readonly stance: Stance
  readonly cue: Cue | null
  readonly rule: StatementRule
  /** The cue is the author's aside beside the content. */
  readonly aside: boolean
}

/** A draft without a verb of speech: the layout or the punctuation shows who speaks. */
export const plain = (found: { content: Content; speaker: Party | null; rule: StatementRule }): Draft => ({
  ...found,
  stance: 'says',
  via: [],
  cue: null,
  aside: false,
})

const outlets = (draft: Draft): StatementFact['via'] => {
  const via = new Map<string, { name: string; identity?: string }>()
  for (const { speaker } of draft.via) {
    const { name, identity } = speaker
    if (name !== draft.speaker?.speaker.name) via.set(name, identity === undefined ? { name } : { name, identity })
  }
  return [...via.values()]
}

/** The fact of a draft, with the rule and the words that it rests on. */
export const toFact = (unit: Unit, draft: Draft): StatementFact => {
  const { content, cue } = draft
  const speaker: Speaker | null = draft.speaker?.speaker ?? null
  const words: [number, number][] = []
  const span = cue && { start: unit.words[cue.from]!.start, end: unit.words[cue.to - 1]!.end }
  if (span) words.push([span.start, span.end])
  if (speaker?.start !== undefined && speaker.end !== undefined) words.push([speaker.start, speaker.end])
  return {
    start: content.start,
    end: content.end,
    kind: content.kind,
    stance: draft.stance,
    speaker,
    via: outlets(draft),
    cue: span && { start: span.start, end: span.end, lemma: cue.lemma },
    why: { rule: `statement.${draft.rule}`, words },
  }
}

/** Sorts the statements by place and sets `within` where one lies inside another. */
export const nest = (facts: readonly StatementFact[]): readonly StatementFact[] => {
  const sorted = [...facts].sort((a, b) => a.start - b.start || b.end - a.end)
  const open: number[] = []
  return sorted.map((fact, i) => {
    while (open.length > 0 && sorted[open.at(-1)!]!.end < fact.end) open.pop()
    const outer = open.at(-1)
    open.push(i)
    return outer === undefined || sorted[outer]!.end <= fact.start ? fact : { ...fact, within: outer }
  })
}

import type { ArticleFacts } from '../facts/index.ts'

/**
 * The JSON line of one article's facts, in the order of the contract (docs/facts.md). Without a line break at its end.
 *
 * @example factsJson(facts) // '{"id":"…","input":"pages/one.html","url":null, …'
 */
export const factsJson = (facts: ArticleFacts): string => {
  const { id, input, url, outlet, language, headline, published, publishedBasis, updated, text } = facts
  const { parts, mentions, times, statements, events, figures, documents, notes, credits } = facts
  return JSON.stringify({
    id,
    input,
    url,
    outlet,
    language,
    headline,
    published,
    publishedBasis,
    updated,
    text,
    parts,
    mentions: mentions.map(({ start, end, type, name, role, identity, ...rest }) => ({
      start,
      end,
      type,
      name,
      role,
      identity,
      ...rest,
    })),
    times: times.map(({ start, end, value, ...rest }) => ({ start, end, value, ...rest })),
    statements: statements.map(({ start, end, kind, stance, speaker, via, cue, within, ...rest }) => ({
      start,
      end,
      kind,
      stance,
      speaker,
      via,
      cue,
      within,
      ...rest,
    })),
    events: events.map(
      ({ kind, status, trigger, participants, date, dateBasis, place, figures: of, statement, why }) => ({
        kind,
        status,
        trigger,
        participants: participants.map(({ name, role, identity, type }) => ({ name, role, identity, type })),
        date,
        dateBasis,
        place,
        figures: of,
        statement,
        why,
      }),
    ),
    figures: figures.map(({ start, end, value, to, unit, of, approximation, statement, doubt, why }) => ({
      start,
      end,
      value,
      to,
      unit,
      of,
      approximation,
      statement,
      doubt,
      why,
    })),
    documents: documents.map(({ name, start, end, identity, ...rest }) => ({ name, start, end, identity, ...rest })),
    notes,
    credits,
  })
}

import type { ChronicleStatement, Entry, EntryParticipant } from '../chronicle/index.ts'
import { daysOf } from './dates.ts'
import type { ExportFormat } from './format.ts'
import { goneJson } from './jsonl.ts'
import type { CitedArticle } from './political/articles.ts'
import { codedLines } from './political/coded.ts'
import { codeEvent, codeStance, quadOf, scoreOf } from './political/coding.ts'
import { type Entities, sidesOf } from './political/entities.ts'

const defined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))

const CODEBOOK = 'PLOVER 2.0 draft (2021)'

type Articles = ReadonlyMap<string, CitedArticle>

interface Actor {
  readonly name: string
  readonly nameEn: string | null
  readonly identity: string | null
}

const entityOf = ({ name, nameEn, identity }: Actor, entities: Entities): object => {
  const { code, sector, office } = entities.of(identity)
  return defined({
    code,
    sector,
    entity_text: name,
    identifier_id: identity,
    identifier_text: nameEn === '' ? null : nameEn,
    office,
  })
}

const citation = (article: string, articles: Articles): object =>
  defined({
    corpus: 'letopis',
    citation: article,
    url: articles.get(article)?.url ?? null,
    language: 'ru',
    publication: articles.get(article)?.outlet ?? null,
    coder: 'letopis',
    codebook: CODEBOOK,
  })

const entryRecord = (entry: Entry, entities: Entities, articles: Articles): object | null => {
  const coded = codeEvent(entry.kind, entry.status)
  const days = daysOf(entry.date)
  const { actors, recipients } = sidesOf(entry)
  if (coded?.event == null || days === null || actors.length === 0) return null
  const { event, mode, context } = coded
  const list = (side: readonly EntryParticipant[]): object[] => side.map((each) => entityOf(each, entities))
  const [first] = entry.evidence
  return defined({
    id: entry.id,
    date: days.first,
    enddate: days.last === days.first ? null : days.last,
    actor: list(actors),
    recipient: recipients.length > 0 ? list(recipients) : null,
    event: [event],
    event_loc: entry.place
      ? defined({
          extracted_place: entry.place.name,
          resolved_place: entry.place.nameEn || null,
          country_code: entities.of(entry.place.identity).code,
        })
      : null,
    event_text: [entry.titleEn || entry.title],
    quad_code: quadOf(event),
    event_scale: scoreOf(event, mode),
    mode: mode === null ? null : [mode],
    context: context.length > 0 ? context : null,
    link: entry.story,
    cite_info: first ? citation(first.article, articles) : null,
    coder: 'letopis',
    // Beside the norm: what the codes cannot tell.
    status: entry.status,
    date_edtf: entry.date,
    kind: entry.kind,
    origins: entry.origins,
    disagreements: entry.disagreements.length,
  })
}

const statementRecord = (said: ChronicleStatement, entities: Entities, articles: Articles): object | null => {
  const { event, mode } = codeStance(said.stance)
  const days = daysOf(said.published)
  if (event === null || said.speaker === null || days === null) return null
  return defined({
    id: `${said.article}#${said.index}`,
    date: days.first,
    actor: [entityOf({ ...said.speaker, nameEn: null }, entities)],
    event: [event],
    quad_code: quadOf(event),
    event_scale: scoreOf(event, mode),
    mode: mode === null ? null : [mode],
    text_info: { start: said.start, end: said.end },
    cite_info: citation(said.article, articles),
    coder: 'letopis',
    stance: said.stance,
    speech: said.kind,
    date_basis: 'publication',
  })
}

const line = (record: object | null): string => (record === null ? '' : `${JSON.stringify(record)}\n`)

/**
 * PLOVER's data interchange format (manual, chapter "Data Fields"): one event a line. Left out is what PLOVER has no
 * place for: appointments, decisions, plain statements, and what has no actor or no date.
 */
export const PLOVER: ExportFormat = {
  name: 'plover',
  title: { ru: 'Коды событий, PLOVER', en: 'Coded events, PLOVER' },
  about: 'PLOVER events as JSON lines (Open Event Data Alliance, 2021 draft): category, mode, quad, score',
  covers: ['entries', 'statements'],
  media: 'application/x-ndjson; charset=utf-8',
  extension: 'plover.jsonl',
  streams: true,
  tellsGone: true,
  write: (tables, { what, standing }) =>
    codedLines(tables, what, standing, {
      gone: (id) => `${goneJson(id)}\n`,
      statement: (...given) => line(statementRecord(...given)),
      entry: (...given) => line(entryRecord(...given)),
    }),
}

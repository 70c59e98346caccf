import type { ArticleFacts, EventFact, MentionFact, Part, StatementFact, TimeFact } from '../../src/api/index.ts'
import { NAMES, type ToldArticle } from './story-articles.ts'

const CUT = new Set(['meta', 'service', 'teaser', 'note'])
const FORMS: readonly (readonly [RegExp, string, string?])[] = [
  [/Ирм[аыу] Лунд|Лунд/gu, 'Ирма Лунд', 'премьер-министр Кальвии'],
  [/Виктор(?:ом|а)? Саар(?:ом|а)?|Саара?/gu, 'Виктор Саар', 'президент Эстории'],
  [/Хелена Ройс|Ройс/gu, 'Хелена Ройс', 'представитель министерства'],
  [/Андрес(?:а)? Кольм(?:а)?/gu, 'Андрес Кольм', 'министр транспорта'],
  [/Кальви[яи]/gu, 'Кальвия'],
  [/Эстори[яию]/gu, 'Эстория'],
  [/Совет портов/gu, 'Совет портов'],
  [/Балтинформ/gu, 'Балтинформ'],
  [/Лагод[аеуы]|ЛАГОДА/gu, 'Лагода'],
  [/Торвике/gu, 'Торвик'],
  [/верф[ьи] «Маяк»/gu, 'верфь «Маяк»'],
  [/Рунё/gu, 'остров Рунё'],
]

/** A stable made-up identity id of a name. */
export const identityOf = (name: string): string => `i-${Object.keys(NAMES).indexOf(name)}`

const find = (text: string, words: string, from = 0): number => {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`the invented story lacks "${words}"`)
  return at
}

const layOut = (told: ToldArticle): { text: string; parts: Part[] } => {
  let text = ''
  let page = 0
  const parts = told.parts.map(([kind, words]): Part => {
    const at = { pageStart: page, pageEnd: page + words.length }
    page += words.length + 1
    if (CUT.has(kind)) return { kind, text: words, ...at }
    if (text) text += kind === 'headline' || !text.includes('\n') ? '\n\n' : '\n'
    const start = text.length
    text += words
    return { kind, text: words, start, end: text.length, ...at }
  })
  return { text, parts }
}

const mentionsIn = (text: string): MentionFact[] =>
  FORMS.flatMap(([form, name, role]) =>
    [...text.matchAll(form)].map((match): MentionFact => {
      const place = { start: match.index, end: match.index + match[0].length }
      return {
        ...place,
        type: NAMES[name]?.[1] ?? 'place',
        name,
        identity: identityOf(name),
        ...(role ? { role } : {}),
      }
    }),
  ).sort((a, b) => a.start - b.start)

const statementsIn = (told: ToldArticle, text: string): StatementFact[] =>
  told.statements.map((said): StatementFact => {
    const start = find(text, said.words)
    const cue = find(text, said.cue)
    return {
      start,
      end: start + said.words.length,
      kind: said.direct ? 'direct' : 'indirect',
      stance: said.stance,
      speaker:
        said.speaker === null
          ? null
          : { name: said.speaker, ...(NAMES[said.speaker] ? { identity: identityOf(said.speaker) } : {}) },
      via: (said.via ?? []).map((name) => ({ name })),
      cue: { start: cue, end: cue + said.cue.length, lemma: said.cue.toLowerCase() },
      why: { rule: 'invented', words: [[cue, cue + said.cue.length]] },
    }
  })

const eventsIn = (told: ToldArticle, text: string, statements: readonly StatementFact[]): EventFact[] =>
  told.events.map((event): EventFact => {
    const near = find(text, event.near)
    const start = find(text, event.trigger, near)
    const end = start + event.trigger.length
    const statement = statements.findIndex((said) => said.start <= start && end <= said.end)
    return {
      kind: event.kind,
      status: event.status,
      trigger: { start, end, lemma: event.trigger.toLowerCase() },
      participants: event.who.map((name) => ({ name, role: 'side', identity: identityOf(name) })),
      date: event.date ?? null,
      dateBasis: event.date ? 'text' : null,
      place: event.place ? { name: event.place, identity: identityOf(event.place) } : null,
      figures: [],
      ...(statement < 0 ? {} : { statement }),
      why: { rule: `${event.kind}.invented`, words: [[start, end]] },
    }
  })

/** The facts of one told article, with the offsets that its words have in the laid out text. */
export const factsOf = (told: ToldArticle): ArticleFacts => {
  const { text, parts } = layOut(told)
  const statements = statementsIn(told, text)
  const times = told.times.map(([words, value]): TimeFact => {
    const start = find(text, words)
    return { start, end: start + words.length, value }
  })
  return {
    id: told.id,
    input: `${told.id}.html`,
    url: null,
    outlet: told.outlet,
    language: 'ru',
    headline: told.parts.find(([kind]) => kind === 'headline')?.[1] ?? null,
    published: told.published,
    publishedBasis: 'page',
    updated: null,
    text,
    parts,
    notes: [],
    credits: [],
    mentions: mentionsIn(text),
    times,
    statements,
    events: eventsIn(told, text, statements),
    figures: [],
    documents: [],
  }
}

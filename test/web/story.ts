import type { ArticleFacts, ChronicleSource, Disagreement, Entry, Evidence, Identity } from '../../src/api/index.ts'
import { readChronicle } from '../../src/app/index.ts'
import { type Correction, correctionOf, withVersions } from '../../src/chronicle/index.ts'
import { plainLanguage } from '../support/invented-facts.ts'
import { ARTICLES, NAMES, type ToldArticle, type ToldEvent } from './story-articles.ts'
import { factsOf, identityOf } from './story-facts.ts'

const FACTS: readonly ArticleFacts[] = ARTICLES.map(factsOf)
const factsById = new Map(FACTS.map((facts) => [facts.id, facts]))

/** One page was rewritten: its first text told another day and another length. */
const EDITED = ARTICLES.find(({ id }) => id === 'gulf-2') as ToldArticle
const NOW = 'Беседа во дворце Ратуши длилась около трёх часов'
const BEFORE = 'Беседа во дворце Ратуши 13 мая длилась два часа'
const VERSIONS = [
  {
    version: 'first',
    facts: factsOf({
      ...EDITED,
      published: '2031-05-14T19:10:00+03:00',
      parts: EDITED.parts.map(([kind, text]) => [kind, text.replace(NOW, BEFORE)]),
      statements: EDITED.statements.map((said) => ({ ...said, words: said.words.replace(NOW, BEFORE) })),
      events: EDITED.events.map((event) =>
        event.trigger === 'Беседа' ? { ...event, near: BEFORE, date: '2031-05-13' } : event,
      ),
    }),
  },
  { version: 'second', facts: factsById.get('gulf-2') as ArticleFacts },
]

const storedVersions = VERSIONS.map(({ version, facts }, at) => {
  const { id, input, headline, published, updated } = facts
  const current = at === VERSIONS.length - 1
  return { version: { id, version, input, headline, published, updated, fetched: null, current }, facts }
})

/** Russian and English title of each entry, and the entry that it is part of. */
const TITLES: Readonly<Record<string, readonly [string, string, string?]>> = {
  visit: ['Визит Ирмы Лунд в Эсторию', 'Visit of Irma Lund to Estoria'],
  torvik: ['Встреча премьеров Кальвии и Эстории в Торвике', 'Meeting of the premiers of Kalvia and Estoria in Torvik'],
  'line-stopped': ['Остановка паромной линии между столицами', 'Suspension of the ferry line between the capitals'],
  video: ['Видеоконференция министров Кальвии и Эстории', 'Video conference of ministers of Kalvia and Estoria'],
  council: ['Заседание Совета портов', 'Session of the Council of Ports'],
  invitation: ['Приглашение Виктора Саара Ирме Лунд', 'Invitation of Viktor Saar to Irma Lund'],
  signing: [
    'Подписание соглашения Кальвии и Эстории в Лагоде',
    'Signing of an agreement between Kalvia and Estoria in Lagoda',
    'visit',
  ],
  ship: ['Передача учебного судна Эстории', 'Transfer of a training ship to Estoria'],
  talks: ['Переговоры Ирмы Лунд и Виктора Саара в Лагоде', 'Talks of Irma Lund and Viktor Saar in Lagoda', 'visit'],
  ceremony: ['Церемония с участием Кальвии и Эстории', 'Ceremony with Kalvia and Estoria', 'visit'],
  shipyard: [
    'Посещение верфи «Маяк» Ирмой Лунд и Виктором Сааром',
    'Visit of Irma Lund and Viktor Saar to the Mayak shipyard',
    'visit',
  ],
  line: ['Возобновление паромной линии Кальвии и Эстории', 'Resumption of the ferry line of Kalvia and Estoria'],
  fee: ['Отмена портового сбора для грузов из Кальвии', 'Lifting of the port fee on cargo from Kalvia'],
  approve: ['Решение Совета портов о паромной линии', 'Decision of the Council of Ports on the ferry line'],
  observer: ['Назначение Андреса Кольма Советом портов', 'Appointment of Andres Kolm by the Council of Ports'],
  drill: ['Учения Кальвии и Эстории у острова Рунё', 'Exercise of Kalvia and Estoria near Runö Island'],
  next: ['Встреча Ирмы Лунд и Виктора Саара в Торвике', 'Meeting of Irma Lund and Viktor Saar in Torvik'],
  fishers: ['Задержания рыбаков у острова Рунё', 'Detentions of fishermen near Runö Island'],
}

const sentenceAt = (text: string, at: number): { start: number; end: number } => {
  const before = Math.max(
    text.lastIndexOf('. ', at) + 2,
    text.lastIndexOf('\n', at) + 1,
    text.lastIndexOf('?! ', at) + 2,
  )
  const start = before === 1 ? 0 : before
  const ends = [text.indexOf('. ', at), text.indexOf('.\n', at), text.indexOf('\n', at)].filter((end) => end >= 0)
  return { start, end: Math.min(text.length, ...ends) }
}

const evidenceOf = (facts: ArticleFacts, told: ToldArticle, event: number): Evidence => {
  const fact = facts.events[event]!
  const said = fact.statement === undefined ? undefined : facts.statements[fact.statement]
  const { start, end } = sentenceAt(facts.text, fact.trigger.start)
  return {
    article: facts.id,
    start,
    end,
    quote: facts.text.slice(start, end),
    outlet: facts.outlet,
    published: facts.published,
    chain: [
      ...(said?.speaker ? [said.speaker.name] : []),
      ...(said?.via ?? []).map(({ name }) => name),
      ...(facts.outlet ? [facts.outlet] : []),
    ],
    status: fact.status,
    date: fact.date,
    place: fact.place?.name ?? null,
    event,
    origin: originOf(said?.speaker?.name ?? told.copyOf?.[0] ?? facts.id),
  }
}

const origins: string[] = []
const originOf = (root: string): number => {
  if (!origins.includes(root)) origins.push(root)
  return origins.indexOf(root)
}

const source = (article: string, words: string) => {
  const text = factsById.get(article)?.text ?? ''
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${article} lacks "${words}"`)
  return { article, start, end: start + words.length, quote: words }
}

const versions = (list: readonly (readonly [string, readonly (readonly [string, string])[]])[]) =>
  list.map(([value, told]) => ({
    value,
    articles: told.map(([article]) => article),
    origins: 1,
    sources: told.map(([article, words]) => source(article, words)),
  }))

const DISAGREEMENTS: Readonly<Record<string, readonly Disagreement[]>> = {
  signing: [
    {
      id: 'd-date',
      about: 'date',
      relation: 'conflict',
      versions: versions([
        [
          '2031-05-14',
          [
            ['gulf-2', 'в Лагоду 14 мая'],
            ['courier-1', 'в Лагоду 14 мая'],
          ],
        ],
        ['2031-05-13', [['north-2', 'подписали 13 мая']]],
      ]),
    },
    {
      id: 'd-name',
      about: 'document',
      relation: 'framing',
      versions: versions([
        ['Соглашение о паромном сообщении', [['gulf-2', 'Соглашение о паромном сообщении']]],
        ['Договор о морском сообщении', [['north-2', 'Договор о морском сообщении']]],
      ]),
    },
  ],
  talks: [
    {
      id: 'd-duration',
      about: 'duration',
      relation: 'conflict',
      versions: versions([
        [
          'около трёх часов',
          [
            ['gulf-2', 'длилась около трёх часов'],
            ['courier-1', 'длилась около трёх часов'],
          ],
        ],
        ['чуть больше часа', [['north-2', 'заняли чуть больше часа']]],
      ]),
    },
  ],
  ceremony: [
    {
      id: 'd-count',
      about: 'count',
      relation: 'conflict',
      versions: versions([
        ['около 400 гостей', [['gulf-2', 'около 400 гостей']]],
        ['около 250 человек', [['north-2', 'около 250 человек']]],
      ]),
    },
  ],
  visit: [
    {
      id: 'd-claim',
      about: 'status',
      relation: 'claim',
      versions: versions([
        ['possible', [['gulf-1', 'может посетить Эсторию']]],
        ['denied', [['north-1', 'Такая поездка не готовится']]],
      ]),
    },
  ],
}

const pick = <T>(values: readonly T[], skip: (value: T) => boolean): T | null => values.find((v) => !skip(v)) ?? null

const preferred = (evidence: readonly Evidence[]) => {
  const done = evidence.filter(({ status }) => status === 'happened' || status === 'ongoing')
  const last = done.length > 0 ? done : evidence.slice(-1)
  const status = last.at(-1)!.status
  const exact = last.map(({ date }) => date).find((date) => date?.length === 10)
  return {
    status,
    date:
      exact ??
      pick(
        last.map(({ date }) => date),
        (date) => date === null,
      ),
  }
}

const told: readonly (readonly [ToldArticle, ArticleFacts, ToldEvent, number])[] = ARTICLES.flatMap((article, i) =>
  article.events.map((event, n) => [article, FACTS[i]!, event, n] as const),
)

const CONTACTS = ['visit', 'meeting', 'call', 'gathering']
const levelOf = (kind: string, names: readonly string[]): Entry['level'] =>
  !CONTACTS.includes(kind) ? null : names.includes('Ирма Лунд') ? 'leaders' : 'states'

const entryOf = (key: string): Entry => {
  const mine = told.filter(([, , event]) => event.entry === key)
  const evidence = mine.map(([article, facts, , n]) => evidenceOf(facts, article, n))
  const [title, titleEn, partOf] = TITLES[key]!
  const names = [...new Set(mine.flatMap(([, , { who }]) => who))]
  const place =
    pick(
      evidence.map((each) => each.place),
      (each) => each === null || each === 'Лагода',
    ) ?? evidence.find((each) => each.place)?.place
  const { status, date } = preferred(evidence)
  const coarse = evidence.find((each) => each.date && each.date !== date && date?.startsWith(each.date))
  return {
    id: `e-${key}`,
    aliases: [`old-${key}`],
    kind: mine[0]![2].kind,
    status,
    date,
    dateBasis: date ? 'text' : null,
    title,
    titleEn,
    participants: names.map((name) => {
      const [nameEn, type] = NAMES[name]!
      return { name, nameEn, type, role: 'side', identity: identityOf(name) }
    }),
    level: levelOf(mine[0]![2].kind, names),
    place: place ? { name: place, nameEn: NAMES[place]?.[0] ?? place, identity: identityOf(place) } : null,
    evidence,
    outlets: new Set(evidence.map(({ outlet, article }) => outlet ?? article)).size,
    origins: new Set(evidence.map(({ origin }) => origin)).size,
    history: evidence
      .filter((each, i) => evidence.findIndex((e) => e.status === each.status && e.article === each.article) === i)
      .map((each) => ({ status: each.status, article: each.article, published: each.published })),
    disagreements: DISAGREEMENTS[key] ?? [],
    granularity: coarse ? [{ value: coarse.date!, articles: [coarse.article], origins: 1, sources: [coarse] }] : [],
    partOf: partOf ? `e-${partOf}` : null,
    story: 's-1',
  }
}

const SERVES: Readonly<Record<string, string>> = {
  'Ирма Лунд': 'Кальвия',
  'Виктор Саар': 'Эстория',
  'Хелена Ройс': 'Эстория',
  'МИД Эстории': 'Эстория',
}
const ROLES: Readonly<Record<string, string>> = {
  'Ирма Лунд': 'премьер-министр Кальвии',
  'Виктор Саар': 'президент Эстории',
}

const identities = (): Identity[] =>
  Object.entries(NAMES).map(([name, [nameEn, type]]) => ({
    id: identityOf(name),
    type,
    name,
    nameEn,
    country: SERVES[name] ? identityOf(SERVES[name]) : null,
    variants: [{ name, count: 1 }],
    roles: ROLES[name]
      ? [{ role: ROLES[name], from: '2031-04-28', to: '2031-05-15', articles: ['gulf-1', 'gulf-2'] }]
      : [],
    articles: FACTS.filter(({ mentions }) => mentions.some((mention) => mention.name === name)).length,
  }))

const chronicle = (): Parameters<typeof readChronicle>[0] => {
  const entries = Object.keys(TITLES).map(entryOf)
  return {
    kind: 'chronicle',
    entries,
    identities: identities(),
    articles: ARTICLES.map((article, i) => ({
      id: article.id,
      input: `${article.id}.html`,
      url: null,
      outlet: article.outlet,
      headline: FACTS[i]!.headline,
      published: article.published,
      reprintOf: article.copyOf ? { article: article.copyOf[0], share: article.copyOf[1] } : null,
      story: 's-1',
    })),
    statements: FACTS.flatMap((facts) =>
      facts.statements.map((said, index) => ({
        article: facts.id,
        index,
        start: said.start,
        end: said.end,
        quote: facts.text.slice(said.start, said.end),
        kind: said.kind,
        stance: said.stance,
        speaker: said.speaker ? { name: said.speaker.name, identity: said.speaker.identity ?? null } : null,
        chain: [said.speaker?.name ?? '', ...said.via.map(({ name }) => name), ...(facts.outlet ? [facts.outlet] : [])],
        published: facts.published,
      })),
    ),
    stories: [],
  }
}

/** A source that serves the invented story, takes no pages, and keeps decisions while it lives. */
export const storySource = (): ChronicleSource => {
  const built = withVersions(chronicle(), [{ versions: VERSIONS }], plainLanguage)
  let log: readonly Correction[] = []
  const readFacts = async (id: string, version?: string) =>
    (version ? VERSIONS.find((each) => each.version === version)?.facts : factsById.get(id)) ?? null
  const reader = () =>
    readChronicle(built, readFacts, `story-${log.length}`, log, async (id) => (id === 'gulf-2' ? storedVersions : []))
  let now = reader()
  const decide = (more: readonly Correction[]): void => {
    log = [...log, ...more]
    now = reader()
  }
  const asked = Object.keys(now) as (keyof ReturnType<typeof reader>)[]
  const reading = Object.fromEntries(
    asked.map((name) => [name, (...given: unknown[]) => (now[name] as (...all: unknown[]) => unknown)(...given)]),
  ) as unknown as ReturnType<typeof reader>
  return {
    ...reading,
    correctionLog: async () => log,
    correct: async (author, actions) => {
      const made = actions.map((action, i) =>
        correctionOf(`2031-06-01T10:${String(log.length + i).padStart(2, '0')}:00Z`, author, action),
      )
      decide(made)
      return made
    },
    importCorrections: async (given) => {
      const fresh = given.filter(({ id }) => !log.some((each) => each.id === id))
      decide(fresh)
      return { added: fresh.length }
    },
    addAddresses: async (addresses) => ({ added: addresses.length, updated: 0, unchanged: 0, problems: [] }),
    addFile: async () => ({ added: 1, updated: 0, unchanged: 0, problems: [] }),
    addPages: async (pages) => ({ added: pages.length, updated: 0, unchanged: 0, problems: [] }),
    removeArticles: async (ids) => ({
      removed: ids.filter((id) => factsById.has(id)).length,
      missing: ids.filter((id) => !factsById.has(id)).length,
    }),
  }
}

import fc from 'fast-check'
import { expect } from 'vitest'
import {
  applyCorrections,
  buildChronicle,
  type Chronicle,
  type Correction,
  type CorrectionAction,
  correctionOf,
  withVersions,
} from '../../src/chronicle/index.ts'
import type { ArticleFacts } from '../../src/facts/index.ts'
import { keepPage, openStore, type ReadPage, type Store } from '../../src/store/index.ts'
import { type Line, page, plainLanguage } from './invented-facts.ts'

/** One text that an invented article has had: `at` orders the texts, `known` says how the page tells it. */
interface Told {
  readonly article: number
  readonly at: number
  readonly known: 'updated' | 'fetched'
  readonly lines: readonly Line[]
}

/** What is done to a stored chronicle. Numbers choose among what there is at that moment. */
type Step =
  | { readonly do: 'add'; readonly texts: readonly number[] }
  | { readonly do: 'remove'; readonly text: number }
  | { readonly do: 'remove-version'; readonly text: number }
  | { readonly do: 'join' }
  | { readonly do: 'correct'; readonly kind: 'rename' | 'reject' | 'merge'; readonly a: number; readonly b: number }
  | { readonly do: 'undo'; readonly which: number }

const LINES: readonly Line[] = [
  ['Анна Берг прибыла в Чили 12 мая.', 'visit happened прибыла | Анна Берг:visitor, Чили:host | 2031-05-12 |'],
  ['Анна Берг прибыла в Чили 13 мая.', 'visit happened прибыла | Анна Берг:visitor, Чили:host | 2031-05-13 |'],
  [
    'Берг провела переговоры с Марией Рохас в Осло.',
    'meeting happened переговоры | Берг, Мария Рохас | 2031-05-12 | Осло',
  ],
  ['Норвегия и Чили подписали договор.', 'agreement happened подписали | Норвегия, Чили | 2031-05-14 | Осло'],
  [
    'Переговоров Анны Берг и Марии Рохас не было.',
    'meeting denied Переговоров | Анна Берг, Мария Рохас | 2031-05-12 |',
  ],
  ['Олаф Лунд посетит Норвегию в июне.', 'visit planned посетит | Олаф Лунд:visitor, Норвегия:host | 2031-06 |'],
]

const ARTICLES = 5
const TEXTS = 12

const arbTold = fc
  .record({
    article: fc.nat({ max: ARTICLES - 1 }),
    known: fc.constantFrom('updated', 'fetched'),
    lines: fc.subarray([...LINES], { minLength: 1 }),
  })
  .map((told) => told as Omit<Told, 'at'>)

const arbStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }).map((texts) => ({ do: 'add' as const, texts })),
  },
  { weight: 2, arbitrary: fc.nat().map((text) => ({ do: 'remove' as const, text })) },
  { weight: 1, arbitrary: fc.nat().map((text) => ({ do: 'remove-version' as const, text })) },
  { weight: 2, arbitrary: fc.constant({ do: 'join' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      kind: fc.constantFrom('rename', 'reject', 'merge'),
      a: fc.nat(),
      b: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.nat().map((which) => ({ do: 'undo' as const, which })) },
)

/** A life of a stored chronicle: texts of a few articles, and what is done with them. */
export const arbLife = fc.record({
  // Articles are known by a given id, or by an address: then each text has an id of its own.
  byAddress: fc.boolean(),
  texts: fc
    .array(arbTold, { minLength: 3, maxLength: TEXTS })
    .map((list) => list.map((told, at): Told => ({ ...told, at }))),
  steps: fc.array(arbStep, { minLength: 3, maxLength: 14 }),
})
type Life = typeof arbLife extends fc.Arbitrary<infer T> ? T : never

const twoDigits = (at: number): string => String(at).padStart(2, '0')

const idOf = ({ article, at }: Told, byAddress: boolean): string => (byAddress ? `a${article}-${at}` : `a${article}`)

// All pages of one life tell their times in one way: either by their own change or by when they were taken.
const readOf = (told: Told, byAddress: boolean, known: Told['known']): ReadPage => {
  const moment = `2031-05-20T${twoDigits(told.at)}:00`
  const outlet = told.article % 2 === 0 ? 'Вести' : 'Курьер'
  const facts: ArticleFacts = {
    ...page({ id: idOf(told, byAddress), published: '2031-05-15', outlet }, ...told.lines),
    url: byAddress ? `https://news.example/${told.article}` : null,
    updated: known === 'updated' ? moment : null,
  }
  return {
    page: keepPage({
      kind: 'record-page',
      input: facts.input,
      text: facts.text,
      meta: {
        outlet,
        published: '2031-05-15',
        ...(byAddress ? {} : { id: facts.id }),
        ...(known === 'updated' ? { updated: moment } : { fetched: moment }),
      },
    }),
    facts,
    givenId: byAddress ? null : facts.id,
  }
}

const join = (store: Store): Promise<void> =>
  store.renew((facts, histories) => withVersions(buildChronicle(facts, plainLanguage), histories, plainLanguage))

const inOrder = ({ entries, identities, articles, statements, stories }: Chronicle) => {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    entries: byId(entries),
    identities: byId(identities),
    articles: byId(articles),
    statements,
    stories: byId(stories),
  }
}

/** Which texts stand: of one article by the latest of each wording. */
class Model {
  readonly #standing = new Set<Told>()
  readonly #byAddress: boolean

  constructor(byAddress: boolean) {
    this.#byAddress = byAddress
  }

  get texts(): Told[] {
    return [...this.#standing].sort((a, b) => a.at - b.at)
  }

  add(told: Told): void {
    this.#standing.add(told)
  }

  removeArticle(told: Told): void {
    const versions = this.texts.filter(({ article }) => article === told.article)
    const whole = !this.#byAddress || versions.at(-1) === told
    for (const version of versions) if (whole || version === told) this.#standing.delete(version)
  }

  removeVersion(told: Told): void {
    this.#standing.delete(told)
  }
}

const actionOf = ({ kind, a, b }: Step & { do: 'correct' }, { entries }: Chronicle): CorrectionAction | null => {
  const [first, second] = [entries[a % entries.length], entries[b % entries.length]]
  if (!first || !second) return null
  if (kind === 'rename') return { kind: 'rename-entry', entry: first.id, title: `Названо ${a % 10}` }
  if (kind === 'reject') return { kind: 'reject-entry', entry: first.id }
  return first === second ? null : { kind: 'merge-entries', into: first.id, entries: [second.id] }
}

/**
 * Lives a life in a store and checks at its end that the chronicle is the one that a store makes that was only ever
 * given, all at once, what stands at the end; and that the decisions of people are all there and hold where what they
 * speak of is.
 */
export const checkLife = async ({ byAddress, texts, steps }: Life, store: Store, author = 'стол'): Promise<void> => {
  const before: string[] = []
  for await (const { id } of store.articles()) before.push(id)
  await store.remove(before)
  const known = texts[0]?.known ?? 'updated'
  const model = new Model(byAddress)
  const read = (told: Told): ReadPage => readOf(told, byAddress, known)
  const log: Correction[] = []
  for (const [at, step] of steps.entries()) {
    const time = `2031-06-01T10:${twoDigits(at)}:00Z`
    const choose = (which: number): Told => texts[which % texts.length] as Told
    if (step.do === 'add') {
      await store.add(step.texts.map((which) => read(choose(which))))
      for (const which of step.texts) model.add(choose(which))
    } else if (step.do === 'remove') {
      await store.remove([idOf(choose(step.text), byAddress)])
      if (model.texts.includes(choose(step.text)) || !byAddress) model.removeArticle(choose(step.text))
    } else if (step.do === 'remove-version') {
      const told = choose(step.text)
      const versions = await store.versions(idOf(told, byAddress))
      const { text, updated } = read(told).facts
      const found = versions.find(({ facts, version }) => facts.text === text && version.updated === updated)
      if (!found || known === 'fetched') continue
      await store.remove([found.version.id], found.version.version)
      model.removeVersion(told)
    } else if (step.do === 'join') await join(store)
    else {
      const action: CorrectionAction | null =
        step.do === 'undo'
          ? log.length === 0
            ? null
            : { kind: 'undo', correction: (log[step.which % log.length] as Correction).id }
          : actionOf(step, await store.chronicle())
      if (action === null) continue
      const correction = correctionOf(time, author, action)
      expect(await store.correct([correction])).toBe(1)
      log.push(correction)
    }
  }
  await join(store)
  const fresh = await openStore('memory:', { command: 'test' })
  await fresh.add(model.texts.map(read))
  await join(fresh)
  const [made, wanted] = [inOrder(await store.chronicle()), inOrder(await fresh.chronicle())]
  expect(made).toEqual(wanted)
  expect((await store.corrections()).filter((each) => each.author === author)).toEqual(log)
  const { chronicle, states } = applyCorrections({ kind: 'chronicle', ...made }, log)
  const ids = new Set(made.entries.flatMap(({ id, aliases }) => [id, ...aliases]))
  for (const { id, action } of log) {
    if (action.kind === 'rename-entry' && !ids.has(action.entry)) expect(states.get(id)).not.toBe('holds')
    if (action.kind === 'reject-entry' && states.get(id) === 'holds')
      expect(chronicle.entries.some((entry) => entry.id === action.entry)).toBe(false)
  }
}

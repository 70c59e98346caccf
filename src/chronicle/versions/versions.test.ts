import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'
import type { Chronicle } from '../chronicle.ts'
import { findDyads } from '../dyads/dyads.ts'
import { compareVersions } from './compare-facts.ts'
import { compareTexts, type SentenceChange } from './compare-texts.ts'
import { withVersions } from './with-versions.ts'

/** A line a sentence: `=` stands, `-` removed, `+` added; inside a changed one [-gone-]{+come+}. */
const shown = (rows: readonly SentenceChange[]): string[] =>
  rows.map((row) =>
    row.kind === 'changed'
      ? `~ ${row.words.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')}`
      : `${{ same: '=', removed: '-', added: '+' }[row.kind]} ${row.text}`,
  )

test('what an outlet changed is told by sentences, and by words inside a sentence', () => {
  const before = 'Паром выйдет 14 мая.\nНа борту будет министр. Билеты проданы.'
  const after = 'Паром выйдет 15 мая.\nБилеты проданы. Рейс отложили из-за шторма.'
  expect(shown(compareTexts(before, after))).toEqual([
    '~ Паром выйдет [-14-]{+15+} мая.',
    '- На борту будет министр.',
    '= Билеты проданы.',
    '+ Рейс отложили из-за шторма.',
  ])
})

test('spaces alone are no difference; texts with nothing in common are taken out and put in', () => {
  expect(shown(compareTexts('Один  текст.\n\nДва.', 'Один текст.\nДва.'))).toEqual(['= Один текст.', '= Два.'])
  expect(shown(compareTexts('Шторм утих.', 'Билеты проданы.'))).toEqual(['- Шторм утих.', '+ Билеты проданы.'])
  expect(compareTexts('', '')).toEqual([])
})

test('both texts can be read back from the comparison, and its offsets are theirs', () => {
  const word = fc.constantFrom('Паром', 'вышел', 'в', 'море', '14', 'мая', 'министр', 'на', 'борту')
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`)
  const text = fc.array(sentence, { maxLength: 8 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = compareTexts(before, after)
      const side = (own: 'before' | 'after', gone: 'removed' | 'added'): string =>
        rows
          .flatMap((row) => {
            if (row.kind === 'changed') return [row.words.flatMap((w) => (w.kind === gone ? [] : [w.text])).join('')]
            return own in row ? [row.text] : []
          })
          .join(' ')
      expect(side('before', 'added')).toBe(before)
      expect(side('after', 'removed')).toBe(after)
      for (const row of rows)
        if ('after' in row && row.kind !== 'changed') expect(after.slice(row.after.start, row.after.end)).toBe(row.text)
    }),
    { numRuns: 200 },
  )
})

const ARRIVED = (day: number, month = 'мая', date = `2031-05-${day}`): Line => [
  `Анна Берг прибыла в Чили ${day} ${month}.`,
  `visit happened прибыла | Анна Берг:visitor, Чили:host | ${date} |`,
]
const SIGNED: Line = [
  'Стороны подписали договор о портах.',
  'agreement happened подписали | Норвегия, Чили | 2031-05-14 | Осло',
]
const STRIKE: Line = ['Олаф Лунд уволил совет.', 'appointment happened уволил | Олаф Лунд:agent | 2031-05-12 |']
const AT = { published: '2031-05-15', outlet: 'Вести' } as const

const version = (name: string, facts: ArticleFacts) => ({ version: name, facts })
const edited = (others: readonly ArticleFacts[], ...texts: readonly ArticleFacts[]): Chronicle => {
  const current = texts.at(-1) as ArticleFacts
  const history = { versions: texts.map((facts, at) => version(`v${at + 1}`, facts)) }
  return withVersions(buildChronicle([...others, current], plainLanguage), [history], plainLanguage)
}

const lines = ({ entries }: Chronicle): string[] =>
  entries
    .toSorted((a, b) => (a.kind < b.kind ? 1 : -1))
    .map(
      ({ kind, date, withdrawn, evidence }) =>
        `${withdrawn ? '×' : ''}${date} ${kind}: ${evidence.map((each) => `${each.withdrawn ? '×' : ''}${each.article}${each.version ?? ''}`).join(' ')}`,
    )

test('a changed day is told on the same entry, the old one as withdrawn', () => {
  const chronicle = edited([], page({ id: 'a', ...AT }, ARRIVED(14)), page({ id: 'a', ...AT }, ARRIVED(15)))
  expect(lines(chronicle)).toEqual(['2031-05-15 visit: a ×av1'])
  const [entry] = chronicle.entries
  expect(entry).toMatchObject({ origins: 1, outlets: 1, disagreements: [], granularity: [] })
  expect(entry?.evidence[1]).toMatchObject({ quote: 'Анна Берг прибыла в Чили 14 мая.', date: '2031-05-14', event: 0 })
  expect(chronicle.articles[0]?.versions).toMatchObject([
    { version: 'v1', withdrawn: 1 },
    { version: 'v2', withdrawn: 0 },
  ])
})

test('what nobody tells any more stays as an entry of its own, with the id that it had, and counts for no pair', () => {
  const before = page({ id: 'old', ...AT }, ARRIVED(14), SIGNED)
  const chronicle = edited([], before, page({ id: 'new', ...AT }, ARRIVED(14)))
  expect(lines(chronicle)).toEqual(['2031-05-14 visit: new', '×2031-05-14 agreement: ×oldv1'])
  const signing = buildChronicle([before], plainLanguage).entries.find(({ kind }) => kind === 'agreement')
  expect(chronicle.entries.find(({ kind }) => kind === 'agreement')?.id).toBe(signing?.id)
  expect(findDyads(chronicle)).toEqual([])
})

test('an event that the outlet still tells keeps the id that it had, whatever id the new version has', () => {
  const before = page({ id: 'old', ...AT }, ARRIVED(14))
  const chronicle = edited([], before, page({ id: 'new', ...AT }, STRIKE, ARRIVED(14)))
  const [former] = buildChronicle([before], plainLanguage).entries
  expect(chronicle.entries.find(({ kind }) => kind === 'visit')?.aliases).toContain(former?.id)
  expect(lines(chronicle)).toEqual(['2031-05-14 visit: new', '2031-05-12 appointment: new'])
})

test('what another outlet still tells keeps its entry; the withdrawn report stands there and proves nothing', () => {
  const other = page({ id: 'b', published: '2031-05-16', outlet: 'Курьер' }, SIGNED)
  const chronicle = edited(
    [other],
    page({ id: 'a', ...AT }, ARRIVED(14), SIGNED),
    page({ id: 'a', ...AT }, ARRIVED(14)),
  )
  expect(lines(chronicle)).toEqual(['2031-05-14 visit: a', '2031-05-14 agreement: b ×av1'])
  expect(chronicle.entries.find(({ kind }) => kind === 'agreement')).toMatchObject({
    origins: 1,
    outlets: 1,
    history: [{ article: 'b' }],
  })
})

test('what came back in a later version is not withdrawn; of three texts each withdrawn fact stands once', () => {
  const texts = [page({ id: 'a', ...AT }, ARRIVED(14), SIGNED), page({ id: 'a', ...AT }, SIGNED)]
  expect(lines(edited([], ...texts, page({ id: 'a', ...AT }, ARRIVED(14))))).toEqual([
    '2031-05-14 visit: a',
    '×2031-05-14 agreement: ×av2',
  ])
})

test('statements and figures that a later version does not tell are named too', () => {
  const facts = (text: string, value: number, speaker: string): ArticleFacts => ({
    ...page({ id: 'a', ...AT }, [text]),
    statements: [
      { start: 0, end: 8, kind: 'indirect', stance: 'says', speaker: { name: speaker }, via: [], cue: null },
    ],
    figures: [{ start: 11, end: 12, value, unit: 'человек' }],
  })
  const { withdrawn, brought } = compareVersions(facts('На борту 5.', 5, 'Лунд'), facts('На борту 7.', 7, 'Лунд'))
  expect(withdrawn).toEqual({ events: [], statements: [], figures: [0] })
  expect(brought.figures).toEqual([0])
})

const arbLines = fc.subarray([ARRIVED(14), ARRIVED(15), SIGNED, STRIKE])
const arbHistories = fc.array(fc.array(arbLines, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })

test('any order of histories gives the same chronicle; every quote is its version’s text, every id stands once', () => {
  fc.assert(
    fc.property(arbHistories, fc.boolean(), (articles, oneId) => {
      const histories = articles.map((texts, n) => ({
        versions: texts.map((each, at) =>
          version(
            `v${at}`,
            page({ id: oneId ? `p${n}` : `p${n}-${at}`, published: '2031-05-15', outlet: `O${n}` }, ...each),
          ),
        ),
      }))
      const current = histories.map(({ versions }) => versions.at(-1)!.facts)
      const several = histories.filter(({ versions }) => versions.length > 1)
      const make = (order: typeof several): Chronicle =>
        withVersions(buildChronicle(current, plainLanguage), order, plainLanguage)
      const chronicle = make(several)
      expect(make(several.toReversed())).toEqual(chronicle)
      const texts = new Map(
        histories.flatMap(({ versions }) =>
          versions.map((each) => [`${each.facts.id} ${each.version}`, each.facts.text]),
        ),
      )
      const now = new Map(current.map(({ id, text }) => [id, text]))
      const names = new Set(chronicle.identities.map(({ id }) => id))
      for (const { evidence, participants, place, withdrawn } of chronicle.entries) {
        for (const { article, version: of, start, end, quote, withdrawn: gone } of evidence) {
          expect(quote).toBe((of ? texts.get(`${article} ${of}`) : now.get(article))?.slice(start, end))
          expect(gone === true).toBe(of !== undefined)
        }
        expect(withdrawn === true).toBe(evidence.every((each) => each.withdrawn))
        for (const { identity } of [...participants, ...(place ? [place] : [])]) expect(names.has(identity)).toBe(true)
      }
      const ids = chronicle.entries.flatMap(({ id, aliases }) => [id, ...aliases])
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 60 },
  )
})

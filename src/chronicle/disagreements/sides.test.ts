import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'

const listed = (...pages: readonly ArticleFacts[]): string[] =>
  buildChronicle(pages, plainLanguage).entries.flatMap(({ disagreements }) =>
    disagreements.map(
      ({ about, relation, versions }) => `${about} ${relation}: ${versions.map(({ value }) => value).join(' / ')}`,
    ),
  )

/** A page whose last sentence tells of the event that its first one names. */
const telling = (line: string, event: string): ArticleFacts => {
  const facts = page({ id: 'a', published: '2031-05-13', outlet: 'a' }, ['Порт Арики стоит с 12 мая.'], [line, event])
  const mentions = ['Чили', 'Норвегии', 'Норвегия'].flatMap((word) =>
    [...facts.text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      type: 'country' as const,
      name: word === 'Чили' ? word : 'Норвегия',
      identity: word === 'Чили' ? 'c' : 'n',
    })),
  )
  return { ...facts, mentions: [...facts.mentions, ...mentions] }
}

test('who did it, where two sides say it of each other, names both', () => {
  const shelled = 'attack happened обстреле | Чили, Норвегия | 2031-05-12 | Арика'
  const mutual = 'Чили и Норвегия обвинили друг друга в обстреле порта.'
  expect(listed(telling(mutual, shelled))).toEqual([`participants claim: Чили: ${mutual} / Норвегия: ${mutual}`])
  expect(listed(telling('Чили и Норвегия помогли друг другу при обстреле порта.', shelled))).toEqual([])
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collectPages } from '../collect/index.ts'
import { type Article, readPage } from './index.ts'

const FOLDER = 'test/fixtures/article'
const HEADERS = ['url', 'outlet', 'headline', 'published', 'updated'] as const

/** A page as a person can check it: its headers, then each part of the page, in order, with its kind. `-` marks what was cut. */
const describePage = (article: Article): string =>
  [
    ...HEADERS.map((header) => `${header}: ${article[header]}`),
    ...(article.credits.length > 0 ? [`credits: ${article.credits.join(', ')}`] : []),
    '',
    ...article.parts.map((part) => `${part.start === undefined ? '-' : '+'} ${part.kind} | ${part.text}`),
    '',
  ].join('\n')

const pages = readdirSync(FOLDER).filter((name) => /\.(?:txt|html)$/u.test(name) && !name.endsWith('.expected.txt'))

describe('pages of different make', () => {
  test('there are fixtures to read', () => expect(pages.length).toBeGreaterThanOrEqual(10))

  test.each(pages)('%s is taken apart as a reader would', async (name) => {
    const path = join(FOLDER, name)
    const expected = `${path.replace(/\.\w+$/u, '')}.expected.txt`
    expect(existsSync(expected), `${expected} is missing: write down what a reader takes from the page`).toBe(true)
    for await (const page of collectPages([path])) {
      if (page.kind === 'problem') throw new Error(page.code)
      const result = readPage(page)
      if ('problem' in result) throw new Error(result.problem.code)
      expect(result.warnings).toEqual([])
      expect(describePage(result.article)).toBe(readFileSync(expected, 'utf8'))
    }
  })
})

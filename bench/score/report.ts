import { readFileSync } from 'node:fs'
import type { ArticleFacts } from '../../src/facts/index.ts'
import { table } from '../table.ts'
import { readGold } from './gold.ts'
import { FIELDS, f1, LISTS, type Score, scoreFacts } from './score.ts'

const percent = (share: number): string => (share * 100).toFixed(1)

/** A score as a table: F1 with precision and recall, then the fields of what was found. */
export const scoreTable = ({ lists, fields, missing }: Score): string => {
  const rows = [
    ...LISTS.map((name) => {
      const { p, r, f1: both } = f1(lists[name])
      const { gold, found, right } = lists[name]
      return [name, percent(both), percent(p), percent(r), `${gold}, ${found}, ${right}`]
    }),
    ...FIELDS.map((name) => {
      const { n, right } = fields[name]
      return [`${name} right`, n ? percent(right / n) : '—', '', '', `${n}, ${right}`]
    }),
  ]
  const without = missing.length > 0 ? `\nNo facts for: ${missing.join(' ')}\n` : ''
  return `${table(['facts', 'F1 or share', 'P', 'R', 'gold, found, right'], rows)}${without}`
}

/** What `extract` printed against gold pages: annotation JSON, or brat standoff that somebody corrected. */
export const benchScore = (gold: string, facts: string, verbose: boolean): string => {
  const ours = readFileSync(facts, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ArticleFacts)
  const score = scoreFacts(readGold(gold), ours)
  if (verbose) for (const line of score.errors) console.error(line)
  return scoreTable(score)
}

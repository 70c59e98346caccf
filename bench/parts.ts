import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Article, readPage } from '../src/article/index.ts'
import { collectPages } from '../src/collect/index.ts'

interface Gold {
  readonly id: string
  readonly outlet: string | null
  readonly headline: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly parts: readonly { readonly line: string; readonly kind: string }[]
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The kind of the longest part that stands on a gold line: a line can hold a dateline and its paragraph. */
const kindsOf = (article: Article, gold: Gold): (string | null)[] => {
  const kinds: (string | null)[] = []
  let at = 0
  for (const { line } of gold.parts) {
    const wanted = flat(line)
    let best: { kind: string; length: number } | null = null
    let i = at
    for (let rest = wanted; rest !== '' && i < article.parts.length; i++) {
      const part = article.parts[i]!
      const text = flat(part.text)
      if (!rest.startsWith(text)) break
      if (best === null || text.length >= best.length) best = { kind: part.kind, length: text.length }
      rest = rest.slice(text.length).trim()
    }
    if (best !== null) at = i
    kinds.push(best?.kind ?? null)
  }
  return kinds
}

const HEADERS = ['outlet', 'headline', 'published', 'updated'] as const

/**
 * How well pages are taken apart: the share of lines whose kind is right, and the headers that are right (null where the
 * page says nothing counts as right when the gold has null). Arguments: a folder of gold files with `parts`, a folder
 * with the pages (`<id>.txt` and their sidecars), and `--verbose` to see every line that differs.
 *
 * @example npm run bench -- parts GOLD_DIR PAGES_DIR
 */
export const benchParts = async (args: readonly string[]): Promise<void> => {
  const [goldDir, pagesDir] = args.filter((arg) => !arg.startsWith('--'))
  if (goldDir === undefined || pagesDir === undefined) throw new Error('usage: parts GOLD_DIR PAGES_DIR [--verbose]')
  const verbose = args.includes('--verbose')
  const golds = new Map<string, Gold>()
  for (const name of readdirSync(goldDir).filter((file) => file.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(goldDir, name), 'utf8'))
    if (Array.isArray(gold.parts)) golds.set(name.replace(/\.json$/u, ''), gold)
  }
  let [lines, right, headers, headersRight] = [0, 0, 0, 0]
  if (!existsSync(pagesDir)) throw new Error(`${pagesDir} does not exist`)
  for await (const page of collectPages([pagesDir])) {
    if (page.kind === 'problem') continue
    const gold = golds.get(basename(page.input).replace(/\.[^.]+$/u, ''))
    const result = gold === undefined ? null : readPage(page)
    if (gold === undefined || result === null || 'problem' in result) continue
    const kinds = kindsOf(result.article, gold)
    for (const [i, part] of gold.parts.entries()) {
      lines++
      if (kinds[i] === part.kind) right++
      else if (verbose) console.log(`${gold.id}: ${kinds[i]} for ${part.kind}: ${part.line.slice(0, 90)}`)
    }
    for (const header of HEADERS) {
      headers++
      if (result.article[header] === gold[header]) headersRight++
      else if (verbose) console.log(`${gold.id}: ${header} ${result.article[header]} for ${gold[header]}`)
    }
  }
  const percent = (a: number, b: number) => `${((100 * a) / Math.max(1, b)).toFixed(1)} %`
  console.log(`parts    ${right} of ${lines} lines right (${percent(right, lines)})`)
  console.log(`headers  ${headersRight} of ${headers} right (${percent(headersRight, headers)})`)
}

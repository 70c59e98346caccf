import { extract } from '../src/app/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { type ArticleFacts, ruleNames, type Why } from '../src/facts/index.ts'
import { table } from './table.ts'

const KINDS = ['times', 'statements', 'events', 'figures', 'documents'] as const

/** How often each rule found a fact on an archive, most often first, with one example of its words. */
export const benchRules = async (file: string, limit: number, workers?: number): Promise<string> => {
  const fired = new Map<string, { count: number; pages: number; words: string }>()
  let pages = 0
  for await (const { outcome } of extract(collectPages([file]), workers === undefined ? {} : { workers })) {
    if (outcome.kind !== 'read') continue
    pages++
    const facts = JSON.parse(outcome.json) as ArticleFacts
    const here = new Set<string>()
    for (const kind of KINDS)
      for (const { why } of facts[kind] as readonly { why?: Why }[]) {
        const rule = why?.rule ?? `${kind} (no rule given)`
        const known = fired.get(rule) ?? { count: 0, pages: 0, words: '' }
        known.count++
        if (!here.has(rule)) known.pages++
        here.add(rule)
        if (known.words === '' && why)
          known.words = why.words
            .map(([start, end]) => facts.text.slice(start, end).replace(/\s+/g, ' '))
            .join(' … ')
            .slice(0, 60)
        fired.set(rule, known)
      }
    if (pages >= limit) break
  }
  const rows = [...fired].sort((a, b) => b[1].count - a[1].count)
  const never = ruleNames().filter((name) => !fired.has(name))
  const silent = never.length > 0 ? `\nNever fired on these ${pages} pages: ${never.join(', ')}\n` : ''
  const body = rows.map(([name, { count, pages: on, words }]) => [name, String(count), String(on), words])
  return `${table([`rules on ${pages} pages`, 'facts', 'pages', 'for example'], body)}${silent}`
}

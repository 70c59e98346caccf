import { guessStatus } from '../../src/facts/events/status-guess.ts'
import { openLanguage, readGold } from './corpus.ts'
import { lessonOf } from './fit.ts'
import { foldOf } from './train.ts'

const pages = readGold('/work/shared/gold', '/work/shared/seeds', openLanguage('data/russian'))
let n = 0,
  r = 0
const by: Record<string, [number, number]> = {}
for (const p of pages) {
  const l = lessonOf(p)
  const seen = new Set()
  for (const c of l.candidates) {
    const w = c.reading.words[c.at]!
    const g = p.events.find((e) => e.kinds.includes(c.kind) && e.start < w.end && w.start < e.end)
    if (!g || seen.has(w.start)) continue
    seen.add(w.start)
    const s = guessStatus(c)
    n++
    const ok = g.statuses.includes(s.status)
    if (ok) r++
    const k = s.by + '>' + s.status
    by[k] ??= [0, 0]
    by[k]![1]++
    if (ok) by[k]![0]++
    if (!ok && process.argv[2] && foldOf(p.id, 2) === 0) {
      const t = p.analysis.article.text
      console.log(
        k,
        'GOLD',
        g.statuses[0],
        c.kind,
        '|',
        t.slice(Math.max(0, w.start - 100), w.start).replace(/\n/g, ' ') +
          '[' +
          w.text +
          ']' +
          t.slice(w.end, w.end + 70).replace(/\n/g, ' '),
      )
    }
  }
}
console.log(n, r, r / n)
console.log(
  Object.entries(by)
    .sort((a, b) => b[1][1] - a[1][1])
    .map(([k, [a, b]]) => `${k} ${a}/${b}`)
    .join('\n'),
)

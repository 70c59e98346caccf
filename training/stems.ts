import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { contentStem, writtenWords } from '../src/chronicle/text/words.ts'

/** How many stems are kept: what is rarer counts as rare. */
const KEPT = 3000
const WIDTH = 116

/**
 * Writes how common stems are in news (`src/chronicle/text/common-stems.ts`): the share of articles that hold each, in
 * half bits. Counts carry over; no sentence of the archive does.
 *
 * @param articles article records, one JSON a line, gzipped or not
 */
export const writeStems = (articles: string, out: string): void => {
  const bytes = readFileSync(articles)
  const lines = (articles.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
  const counts = new Map<string, number>()
  for (const line of lines) {
    const { title = '', text } = JSON.parse(line) as { title?: string; text: string }
    const stems = new Set(writtenWords(`${title}\n${text}`).map(contentStem))
    for (const stem of stems) if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT)
  const levels: string[][] = []
  for (const [stem, count] of common) {
    const level = Math.floor(2 * Math.log2(lines.length / count))
    while (levels.length <= level) levels.push([])
    levels[level]?.push(stem)
  }
  const text = levels.map((stems) => wrapped(stems.sort())).join('\n;\n')
  writeFileSync(
    out,
    `/**
 * The ${KEPT} commonest stems of Russian news with how common they are, counted over ${lines.length} articles of one archive: levels are
 * parted by semicolons, and level n holds the stems that stand in 2^(-n/2) of the articles. Made by \`npm run train -- stems\`.
 */
export const COMMON_STEMS = \`
${text}
\`
`,
  )
}

const wrapped = (words: readonly string[]): string => {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRussianData } from '../src/app/index.ts'
import { readPage } from '../src/article/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { type ArticleFacts, findFacts } from '../src/facts/index.ts'
import { type Language, loadRussian } from '../src/language/index.ts'
import { readGold } from './score/gold.ts'
import { scoreTable } from './score/report.ts'
import { type Score, scoreFacts } from './score/score.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Facts of the project's own gold pages: those of examples/ and of bench/gold/. A file's page is known by its name. */
const readOwnPages = async (language: Language): Promise<readonly ArticleFacts[]> => {
  const facts: ArticleFacts[] = []
  for await (const page of collectPages([inProject('examples'), inProject('bench/gold/pages.ndjson')])) {
    if (page.kind === 'problem') continue
    const read = readPage(page)
    if (!('article' in read)) continue
    const own = findFacts(language.analyze(read.article))
    const known = page.kind === 'record-page' ? own.id : basename(page.input).replace(/\.[^.]+$/, '')
    facts.push({ ...own, id: known })
  }
  return facts
}

/** The project's own pages against what we annotated on them (bench/gold/README.md). */
export const scoreOwnGold = async (): Promise<Score> => {
  const language = loadRussian(await readRussianData())
  return scoreFacts(readGold(inProject('bench/gold')), await readOwnPages(language))
}

export const benchGold = async (verbose: boolean): Promise<string> => {
  const score = await scoreOwnGold()
  if (verbose) for (const line of score.errors) console.error(line)
  return scoreTable(score)
}

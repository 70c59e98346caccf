import { readPage } from '../../article/index.ts'
import type { OutletRegister, Page } from '../../collect/index.ts'
import { failure, type Problem } from '../../core/index.ts'
import { type ArticleFacts, findFacts } from '../../facts/index.ts'
import type { Language } from '../../language/index.ts'
import { nameOutlet } from './name-outlet.ts'

/** Milliseconds that each stage took. */
export interface StageTimes {
  readonly article: number
  readonly language: number
  readonly facts: number
}

/** What came of one page. `json` is the facts as `letopis extract` prints them. */
export type Outcome =
  | { readonly kind: 'read'; readonly json: string; readonly warnings: readonly Problem[]; readonly times: StageTimes }
  | { readonly kind: 'left-out'; readonly problem: Problem; readonly warnings: readonly Problem[] }

/** The facts of an outcome that was read. */
export const factsOfOutcome = (outcome: Outcome & { readonly kind: 'read' }): ArticleFacts =>
  JSON.parse(outcome.json) as ArticleFacts

/** Takes one page through all the stages of reading. Never throws: a stage that fails leaves out its page alone. */
export const readOne = (page: Page, language: Language, outlets: OutletRegister = new Map()): Outcome => {
  const warnings: Problem[] = []
  try {
    const began = performance.now()
    const result = readPage(page)
    warnings.push(...result.warnings)
    if ('problem' in result) return { kind: 'left-out', problem: result.problem, warnings }
    const read = performance.now()
    const analysis = language.analyze(nameOutlet(result.article, page, outlets))
    const analyzed = performance.now()
    const json = JSON.stringify(findFacts(analysis))
    const times = { article: read - began, language: analyzed - read, facts: performance.now() - analyzed }
    return { kind: 'read', json, warnings, times }
  } catch (error) {
    const words =
      error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)
    return { kind: 'left-out', problem: failure('reader-failed', page.input, { words }), warnings }
  }
}

import { readRussianData } from '../../app/index.ts'
import { readPage } from '../../article/index.ts'
import { collectPages } from '../../collect/index.ts'
import type { Problem } from '../../core/index.ts'
import { loadRussian } from '../../language/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { analysisJson, conllu } from '../print/conllu.ts'
import { printProblems } from '../print/problems.ts'

/** `letopis analyze INPUT...` */
export const analyze = async (
  inputs: readonly string[],
  { format }: { readonly format: 'conllu' | 'jsonl' },
  { messages, out, err, signal }: Context,
): Promise<ExitCode> => {
  const russian = loadRussian(await readRussianData())
  const problems: Problem[] = []
  let read = 0
  for await (const page of collectPages(inputs)) {
    if (signal.aborted) break
    if (page.kind === 'problem') {
      problems.push(page)
      continue
    }
    const result = readPage(page)
    problems.push(...result.warnings)
    if ('problem' in result) {
      problems.push(result.problem)
      continue
    }
    const analysis = russian.analyze(result.article)
    await out.write(format === 'conllu' ? conllu(analysis) : `${analysisJson(analysis)}\n`)
    read++
  }
  await printProblems(problems, messages, err)
  if (signal.aborted) return EXIT.stopped
  if (read === 0 && problems.length === 0) await err.line(messages.summary.nothing)
  return read === 0 || problems.some(({ severity }) => severity === 'error') ? EXIT.leftOut : EXIT.ok
}

import { extract as extractPages } from '../../app/index.ts'
import { collectPages } from '../../collect/index.ts'
import type { Problem } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { meter } from '../meter.ts'
import { type NetworkFlags, networkOf } from '../network.ts'
import { BratFolder } from '../print/brat-folder.ts'
import { explainFacts } from '../print/explain.ts'
import { printProblems } from '../print/problems.ts'
import { progressOn } from '../print/progress.ts'

export interface ExtractFlags extends NetworkFlags {
  readonly workers?: number
  readonly explain?: boolean
  readonly format: 'jsonl' | 'brat'
  /** The folder that brat's files go to. */
  readonly out: string
}

/**
 * `letopis extract INPUT...`: facts as JSON lines on standard output, or as standoff in a folder; everything else on
 * standard error.
 */
export const extract = async (inputs: readonly string[], flags: ExtractFlags, context: Context): Promise<ExitCode> => {
  const { messages, out, err, signal } = context
  const { pages, share } = meter(collectPages(inputs, { network: networkOf(flags, context) }), inputs)
  const progress = progressOn(err, messages)
  const problems: Problem[] = []
  const brat = flags.format === 'brat' ? await BratFolder.open(flags.out) : null
  let read = 0
  let leftOut = 0
  const options = flags.workers === undefined ? { signal } : { signal, workers: flags.workers }
  for await (const { outcome } of extractPages(pages, options)) {
    problems.push(...outcome.warnings)
    if (outcome.kind === 'read') {
      read++
      const facts = brat || flags.explain ? (JSON.parse(outcome.json) as ArticleFacts) : null
      if (brat && facts) await brat.add(facts)
      if (out.isTerminal) progress.clear()
      if (flags.explain && facts) await out.write(explainFacts(facts, messages, out))
      else if (!brat) await out.write(`${outcome.json}\n`)
    } else {
      problems.push(outcome.problem)
      if (outcome.problem.severity === 'error') leftOut++
    }
    progress.update(read + leftOut, share())
  }
  progress.clear()
  await printProblems(problems, messages, err)
  if (brat && read > 0) await err.line(messages.summary.annotated(read, flags.out))
  if (read + leftOut === 0 && !signal.aborted) await err.line(messages.summary.nothing)
  else if (err.isTerminal || leftOut > 0) await err.line(messages.summary.read(read))
  return signal.aborted ? EXIT.stopped : leftOut > 0 || read === 0 ? EXIT.leftOut : EXIT.ok
}

import type { Workable } from '../../app/index.ts'
import { collectPages, type NetworkOptions } from '../../collect/index.ts'
import type { Problem } from '../../core/index.ts'
import type { Context } from '../context.ts'
import { meter } from '../meter.ts'
import { printProblems } from '../print/problems.ts'
import { progressOn } from '../print/progress.ts'

export interface AddCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly leftOut: number
}

/** Reads the inputs into a chronicle with a progress bar, and lists what was left out. */
export const addInputs = async (
  letopis: Workable,
  inputs: readonly string[],
  { messages, out, err, signal }: Context,
  { verbose = false, network = {} }: { readonly verbose?: boolean; readonly network?: NetworkOptions } = {},
): Promise<AddCounts> => {
  const counts = { added: 0, updated: 0, unchanged: 0, leftOut: 0 }
  const problems: Problem[] = []
  const progress = progressOn(err, messages)
  const { pages, share } = meter(collectPages(inputs, { network: { signal, ...network } }), inputs)
  const onStop = (): void => progress.note(messages.progress.stopping)
  signal.addEventListener('abort', onStop, { once: true })
  let done = 0
  for await (const step of letopis.add(pages, signal)) {
    if (step.kind === 'warning') problems.push(step.problem)
    else if (step.kind === 'left-out') {
      counts.leftOut++
      problems.push(step.problem, ...step.warnings)
    } else {
      counts[step.kind]++
      if (verbose) await out.line([step.kind, step.id, step.input].join('\t'))
      problems.push(...step.warnings)
    }
    done++
    if (!signal.aborted) progress.update(done, share())
  }
  signal.removeEventListener('abort', onStop)
  progress.note(messages.progress.joining)
  await letopis.settle()
  progress.clear()
  await printProblems(problems, messages, err)
  return counts
}

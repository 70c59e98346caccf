import { collectPages, type NetworkOptions } from '../../collect/index.ts'
import type { Problem } from '../../core/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { meter } from '../meter.ts'
import { printProblems } from '../print/problems.ts'
import { progressOn } from '../print/progress.ts'
import { withOwnChronicle } from '../stored.ts'

/** `letopis add --queue INPUT...`: pages wait on the server until `letopis work` takes them. */
export const queueInputs = (
  inputs: readonly string[],
  { verbose = false, network }: { readonly verbose?: boolean; readonly network: NetworkOptions },
  context: Context,
): Promise<ExitCode> =>
  withOwnChronicle(context, { command: 'add' }, async (letopis) => {
    const { messages, out, err, signal } = context
    const problems: Problem[] = []
    const progress = progressOn(err, messages)
    const { pages, share } = meter(collectPages(inputs, { network: { signal, ...network } }), inputs)
    let queued = 0
    for await (const step of letopis.enqueue(pages, signal)) {
      if (step.kind === 'queued') {
        queued++
        if (verbose) await out.line(`queued\t${step.input}`)
      } else problems.push(step.problem)
      if (!signal.aborted) progress.update(queued, share())
    }
    progress.clear()
    await printProblems(problems, messages, err)
    const leftOut = problems.filter(({ severity }) => severity === 'error').length
    if (queued + leftOut === 0 && !signal.aborted) await err.line(messages.summary.nothing)
    await out.line(messages.queue.queued(queued))
    return signal.aborted ? EXIT.stopped : leftOut > 0 || queued === 0 ? EXIT.leftOut : EXIT.ok
  })

import type { AddStep } from '../../app/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { problemLine } from '../print/problems.ts'
import { progressOn } from '../print/progress.ts'
import { withOwnChronicle } from '../stored.ts'

export interface WorkFlags {
  readonly workers?: number
  readonly once?: boolean
  readonly verbose?: boolean
}

/** `letopis work`: takes pages from the queue, reads them and adds them, with as many others as do the same. */
export const work = (flags: WorkFlags, context: Context): Promise<ExitCode> => {
  const { once = false, verbose = false, ...opening } = flags
  return withOwnChronicle(context, { command: 'work', ...opening }, async (letopis) => {
    const { messages, out, err, signal } = context
    const counts = { added: 0, updated: 0, unchanged: 0 }
    let leftOut = 0
    const progress = progressOn(err, messages)
    let written: Promise<void> = Promise.resolve()
    const inOrder = (write: () => Promise<void>): void => {
      written = written.then(write)
    }
    const onStep = (step: AddStep): void => {
      if (step.kind === 'warning') return
      if (step.kind === 'left-out') {
        leftOut++
        inOrder(() => err.line(problemLine(step.problem, messages)))
      } else {
        counts[step.kind]++
        if (verbose) inOrder(() => out.line([step.kind, step.id, step.input].join('\t')))
      }
      progress.update(counts.added + counts.updated + counts.unchanged + leftOut, null)
    }
    if (!once) await out.line(messages.queue.working)
    await letopis.work({
      once,
      signal,
      onStep,
      onServer: (there) => inOrder(() => err.line(there ? messages.queue.serverBack : messages.queue.serverGone)),
    })
    progress.clear()
    await written
    await out.line(messages.summary.added(counts))
    if (leftOut > 0) await err.line(messages.queue.leftOut(leftOut))
    return leftOut > 0 ? EXIT.leftOut : EXIT.ok
  })
}

/** `letopis queue`: how many pages wait, and which could not be read. */
export const queue = (context: Context): Promise<ExitCode> =>
  withOwnChronicle(context, { command: 'queue' }, async (letopis) => {
    const { messages, out } = context
    const { waiting, leftOut } = await letopis.queue()
    await out.line(messages.queue.waiting(waiting))
    if (leftOut.length > 0) await out.line(messages.queue.leftOut(leftOut.length))
    for (const { problem } of leftOut) await out.line(problemLine(problem, messages))
    return EXIT.ok
  })

import { type Context, EXIT, type ExitCode } from '../context.ts'
import { type NetworkFlags, networkOf } from '../network.ts'
import { settle, withChronicle } from '../stored.ts'
import { addInputs } from './adding.ts'

interface AddFlags {
  readonly workers?: number
  readonly verbose?: boolean
  readonly queue?: boolean
}

/** `letopis add INPUT...` */
export const add = (
  inputs: readonly string[],
  { verbose, workers, queue, ...network }: NetworkFlags & AddFlags,
  context: Context,
): Promise<ExitCode> => {
  if (queue) {
    return import('./queueing.ts').then(({ queueInputs }) =>
      queueInputs(inputs, { verbose: verbose ?? false, network: networkOf(network, context) }, context),
    )
  }
  return withChronicle(context, { command: 'add', ...(workers === undefined ? {} : { workers }) }, async (letopis) => {
    const { messages, out, err, signal } = context
    await settle(letopis, context)
    const counts = await addInputs(letopis, inputs, context, {
      verbose: verbose ?? false,
      network: networkOf(network, context),
    })
    const { articles, entries, disagreements } = await letopis.overview()
    const nothing = counts.added + counts.updated + counts.unchanged + counts.leftOut === 0
    if (nothing && !signal.aborted) await err.line(messages.summary.nothing)
    await out.line(messages.summary.added(counts))
    await out.line(messages.summary.entries(entries, articles, disagreements))
    if (signal.aborted) await err.line(messages.summary.stopped)
    return signal.aborted ? EXIT.stopped : counts.leftOut > 0 || nothing ? EXIT.leftOut : EXIT.ok
  })
}

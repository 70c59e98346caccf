import { fileURLToPath } from 'node:url'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { printChronicle } from '../print/chronicle.ts'
import { withOwnChronicle } from '../stored.ts'
import { addInputs } from './adding.ts'
import { type ServeFlags, serveChronicle, untilStopped } from './serving.ts'

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url))

/** `letopis start [PATH...]`: a chronicle in memory, printed and served, gone with the process. */
export const start = async (
  paths: readonly string[],
  flags: ServeFlags & { readonly workers?: number },
  context: Context,
): Promise<ExitCode> => {
  const { messages, out, err, signal } = context
  const inputs = paths.length > 0 ? paths : [EXAMPLES]
  const inMemory = { ...context, db: 'memory:' }
  return withOwnChronicle(inMemory, { command: 'start', ...flags }, async (letopis) => {
    const { leftOut, added } = await addInputs(letopis, inputs, inMemory)
    if (added + leftOut === 0) await err.line(messages.summary.nothing)
    const { entries } = await letopis.chronicle()
    await printChronicle(entries, context)
    const overview = await letopis.overview()
    await out.line()
    await out.line(messages.summary.entries(overview.entries, overview.articles, overview.disagreements))
    if (signal.aborted) return EXIT.stopped
    const serving = await serveChronicle(letopis, flags, context)
    await out.line(messages.serve.ready(serving.url))
    await out.line(out.paint('dim', messages.serve.stop))
    await untilStopped(signal)
    await serving.close()
    return leftOut > 0 ? EXIT.leftOut : EXIT.ok
  })
}

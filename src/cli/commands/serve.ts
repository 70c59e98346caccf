import { type Context, EXIT, type ExitCode } from '../context.ts'
import { networkOf } from '../network.ts'
import { requireChronicle, settle, withOwnChronicle } from '../stored.ts'
import { type ServeFlags, serveChronicle, untilStopped } from './serving.ts'

/** `letopis serve` */
export const serve = async (flags: ServeFlags, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withOwnChronicle(
    context,
    { command: 'serve', network: networkOf({ allowHost: flags.allowHost ?? [] }, context) },
    async (letopis) => {
      const { messages, out, signal } = context
      await settle(letopis, context)
      // Reads the chronicle into memory: who opens the page then waits for nothing.
      await letopis.overview()
      const serving = await serveChronicle(letopis, flags, context)
      await out.line(messages.serve.ready(serving.url))
      await out.line(out.paint('dim', messages.serve.stop))
      await untilStopped(signal)
      await serving.close()
      return EXIT.ok
    },
  )
}

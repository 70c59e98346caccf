import { failure } from '../../core/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { comparisonLines } from '../print/comparison.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface VersionsFlags {
  readonly from?: string
  readonly to?: string
  readonly format: 'text' | 'json'
}

/** `letopis versions ID`: every text that an article has had, and what changed. */
export const versions = async (
  [id = '']: readonly string[],
  { format, ...pair }: VersionsFlags,
  context: Context,
): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'versions' }, async (letopis) => {
    const { messages, out, err } = context
    await settle(letopis, context)
    const view = await letopis.versions(id, pair)
    if (view === null) throw new CommandFailure(failure('no-article', id))
    if (format === 'json') await out.line(JSON.stringify(view))
    else {
      for (const line of comparisonLines(view, messages, out)) await out.line(line)
      if (view.comparison === null) await err.line(messages.versions.single)
    }
    return EXIT.ok
  })
}

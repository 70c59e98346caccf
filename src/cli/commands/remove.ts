import { type Context, EXIT, type ExitCode } from '../context.ts'
import { requireChronicle, settle, withChronicle } from '../stored.ts'

/** `letopis remove ID...`: whole articles, or one version of one. */
export const remove = async (
  ids: readonly string[],
  { only }: { readonly only?: string },
  context: Context,
): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'remove' }, async (letopis) => {
    await settle(letopis, context)
    const { removed, missing } = await letopis.removeArticles(ids, only)
    await context.out.line(context.messages.summary.removed(removed))
    if (missing > 0) await context.err.line(context.messages.summary.missing(missing))
    return missing > 0 ? EXIT.leftOut : EXIT.ok
  })
}

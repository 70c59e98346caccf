import { type Context, EXIT, type ExitCode } from '../context.ts'
import { printProblems } from '../print/problems.ts'
import { progressOn } from '../print/progress.ts'
import { requireChronicle, withOwnChronicle } from '../stored.ts'

/** `letopis rebuild` */
export const rebuild = async (flags: { readonly workers?: number }, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withOwnChronicle(context, { command: 'rebuild', rebuild: true, ...flags }, async (letopis) => {
    const { messages, out, err } = context
    const progress = progressOn(err, messages)
    const { pages, problems } = await letopis.reread((done) => progress.update(done, null))
    progress.clear()
    await printProblems(problems, messages, err)
    const { articles, entries, disagreements } = await letopis.overview()
    await out.line(messages.summary.reread(pages))
    await out.line(messages.summary.entries(entries, articles, disagreements))
    return problems.length > 0 ? EXIT.leftOut : EXIT.ok
  })
}

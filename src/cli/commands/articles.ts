import { type Context, EXIT, type ExitCode } from '../context.ts'
import { requireChronicle, settle, withChronicle } from '../stored.ts'

/** `letopis articles`: id, date, outlet, headline and input of each, apart by tabs. */
export const articles = async (context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'articles' }, async (letopis) => {
    const { messages, out, err } = context
    await settle(letopis, context)
    let any = false
    for await (const { id, published, outlet, headline, input, versions } of letopis.articles()) {
      any = true
      const words = messages.articles
      const more = versions > 1 ? [words.versions(versions)] : []
      const cells = [
        id,
        published?.slice(0, 10) ?? '',
        outlet ?? words.noOutlet,
        headline ?? words.noHeadline,
        input,
        ...more,
      ]
      await out.line(cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
    }
    if (!any) await err.line(messages.chronicle.empty)
    return EXIT.ok
  })
}

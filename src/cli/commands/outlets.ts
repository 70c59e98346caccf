import { readOutletData, readPublishers } from '../../app/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { requireChronicle, settle, withChronicle } from '../stored.ts'

interface Tally {
  articles: number
  first: string
  last: string
}

/**
 * `letopis outlets`: kind, country, language, number of articles, first and last day, name of each outlet of the
 * chronicle, apart by tabs, those with most articles first. With `--register` the register itself, in the form of a
 * person's own file.
 */
export const outlets = async (flags: { readonly register?: boolean }, context: Context): Promise<ExitCode> => {
  const { messages, out, err } = context
  if (flags.register) {
    await out.write(await readOutletData())
    return EXIT.ok
  }
  const publisherOf = await readPublishers()
  await requireChronicle(context)
  return withChronicle(context, { command: 'outlets' }, async (letopis) => {
    await settle(letopis, context)
    const tallies = new Map<string | null, Tally>()
    for await (const { outlet, published } of letopis.articles()) {
      const tally = tallies.get(outlet) ?? { articles: 0, first: '', last: '' }
      const day = published?.slice(0, 10) ?? ''
      tally.articles++
      if (day !== '' && (tally.first === '' || day < tally.first)) tally.first = day
      if (day > tally.last) tally.last = day
      tallies.set(outlet, tally)
    }
    const rows = [...tallies].sort((a, b) => b[1].articles - a[1].articles || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    for (const [outlet, { articles, first, last }] of rows) {
      const known = publisherOf(outlet)
      const kind = known ? messages.outlets.kinds[known.kind] : messages.outlets.unknown
      const name = outlet?.replace(/\s+/g, ' ') ?? messages.articles.noOutlet
      const cells = [kind, known?.country ?? '', known?.language ?? '', String(articles), first, last, name]
      await out.line(cells.join('\t'))
    }
    if (rows.length === 0) await err.line(messages.chronicle.empty)
    return EXIT.ok
  })
}

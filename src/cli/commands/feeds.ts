import { access } from 'node:fs/promises'
import { feedsAsOpml, watchedFeeds } from '../../collect/index.ts'
import { failure } from '../../core/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { CommandFailure } from '../stored.ts'
import { watchState } from '../watch-state.ts'

export interface FeedsFlags {
  readonly state?: string
  readonly format: 'text' | 'opml'
}

/** `letopis feeds`: the feeds that a watch follows, a line each, or as OPML. */
export const feeds = async ({ state, format }: FeedsFlags, context: Context): Promise<ExitCode> => {
  const { messages, out } = context
  const path = watchState(context, state)
  await access(path).catch(() => {
    throw new CommandFailure(failure('no-watch-state', path))
  })
  const watched = await watchedFeeds(path)
  if (watched === null) throw new CommandFailure(failure('bad-watch-state', path))
  if (format === 'opml') await out.write(`${(await feedsAsOpml('Letopis', watched)).trimEnd()}\n`)
  else
    for (const { url, title, next, interval, failures } of watched) {
      const cells = [
        url,
        (title ?? '').replace(/\s+/g, ' '),
        new Date(next).toISOString(),
        messages.watch.every(interval),
      ]
      await out.line([...cells, ...(failures > 0 ? [messages.watch.silent(failures)] : [])].join('\t'))
    }
  return EXIT.ok
}

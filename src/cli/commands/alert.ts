import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { setTimeout as later } from 'node:timers/promises'
import { type AlertEvent, alertTurn, type Deliver, type EntryFilter, webhook } from '../../app/index.ts'
import { failure } from '../../core/index.ts'
import { alertFeed } from '../../export/index.ts'
import type { EventKind, Status } from '../../facts/index.ts'
import { type Context, EXIT, type ExitCode, WrongUse } from '../context.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface AlertFlags {
  readonly state: string
  readonly about?: readonly string[]
  readonly kind?: readonly EventKind[]
  readonly status?: readonly Status[]
  readonly words?: string
  readonly from?: string
  readonly to?: string
  readonly webhook?: string
  readonly feed?: string
  readonly home?: string
  readonly every: number
  readonly fromStart?: boolean
  readonly once?: boolean
}

const filterOf = ({ about, kind, status, words, from, to }: AlertFlags): EntryFilter => ({
  ...(about && { actors: about }),
  ...(kind && { kinds: kind }),
  ...(status && { statuses: status }),
  ...(words && { q: words }),
  ...(from && { from }),
  ...(to && { to }),
})

const writeFeed = async (
  file: string,
  events: readonly AlertEvent[],
  home: string,
  language: 'ru' | 'en',
): Promise<void> => {
  try {
    const telling = { lang: language, home: home.replace(/\/*$/, '/') }
    await writeFile(`${file}.part`, alertFeed(file, events, telling), { flush: true })
    await rename(`${file}.part`, file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandFailure(failure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', file, { code }))
  }
}

const deliverOf = async (flags: AlertFlags, context: Context): Promise<Deliver> => {
  const { webhook: url, feed, home = 'http://127.0.0.1:4400/' } = flags
  if ((url === undefined) === (feed === undefined)) throw new WrongUse(context.messages.alert.oneWay)
  if (feed !== undefined) {
    const { language } = context.messages
    // A reader finds a feed before the first event too.
    if (!existsSync(feed)) await writeFeed(feed, [], home, language)
    return (_event, recent) => writeFeed(feed, recent, home, language)
  }
  if (!/^https?:\/\//.test(url!) || !URL.canParse(url!)) throw new WrongUse(context.messages.alert.badAddress(url!))
  return webhook(url!, { signal: context.signal })
}

/** `letopis alert` */
export const alert = async (flags: AlertFlags, context: Context): Promise<ExitCode> => {
  const { messages, out, err, signal } = context
  await requireChronicle(context)
  const deliver = await deliverOf(flags, context)
  for (;;) {
    // Nothing is held between turns: others may open the chronicle meanwhile.
    const entries = await withChronicle(context, { command: 'alert' }, async (letopis) => {
      await settle(letopis, context)
      return letopis.allEntries(filterOf(flags), 'old')
    })
    const at = new Date().toISOString()
    const turn = await alertTurn(flags.state, entries, deliver, { at, fromStart: flags.fromStart ?? false })
    if (turn.noticed > 0 || turn.delivered > 0 || turn.refused !== null)
      await out.line(messages.alert.turn(turn.noticed, turn.delivered, turn.pending))
    if (turn.refused !== null) await err.line(messages.alert.refused(turn.refused))
    if (flags.once) return turn.refused === null ? EXIT.ok : EXIT.leftOut
    if (signal.aborted) return EXIT.stopped
    await later(flags.every * 1_000, undefined, { signal }).catch(() => {})
    if (signal.aborted) return EXIT.stopped
  }
}

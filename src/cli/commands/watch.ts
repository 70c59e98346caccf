import { setTimeout as sleep } from 'node:timers/promises'
import type { Workable } from '../../app/index.ts'
import { openWatch, type Watch } from '../../collect/index.ts'
import { failure, type Problem } from '../../core/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { type NetworkFlags, networkOf } from '../network.ts'
import { printProblems, problemLine } from '../print/problems.ts'
import { CommandFailure, settle, withChronicle } from '../stored.ts'
import { watchState } from '../watch-state.ts'

export interface WatchFlags extends NetworkFlags {
  readonly workers?: number
  readonly once?: boolean
  readonly state?: string
  readonly verbose?: boolean
}

const MINUTE = 60_000
/** The chronicle is joined as a whole: not more often than this while pages keep coming. */
const JOINING = 5 * MINUTE
const BUSY = 30_000

const NONE = { feeds: 0, fresh: 0, added: 0, updated: 0, unchanged: 0, failed: 0 }

const isBusy = (error: unknown): boolean =>
  /^database-(?:in-use|unreachable)$/.test((error as { problem?: Problem } | null)?.problem?.code ?? '')

class Watching {
  readonly #watch: Watch
  readonly #flags: WatchFlags
  readonly #context: Context
  #counts = { ...NONE }
  #told = Date.now()
  #joined = 0
  #changed = false
  failedFeeds = 0

  constructor(watch: Watch, flags: WatchFlags, context: Context) {
    this.#watch = watch
    this.#flags = flags
    this.#context = context
  }

  async #problem(problem: Problem): Promise<void> {
    if (problem.severity === 'error') this.#counts.failed++
    const { messages, err } = this.#context
    if (this.#flags.verbose) await err.line(problemLine(problem, messages))
  }

  /** Everything that is due now. */
  async round(): Promise<void> {
    const { signal } = this.#context
    const { read, fresh, problems } = await this.#watch.readFeeds()
    this.#counts.feeds += read
    this.#counts.fresh += fresh
    this.failedFeeds = problems.length
    for (const problem of problems) await this.#problem(problem)
    while (!signal.aborted && this.#watch.duePages > 0) {
      await this.#inChronicle(async (letopis) => {
        await this.#keepPages(letopis)
        const now = Date.now()
        if (this.#changed && (this.#flags.once || now - this.#joined > JOINING)) await this.#join(letopis)
      })
      await this.tell(false)
    }
  }

  async #keepPages(letopis: Workable): Promise<void> {
    for await (const step of letopis.add(this.#watch.pages(), this.#context.signal)) {
      for (const problem of 'warnings' in step ? step.warnings : []) await this.#problem(problem)
      if (step.kind === 'left-out' || step.kind === 'warning') await this.#problem(step.problem)
      else {
        this.#counts[step.kind]++
        this.#changed ||= step.kind !== 'unchanged'
      }
      // A page that was read and refused (another language, no text) is done with as well.
      if (step.kind !== 'warning') this.#watch.kept(step.input)
    }
    await this.#watch.finish()
  }

  async #join(letopis: Workable): Promise<void> {
    await letopis.settle()
    this.#joined = Date.now()
    this.#changed = false
  }

  /** The chronicle is open only while pages are kept: between rounds others may use it. */
  async #inChronicle(work: (letopis: Workable) => Promise<void>): Promise<void> {
    const { workers } = this.#flags
    try {
      await withChronicle(this.#context, { command: 'watch', ...(workers === undefined ? {} : { workers }) }, work)
    } catch (error) {
      if (!isBusy(error)) throw error
      const { messages, err, signal } = this.#context
      await err.line(messages.watch.busy)
      await sleep(BUSY, undefined, { signal }).catch(() => {})
    }
  }

  /** A line for each minute that has gone, or now. */
  async tell(now: boolean): Promise<void> {
    if (!now && Date.now() - this.#told < MINUTE) return
    const { messages, out } = this.#context
    const time = new Date().toTimeString().slice(0, 5)
    const wait = Math.max(0, Math.ceil((this.#watch.next - Date.now()) / MINUTE))
    await out.line(messages.watch.line({ ...this.#counts, time, waiting: this.#watch.waiting, minutes: wait }))
    this.#counts = { ...NONE }
    this.#told = Date.now()
  }

  async pause(): Promise<void> {
    const line = this.#told + MINUTE - Date.now()
    const wait = Math.max(250, Math.min(line, this.#watch.next - Date.now()))
    await sleep(wait, undefined, { signal: this.#context.signal }).catch(() => {})
  }

  /** Joins what came since the last time, when stopping. */
  async end(): Promise<void> {
    if (this.#changed) await this.#inChronicle((letopis) => this.#join(letopis))
  }
}

/** `letopis watch INPUT...`: reads feeds for as long as it runs; with `--once` what is due now. */
export const watch = async (inputs: readonly string[], flags: WatchFlags, context: Context): Promise<ExitCode> => {
  const { messages, err, signal } = context
  try {
    const code = await follow(inputs, flags, context)
    if (!signal.aborted) return code
  } catch (error) {
    // What was being asked of the network when the person stopped it ends with an error of its own.
    if (!signal.aborted) throw error
  }
  await err.line(messages.watch.stopped)
  return EXIT.stopped
}

const follow = async (inputs: readonly string[], flags: WatchFlags, context: Context): Promise<ExitCode> => {
  const { messages, out, err, signal } = context
  await withChronicle(context, { command: 'watch' }, (letopis) => settle(letopis, context))
  const state = watchState(context, flags.state)
  const found = await openWatch(inputs, { state, network: networkOf(flags, context) })
  if (found === null) throw new CommandFailure(failure('bad-watch-state', state))
  await printProblems(found.problems, messages, err)
  if (found.feeds.length === 0 && found.problems.length > 0) return EXIT.leftOut
  if (found.feeds.length === 0) throw new CommandFailure(failure('no-feeds', inputs.join(' ')))
  await out.line(messages.watch.begins(found.feeds.length, state))
  const watching = new Watching(found, flags, context)
  do {
    await watching.round()
    if (flags.once || signal.aborted) break
    await watching.tell(false)
    await watching.pause()
  } while (!signal.aborted)
  await watching.end()
  await watching.tell(true)
  return watching.failedFeeds > 0 ? EXIT.leftOut : EXIT.ok
}

#!/usr/bin/env node
import { CommanderError } from 'commander'
import type { Problem } from '../core/index.ts'
import { type Context, EXIT, WrongUse } from './context.ts'
import { localeLanguage, messagesIn } from './messages/choose.ts'
import type { Messages } from './messages/messages.ts'
import { outputTo } from './print/output.ts'
import { printFailure } from './print/problems.ts'
import { commandLine, type Request, wrongUse } from './program.ts'

const DEFAULT_DB = 'letopis-data'

/** The language must be known before the command line is read: help and complaints about it are in that language too. */
const languageAsked = (args: readonly string[]): string | undefined => {
  const at = args.indexOf('--lang')
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
}

/** Ctrl-C once: finish what is in hand; twice: end at once. What was reported as stored is safe either way. */
const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.stopped)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

const problemOf = (error: unknown): Problem | null => {
  const problem = (error as { readonly problem?: Problem } | null)?.problem
  return problem?.kind === 'problem' ? problem : null
}

const report = async (error: unknown, messages: Messages, context: Context): Promise<number> => {
  const problem = problemOf(error)
  if (problem) {
    await printFailure(problem, messages, context.err)
    return EXIT.leftOut
  }
  if (error instanceof WrongUse) {
    await context.err.line(`${messages.words.error}: ${error.message}`)
    return EXIT.wrongUse
  }
  await context.err.line(error instanceof Error ? (error.stack ?? error.message).slice(0, 4_000) : String(error))
  return EXIT.leftOut
}

const main = async (args: readonly string[]): Promise<number> => {
  const out = outputTo(process.stdout, process.env)
  const err = outputTo(process.stderr, process.env)
  const asked = languageAsked(args)
  const messages = messagesIn(asked === 'ru' || asked === 'en' ? asked : localeLanguage(process.env))

  let request: Request | null = null
  try {
    commandLine(messages, (taken) => {
      request = taken
    }).parse([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const wrong = wrongUse(error, messages)
    if (wrong === null) return error.exitCode
    await err.line(`${err.paint('red', `${messages.words.error}:`)} ${wrong}`)
    await err.line(messages.usage.seeHelp('letopis'))
    return EXIT.wrongUse
  }
  if (request === null) return EXIT.wrongUse
  const { run, db, outlets } = request as Request
  const context: Context = {
    messages,
    out,
    err,
    db: db ?? (process.env.LETOPIS_DB || DEFAULT_DB),
    signal: stopSignal(),
  }
  const begin = async (): Promise<number> => {
    if (outlets !== undefined) {
      // Worker threads and every way of opening a chronicle read it from the environment.
      process.env.LETOPIS_OUTLETS = outlets
      await (await import('../app/index.ts')).readOutletData()
    }
    return run(context)
  }
  return begin().catch((error) => report(error, messages, context))
}

process.exitCode = await main(process.argv.slice(2))
// Standard input that nobody reads to its end, or a worker that is being stopped, must not hold the process.
if (process.exitCode === EXIT.stopped) process.exit()

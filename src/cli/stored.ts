import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenChronicle, openChronicle, reachChronicle, type Workable } from '../app/index.ts'
import type { NetworkOptions } from '../collect/index.ts'
import { failure, type Problem } from '../core/index.ts'
import type { Context } from './context.ts'
import { progressOn } from './print/progress.ts'

/** A problem that ends the command: thrown to `main`, which words it. */
export class CommandFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

const isAddress = (db: string): boolean => /^[a-z]+:\/\//i.test(db)

/** Opens the chronicle for a command that reads: a folder that holds none is a mistake, not a new chronicle. */
export const requireChronicle = async ({ db }: Context): Promise<void> => {
  if (isAddress(db)) return
  const there = await access(join(db, 'pages.journal')).then(
    () => true,
    () => false,
  )
  if (!there) throw new CommandFailure(failure('no-chronicle', db))
}

/** Restores what a stop left half done and makes the chronicle anew where articles changed, telling a person who waits. */
export const settle = async (letopis: Workable, { messages, err }: Context): Promise<void> => {
  const progress = progressOn(err, messages)
  const { torn, whole } = await letopis.condition()
  if (torn > 0) {
    const advice = messages.problems['journal-torn']?.({ bytes: torn }, '')
    if (advice) await err.line(advice.what)
  }
  if (!whole) progress.note(messages.progress.joining)
  const { restored } = await letopis.settle((pages) => progress.note(messages.progress.restoring(pages)))
  progress.clear()
  if (restored > 0) await err.line(messages.summary.restored(restored))
}

interface Opening {
  readonly command: string
  readonly workers?: number
  readonly rebuild?: boolean
  readonly network?: NetworkOptions
}

const closing = async <Opened extends Pick<Workable, 'close'>, T>(
  letopis: Opened,
  work: (letopis: Opened) => Promise<T>,
): Promise<T> => {
  try {
    return await work(letopis)
  } finally {
    await letopis.close()
  }
}

/** Works with a chronicle that this process has open alone, and closes it whatever happens. */
export const withOwnChronicle = async <T>(
  { db }: Context,
  opening: Opening,
  work: (letopis: OpenChronicle) => Promise<T>,
): Promise<T> => closing(await openChronicle(db, opening), work)

/** The same, or through the process that has it open and serves. */
export const withChronicle = async <T>(
  { db }: Context,
  opening: Opening,
  work: (letopis: Workable) => Promise<T>,
): Promise<T> => closing(await reachChronicle(db, opening), work)

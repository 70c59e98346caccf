import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenChronicle, openChronicle } from '../app/index.ts'
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
export const settle = async (letopis: OpenChronicle, { messages, err }: Context): Promise<void> => {
  const progress = progressOn(err, messages)
  const { torn } = letopis.store
  if (torn > 0) {
    const advice = messages.problems['journal-torn']?.({ bytes: torn }, '')
    if (advice) await err.line(advice.what)
  }
  if ((await letopis.store.isStale()) || letopis.store.lacks !== null) progress.note(messages.progress.joining)
  const { restored } = await letopis.settle((pages) => progress.note(messages.progress.restoring(pages)))
  progress.clear()
  if (restored > 0) await err.line(messages.summary.restored(restored))
}

/** Works with an opened chronicle and closes it whatever happens. */
export const withChronicle = async <T>(
  context: Context,
  options: { readonly command: string; readonly workers?: number; readonly rebuild?: boolean },
  work: (letopis: OpenChronicle) => Promise<T>,
): Promise<T> => {
  const letopis = await openChronicle(context.db, options)
  try {
    return await work(letopis)
  } finally {
    await letopis.close()
  }
}

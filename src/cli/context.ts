import type { Messages } from './messages/messages.ts'
import type { Output } from './print/output.ts'

/** What every command works with. */
export interface Context {
  readonly messages: Messages
  readonly out: Output
  readonly err: Output
  /** Where the chronicle is: a folder or an address. */
  readonly db: string
  /** Aborted by the first Ctrl-C; the second one ends the process. */
  readonly signal: AbortSignal
}

/** How a command ended. */
export const EXIT = { ok: 0, leftOut: 1, wrongUse: 2, stopped: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Thrown for what was asked wrongly: its message is already in the person's language. */
export class WrongUse extends Error {}

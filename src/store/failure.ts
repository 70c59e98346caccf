import { failure, type Problem } from '../core/index.ts'

/**
 * Thrown when a chronicle cannot be opened or written at all. It carries the problem as data; whoever talks to a
 * person puts it in words with the remedy.
 *
 * Codes: `database-in-use` (detail: pid, command, folder), `database-unreachable`, `database-damaged`, `disk-full`,
 * `folder-unwritable`, `database-newer` (made by a later release), `not-a-chronicle`.
 */
export class StoreFailure extends Error {
  readonly problem: Problem

  constructor(code: string, input: string, detail: Problem['detail'] = {}, cause?: unknown) {
    super(`${code}: ${input}`, { cause })
    this.name = 'StoreFailure'
    this.problem = failure(code, input, detail)
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'])
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EPIPE',
  '3D000',
  '28P01',
  '28000',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

const wordsOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/** Whether the disk that an operation wrote to is full (also when PostgreSQL or PGlite says so in words). */
export const isDiskFull = (error: unknown): boolean =>
  FULL.has(codeOf(error)) || /no space left on device|ENOSPC|errno 51\b/i.test(wordsOf(error))

/** Any error of a database or a file system, as a failure that names what happened; a `StoreFailure` comes back as it is. */
export const storeFailure = (error: unknown, where: string): StoreFailure => {
  if (error instanceof StoreFailure) return error
  const code = codeOf(error)
  const detail = { code, words: wordsOf(error) }
  if (isDiskFull(error)) return new StoreFailure('disk-full', where, detail, error)
  if (UNWRITABLE.has(code)) return new StoreFailure('folder-unwritable', where, detail, error)
  if (UNREACHABLE.has(code) || /Connection terminated|Client has encountered a connection error/.test(detail.words)) {
    return new StoreFailure('database-unreachable', where, detail, error)
  }
  return new StoreFailure('database-failed', where, detail, error)
}

import { createWriteStream } from 'node:fs'
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Workable } from '../../app/index.ts'
import { failure } from '../../core/index.ts'
import {
  type Chunk,
  changedTables,
  type ExportFormat,
  type ExportOptions,
  formatNamed,
  standingOf,
  tableOf,
  type What,
  writeExport,
} from '../../export/index.ts'
import { type Context, EXIT, type ExitCode, WrongUse } from '../context.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface ExportFlags {
  readonly format: string
  readonly what?: What
  readonly out?: string
  readonly bom?: boolean
  readonly home?: string
  /** A cursor, or `@` and the file that holds one. */
  readonly since?: string
}

const unwritable = (error: unknown, path: string): CommandFailure => {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return new CommandFailure(failure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code }))
}

/** Thrown inside the stream by Ctrl-C. */
class Stopped extends Error {}

/** Written beside and moved to its place when it is whole; what is no file (a pipe, a device) is written to as it is. */
const writeTo = async (given: string, pieces: AsyncIterable<Chunk>): Promise<void> => {
  const path = await realpath(given).catch(() => given)
  const plain = await stat(path).then(
    (found) => found.isFile(),
    () => true,
  )
  const target = plain ? `${path}.part` : path
  try {
    await pipeline(pieces, createWriteStream(target))
    if (plain) await rename(target, path)
  } catch (error) {
    if (plain) await rm(target, { force: true }).catch(() => {})
    const code = (error as NodeJS.ErrnoException).code
    throw typeof code === 'string' && code.startsWith('E') ? unwritable(error, given) : error
  }
}

async function* counted(
  pieces: AsyncIterable<Chunk>,
  count: { bytes: number },
  signal: AbortSignal,
): AsyncGenerator<Chunk> {
  for await (const piece of pieces) {
    if (signal.aborted) throw new Stopped()
    count.bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    yield piece
  }
}

const fileOf = (since: string): string | null => (since.startsWith('@') ? since.slice(1) : null)

const cursorIn = async (since: string): Promise<string | null> => {
  const file = fileOf(since)
  if (file === null) return since
  const kept = await readFile(file, 'utf8').catch(() => '')
  return kept.trim() || null
}

/** The pieces to write, and what is to be done once all of them are written. */
interface Work {
  readonly pieces: AsyncIterable<Chunk>
  readonly done: () => Promise<void>
}

const changesOf = async (
  letopis: Workable,
  format: ExportFormat,
  options: Partial<ExportOptions> & { readonly what: What },
  since: string,
  { messages, err }: Context,
): Promise<Work> => {
  const table = tableOf(options.what)
  const cursor = await cursorIn(since)
  const changes = await letopis.changes(table, cursor)
  if (changes.all && cursor !== null && cursor !== '0') await err.line(messages.exporting.anew)
  const tables = await changedTables(await letopis.tables(), table, changes)
  const standing = standingOf(changes, new Date().toISOString())
  const file = fileOf(since)
  return {
    pieces: writeExport(format, tables, { ...options, standing }),
    // Only now: what a stop left unwritten is told again next time.
    done: async () => {
      if (changes.gone.length > 0 && !format.tellsGone)
        await err.line(messages.exporting.untold(changes.gone.length, format.name))
      if (file === null) return err.line(messages.exporting.cursor(changes.cursor))
      try {
        await writeFile(`${file}.part`, `${changes.cursor}\n`, { flush: true })
        await rename(`${file}.part`, file)
      } catch (error) {
        throw unwritable(error, file)
      }
    },
  }
}

/** `letopis export` */
export const exportChronicle = async (flags: ExportFlags, context: Context): Promise<ExitCode> => {
  const { messages, out, err, signal } = context
  const format = formatNamed(flags.format)!
  const what = flags.what ?? format.covers[0]!
  if (!format.covers.includes(what))
    throw new WrongUse(messages.exporting.notCovered(format.name, what, format.covers.join(', ')))
  await requireChronicle(context)
  return withChronicle(context, { command: 'export' }, async (letopis) => {
    await settle(letopis, context)
    const home = flags.home === undefined ? {} : { home: flags.home.replace(/\/*$/, '/') }
    const options = { what, lang: messages.language, bom: flags.bom ?? false, ...home }
    const count = { bytes: 0 }
    const work: Work =
      flags.since === undefined
        ? { pieces: writeExport(format, await letopis.tables(), options), done: async () => {} }
        : await changesOf(letopis, format, options, flags.since, context)
    const pieces = counted(work.pieces, count, signal)
    try {
      if (flags.out === undefined || flags.out === '-') for await (const piece of pieces) await out.write(piece)
      else {
        await writeTo(flags.out, pieces)
        await err.line(messages.summary.exported(count.bytes, flags.out))
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      await err.line(messages.exporting.stopped)
      return EXIT.stopped
    }
    await work.done()
    return EXIT.ok
  })
}

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Chronicle } from '../../chronicle/index.ts'
import { failure } from '../../core/index.ts'
import { exportCsv, exportJsonl, type What } from '../../export/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface ExportFlags {
  readonly format: 'jsonl' | 'csv'
  readonly what: What
  readonly out?: string
}

const writeFile = async (path: string, lines: Iterable<string>): Promise<void> => {
  try {
    await pipeline(lines, createWriteStream(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandFailure(failure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code }))
  }
}

const recordsOf = function* (chronicle: Chronicle, { format, what }: ExportFlags, count: { records: number }) {
  const lines = format === 'csv' ? exportCsv(chronicle, what) : exportJsonl(chronicle, what)
  for (const line of lines) {
    count.records++
    yield line
  }
}

/** `letopis export` */
export const exportChronicle = async (flags: ExportFlags, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'export' }, async (letopis) => {
    await settle(letopis, context)
    const count = { records: flags.format === 'csv' ? -1 : 0 }
    const lines = recordsOf(await letopis.chronicle(), flags, count)
    if (flags.out === undefined || flags.out === '-') for (const line of lines) await context.out.write(line)
    else {
      await writeFile(flags.out, lines)
      await context.err.line(context.messages.summary.exported(count.records, flags.out))
    }
    return EXIT.ok
  })
}

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { failure } from '../../core/index.ts'
import { type Chunk, formatNamed, type What, writeExport } from '../../export/index.ts'
import { type Context, EXIT, type ExitCode, WrongUse } from '../context.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface ExportFlags {
  readonly format: string
  readonly what?: What
  readonly out?: string
  readonly bom?: boolean
  readonly home?: string
}

const writeFile = async (path: string, pieces: AsyncIterable<Chunk>): Promise<void> => {
  try {
    await pipeline(pieces, createWriteStream(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandFailure(failure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code }))
  }
}

async function* counted(pieces: AsyncIterable<Chunk>, count: { bytes: number }): AsyncGenerator<Chunk> {
  for await (const piece of pieces) {
    count.bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    yield piece
  }
}

/** `letopis export` */
export const exportChronicle = async (flags: ExportFlags, context: Context): Promise<ExitCode> => {
  const { messages, out, err } = context
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
    const pieces = counted(writeExport(format, await letopis.tables(), options), count)
    if (flags.out === undefined || flags.out === '-') for await (const piece of pieces) await out.write(piece)
    else {
      await writeFile(flags.out, pieces)
      await err.line(messages.summary.exported(count.bytes, flags.out))
    }
    return EXIT.ok
  })
}

import { backUp, restoreBackup } from '../../app/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { progressOn } from '../print/progress.ts'
import { requireChronicle } from '../stored.ts'
import { version } from '../version.ts'

/** `letopis backup FILE` */
export const backup = async (file: string, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  const { pages, corrections } = await backUp(context.db, file, `letopis ${version}`)
  await context.out.line(context.messages.backup.made(pages, corrections, file))
  return EXIT.ok
}

/** `letopis restore FILE` */
export const restore = async (
  file: string,
  flags: { readonly workers?: number },
  context: Context,
): Promise<ExitCode> => {
  const { messages, err, out, db } = context
  const progress = progressOn(err, messages)
  try {
    const onPages = (pages: number): void => progress.note(messages.backup.reading(pages))
    const { pages, corrections, entries } = await restoreBackup(db, file, { ...flags, onPages })
    progress.clear()
    await out.line(messages.backup.restored(pages, corrections, entries))
    return EXIT.ok
  } finally {
    progress.clear()
  }
}

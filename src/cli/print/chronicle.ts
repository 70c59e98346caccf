import type { Entry } from '../../chronicle/index.ts'
import type { Context } from '../context.ts'
import { entryLine } from './entry-line.ts'
import { wrap } from './output.ts'

/** The chronicle, a line an entry, with the meaning of the marks below it for a person who reads it on a screen. */
export const printChronicle = async (entries: readonly Entry[], { messages, out }: Context): Promise<void> => {
  for (const entry of entries) await out.line(entryLine(entry, messages, out))
  if (out.isTerminal) await out.line(out.paint('dim', wrap(`\n${messages.chronicle.legend}`, out.columns)))
}

import { readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { isFault, readLog } from '../../api/index.ts'
import type { Workable } from '../../app/index.ts'
import type { Chronicle, CorrectionAction } from '../../chronicle/index.ts'
import { failure } from '../../core/index.ts'
import { type Context, EXIT, type ExitCode, WrongUse } from '../context.ts'
import { CommandFailure, requireChronicle, settle, withChronicle } from '../stored.ts'

export interface CorrectFlags {
  readonly author?: string
  readonly en?: string
}

type Sort = 'entry' | 'identity' | 'disagreement'

const sortOf = (chronicle: Chronicle, id: string): Sort | null => {
  if (chronicle.entries.some((entry) => entry.id === id || entry.aliases.includes(id))) return 'entry'
  if (chronicle.identities.some((identity) => identity.id === id)) return 'identity'
  const disputed = chronicle.entries.some(({ disagreements }) => disagreements.some((each) => each.id === id))
  return disputed ? 'disagreement' : null
}

const withName = (flags: CorrectFlags): { nameEn?: string } => (flags.en === undefined ? {} : { nameEn: flags.en })

const splitOf = (sort: Sort, id: string, rest: readonly string[], flags: CorrectFlags, context: Context) => {
  const [name, ...articles] = rest
  if (sort === 'identity' && name !== undefined && articles.length > 0)
    return { kind: 'split-identity', identity: id, name, articles, ...withName(flags) } as const
  const mentions = rest.map((given) => {
    const match = /^(.+):(\d{1,6})$/.exec(given)
    if (!match) throw new WrongUse(context.messages.correct.badMention(given))
    return { article: match[1] ?? '', event: Number(match[2]) }
  })
  return { kind: 'split-entry', entry: id, mentions } as const
}

const actionOf = (
  chronicle: Chronicle,
  [verb, id, ...rest]: readonly string[],
  flags: CorrectFlags,
  context: Context,
): CorrectionAction => {
  const { what, unknown } = context.messages.correct
  if (id === undefined) throw new WrongUse(what)
  if (verb === 'undo') return { kind: 'undo', correction: id }
  const sort = sortOf(chronicle, id)
  if (sort === null) throw new WrongUse(unknown(id))
  const words = rest.join(' ').trim()
  if (verb === 'reject' && sort === 'entry') return { kind: 'reject-entry', entry: id }
  if (verb === 'reject' && sort === 'disagreement') return { kind: 'reject-disagreement', disagreement: id }
  if (words === '') throw new WrongUse(what)
  if (verb === 'note') return { kind: 'note', about: sort, id, text: words }
  if (verb === 'split' && sort !== 'disagreement') return splitOf(sort, id, rest, flags, context)
  if (verb === 'rename' && sort === 'entry')
    return { kind: 'rename-entry', entry: id, title: words, ...(flags.en === undefined ? {} : { titleEn: flags.en }) }
  if (verb === 'rename' && sort === 'identity')
    return { kind: 'rename-identity', identity: id, name: words, ...withName(flags) }
  if (verb === 'merge' && sort !== 'disagreement') {
    for (const other of rest) if (sortOf(chronicle, other) !== sort) throw new WrongUse(unknown(other))
    return sort === 'entry'
      ? { kind: 'merge-entries', into: id, entries: rest }
      : { kind: 'merge-identities', into: id, identities: rest }
  }
  throw new WrongUse(what)
}

const LIST = 500

const printLog = async (letopis: Workable, { out }: Context): Promise<ExitCode> => {
  for (let offset = 0; ; offset += LIST) {
    const { total, items } = await letopis.corrections({ offset, limit: LIST })
    for (const { id, at, author, state, action } of items) {
      const { kind, ...about } = action
      await out.line([id, at, author, state, kind, JSON.stringify(about)].join('\t'))
    }
    if (offset + LIST >= total) return EXIT.ok
  }
}

const exportLog = async (letopis: Workable, path: string | undefined, { out }: Context): Promise<ExitCode> => {
  const json = `${JSON.stringify({ log: await letopis.correctionLog() }, null, 2)}\n`
  if (path === undefined || path === '-') await out.write(json)
  else {
    await writeFile(path, json).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(failure('out-unwritable', path, { code: error.code ?? String(error) }))
    })
  }
  return EXIT.ok
}

const importLog = async (letopis: Workable, path: string | undefined, context: Context): Promise<ExitCode> => {
  const { what, badLog, imported } = context.messages.correct
  if (path === undefined) throw new WrongUse(what)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(failure('missing', path))
  })
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    // Told below, as any other file that is no log.
  }
  const log = readLog(body)
  if (isFault(log)) throw new WrongUse(badLog(path))
  const { added } = await letopis.importCorrections(log)
  await context.out.line(imported(added, log.length - added))
  return EXIT.ok
}

const decide = async (
  letopis: Workable,
  what: readonly string[],
  flags: CorrectFlags,
  context: Context,
): Promise<ExitCode> => {
  const action = actionOf(await letopis.chronicle(), what, flags, context)
  const author = flags.author?.trim() || userInfo().username
  const [made] = await letopis.correct(author, [action])
  if (!made) return EXIT.leftOut
  await context.out.line(context.messages.correct.made(made.id))
  const { items } = await letopis.corrections({ offset: 0, limit: LIST })
  const idle = items.find(({ id }) => id === made.id)?.state === 'idle'
  if (idle) await context.err.line(context.messages.correct.idle)
  return idle ? EXIT.leftOut : EXIT.ok
}

/** `letopis correct WHAT...` */
export const correct = async (what: readonly string[], flags: CorrectFlags, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'correct' }, async (letopis) => {
    await settle(letopis, context)
    const [verb, path] = what
    if (verb === 'log') return printLog(letopis, context)
    if (verb === 'export') return exportLog(letopis, path, context)
    if (verb === 'import') return importLog(letopis, path, context)
    return decide(letopis, what, flags, context)
  })
}

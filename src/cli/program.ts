import { Argument, Command, type CommanderError, InvalidArgumentError, Option } from 'commander'
import { FORMATS, WHATS } from '../export/index.ts'
import { EVENT_KINDS, STATUSES } from '../facts/index.ts'
import type { Context, ExitCode } from './context.ts'
import type { CommandName, Messages } from './messages/messages.ts'
import { version } from './version.ts'

/** Runs one command: what is known of it comes from the parsed command line. */
type Run = (context: Context) => Promise<ExitCode>

/** The command line, read: what to run, and where the chronicle is said to be. */
export interface Request {
  readonly run: Run
  readonly db: string | undefined
  /** A register of outlets of the person's own. */
  readonly outlets: string | undefined
}

const wholeNumber = (lowest: number, highest: number) => (value: string) => {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < lowest || number > highest)
    throw new InvalidArgumentError(`${lowest}–${highest}`)
  return number
}

const seconds = (value: string) => {
  const number = Number(value)
  if (!/^\d+(?:\.\d+)?$/.test(value) || number > 3_600) throw new InvalidArgumentError('0–3600')
  return number
}

const titles = ({ words }: Messages): Readonly<Record<string, string>> => ({
  'Usage:': words.usage,
  'Arguments:': words.arguments,
  'Options:': words.options,
  'Global Options:': words.globalOptions,
  'Commands:': words.commands,
})

const dress = (command: Command, messages: Messages): Command => {
  const { words } = messages
  const inLanguage = titles(messages)
  return command
    .exitOverride()
    .helpOption('-h, --help', words.helpOption)
    .configureHelp({ styleTitle: (title) => inLanguage[title] ?? title, showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
}

/**
 * The whole command line. `take` is given what to run once it is read. Commands load only what they need.
 */
export const commandLine = (messages: Messages, take: (request: Request) => void): Command => {
  const { options, words } = messages
  const program = dress(new Command('letopis'), messages)
    .description(messages.program)
    .version(version, '-V, --version', words.versionOption)
    .helpCommand('help [command]', words.helpCommand)
    .option('--db <folder|url>', options.db)
    .option('--outlets <file>', options.outlets)
    .addOption(new Option('--lang <ru|en>', options.lang).choices(['ru', 'en']))

  const workers = (): Option => new Option('--workers <n>', options.workers).argParser(wholeNumber(1, 256))
  const port = (): Option => new Option('--port <n>', options.port).argParser(wholeNumber(0, 65_535)).default(4400)
  const host = (): Option => new Option('--host <address>', options.host).default('127.0.0.1')
  const inputs = (): Argument => new Argument('<input...>', options.inputs)

  const allowing = (command: Command): Command =>
    command.option('--allow-host <host>', options.allowHost, (host: string, all: string[] = []) => [...all, host])
  const network = (command: Command): Command =>
    allowing(command)
      .option('--delay <seconds>', options.delay, seconds)
      .option('--feed-text', options.feedText)
      .addOption(new Option('--most <n>', options.most).argParser(wholeNumber(1, 1_000_000)))

  const define = (name: CommandName): Command => {
    const help = messages.commands[name]
    return dress(program.command(name), messages)
      .description(help.about)
      .addHelpText('after', `\n${words.example}\n  ${help.example}`)
  }
  const runs = (command: Command, run: (args: string[], flags: never) => Run): void => {
    command.action((...given: unknown[]) => {
      const first = command.registeredArguments.length > 0 ? (given[0] as string | string[] | undefined) : []
      const args = typeof first === 'string' ? [first] : (first ?? [])
      const { db, outlets } = program.opts<{ db?: string; outlets?: string }>()
      take({ run: run(args, command.opts() as never), db, outlets })
    })
  }

  runs(
    define('start')
      .argument('[path...]', options.startInputs)
      .addOption(workers())
      .addOption(port())
      .addOption(host())
      .option('--no-token', options.noToken),
    (paths, flags) => async (context) => (await import('./commands/start.ts')).start(paths, flags, context),
  )
  runs(
    network(
      define('add')
        .addArgument(inputs())
        .addOption(workers())
        .option('--verbose', options.verbose)
        .option('--queue', options.queue),
    ),
    (paths, flags) => async (context) => (await import('./commands/add.ts')).add(paths, flags, context),
  )
  runs(
    define('work').addOption(workers()).option('--once', options.once).option('--verbose', options.verbose),
    (_, flags) => async (context) => (await import('./commands/work.ts')).work(flags, context),
  )
  runs(define('queue'), () => async (context) => (await import('./commands/work.ts')).queue(context))
  runs(
    network(
      define('watch')
        .argument('<input...>', options.watchInputs)
        .addOption(workers())
        .option('--once', options.watchOnce)
        .option('--state <file>', options.state)
        .option('--verbose', options.watchVerbose),
    ),
    (paths, flags) => async (context) => (await import('./commands/watch.ts')).watch(paths, flags, context),
  )
  runs(
    network(
      define('extract')
        .addArgument(inputs())
        .addOption(workers())
        .option('--explain', options.explain)
        .addOption(new Option('--format <format>', options.extractFormat).choices(['jsonl', 'brat']).default('jsonl'))
        .option('--out <folder>', options.bratFolder, 'brat'),
    ),
    (paths, flags) => async (context) => (await import('./commands/extract.ts')).extract(paths, flags, context),
  )
  runs(
    define('chronicle')
      .option('--about <name>', options.about)
      .option('--from <date>', options.from)
      .option('--to <date>', options.to)
      .addOption(new Option('--kind <kind>', options.kind).choices(EVENT_KINDS)),
    (_, flags) => async (context) => (await import('./commands/chronicle.ts')).chronicle(flags, context),
  )
  runs(
    define('export')
      .addOption(
        new Option('--format <format>', options.exportFormat).choices(FORMATS.map(({ name }) => name)).default('jsonl'),
      )
      .addOption(new Option('--what <what>', options.what).choices(WHATS))
      .option('--out <file>', options.out)
      .option('--since <cursor|@file>', options.since)
      .option('--bom', options.bom)
      .option('--home <url>', options.home),
    (_, flags) => async (context) => (await import('./commands/export.ts')).exportChronicle(flags, context),
  )
  runs(
    allowing(define('serve').addOption(port()).addOption(host()).option('--no-token', options.noToken)),
    (_, flags) => async (context) => (await import('./commands/serve.ts')).serve(flags, context),
  )
  runs(define('articles'), () => async (context) => (await import('./commands/articles.ts')).articles(context))
  runs(
    define('outlets').option('--register', options.register),
    (_, flags) => async (context) => (await import('./commands/outlets.ts')).outlets(flags, context),
  )
  runs(
    define('feeds')
      .option('--state <file>', options.state)
      .addOption(new Option('--format <format>', options.feedsFormat).choices(['text', 'opml']).default('text')),
    (_, flags) => async (context) => (await import('./commands/feeds.ts')).feeds(flags, context),
  )
  runs(
    define('versions')
      .argument('<id>', options.id)
      .option('--from <version>', options.fromVersion)
      .option('--to <version>', options.toVersion)
      .addOption(new Option('--format <format>', options.versionsFormat).choices(['text', 'json']).default('text')),
    (id, flags) => async (context) => (await import('./commands/versions.ts')).versions(id, flags, context),
  )
  runs(
    define('remove').argument('<id...>', options.ids).option('--only <version>', options.removeVersion),
    (ids, flags) => async (context) => (await import('./commands/remove.ts')).remove(ids, flags, context),
  )
  runs(
    define('correct')
      .argument('<what...>', options.correct)
      .option('--author <name>', options.author)
      .option('--en <name>', options.nameEn),
    (what, flags) => async (context) => (await import('./commands/correct.ts')).correct(what, flags, context),
  )
  runs(
    define('rebuild').addOption(workers()),
    (_, flags) => async (context) => (await import('./commands/rebuild.ts')).rebuild(flags, context),
  )
  runs(
    define('alert')
      .requiredOption('--state <file>', options.alertState)
      .option('--webhook <url>', options.alertWebhook)
      .option('--feed <file>', options.alertFeed)
      .option('--about <name...>', options.about)
      .addOption(new Option('--kind <kind...>', options.kind).choices(EVENT_KINDS))
      .addOption(new Option('--status <status...>', options.alertStatus).choices(STATUSES))
      .option('--words <words>', options.alertWords)
      .option('--from <date>', options.from)
      .option('--to <date>', options.to)
      .option('--home <url>', options.home)
      .addOption(new Option('--every <seconds>', options.alertEvery).argParser(wholeNumber(1, 86_400)).default(60))
      .option('--from-start', options.alertFromStart)
      .option('--once', options.alertOnce),
    (_, flags) => async (context) => (await import('./commands/alert.ts')).alert(flags, context),
  )
  runs(
    define('backup').argument('<file>', options.backupFile),
    ([file]) =>
      async (context) =>
        (await import('./commands/backup.ts')).backup(file!, context),
  )
  runs(
    define('restore').argument('<file>', options.backupFile).addOption(workers()),
    ([file], flags) =>
      async (context) =>
        (await import('./commands/backup.ts')).restore(file!, flags, context),
  )
  runs(
    define('analyze')
      .addArgument(inputs())
      .addOption(new Option('--format <format>', options.analyzeFormat).choices(['conllu', 'jsonl']).default('conllu')),
    (paths, flags) => async (context) => (await import('./commands/analyze.ts')).analyze(paths, flags, context),
  )
  return program
}

const quoted = (text: string, at = 0): string => [...text.matchAll(/'([^']*)'/g)][at]?.[1] ?? ''

/** What commander found wrong with the command line, in the person's language; null when it only showed help. */
export const wrongUse = (error: CommanderError, { usage }: Messages): string | null => {
  const { code, message } = error
  const likely = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1]
  const meant = likely ? ` ${usage.didYouMean(likely)}` : ''
  switch (code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null
    case 'commander.unknownOption':
      return usage.unknownOption(quoted(message)) + meant
    case 'commander.unknownCommand':
      return usage.unknownCommand(quoted(message)) + meant
    case 'commander.missingMandatoryOptionValue':
      return usage.missingArgument(quoted(message))
    case 'commander.missingArgument':
      return usage.missingArgument(quoted(message))
    case 'commander.optionMissingArgument':
      return usage.missingValue(quoted(message))
    case 'commander.excessArguments':
      return usage.tooManyArguments
    case 'commander.invalidArgument': {
      const allowed = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? message.split('invalid. ').at(-1) ?? ''
      return usage.badValue(quoted(message).split(' ')[0] ?? '', quoted(message, 1), allowed)
    }
    default:
      return message.replace(/^error: /, '')
  }
}

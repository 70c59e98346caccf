import type { Problem } from '../../core/index.ts'
import type { WatchMessages } from './watch.ts'

export type InterfaceLanguage = 'ru' | 'en'

/** What happened and what can be done about it. */
export interface Advice {
  readonly what: string
  readonly remedy?: string
}

type ProblemDetail = Problem['detail']

/** Help of one command: what it does, its arguments and options, and one line that can be tried. */
export interface CommandHelp {
  readonly about: string
  readonly example: string
}

export type CommandName =
  | 'start'
  | 'add'
  | 'watch'
  | 'extract'
  | 'analyze'
  | 'chronicle'
  | 'export'
  | 'serve'
  | 'articles'
  | 'outlets'
  | 'feeds'
  | 'versions'
  | 'work'
  | 'queue'
  | 'remove'
  | 'correct'
  | 'rebuild'
  | 'alert'
  | 'backup'
  | 'restore'

/** Everything that the command line says, in one language. */
export interface Messages {
  readonly language: InterfaceLanguage
  readonly program: string
  readonly commands: Readonly<Record<CommandName, CommandHelp>>
  readonly words: {
    readonly usage: string
    readonly arguments: string
    readonly options: string
    readonly globalOptions: string
    readonly commands: string
    readonly example: string
    readonly error: string
    readonly warning: string
    readonly helpOption: string
    readonly versionOption: string
    readonly helpCommand: string
  }
  readonly options: {
    readonly db: string
    readonly outlets: string
    readonly lang: string
    readonly workers: string
    readonly explain: string
    readonly verbose: string
    readonly about: string
    readonly from: string
    readonly to: string
    readonly kind: string
    readonly alertState: string
    readonly alertWebhook: string
    readonly alertFeed: string
    readonly alertStatus: string
    readonly alertWords: string
    readonly alertEvery: string
    readonly alertFromStart: string
    readonly alertOnce: string
    readonly backupFile: string
    readonly exportFormat: string
    readonly since: string
    readonly bom: string
    readonly home: string
    readonly extractFormat: string
    readonly bratFolder: string
    readonly what: string
    readonly out: string
    readonly analyzeFormat: string
    readonly port: string
    readonly host: string
    readonly noToken: string
    readonly inputs: string
    readonly allowHost: string
    readonly delay: string
    readonly feedText: string
    readonly most: string
    readonly watchInputs: string
    readonly watchOnce: string
    readonly state: string
    readonly watchVerbose: string
    readonly startInputs: string
    readonly register: string
    readonly feedsFormat: string
    readonly ids: string
    readonly id: string
    readonly fromVersion: string
    readonly toVersion: string
    readonly versionsFormat: string
    readonly removeVersion: string
    readonly queue: string
    readonly once: string
    readonly correct: string
    readonly author: string
    readonly nameEn: string
  }
  readonly usage: {
    readonly unknownOption: (option: string) => string
    readonly unknownCommand: (command: string) => string
    readonly missingArgument: (argument: string) => string
    readonly missingValue: (option: string) => string
    readonly tooManyArguments: string
    readonly badValue: (option: string, value: string, allowed: string) => string
    readonly seeHelp: (command: string) => string
    readonly didYouMean: (word: string) => string
  }
  readonly progress: {
    readonly reading: (done: number, rate: string, left: string | null) => string
    readonly joining: string
    readonly restoring: (pages: number) => string
    readonly stopping: string
    readonly time: (seconds: number) => string
  }
  readonly alert: {
    readonly turn: (noticed: number, delivered: number, pending: number) => string
    readonly refused: (why: string) => string
    readonly oneWay: string
    readonly badAddress: (url: string) => string
  }
  readonly backup: {
    readonly made: (pages: number, corrections: number, path: string) => string
    readonly reading: (pages: number) => string
    readonly restored: (pages: number, corrections: number, entries: number) => string
  }
  readonly exporting: {
    readonly cursor: (cursor: string) => string
    readonly anew: string
    readonly stopped: string
    readonly untold: (gone: number, format: string) => string
    readonly notCovered: (format: string, what: string, covers: string) => string
  }
  readonly summary: {
    readonly read: (pages: number) => string
    readonly added: (counts: { added: number; updated: number; unchanged: number }) => string
    readonly entries: (entries: number, articles: number, disputes: number) => string
    readonly leftOut: (pages: number) => string
    readonly warnings: (count: number) => string
    readonly stopped: string
    readonly restored: (pages: number) => string
    readonly reread: (pages: number) => string
    readonly removed: (removed: number) => string
    readonly missing: (missing: number) => string
    readonly nothing: string
    readonly exported: (bytes: number, path: string) => string
    readonly annotated: (pages: number, folder: string) => string
  }
  readonly chronicle: {
    readonly statuses: Readonly<Record<'planned' | 'possible' | 'ongoing' | 'happened' | 'denied', string>>
    readonly undated: string
    readonly sources: (outlets: number, origins: number) => string
    readonly disputed: string
    readonly withdrawn: string
    readonly legend: string
    readonly empty: string
    readonly noMatch: string
    readonly months: readonly string[]
    readonly seasons: Readonly<Record<string, string>>
    readonly untilDay: (day: string) => string
    readonly sinceDay: (day: string) => string
    readonly decade: (year: string) => string
  }
  readonly serve: {
    readonly ready: (url: string) => string
    readonly stop: string
    readonly withoutPage: string
    readonly openToNetwork: (host: string) => string
    readonly withToken: (host: string) => string
    readonly weakToken: (length: number) => string
  }
  readonly explain: {
    readonly times: string
    readonly statements: string
    readonly events: string
    readonly figures: string
    readonly documents: string
    readonly rule: string
    readonly restsOn: string
    readonly noRule: string
  }
  readonly correct: {
    readonly what: string
    readonly unknown: (id: string) => string
    readonly badMention: (given: string) => string
    readonly made: (id: string) => string
    readonly idle: string
    readonly imported: (added: number, known: number) => string
    readonly badLog: (path: string) => string
  }
  readonly outlets: {
    readonly kinds: Readonly<Record<'outlet' | 'agency' | 'official', string>>
    readonly unknown: string
  }
  readonly articles: {
    readonly versions: (count: number) => string
    readonly noOutlet: string
    readonly noHeadline: string
  }
  readonly queue: {
    readonly queued: (pages: number) => string
    readonly waiting: (pages: number) => string
    readonly leftOut: (pages: number) => string
    readonly working: string
    readonly serverGone: string
    readonly serverBack: string
  }
  readonly versions: {
    readonly current: string
    readonly single: string
    readonly withdrawn: string
    readonly brought: string
    readonly unchanged: (sentences: number) => string
    readonly sorts: Readonly<Record<'event' | 'statement' | 'figure', string>>
  }
  readonly watch: WatchMessages
  /** Words for a problem, by its code; codes without words of their own get `unknown`. */
  readonly problems: Readonly<Record<string, (detail: ProblemDetail, input: string) => Advice>>
  readonly unknownProblem: (code: string, detail: ProblemDetail) => Advice
}

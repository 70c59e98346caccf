import type { NetworkOptions } from '../collect/index.ts'
import type { Context } from './context.ts'
import { version } from './version.ts'

/** What the command line says about asking addresses. */
export interface NetworkFlags {
  readonly allowHost?: readonly string[]
  /** Seconds between two requests to one host. */
  readonly delay?: number
  readonly feedText?: boolean
  readonly most?: number
}

/** How addresses are asked, as the command line says; stopped with the command. */
export const networkOf = (flags: NetworkFlags, { signal }: Pick<Context, 'signal'>): NetworkOptions => ({
  signal,
  userAgent: `Letopis/${version}`,
  ...(flags.allowHost === undefined ? {} : { allowHosts: flags.allowHost }),
  ...(flags.delay === undefined ? {} : { delay: flags.delay * 1_000 }),
  ...(flags.feedText === undefined ? {} : { feedText: flags.feedText }),
  ...(flags.most === undefined ? {} : { mostPages: flags.most }),
})

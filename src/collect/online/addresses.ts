import type { Problem } from '../../core/index.ts'
import type { Limits } from '../limits.ts'
import { type NetworkOptions, networkSettings } from '../network/options.ts'
import type { Page } from '../page.ts'
import { Gathering } from './gather.ts'
import type { Task } from './task.ts'

/** The pages that tasks lead to: see `Gathering`. */
export const gatherPages = (
  tasks: readonly Task[],
  network: NetworkOptions,
  limits: Limits,
): AsyncGenerator<Page | Problem> => new Gathering(networkSettings(network), limits).pages(tasks)

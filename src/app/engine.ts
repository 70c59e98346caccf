import { setFlagsFromString } from 'node:v8'

// Found by measuring Node 20, whose engine this is: what they mean to a later one nobody knows.
const setFlags = (...flags: readonly string[]): void => {
  if (process.versions.v8.startsWith('11.')) for (const flag of flags) setFlagsFromString(flag)
}

/**
 * Before threads read pages. The engine optimizes functions after little use and does so again as soon as the next page is
 * built otherwise: half of what the first thousand pages cost. With a larger budget, which stays, it has seen more before
 * it begins. And readers that keep all cores busy have none to spare for helpers who collect their garbage: that alone
 * cost an eighth of the time.
 */
export const readAlone = (): void => setFlags('--interrupt-budget=600000', '--no-parallel-scavenge')

/** When they are done: who works alone now may have helpers again. */
export const endReading = (): void => setFlags('--parallel-scavenge')

/**
 * Lets a fifth of garbage stand beside what is in use, where V8 would let as much again: what joining needs of the pages is
 * hundreds of megabytes, long before the last of them is read. Threads that read pages hold little for long, and are no slower.
 */
export const holdLittleGarbage = (): void => setFlagsFromString('--heap-growing-percent=20')

/**
 * While a first chronicle, which may be large, is composed and written: its entries come on top of all that joining knows, and
 * a fifth of that would be a tenth of all memory. It is collected some times more often.
 */
export const holdLeastGarbage = (): void => setFlagsFromString('--heap-growing-percent=7')

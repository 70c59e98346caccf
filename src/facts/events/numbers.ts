import { STATUSES, type Status } from '../facts.ts'
import { numbering } from './model.ts'

/**
 * Numbers of labels for the keys of facets. Each label has fewer than `FEW` values, so a key of some of them stays far
 * below 2 ** 53; whatever has no such bound stands first in a key.
 */
export const FEW = 32

export const kindNumber = numbering()
/** Parts of speech of rules, and parts of pages. */
export const partNumber = numbering()
/** How two lists of participants agree. */
export const sharedNumber = numbering()
export const reachNumber = numbering()
export const prepositionNumber = numbering()
export const pathNumber = numbering()
export const typeNumber = numbering()
export const statusNumber = (status: Status): number => STATUSES.indexOf(status)
export const bit = (holds: boolean): number => (holds ? 1 : 0)

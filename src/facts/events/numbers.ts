import { STATUSES, type Status } from '../facts.ts'
import { numbering } from './model.ts'

/**
 * Numbers of labels for the keys of facets. Each label has fewer than `FEW` values, rules fewer than `MANY`, so a key of
 * some of them stays far below 2 ** 53; whatever has no such bound stands first in a key.
 */
export const FEW = 64
export const MANY = 1024

export const kindNumber = numbering()
export const ruleNumber = numbering()
export const lemmaNumber = numbering()
/** Parts of speech of rules, and parts of pages. */
export const partNumber = numbering()
/** Labels of `formOf`. */
export const formNumber = numbering()
/** How two lists of participants agree. */
export const sharedNumber = numbering()
export const reachNumber = numbering()
export const prepositionNumber = numbering()
export const pathNumber = numbering()
export const roleNumber = numbering()
/** What a mention stands by: a pronoun, an office, an adjective. */
export const byNumber = numbering()
/** Types of mentions, and of clauses. */
export const typeNumber = numbering()
/** Sorts of prospects, and whether grammar gives them a part. */
export const sortNumber = numbering()
export const frameNumber = numbering()
export const statusNumber = (status: Status): number => STATUSES.indexOf(status)
export const bit = (holds: boolean): number => (holds ? 1 : 0)

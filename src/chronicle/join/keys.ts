const HALF = 2 ** 21

/**
 * One number for a key of a sort: four bits of sort, four of kind, 22 for each of two values (the second may be negative,
 * as days before 1970 are). Numbers take a third of the memory that written keys do.
 */
export const keyNumber = (sort: number, kind: number, a: number, b: number): number =>
  ((sort * 16 + kind) * 2 * HALF + a) * 2 * HALF + b + HALF

/** Takes up what another process kept, part after part, in the order in which it was given. */
export interface Restoring<Part> {
  take(part: Part): void
  /** After the last part. */
  done(): void
}

/** A list in pieces of so many. */
export function* piecesOf<T>(list: readonly T[], most: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += most) yield list.slice(from, from + most)
}

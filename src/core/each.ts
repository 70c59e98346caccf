/** What stands in memory, where items are asked for one after another. */
export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

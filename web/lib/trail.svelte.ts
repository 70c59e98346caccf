/** The rows of the list that an entry was opened from, so that it leads on to its neighbours there. */
class Trail {
  private ids = $state.raw<readonly string[]>([])
  private total = $state(0)

  keep(ids: readonly string[], total: number): void {
    this.ids = ids
    this.total = total
  }

  /** Where an entry stands among them, from 1, and what comes before and after; null when it is not there. */
  at(
    id: string,
  ): { readonly number: number; readonly total: number; readonly ends: readonly (string | undefined)[] } | null {
    const i = this.ids.indexOf(id)
    return i < 0 ? null : { number: i + 1, total: this.total, ends: [this.ids[i - 1], this.ids[i + 1]] }
  }
}

export const trail = new Trail()

/**
 * A time as the text words it, before it is put on the calendar. Fields that the text leaves open are absent;
 * relative ones are steps from the unit of publication (`from: 'publication'`) or of the time named last (`from: 'last'`).
 */
export interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly season?: number
  /** First year of a decade (1990). */
  readonly decade?: number
  /** First and last month of a quarter or half year. */
  readonly months?: readonly [number, number]
  readonly weekday?: number
  /** Steps from the unit of the anchor. */
  readonly step?: {
    readonly unit: 'day' | 'week' | 'weekend' | 'month' | 'year'
    readonly by: number
    readonly to?: number
    readonly from: 'publication' | 'last'
  }
  /** A year, month or season in steps ("июль прошлого года", "прошлым летом"). */
  readonly yearStep?: { readonly by: number; readonly from: 'publication' | 'last' }
  /** "прошлую среду", "следующий вторник". */
  readonly weekStep?: number
  /** Hour and minute that the text gives. */
  readonly clock?: string
}

/** Where on the calendar an article stands while its times are read. */
export interface Anchor {
  /** Day number of publication, or null when nobody says. */
  readonly published: number | null
  /** The last value that was resolved in this article, if any. */
  readonly last: string | null
  /** The year that the last full date named, for articles without a publication date. */
  readonly lastYear: number | null
  /** Days to come that the article tells with their year, by month and day ("01-26"). */
  readonly ahead?: ReadonlyMap<string, number>
  readonly tense: 'past' | 'future' | null
}

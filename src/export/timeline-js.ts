import type { Entry } from '../chronicle/index.ts'
import { daysOf } from './dates.ts'
import type { ExportFormat } from './format.ts'
import { type Telling, tellingIn } from './telling.ts'
import { xml } from './xml.ts'

interface SlideDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

const dateOf = (day: string, parts: number): SlideDate => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return parts === 1 ? { year } : parts === 2 ? { year, month } : { year, month, day: date }
}

/** First and last day of a slide, as fine as they are known; null for what stands on no day. */
const datesOf = (date: string | null): { start_date: SlideDate; end_date?: SlideDate } | null => {
  const days = daysOf(date)
  if (date === null || days === null) return null
  const { first, last } = days
  if (/^\d{4}$/.test(date)) return { start_date: dateOf(first, 1) }
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(date)) return { start_date: dateOf(first, 2) }
  return { start_date: dateOf(first, 3), ...(last === first ? {} : { end_date: dateOf(last, 3) }) }
}

const slideOf = (entry: Entry, telling: Telling): object | null => {
  const dates = datesOf(entry.date)
  if (dates === null) return null
  const quote = entry.evidence[0]
  // TimelineJS shows these as HTML.
  const said = quote ? `<blockquote>${xml(quote.quote)}</blockquote>` : ''
  return {
    unique_id: `entry-${entry.id}`,
    ...dates,
    group: entry.kind,
    text: {
      headline: xml(telling.title(entry)),
      text: `<p>${xml(telling.summary(entry))}</p>${said}<p><a href="${xml(telling.link(entry))}">${xml(telling.feed)}</a></p>`,
    },
  }
}

/** A timeline for TimelineJS (https://timeline.knightlab.com/docs/json-format.html); undated entries have no slide. */
export const TIMELINE_JS: ExportFormat = {
  name: 'timelinejs',
  title: { ru: 'Шкала времени, TimelineJS', en: 'Timeline, TimelineJS' },
  about: 'a timeline for TimelineJS (Knight Lab); what has no date is left out',
  covers: ['entries'],
  media: 'application/json; charset=utf-8',
  extension: 'timeline.json',
  streams: true,
  async *write(tables, { lang, home }) {
    const telling = tellingIn(lang, home)
    let before = `{"scale":"human","title":{"text":{"headline":${JSON.stringify(telling.feed)}}},"events":[\n`
    for await (const entry of tables.records('entries')) {
      const slide = slideOf(entry, telling)
      if (slide === null) continue
      yield before + JSON.stringify(slide)
      before = ',\n'
    }
    yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
  },
}

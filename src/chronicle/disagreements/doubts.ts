import type { ArticleFacts, EventFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { HOURS } from './cues.ts'
import { writtenDuration } from './durations.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Words after a figure within which its doubt is looked for, in code units. */
const REACH = 1500

/** What one page asserts and doubts itself ("не смогло проверить"): a claim, with the doubt in the page's own words. */
export const doubtVersions = (one: Case): Disagreement[] => {
  const told: Told[] = []
  one.mentions.forEach(({ article, event, sentence }, at) => {
    const facts = one.articles[article] as ArticleFacts
    // Few pages doubt a figure at all.
    if (!facts.figures.some(({ doubt }) => doubt !== undefined)) return
    const fact = facts.events[event] as EventFact
    const origin = one.origins[at] as number
    const taken = new Set(facts.events.flatMap((other) => other.figures))
    const figures = facts.figures.filter(
      (figure, index) =>
        fact.figures.includes(index) ||
        (!taken.has(index) && figure.start >= sentence.start && figure.end <= sentence.end),
    )
    for (const figure of figures) {
      if (figure.doubt === undefined) continue
      const from = facts.text.indexOf(figure.doubt, sentence.start)
      if (from < 0 || from > sentence.end + REACH) continue
      // "got no confirmation that they would meet" doubts what follows it, not the figure.
      if (/^[^.!?\n]{0,60},? что /.test(facts.text.slice(from + figure.doubt.length, from + figure.doubt.length + 70)))
        continue
      const value = HOURS[figure.unit] ? writtenDuration(figure) : facts.text.slice(figure.start, figure.end)
      told.push({ key: `figure ${value}`, value, article, span: figure, origin })
      told.push({
        key: `doubt ${figure.doubt}`,
        value: figure.doubt,
        article,
        span: { start: from, end: from + figure.doubt.length },
        origin,
      })
    }
  })
  const versions = versionsOf(told, one.articles)
  return versions.length > 1 ? [disagreementOf(one.entry, 'claim', 'claim', versions)] : []
}

import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { contentStem, rootOf } from '../text/words.ts'
import { DENIED } from './cues.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { type Sides, sidesOf, stateOf } from './sides.ts'
import { eventsWithin, type Telling, tellingsOf, toldBy } from './tellings.ts'
import type { Case } from './values.ts'
import { disagreementOf, versionsOf } from './versions.ts'

/** By these one side calls a deed a wrong. */
const WRONG =
  /(?<![а-яё])(?:назва(?:л[аио]?|в)|называ(?:ет|ют|л[аи]?)|расцен[а-яё]+|сч[её]л[аи]?|сочл[аи]|счита(?:ет|ют|л[аи]?)|воспринима(?:ет|ют|л[аи]?)|охарактеризова[а-яё]+|осуди[а-яё]+|осужда[а-яё]+|явля[а-яё]+)(?![а-яё])[^.!?;]{0,120}?(?<![а-яё])(?:агресс|провокац|незаконн|нелегитимн|неправомерн|наруш|репетици|террор|теракт|преступ|вторжен|оккупац|угроз|эскалац|шантаж|враждебн|подготовк[а-яё]+ к)/iu
/** By these another side says of it that it is right. */
const RIGHT =
  /(?<![а-яё])(?:оборонительн|самооборон|законн[а-яё]+ прав|суверенн[а-яё]+ прав|правомерн|не направлен|не нарушает|не нарушают|не угрожа|не представля[а-яё]+ угроз|соответству[а-яё]+ (?:международн|норм|закон|устав)|в рамках (?:международн|закон)|мирн(?:ый|ых|ые|ого) (?:характер|цел)|на законных основаниях)/iu
/** By these a sentence goes on with what the one before it told. */
const POINTS = /(?<![а-яё])(?:их|его|её|ее|это|этим|такие|такой|эти)(?![а-яё])/iu

/** Characters at the beginning of a sentence in which its subject stands. */
const SUBJECT = 50

interface Label extends Telling {
  readonly wrong: boolean
  /** The state of who says so. */
  readonly by: string
}

const labelsIn = keptOfPage((facts): readonly Label[] => {
  const { text, events } = facts
  if (!WRONG.test(text) && !RIGHT.test(text)) return []
  const sides = sidesOf(facts)
  const sentences = sentencesIn(facts)
  return sentences.flatMap((sentence, at): Label[] => {
    const written = text.slice(sentence.start, sentence.end)
    const wrong = WRONG.test(written)
    if (at === 0 || wrong === RIGHT.test(written) || DENIED.test(written)) return []
    const by = sideOf(facts, sides, sentence, (wrong ? WRONG : RIGHT).exec(written)?.index ?? 0)
    if (by === null) return []
    const own = eventsWithin(facts, sentence)
    const told = own.length === 0 && POINTS.test(written) ? eventsWithin(facts, sentences[at - 1] as Span) : own
    const deeds = told.map((index) => rootOf(contentStem(events[index]?.trigger.lemma ?? '')))
    return told.length === 0 ? [] : [{ sentence, wrong, by, events: told, deeds }]
  })
})

// Who says so: the state of the speaker, or the one named before it ("the army of Chile stressed"), or the speaker.
const sideOf = (
  { statements, mentions }: ArticleFacts,
  sides: Sides,
  { start, end }: Span,
  cue: number,
): string | null => {
  const speakers = statements.flatMap((one) => (one.start < end && start < one.end && one.speaker ? [one.speaker] : []))
  const states = new Set(speakers.map((speaker) => stateOf(sides, speaker) ?? ''))
  if (states.size > 1) return null
  const [state] = states
  const subject = start + Math.min(cue, SUBJECT)
  const named = mentions.find((one) => one.start >= start && one.end <= subject)
  return state || sides.first(start, subject) || (speakers[0]?.name ?? named?.country ?? named?.name ?? null)
}

/** What one side calls a wrong and another says is right, of one event: framing. */
export const labelVersions = (one: Case): Disagreement[] => {
  const found = tellingsOf(one, labelsIn).map((each) => {
    const { wrong, by } = each.telling
    return { wrong, by, told: toldBy(one, each, `${wrong} ${by}`) }
  })
  // A page may say so any number of times: only who says which is compared.
  const said = new Map(found.map((each) => [each.told.key, each]))
  const against = new Set(
    [...said].flatMap(([key, { wrong, by }]) =>
      [...said.values()].some((other) => other.wrong !== wrong && other.by !== by) ? [key] : [],
    ),
  )
  if (against.size === 0) return []
  const kept = found.flatMap(({ told }) => (against.has(told.key) ? [told] : []))
  return [disagreementOf(one.entry, 'words', 'framing', versionsOf(kept, one.articles))]
}

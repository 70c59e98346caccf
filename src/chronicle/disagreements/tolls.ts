import { overlap, type Span } from '../../core/index.ts'
import type { ArticleFacts, EventKind, FigureFact, Speaker } from '../../facts/index.ts'
import { stemOf, wordsOf } from '../text/words.ts'
import { countedAt, type Fate, fateOf, hasFate, headOf, isPart } from './fates.ts'
import { isReached, numeralsIn } from './numerals.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { type Sides, sidesOf } from './sides.ts'
import { type Range, rangeOf } from './values.ts'

/** How many a page says were killed, hurt, detained … and whose they were. */
export interface Toll {
  readonly span: Span
  readonly sentence: Span
  readonly range: Range
  readonly fate: Fate
  /** Children, civilians, soldiers …; the empty word for anybody. */
  readonly whom: string
  /** The state whose people they are, 'both' for those of all sides together, null where nothing tells. */
  readonly side: string | null
  /** Who gives the number, where the page names somebody. */
  readonly source: string | null
  /** Places where they are counted. */
  readonly places: ReadonlySet<string>
  /** Counted of a night or a day, not in all. */
  readonly daily: boolean
  /** Index of the event that they are counted of. */
  readonly event: number
}

/** Sorts of people by the words that name them; each is the whole family. */
const SORTS: readonly (readonly [sort: string, words: RegExp])[] = [
  ['children', /^(?:дет|ребен|ребён|подрост|школьни|несовершеннолет|младен|девоч|мальчи)/],
  ['women', /^(?:женщин|мужчин|девуш)/],
  ['civilians', /^(?:мирн|гражданск)/],
  ['police', /^(?:полицейск|полици|правоохранител|силовик|росгвард|омон|мвд)/],
  ['soldiers', /^(?:военн|военносл|солдат|боец|бойц|погранични|офицер|морпех|десантник|силовик|советник)/],
  ['militants', /^(?:боевик|террорист|наемник|повстан|сепаратист)/],
  [
    'medics',
    /^(?:врач|медик|медработ|спасател|пожарн|миротвор|журналист|сотрудник|рабоч|шахтер|пассажир|турист|студент)/,
  ],
]
const SORTED = /^(?:человек|люд|погиб|ранен|пострада|задерж|жертв|заложник|убит|граждан|жител|лиц|тел|получ)/

const sortOf = (words: readonly string[], last: string, sides: Sides): string => {
  for (const [sort, family] of SORTS) if (words.some((word) => family.test(word))) return sort
  return last === '' || SORTED.test(last) || sides.named(last) ? '' : last
}

/** Before a number: among whom it counts. */
const AMONG =
  /(?:среди|из числа)\s+(?:погибших\s+|пострадавших\s+|раненых\s+)?((?:[а-яё]+\s+)?(?:мирн|гражданск|дет|военн)[а-яё]*)/i
const COUNTING =
  /(?:числ[оа]|количеств[оа])\s+(?:[а-яё]+\s+){0,2}?((?:дет|женщин|мирн|гражданск|военн|полицейск)[а-яё]*)/i
/** What may follow a number that stands without a noun. */
const BARE =
  /^\s*(?:$|[,;)»—–!?]|\.(?!\d)|(?:и|а|но|в|во|с|со|у|из|при|был[аои]?|стал[аои]?|е?щ[её])(?![а-яё])|(?:получил|погиб|ранен|убит|постра|заде|сконч|умер|пропа|эваку|госпитал|числ|смерт|жертв|человек|чел))/i
const BOTH = /(?:с обеих сторон|обе(?:их)? стран|обе(?:их)? сторон|в общей сложности|суммарно|по обе стороны)/i

/** Events by which those are counted whom something befell, the likeliest kinds first. */
const COUNTED_BY: Readonly<Record<Exclude<Fate, ''>, readonly EventKind[]>> = {
  killed: ['attack', 'gathering'],
  hurt: ['attack', 'gathering'],
  hospitalised: ['attack', 'gathering'],
  missing: ['attack'],
  detained: ['detention', 'gathering'],
  evacuated: ['withdrawal'],
  // Who is let go or held is told of by turns: of lists, of a day, of all.
  freed: [],
  held: [],
}

/** Characters from a number within which the event stands that it is counted of, where its sentence has none. */
const NEAR = 400

const TIER = 1e7
/** Characters of a page in which it tells what it is about. */
const LEAD = 400

// Its own sentence, what stands before it, what comes after it, the rest of the page.
const eventFor = ({ events }: ArticleFacts, fate: Exclude<Fate, ''>, at: number, { start, end }: Span): number => {
  const kinds = COUNTED_BY[fate]
  let best = -1
  let least = Number.POSITIVE_INFINITY
  events.forEach(({ kind, trigger }, index) => {
    const likely = kinds.indexOf(kind)
    if (likely < 0) return
    const from = trigger.start
    const far = Math.abs(from - at)
    const tier = from >= start && from < end ? 0 : far > NEAR ? 3 : from < at ? 1 : 2
    // Else what the page opens with, and nothing that it tells in passing.
    if (tier === 3 && from > LEAD) return
    const rank = (tier * kinds.length + likely) * TIER + (tier === 3 ? from : far)
    if (rank >= least) return
    least = rank
    best = index
  })
  return best
}

/** What kills without any political actor, or on an occasion of its own. */
const CAUSE =
  /(?<![а-яё])(?:взрыв|пожар|возгоран|дтп|авари|крушен|землетряс|наводнен|паводк|обруш|ураган|шторм|схо[дж]|давк|стрельб|теракт|отравлен|болезн|коронавирус|covid)/i

// "20 were killed when a depot blew up": not of the operation that the page tells of as well.
const hasOtherCause = ({ text, events }: ArticleFacts, { start, end }: Span, event: number): boolean => {
  const cause = CAUSE.exec(text.slice(start, end))
  const trigger = events[event]?.trigger
  if (!cause || !trigger) return false
  return !text.slice(trigger.start, trigger.end).toLowerCase().startsWith(cause[0].toLowerCase().slice(0, 5))
}

/** What is held up and evacuated too, and is nobody. */
const THINGS = /(?<![а-яё])(?:рейс(?!ов(?:ый|ого))|вылет|судов(?![а-яё])|фур(?:ы|а)?(?![а-яё]))/i

const readTolls = (facts: ArticleFacts): Toll[] => {
  let last: Toll | null = null
  return sentencesIn(facts).flatMap((sentence) => {
    const written = facts.text.slice(sentence.start, sentence.end)
    if (!hasFate(written) || THINGS.test(written)) return []
    return tollsOf(facts, sentence, last?.fate ?? '').map((toll): Toll => {
      // "Another 87 were wounded": of those whom the page was telling of.
      const near = last !== null && toll.span.start - last.span.end <= NEAR
      const side: string | null = toll.side ?? (near ? (last as Toll).side : null)
      last = side === toll.side ? toll : { ...toll, side }
      return last
    })
  })
}

/** The tolls that a page tells, each with the event that it stands with; pages that tell of none cost one search. */
export const tollsIn = keptOfPage((facts): readonly Toll[] => (hasFate(facts.text) ? readTolls(facts) : []))

// Numbers that facts tell to be of people, and those that stand without any noun.
const countsIn = ({ text, figures }: ArticleFacts, { start, end }: Span): Omit<FigureFact, 'unit'>[] => {
  const read = figures.filter((figure) => figure.start >= start && figure.end <= end)
  const bare = numeralsIn(text, start, end).flatMap((one) => {
    if (read.some((figure) => overlap(figure, one) > 0) || !BARE.test(text.slice(one.end, Math.min(end, one.end + 24))))
      return []
    const { approximation, ...rest } = one
    return [approximation === null || approximation === undefined ? rest : { ...rest, approximation }]
  })
  return [...read.filter(({ unit }) => unit === 'человек'), ...bare].sort((a, b) => a.start - b.start)
}

/** Before some of the wounded or the captives, to whom something else was done. */
const HANDLED = /(?:вывез|эвакуир|достав|перевез|помог|помощь|оперир|принял|выписа)[а-яё]*\s+(?:\S+\s+){0,3}$/i

/** After a number: who they are, and not what befell them ("170 жителей, вывезенных из порта, получили …"). */
const DESCRIBED =
  /^[^,.;:]{0,30},\s*(?:ранее\s+)?(?:эвакуирован|вывезен|задержан|освобожден|освобождён|пострадавш|ранен)[а-яё]*ых(?![а-яё])/i

/** "Число погибших превысило 11 тыс.": what the head of the clause counts. */
const COMES_TO =
  /(?<![а-яё])(?:превы[сш]|достиг|состав|перевал|приблиз|насчит)[а-яё]*(?:\s+(?:за|к|более|около|почти))?\s+$/i

const fateIn = (text: string, figure: Span, { start }: Span): Fate => {
  if (DESCRIBED.test(text.slice(figure.end, figure.end + 60))) return ''
  // "Число погибших выросло до 18, пострадали 40".
  const before = text.slice(start, figure.start)
  // A figure may hold the verb: "превысило 11 тыс.".
  const verb = /^\p{Ll}+\s+/u.exec(text.slice(figure.start, figure.end))?.[0] ?? ''
  if (isReached(before) || COMES_TO.test(before + verb)) {
    const head = headOf(before)
    if (head !== '') return head
  }
  const fate = fateOf(text, figure)
  if (fate === 'hurt' && HANDLED.test(text.slice(Math.max(start, figure.start - 60), figure.start))) return ''
  return fate
}

const tollsOf = (facts: ArticleFacts, sentence: Span, told: Fate): Toll[] => {
  const { text, statements } = facts
  const tolls: Toll[] = []
  let from = sentence.start
  let last: Fate = ''
  for (const figure of countsIn(facts, sentence)) {
    const clause = { start: from, end: figure.start }
    const before = text.slice(from, figure.start)
    const rest = text.slice(figure.end, Math.min(sentence.end, figure.end + 40))
    // "24 bodies: in the hospital 12, in the clinic 10".
    if (last !== '' && before.includes(':')) break
    // "… с азербайджанской — 79": what befell those counted before.
    const elliptic: Fate = ELLIPTIC.test(before) ? last : ''
    const fate: Fate = fateIn(text, figure, sentence) || headOf(before) || elliptic
    const daily = DAILY.test(text.slice(sentence.start, figure.start)) || DAILY.test(rest)
    from = figure.end
    if (fate === '' || isPart(text, figure)) continue
    // "Four died there and another one in hospital": neither is all.
    const more = MORE.test(before)
    const previous = tolls.at(-1)
    // Who is brought out comes in groups.
    if (more && fate === 'evacuated') continue
    if (more && (last === fate || (last === '' && told === fate))) {
      if (previous?.fate === fate) tolls.pop()
      continue
    }
    last = fate
    const sides = sidesOf(facts)
    const side = sideIn(facts, sides, clause, figure)
    if (fate === elliptic && side === null && !fateOf(text, figure)) continue
    const event = eventFor(facts, fate, figure.start, sentence)
    if (event < 0 || hasOtherCause(facts, sentence, event)) continue
    const words = wordsOf(`${figure.of ?? ''} ${rest.match(/^(?:\s+[а-яё]+){0,2}/i)?.[0] ?? ''}`)
    const among = AMONG.exec(before)?.[1] ?? COUNTING.exec(before)?.[1]
    const whom = sortOf(
      among ? [...wordsOf(among), ...words] : words,
      stemOf(wordsOf(figure.of ?? '').at(-1) ?? ''),
      sides,
    )
    const statement =
      figure.statement ?? statements.findIndex((one) => one.start <= figure.start && figure.end <= one.end)
    const speaker = statements[statement]?.speaker ?? null
    const exact = isReached(text.slice(Math.max(sentence.start, figure.start - 40), figure.start + 3))
    tolls.push({
      span: { start: figure.start, end: figure.end },
      sentence,
      range: rangeAsWritten(
        exact ? { low: figure.value, high: figure.value } : rangeOf({ ...figure, unit: '' }, 1),
        text.slice(figure.start, figure.end),
      ),
      fate,
      whom,
      side: side ?? speakerSide(text, sides, speaker) ?? jointSide(facts, clause),
      source: speaker?.name ?? statements[statement]?.via[0]?.name ?? null,
      places: countedAt(facts, sentence),
      daily,
      event,
    })
  }
  return tolls
}

// Who tells of losses tells of his own, if the page does not say otherwise.
const speakerSide = (text: string, sides: Sides, speaker: Speaker | null): string | null => {
  if (!speaker) return null
  const after =
    speaker.end === undefined ? '' : (/^\s+\p{L}+/u.exec(text.slice(speaker.end, speaker.end + 30))?.[0] ?? '')
  const named = new Set(wordsOf(`${speaker.name} ${after}`).flatMap((word) => sides.named(word) ?? []))
  if (named.size > 0) return named.size > 1 ? 'both' : ([...named][0] as string)
  return sides.served(speaker.identity)
}

// "In the fighting between Chile and Peru 24 were killed": of both, as far as anybody tells.
const jointSide = ({ mentions }: ArticleFacts, { start, end }: Span): string | null => {
  const states = mentions.filter((one) => one.type === 'country' && one.start >= start && one.end <= end)
  return new Set(states.map(({ name }) => name)).size > 1 ? 'both' : null
}

/** Before a number that comes on top of another. */
const MORE = /(?<![а-яё])ещ[её](?:\s+(?:об?|как минимум|по меньшей мере|около|более))*\s+$/i
/** What is counted of a day and not in all. */
const DAILY =
  /(?<![а-яё])(?:за|в течение|этой|минувшей|прошлой|прошедш[а-яё]+|последни[а-яё]+)\s+(?:[а-яё-]+\s+)?(?:сут|ноч|день|дня|дней|час)/i

/** Share by which a number in thousands is rounded. */
const ROUNDED = 0.03

// "2,8 тыс." and "2806" are one number.
const rangeAsWritten = ({ low, high }: Range, written: string): Range =>
  /тыс|млн/i.test(written) ? { low: low * (1 - ROUNDED), high: high * (1 + ROUNDED) } : { low, high }

const ELLIPTIC = /[—–]\s*(?:об?\s+)?(?:(?:около|более|свыше|не менее)\s+)?$/

/** Before a number: "с киргизской стороны", "со стороны Таджикистана", "граждан Киргизии", "потери Армении". */
const FROM_SIDE =
  /(?:^|[^а-яё])(?:с(?=\s+[а-яё-]+(?:ой|ей)\s+(?:стор|[—–]))|со стороны|граждан|жителей|военных|потери|жертвами(?=\s+с\s))\s+(?:с\s+)?(\p{L}+)/giu
/** Before the state in which they are counted. */
const IN = /(?:^|[^а-яё])(?:в|во|на)\s+$/i

// Whose people they are: by the words that count them, else by the clause before the number.
const sideIn = ({ text, mentions }: ArticleFacts, sides: Sides, clause: Span, { start, end }: Span): string | null => {
  const before = text.slice(clause.start, clause.end)
  const rest = text.slice(end, end + 40)
  const own = `${text.slice(start, end)}${rest.match(/^(?:\s+[\p{L}-]+){0,2}/u)?.[0] ?? ''}`
  for (const word of wordsOf(own)) {
    const side = sides.named(word)
    if (side) return side
  }
  const after = /^[^,.;]{0,14}\s(?:со стороны\s+([\p{L}-]+)|с\s+([\p{L}-]+)\s+стороны)/u.exec(rest)
  const behind = after ? sides.named((after[1] ?? after[2]) as string) : null
  if (behind) return behind
  // "Душанбе — о 38", "Ереван говорил о 105".
  const told =
    /([\p{L}-]+)\s*(?:[—–]|(?:говори|сообща|сообщи|заявля|заяви)[а-яё]+)\s*(?:об?\s+)?(?:[а-яё]+\s+){0,2}$/u.exec(
      before,
    )
  if (told) {
    const at = clause.start + told.index
    const side = sides.within(at, at + (told[1] as string).length) ?? sides.named(told[1] as string)
    if (side) return side
  }
  if (BOTH.test(before) || BOTH.test(rest)) return 'both'
  let found: string | null = null
  for (const match of before.matchAll(FROM_SIDE)) found = sides.named(match[1] as string) ?? found
  if (found) return found
  const where = mentions.findLast(
    (one) =>
      one.type === 'country' &&
      one.start >= clause.start &&
      one.end <= clause.end &&
      IN.test(text.slice(one.start - 5, one.start)),
  )
  return where?.name ?? null
}

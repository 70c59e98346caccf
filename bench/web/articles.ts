import type { Part } from '../../src/article/index.ts'
import { dayString } from '../../src/core/index.ts'
import type {
  ArticleFacts,
  EventFact,
  FigureFact,
  MentionFact,
  StatementFact,
  TimeFact,
} from '../../src/facts/index.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { type Draft, draftsOf, type Report } from './plot.ts'
import { type Bit, headlineOf, hoursText, lengthOf, sentenceOf } from './sentences.ts'
import { AGENCIES, background, type Person, remark } from './world.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Writes a text and notes as facts what it writes, so that every fact has its exact characters. */
class Page {
  text = ''
  readonly parts: Part[] = []
  readonly mentions: MentionFact[] = []
  readonly times: TimeFact[] = []
  readonly statements: StatementFact[] = []
  readonly events: EventFact[] = []
  readonly figures: FigureFact[] = []

  line(kind: Part['kind'], write: () => void): void {
    if (this.text) this.text += '\n'
    const start = this.text.length
    write()
    this.parts.push({ kind, text: this.text.slice(start), start, end: this.text.length } as Part)
  }

  put(words: string): { readonly start: number; readonly end: number } {
    const start = this.text.length
    this.text += words
    return { start, end: this.text.length }
  }

  person(who: Person, office: boolean, cased: keyof Person['name']): void {
    const role = who.office.nom
    const at = this.put(office ? `${who.office[cased]} ${who.name[cased]}` : who.name[cased])
    this.mentions.push({
      start: at.end - who.name[cased].length,
      end: at.end,
      type: 'person',
      name: who.name.nom,
      identity: who.id,
      country: who.state.name.nom,
      ...(office ? { role } : {}),
    })
  }

  bit(bit: Bit): void {
    if (typeof bit === 'string') this.put(bit)
    else if ('who' in bit) this.person(bit.who, bit.office ?? false, bit.in)
    else if ('state' in bit) {
      const { name, id } = bit.state
      this.mentions.push({ ...this.put(name[bit.in]), type: 'country', name: name.nom, identity: id })
    } else if ('town' in bit) {
      const { capital, id } = bit.town
      this.mentions.push({ ...this.put(capital[bit.in]), type: 'place', name: capital.nom, identity: `t-${id}` })
    } else if ('time' in bit) this.times.push({ ...this.put(bit.time), value: bit.value })
    else if ('hours' in bit) this.figures.push({ ...this.put(hoursText(bit.hours)), value: bit.hours, unit: 'час' })
  }

  /** A sentence with the event that it tells. */
  tell(report: Report, chance: Chance): void {
    const from = this.text.length
    const people: Mutable<EventFact['participants'][number]>[] = []
    let trigger = { start: 0, end: 0, lemma: '' }
    let date: string | null = null
    let place: EventFact['place'] = null
    for (const bit of sentenceOf(report, chance)) {
      if (typeof bit === 'object') {
        if ('trigger' in bit) {
          trigger = { ...this.put(bit.trigger), lemma: bit.lemma }
          continue
        }
        if ('who' in bit)
          people.push({ name: bit.who.name.nom, role: bit.role ?? 'side', identity: bit.who.id, type: 'person' })
        if ('state' in bit)
          people.push({ name: bit.state.name.nom, role: bit.role ?? 'side', identity: bit.state.id, type: 'country' })
        if ('time' in bit) date = bit.value
        if ('town' in bit) place = { name: bit.town.capital.nom, identity: `t-${bit.town.id}` }
      }
      this.bit(bit)
    }
    // A sentence begins with a capital letter whatever it begins with.
    this.text = this.text.slice(0, from) + this.text.charAt(from).toUpperCase() + this.text.slice(from + 1)
    const length = lengthOf(report)
    const figures: number[] = []
    if (length) {
      this.put(' ')
      figures.push(this.figures.length)
      for (const bit of length) this.bit(bit)
    }
    const { kind } = report.about
    const told = {
      kind,
      status: report.status,
      trigger,
      participants: people,
      date,
      dateBasis: date === null ? null : ('text' as const),
    }
    this.events.push({ ...told, place, figures })
  }

  say(who: Person, words: string, agency: string | null): void {
    this.put('«')
    const at = this.put(words)
    this.put('», — ')
    const cue = this.put('заявил')
    this.put(' ')
    this.person(who, true, 'nom')
    if (agency) {
      this.put(', передаёт ')
      this.mentions.push({ ...this.put(agency), type: 'media', name: agency, identity: `m-${agency}` })
    }
    this.put('.')
    this.statements.push({
      ...at,
      kind: 'direct',
      stance: 'says',
      speaker: { name: who.name.nom, identity: who.id },
      via: agency ? [{ name: agency, identity: `m-${agency}` }] : [],
      cue: { ...cue, lemma: 'заявить' },
    })
  }
}

const minuteText = (minutes: number): string => {
  const clock = [Math.floor((minutes % 1_440) / 60), minutes % 60].map((each) => String(each).padStart(2, '0'))
  return `${dayString(Math.floor(minutes / 1_440))}T${clock.join(':')}`
}

const write = (draft: Draft, chance: Chance): Page => {
  const page = new Page()
  const { main, beside } = draft
  const speaker = chance.pick(main.about.sides)
  page.line('headline', () => page.put(headlineOf(main)))
  page.put('\n')
  page.line('lead', () => page.tell(main, chance))
  page.line('body', () => page.say(speaker, remark(chance), chance.is(0.5) ? chance.pick(AGENCIES) : null))
  for (const report of beside) page.line('body', () => page.tell(report, chance))
  for (let i = chance.whole(1, 3); i > 0; i--) page.line('body', () => page.put(background(chance)))
  if (chance.is(0.5)) {
    const other = main.about.sides[speaker === main.about.sides[0] ? 1 : 0]
    page.line('body', () => page.say(other, remark(chance), null))
  }
  return page
}

/**
 * Articles of an invented story of twenty states, with the facts that are in them: as many as asked for, the same for the
 * same seed. Their texts can be read as any others; the facts serve who has no minutes to read 20,000 pages.
 *
 * @example [...madeArticles(20_000, 1)].length // 20,000
 */
export function* madeArticles(count: number, seed = 1): Generator<ArticleFacts> {
  const chance = chanceOf(seed)
  const pages = new Map<number, Page>()
  for (const draft of draftsOf(chance, count)) {
    const page = (draft.copyOf === null ? undefined : pages.get(draft.copyOf)) ?? write(draft, chance)
    // Copies come right after what they copy: older pages are not needed again.
    if (draft.copyOf === null) {
      pages.clear()
      pages.set(draft.number, page)
    }
    const id = `made-${String(draft.number).padStart(6, '0')}`
    const { text, parts, mentions, times, statements, events, figures } = page
    yield {
      id,
      input: `made.ndjson#${draft.number + 1}`,
      url: null,
      outlet: draft.outlet,
      language: 'ru',
      headline: headlineOf(draft.main),
      published: minuteText(draft.published),
      publishedBasis: 'input',
      updated: null,
      text,
      parts,
      notes: [],
      credits: [],
      mentions,
      times,
      statements,
      events,
      figures,
      documents: [],
    } as ArticleFacts
  }
}

/** The same article as a record that `letopis add` reads. */
export const recordOf = ({ id, outlet, published, headline, text }: ArticleFacts): string =>
  JSON.stringify({ id, outlet, published, title: headline, text: text.slice((headline ?? '').length).trim() })

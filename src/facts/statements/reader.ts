import { overlap } from '../../core/index.ts'
import type { Analysis } from '../../language/index.ts'
import type { Speaker, Stance, StatementFact } from '../facts.ts'
import { innerUnit, makeUnits } from './build-unit.ts'
import { type Content, contentOf, quoteContent, sentenceAround } from './content.ts'
import { type Cue, findCues } from './cues.ts'
import { byPunctuation, editorsNotes, ThesisList } from './layout.ts'
import { findQuotes, type Quote } from './quotes.ts'
import { accordingReports, pointsBack, type Report, reportsOf } from './report.ts'
import { SOURCE_NOUNS } from './russian/speakers.ts'
import { stanceOf, stanceOfEstimate } from './russian/stance.ts'
import { accordingParty, documentSource, quotedThrough, referredSource } from './source.ts'
import { type Entities, entitiesOf, type Party, partyAt, partyOfMention } from './speaker.ts'
import { type Around, lookAround } from './subject.ts'
import { isFiniteVerb, type Unit } from './unit.ts'

/** A statement being put together: its place in its unit is still needed to join it with others. */
interface Draft {
  readonly content: Content
  readonly speaker: Party | null
  readonly via: readonly Party[]
  readonly stance: Stance
  readonly cue: Cue | null
  readonly rule: string
  readonly aside: boolean
}

/** Nouns that point back to a body named before. */
const BODIES =
  /^(?:ведомство|министерство|департамент|комитет|служба|суд|организация|компания|группировка|движение|партия|администрация|посольство|банк|фонд|регулятор|завод|корпорация|университет)$/u

// So many cues of a sentence are looked at together.
const NEAR = 30

/** Reads the units of one article in order and remembers who spoke last. */
export class Reader {
  private readonly analysis: Analysis
  private readonly text: string
  private readonly entities: Entities
  private last: Party | null = null
  private readonly seen = new Map<string, Party>()
  private readonly facts: StatementFact[] = []

  constructor(analysis: Analysis) {
    this.analysis = analysis
    this.text = analysis.article.text
    this.entities = entitiesOf(analysis)
  }

  read(): readonly StatementFact[] {
    const quotes = findQuotes(this.text)
    const units = makeUnits(this.analysis, quotes)
    const theses = new ThesisList(this.text, this.entities)
    let previous: Unit | null = null
    for (const unit of units) {
      if (unit.part === 'credit' || unit.part === 'note' || unit.part === 'dateline') continue
      const item = theses.take(unit)
      const drafts = this.readUnit(unit, previous, item)
      for (const draft of drafts) {
        this.facts.push(this.toFact(unit, draft))
        if (draft.content.kind === 'direct' && draft.content.start >= unit.start) this.readInside(unit, draft, quotes)
      }
      this.remember(unit)
      previous = unit
    }
    return nest(this.facts)
  }

  private readUnit(unit: Unit, previous: Unit | null, item: Party | null): readonly Draft[] {
    const cues = findCues(unit)
    const drafts: Draft[] = editorsNotes(this.text, unit, this.analysis.article.outlet, this.entities).map(plain)
    const spoken = byPunctuation(this.text, unit, this.entities)
    if (spoken) {
      this.last = spoken.speaker
      drafts.push(plain(spoken))
    }
    for (const [k, cue] of cues.entries()) {
      const near = cues.slice(k, k + NEAR)
      const made =
        cue.form === 'according' ? this.according(unit, cue, near) : this.verbal(unit, cue, near, drafts, previous)
      drafts.push(...made)
    }
    if (item && drafts.length === 0) {
      const content = contentOf(this.text, unit, 0, unit.words.length)
      if (content) drafts.push(plain({ content: { ...content, kind: 'indirect' }, speaker: item, rule: 'thesis' }))
    }
    return this.settle(unit, drafts)
  }

  /** Speeches inside a quotation: only of somebody whom it names, so that "мы заявляем" makes no statement of its own. */
  private readInside(unit: Unit, outer: Draft, quotes: readonly Quote[]): void {
    const inner = innerUnit(unit, outer.content.from, outer.content.to, quotes)
    if (!inner) return
    const cues = findCues(inner)
    const drafts: Draft[] = []
    const last = this.last
    for (const [k, cue] of cues.entries()) {
      if (cue.form !== 'finite' || unit.words.length === 0 || inner.words[cue.at]!.morph.tense !== 'Past') continue
      const { subject } = lookAround(inner, cue, this.entities)
      if (!drafts.length && (!subject?.speaker.identity || subject.medium)) continue
      drafts.push(...this.verbal(inner, cue, cues.slice(k, k + NEAR), drafts, null))
    }
    const via = outer.speaker?.medium ? [outer.speaker] : []
    for (const draft of this.settle(inner, drafts))
      this.facts.push(this.toFact(inner, { ...draft, via: [...draft.via, ...via] }))
    this.last = last
  }

  private according(unit: Unit, cue: Cue, cues: readonly Cue[]): Draft[] {
    const { party, to, anaphoric } = accordingParty(unit, cue, this.entities)
    const speaker = party ? this.resolve(unit, party) : anaphoric ? this.last : null
    if (!speaker) return []
    const reports = accordingReports(this.text, unit, cue, to, cues)
    const drafts = reports.map((report) => this.draft(unit, cue, report, speaker, []))
    if (drafts.length > 0) this.last = speaker
    return drafts
  }

  private verbal(
    unit: Unit,
    cue: Cue,
    cues: readonly Cue[],
    earlier: readonly Draft[],
    previous: Unit | null,
  ): Draft[] {
    const around = cue.form === 'noun' ? this.ownerAround(unit, cue) : lookAround(unit, cue, this.entities)
    const who = this.speakerOf(unit, cue, around, earlier)
    if (who === undefined) return []
    const back = cue.form !== 'noun' && pointsBack(unit, cue)
    const reports = back ? this.pointedTo(unit, cue, previous) : reportsOf(this.text, unit, cue, around, cues)
    if (reports.length === 0) return []
    if (
      cue.weak &&
      reports[0]!.rule === 'complement' &&
      !(who?.medium && cue.governs.has('о')) &&
      !cue.governs.has('naming')
    )
      return []
    const source = referredSource(unit, ...range(unit, cue), this.entities)
    const through = quotedThrough(unit, ...range(unit, cue), this.entities)
    const speaker = source ?? who
    const via = [
      ...(source && who ? [who] : []),
      ...(speaker?.medium && !source ? [] : around.media),
      ...(through ? [through] : []),
    ]
    const drafts = reports
      .filter(
        (report) =>
          cue.stance !== 'says' ||
          !/^оцен|^расцен|^рассм|^воспр/.test(cue.lemma) ||
          report.rule !== 'complement' ||
          estimated(unit, cue),
      )
      .map((report) => this.draft(unit, cue, report, speaker, via))
    if (drafts.length > 0 && speaker) this.last = speaker
    return drafts
  }

  /** The party that speaks; null for nobody; undefined when the words are no report for want of a speaker. */
  private speakerOf(unit: Unit, cue: Cue, around: Around, earlier: readonly Draft[]): Party | null | undefined {
    if (around.subject) return this.resolve(unit, around.subject)
    if (cue.form === 'noun') return undefined
    if (cue.form === 'passive') {
      const document = documentSource(unit, cue, this.entities)
      if (document?.party) return document.party
      if (document?.anaphoric) return this.last
      return /^(?:ожида|предпола|счита|планир|прогноз|утвержд|допуска|требова|предлаг|рекоменд)/.test(cue.lemma)
        ? null
        : this.last
    }
    if (/^(?:следовать|явствовать|вытекать)$/.test(cue.lemma)) {
      const document = documentSource(unit, cue, this.entities)
      return document ? (document.party ?? this.last ?? undefined) : undefined
    }
    if (!around.anaphoric) return undefined
    const inSentence = earlier.at(-1)?.speaker
    if (cue.form === 'converb') return inSentence ?? this.mainSubject(unit, cue) ?? undefined
    if (cue.form === 'participle') return undefined
    if (inSentence) return inSentence
    return around.order === 'none' && cue.form === 'finite' && unit.words[cue.at]!.morph.number === 'Plur'
      ? undefined
      : (this.last ?? undefined)
  }

  /** Whom a pronoun or a bare noun stands for: the last speaker, outlet or body that fits; itself when none does. */
  private resolve(unit: Unit, party: Party): Party {
    const { anaphor } = party
    if (!anaphor) return party
    const place = { from: party.from, to: party.to, head: party.head }
    if (anaphor === 'он') {
      const number = unit.words[party.head]!.morph.number
      const fits =
        this.last &&
        !this.last.medium &&
        this.last.type === 'person' &&
        number !== 'Plur' &&
        this.sameGender(unit, party)
      return fits ? { ...this.last!, ...place } : party
    }
    if (party.medium) {
      const medium = this.lastNamed(unit, party.from, 'media')
      return medium ? { ...medium, ...place } : party
    }
    if (BODIES.test(anaphor)) {
      const body = this.last?.type === 'organization' ? this.last : this.lastNamed(unit, party.from, 'organization')
      return body ? { ...body, ...place } : party
    }
    if (unit.words[party.head]!.morph.animacy === 'Anim' && this.last?.type === 'person' && !SOURCE_NOUNS.has(anaphor))
      return { ...this.last, ...place }
    return party
  }

  private sameGender(unit: Unit, pronoun: Party): boolean {
    const gender =
      this.last?.speaker.identity === undefined ? undefined : this.entities.get(this.last.speaker.identity)?.gender
    const asked = unit.words[pronoun.head]!.norm === 'она' ? 'Fem' : 'Masc'
    return gender === undefined || gender === asked
  }

  /** The nearest name of a type before a token, in this unit or an earlier one. */
  private lastNamed(unit: Unit, before: number, type: 'media' | 'organization'): Party | null {
    for (let i = before - 1; i >= Math.max(0, before - 80); i--) {
      const at = unit.mentions[i]
      if (at?.mention.type === type && !at.mention.by) return partyOfMention(at, this.entities)
    }
    return this.seen.get(type) ?? null
  }

  /** Remembers the last outlet and body that a unit names. */
  private remember(unit: Unit): void {
    for (const at of unit.mentions) {
      if (!at || at.mention.by || (at.mention.type !== 'media' && at.mention.type !== 'organization')) continue
      const party = partyOfMention(at, this.entities)
      if (party) this.seen.set(at.mention.type, party)
    }
  }

  /** For a converb: the subject of the sentence's own verb. */
  private mainSubject(unit: Unit, cue: Cue): Party | null {
    const { from, to } = sentenceAround(unit, cue.at)
    for (let i = cue.at; i >= Math.max(from, cue.at - 60); i--) {
      if (!isFiniteVerb(unit.words[i]!) || unit.quotes[i] || unit.bracketed[i]) continue
      return lookAround(unit, { ...cue, at: i, from: i, to: i + 1, form: 'finite' }, this.entities).subject
    }
    for (let i = cue.at; i < Math.min(to, cue.at + 60); i++) {
      if (!isFiniteVerb(unit.words[i]!) || unit.quotes[i] || unit.bracketed[i]) continue
      return lookAround(unit, { ...cue, at: i, from: i, to: i + 1, form: 'finite' }, this.entities).subject
    }
    return null
  }

  /** "заявление Лаврова о том, что": the genitive after the noun, else the subject of the sentence. */
  private ownerAround(unit: Unit, cue: Cue): Around {
    const at = unit.mentions[cue.to]
    const head = at ? at.head : cue.to
    const word = unit.words[head]
    const owner =
      word && (word.morph.case === 'Gen' || word.morph.case === undefined) ? partyAt(unit, head, this.entities) : null
    return {
      subject: owner ?? this.mainSubject(unit, cue),
      anaphoric: false,
      order: owner ? 'after' : 'none',
      media: [],
    }
  }

  /** What "об этом" means: the words before it in its sentence, else the sentence before. */
  private pointedTo(unit: Unit, cue: Cue, previous: Unit | null): Report[] {
    const segment = unit.segments[unit.segment[cue.at]!]!
    const { from } = sentenceAround(unit, cue.at)
    if (segment.from - from >= 5) {
      const content = contentOf(this.text, unit, from, segment.from - 1)
      return content ? [{ content, rule: 'back.clause', conjunction: '', aside: true }] : []
    }
    const earlier = from > 0 ? unit : previous
    if (
      !earlier ||
      earlier.part === 'headline' ||
      (earlier !== unit && this.text.slice(earlier.end, unit.start).includes('\n\n\n'))
    )
      return []
    const sentence = sentenceAround(earlier, earlier === unit ? from - 1 : earlier.words.length - 1)
    const content = contentOf(this.text, earlier, sentence.from, sentence.to)
    return content
      ? [{ content: { ...content, kind: 'indirect' }, rule: 'back.sentence', conjunction: '', aside: true }]
      : []
  }

  private draft(unit: Unit, cue: Cue, report: Report, speaker: Party | null, via: readonly Party[]): Draft {
    const { content } = report
    const inUnit = content.start >= unit.start
    const words = inUnit ? unit.words.slice(content.from, Math.min(content.to, content.from + 40)) : []
    const estimate = /^оцен/.test(cue.lemma)
      ? stanceOfEstimate(unit.words.slice(Math.max(0, cue.at - 3), cue.at))
      : null
    const stance = estimate ?? stanceOf(cue, words, content.kind === 'direct', report.conjunction)
    return { content, speaker, via, stance, cue, rule: report.rule, aside: report.aside }
  }

  /** Joins what belongs together: an outlet's aside beside another speaker's words is the way they came. */
  private settle(unit: Unit, drafts: readonly Draft[]): readonly Draft[] {
    const kept: Draft[] = []
    for (const draft of drafts) {
      if (draft.speaker?.medium && draft.aside && draft.rule !== 'back.sentence' && this.passOn(unit, kept, draft))
        continue
      const same = kept.findLastIndex(
        (one) =>
          overlap(one.content, draft.content) * 1.25 >=
          Math.max(one.content.end - one.content.start, draft.content.end - draft.content.start),
      )
      if (same >= 0) {
        const known = kept[same]!
        if (draft.speaker?.medium && !known.speaker?.medium)
          kept[same] = { ...known, via: [...known.via, draft.speaker] }
        continue
      }
      kept.push(draft)
    }
    return kept
  }

  /** Gives an outlet's aside to the speeches that its sentence reports; false when it reports none. */
  private passOn(unit: Unit, kept: Draft[], aside: Draft): boolean {
    if (aside.content.start < unit.start) return false
    const { from, to, start, end } = aside.content
    const own = (one: Draft): boolean => !one.speaker?.medium && one.cue?.form !== 'participle'
    const near = kept.slice(-NEAR).filter(own)
    const reported = near.filter((one) => one.cue !== null && one.cue.at >= from && one.cue.at < to)
    const inside = reported.filter(
      (one) => one.rule.startsWith('back') || (one.content.start >= start && one.content.end <= end),
    )
    const whole = inside.filter(
      (one) =>
        one.rule.startsWith('back') ||
        (one.content.end - one.content.start) * 2 >= end - start ||
        one.content.start === start ||
        inside.length > 1,
    )
    if (whole.length === 0) return false
    for (const one of inside) kept[kept.indexOf(one)] = { ...one, via: [...one.via, aside.speaker!] }
    return true
  }

  private toFact(unit: Unit, draft: Draft): StatementFact {
    const { content, cue, speaker } = draft
    const first = cue && unit.words[cue.from]!
    const final = cue && unit.words[cue.to - 1]!
    const words: [number, number][] = []
    if (first && final) words.push([first.start, final.end])
    if (speaker?.speaker.start !== undefined && speaker.speaker.end !== undefined)
      words.push([speaker.speaker.start, speaker.speaker.end])
    const via = new Map<string, { name: string; identity?: string }>()
    for (const { speaker: one } of draft.via)
      if (one.name !== speaker?.speaker.name)
        via.set(one.name, one.identity === undefined ? { name: one.name } : { name: one.name, identity: one.identity })
    return {
      start: content.start,
      end: content.end,
      kind: content.kind,
      stance: draft.stance,
      speaker: speaker ? (speaker.speaker satisfies Speaker) : null,
      via: [...via.values()],
      cue: first && final ? { start: first.start, end: final.end, lemma: cue.lemma } : null,
      why: { rule: `statement.${draft.rule}`, words },
    }
  }
}

const plain = (found: { content: Content; speaker: Party | null; rule: string; stance?: Stance }): Draft => ({
  stance: 'says',
  ...found,
  via: [],
  cue: null,
  aside: false,
})

const estimated = (unit: Unit, cue: Cue): boolean =>
  stanceOfEstimate(unit.words.slice(Math.max(0, cue.at - 3), cue.at)) !== null

/** The sentence of a cue, as the token range in which its source may be named. */
const range = (unit: Unit, cue: Cue): [number, number] => {
  const { from, to } = sentenceAround(unit, cue.at)
  return [Math.max(from, cue.at - 40), Math.min(to, cue.at + 40)]
}

/** Sorts the statements and sets `within` where one lies inside another. */
const nest = (facts: StatementFact[]): readonly StatementFact[] => {
  facts.sort((a, b) => a.start - b.start || b.end - a.end)
  const open: number[] = []
  return facts.map((fact, i) => {
    while (open.length > 0 && facts[open[open.length - 1]!]!.end < fact.end) open.pop()
    const outer = open.at(-1)
    open.push(i)
    return outer === undefined || facts[outer]!.end <= fact.start ? fact : { ...fact, within: outer }
  })
}

export { quoteContent }

import { foldLetters } from '../../core/index.ts'
import type { Analysis, Word } from '../../language/index.ts'
import type { StatementFact } from '../facts.ts'
import { aroundOf, mainSubject, ownerAround, range, writes } from './around.ts'
import { innerUnit, makeUnits } from './build-unit.ts'
import { contentOf, sentenceAround } from './content.ts'
import { type Cue, findCues } from './cues.ts'
import { Discourse } from './discourse.ts'
import { type Draft, nest, plain, toFact } from './draft.ts'
import { HeadlineSpeaker } from './headline.ts'
import { byPunctuation, editorsNotes, ThesisList } from './layout.ts'
import { findQuotes, type Quote } from './quotes.ts'
import { accordingReports, nounReports, pointsBack, reportsOf } from './report.ts'
import type { Report } from './report-direct.ts'
import { SOURCE_NOUNS } from './russian/speakers.ts'
import { stanceOf, stanceOfEstimate } from './russian/stance.ts'
import { ATTITUDES, settle } from './settle.ts'
import { accordingParty, documentSource, quotedParty, quotedThrough, referredSource, sourceOutlets } from './source.ts'
import { type Entities, entitiesOf, type Party } from './speaker.ts'
import { type Around, lookAround } from './subject.ts'
import type { Unit } from './unit.ts'

// So many cues of a sentence are looked at together.
const NEAR = 30

/** Reads the units of one article in order and remembers who spoke last. */
export class Reader {
  private readonly analysis: Analysis
  private readonly text: string
  private readonly entities: Entities
  private readonly discourse: Discourse
  private readonly facts: StatementFact[] = []
  private readonly headline: HeadlineSpeaker
  /** States that words mean, by where they stand: their names, adjectives ("российский") and capitals. */
  private readonly states = new Map<number, string>()

  constructor(analysis: Analysis) {
    this.analysis = analysis
    this.text = analysis.article.text
    this.entities = entitiesOf(analysis)
    this.discourse = new Discourse(this.entities)
    this.headline = new HeadlineSpeaker(this.entities)
    for (const { by, start, name, type, identity } of analysis.mentions) {
      const entity = this.entities.get(identity)
      if (by === 'adjective') this.states.set(start, foldLetters(name))
      else if (by === undefined && type === 'country') this.states.set(start, foldLetters(entity?.name ?? name))
      else if (by === undefined && type === 'place' && entity?.country)
        this.states.set(start, foldLetters(entity.country))
    }
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
        this.discourse.heard(unit, [...draft.via, draft.speaker])
        this.facts.push(toFact(unit, draft))
        this.headline.heard(unit, draft, this.facts)
        if (draft.content.kind === 'direct' && draft.content.start >= unit.start) this.readInside(unit, draft, quotes)
      }
      this.discourse.remember(unit)
      this.headline.passed(unit)
      previous = unit
    }
    return nest(this.facts)
  }

  private readUnit(unit: Unit, previous: Unit | null, item: Party | null): readonly Draft[] {
    const cues = findCues(unit)
    const drafts: Draft[] = editorsNotes(this.text, unit, this.analysis.article.outlet, this.entities).map(plain)
    const spoken = byPunctuation(this.text, unit, this.entities)
    if (spoken) {
      this.discourse.last = spoken.speaker
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
    const settled = settle(unit, drafts)
    this.handOver(settled)
    return settled
  }

  /** Neither an outlet that only brought the words of somebody in this sentence goes on, nor one whose own were left out. */
  private handOver(settled: readonly Draft[]): void {
    const { last } = this.discourse
    if (!last || settled.length === 0) return
    const stays = last.medium
      ? settled.some(({ speaker }) => speaker?.medium)
      : settled.some(({ speaker }) => speaker === last || speaker?.speaker.name === last.speaker.name)
    const speaker = stays ? null : settled.findLast((draft) => draft.speaker !== null)?.speaker
    if (speaker) this.discourse.last = speaker
  }

  /** Speeches inside a quotation: only of somebody whom it names, so that "мы заявляем" makes no statement of its own. */
  private readInside(unit: Unit, outer: Draft, quotes: readonly Quote[]): void {
    const inner = innerUnit(unit, outer.content.from, outer.content.to, quotes)
    if (!inner) return
    const cues = findCues(inner)
    const drafts: Draft[] = []
    const last = this.discourse.last
    for (const [k, cue] of cues.entries()) {
      if (cue.form !== 'finite' || unit.words.length === 0 || inner.words[cue.at]!.morph.tense !== 'Past') continue
      const { subject } = lookAround(inner, cue, this.entities)
      if (!drafts.length && (!subject?.speaker.identity || subject.medium)) continue
      drafts.push(...this.verbal(inner, cue, cues.slice(k, k + NEAR), drafts, null))
    }
    const via = outer.speaker?.medium ? [outer.speaker] : []
    for (const draft of settle(inner, drafts)) this.facts.push(toFact(inner, { ...draft, via: [...draft.via, ...via] }))
    this.discourse.last = last
  }

  private according(unit: Unit, cue: Cue, cues: readonly Cue[]): Draft[] {
    const { party, to, anaphoric, pronoun, bare, unowned } = accordingParty(unit, cue, this.entities)
    const document = bare === undefined ? null : this.discourse.document(unit, bare)
    const speaker = party ? this.discourse.resolve(unit, party) : (document ?? (anaphoric ? this.meant(pronoun) : null))
    if (!speaker && !unowned) return []
    const reports = accordingReports(this.text, unit, cue, to, cues)
    const via = sourceOutlets(unit, party, this.entities).map((medium) => this.discourse.resolve(unit, medium))
    const drafts = reports.map((report) => this.draft(unit, cue, report, speaker, via))
    if (drafts.length > 0 && speaker) this.discourse.last = speaker
    return drafts
  }

  private verbal(
    unit: Unit,
    cue: Cue,
    cues: readonly Cue[],
    earlier: readonly Draft[],
    previous: Unit | null,
  ): Draft[] {
    // A noun of speech is a report only with its clause: most have none, and their speaker need not be looked for.
    const told = cue.form === 'noun' ? nounReports(this.text, unit, cue, cues) : null
    if (told?.length === 0) return []
    const around = told ? ownerAround(unit, cue, this.entities) : aroundOf(unit, cue, this.entities)
    const quoted = /^(?:про)?цитировать$/.test(cue.lemma) ? quotedParty(unit, cue, this.entities) : null
    const who = quoted?.party ?? this.speakerOf(unit, cue, around, earlier)
    if (who === undefined) return []
    const back = !told && pointsBack(unit, cue)
    const reports = told ?? (back ? this.pointedTo(unit, cue, previous) : reportsOf(this.text, unit, cue, around, cues))
    if (reports.length === 0) return []
    if (
      cue.weak &&
      reports[0]!.rule === 'complement' &&
      !(who?.medium && cue.governs.has('о')) &&
      !cue.governs.has('naming')
    )
      return []
    const source = referredSource(unit, ...range(unit, cue), this.entities)
    if (who && this.takeBack(reports, source ?? who)) return []
    const through = quotedThrough(unit, ...range(unit, cue), this.entities)
    const speaker = source ?? who
    const via = [
      ...(quoted?.medium ? [this.discourse.resolve(unit, quoted.medium)] : []),
      ...sourceOutlets(unit, who, this.entities).map((medium) => this.discourse.resolve(unit, medium)),
      ...(source && who ? [who] : []),
      ...(speaker?.medium && !source ? [] : this.outlets(unit, around.media)),
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
      .map((report) => this.draft(unit, cue, report, speaker, via, previous))
    if (drafts.length > 0 && speaker) this.discourse.last = speaker
    return drafts
  }

  /** Outlets by their names; one that only a noun names and that leads to none is left out. */
  private outlets(unit: Unit, media: readonly Party[]): readonly Party[] {
    return media
      .map((medium) => this.discourse.resolve(unit, medium))
      .filter(({ anaphor, speaker }) => anaphor === undefined && /[\p{Lu}\d]/u.test(speaker.name))
  }

  /**
   * "Об этом сообщает ТАСС" after a sentence that tells who spoke: the outlet is the way his words came, and true is
   * given. Any other speaker takes over the attitudes that the sentence names ("США надеются, что …").
   */
  private takeBack(reports: readonly Report[], who: Party): boolean {
    const content = reports[0]?.rule === 'back.sentence' ? reports[0].content : null
    let passed = false
    for (let i = this.facts.length - 1; content && i >= 0 && this.facts[i]!.start >= content.start; i--) {
      const fact = this.facts[i]!
      if (fact.end > content.end) continue
      if (!who.medium) {
        if (fact.cue && ATTITUDES.test(fact.cue.lemma)) this.facts.splice(i, 1)
        continue
      }
      const { name, identity } = who.speaker
      this.facts[i] = { ...fact, via: [...fact.via, identity === undefined ? { name } : { name, identity }] }
      passed = true
    }
    return passed
  }

  /** The party that speaks; null for nobody; undefined when the words are no report for want of a speaker. */
  private speakerOf(unit: Unit, cue: Cue, around: Around, earlier: readonly Draft[]): Party | null | undefined {
    if (around.subject)
      return this.discourse.resolve(unit, writes(cue, around.subject), unit.words[cue.at]!.morph.gender)
    if (unit.words[cue.at - 1]?.norm === 'там') return this.discourse.there() ?? undefined
    if (cue.form === 'noun') return undefined
    if (cue.form === 'passive') {
      if (cue.negated) return undefined
      const document = documentSource(unit, cue, this.entities)
      if (document?.party) return this.discourse.resolve(unit, document.party)
      const named = document?.bare === undefined ? null : this.discourse.document(unit, document.bare)
      if (document?.anaphoric) return named ?? this.discourse.last
      // "Ранее сообщалось, что …": the news in general, whereas "сообщается" means whoever spoke last.
      if (cue.lemma === 'сообщаться' && unit.words[cue.at]!.morph.tense === 'Past') return null
      return /^(?:ожида|предпола|счита|планир|прогноз|утвержд|допуска|требова|предлаг|рекоменд)/.test(cue.lemma)
        ? null
        : this.discourse.last
    }
    if (/^(?:следовать|явствовать|вытекать)$/.test(cue.lemma)) {
      const document = documentSource(unit, cue, this.entities)
      return document ? (document.party ?? this.discourse.last ?? undefined) : undefined
    }
    if (!around.anaphoric) return undefined
    const inSentence = earlier.at(-1)?.speaker
    if (cue.form === 'converb') return inSentence ?? mainSubject(unit, cue, this.entities) ?? undefined
    if (cue.form === 'participle') return undefined
    if (inSentence) return inSentence
    // A pronoun that leads to nobody still tells that somebody spoke.
    if (around.order !== 'none') return this.meant(around.pronoun)
    return around.order === 'none' && cue.form === 'finite' && unit.words[cue.at]!.morph.number === 'Plur'
      ? undefined
      : (this.discourse.last ?? undefined)
  }

  /** Whom a pronoun means; without one, whoever spoke last. */
  private meant(pronoun: string | undefined): Party | null {
    if (pronoun === undefined) return this.discourse.last
    return /^т(?:от|а)$/u.test(pronoun) ? this.discourse.thatOne(pronoun) : this.discourse.meantBy(pronoun)
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

  /** The state that a speaker speaks for, and his own name, as lemmas; with what else means that state among his words. */
  private spokenFor(speaker: Party | null, words: readonly Word[]): ReadonlySet<string> {
    const entity = speaker?.speaker.identity === undefined ? undefined : this.entities.get(speaker.speaker.identity)
    const own = entity ? [entity.country ?? '', entity.name] : []
    // "Посольство Норвегии" is told by its first word.
    if (entity?.type === 'organization') own.push(entity.name.split(' ')[0]!)
    const names = new Set(own.map(foldLetters).filter((name) => name !== ''))
    if (names.size > 0)
      for (const { start, lemma } of words) {
        const state = this.states.get(start)
        if (state !== undefined && names.has(state)) names.add(lemma)
      }
    return names
  }

  private draft(
    unit: Unit,
    cue: Cue,
    report: Report,
    speaker: Party | null,
    via: readonly Party[],
    previous: Unit | null = null,
  ): Draft {
    const { content } = report
    // "Об этом сообщил министр" points at words of the unit before.
    const said = content.start >= unit.start ? unit : previous
    const words = said?.words.slice(content.from, Math.min(content.to, content.from + 40)) ?? []
    const estimate = /^оцен/.test(cue.lemma)
      ? stanceOfEstimate(unit.words.slice(Math.max(0, cue.at - 3), cue.at))
      : null
    const stance =
      estimate ??
      stanceOf(cue, {
        words,
        around: unit.words.slice(cue.to, cue.to + 12),
        conjunction: report.conjunction,
        voice: {
          direct: content.kind === 'direct',
          cue: cue.lemma,
          names: this.spokenFor(speaker, words),
          number: unit.words[cue.at]!.morph.number,
          own: speaker !== null && !speaker.medium && !SOURCE_NOUNS.has(unit.words[speaker.head]?.lemma ?? ''),
        },
      })
    return { content, speaker, via, stance, cue, rule: report.rule, aside: report.aside }
  }
}

const estimated = (unit: Unit, cue: Cue): boolean =>
  stanceOfEstimate(unit.words.slice(Math.max(0, cue.at - 3), cue.at)) !== null

import { WordSet } from '../../core/index.ts'
import { type Content, contentOf, hasFinite, isMark } from './content.ts'
import type { StatementRule } from './draft.ts'
import { phraseEnd } from './phrase.ts'
import { SOURCE_NOUNS } from './russian/speakers.ts'
import { type Entities, type Party, partyAt, partyOfMention } from './speaker.ts'
import { isDash, isNoun, type Unit } from './unit.ts'

/** A statement that layout or punctuation shows, without a verb of speech. */
export interface Shown {
  readonly content: Content
  readonly speaker: Party
  readonly rule: StatementRule
}

/** "Источник: …", "Эксперты: …" in a headline. */
const isSource = (unit: Unit, head: number): boolean =>
  unit.part === 'headline' && (SOURCE_NOUNS.has(unit.words[head]!.lemma) || unit.words[head]!.morph.animacy === 'Anim')

/** The party that makes up the tokens [from, to) all by itself, brackets and an adverb aside; null for anything more. */
const aloneIn = (unit: Unit, from: number, to: number, entities: Entities): Party | null => {
  let a = from
  while (a < to && unit.words[a]!.morph.pos === 'ADV') a++
  if (a >= to || to - a > 14) return null
  for (let head = a; head < to; head++) {
    const at = unit.mentions[head]
    if (!at && !isNoun(unit.words[head]!)) continue
    const { morph } = unit.words[at ? at.head : head]!
    if (morph.case !== undefined && morph.case !== 'Nom') return null
    const party = partyAt(unit, at ? at.head : head, entities)
    const known = party && (party.speaker.identity !== undefined || party.medium || isSource(unit, head))
    if (!party || !known || party.from > a) return null
    let end = Math.max(party.to, at ? at.to : head + 1)
    while (end < to && unit.bracketed[end]) end++
    return end >= to || phraseEnd(unit, at ? at.head : head) >= to ? party : null
  }
  return null
}

const LAST = 12

/** Whether a dash stands so near to the end that a name alone may follow it. */
const endsWithDash = ({ words }: Unit): boolean => {
  const from = Math.max(0, words.length - 2 * LAST)
  for (let i = words.length - 1; i >= from; i--) if (isDash(words[i])) return true
  return false
}

/** "Лавров: переговоры пройдут в мае"; "Переговоры пройдут в мае — Лавров"; "«Мы готовы» — Лавров". */
export const byPunctuation = (text: string, unit: Unit, entities: Entities): Shown | null => {
  const limit = Math.min(unit.words.length, 16)
  for (let i = 1; i < limit; i++) {
    if (unit.words[i]!.text !== ':' || !isMark(unit, i)) continue
    const speaker = aloneIn(unit, 0, i, entities)
    const content = speaker && contentOf(text, unit, i + 1, unit.words.length)
    return speaker && content && (content.kind === 'direct' || hasFinite(unit, i + 1, unit.words.length))
      ? { content, speaker, rule: 'colon.speaker' }
      : null
  }
  if (!endsWithDash(unit)) return null
  let end = unit.words.length
  while (end > 0 && isMark(unit, end - 1)) end--
  for (let i = end - 1; i > Math.max(0, end - LAST); i--) {
    if (!isDash(unit.words[i]) || !isMark(unit, i)) continue
    const quoted = unit.quotes[i - 1] ?? unit.quotes[i - 2]
    if (!quoted && unit.part !== 'headline') return null
    if (!quoted && !hasFinite(unit, 0, i)) return null
    const speaker = aloneIn(unit, i + 1, end, entities)
    const content = speaker && contentOf(text, unit, 0, i)
    return speaker && content && (!quoted || content.kind === 'direct')
      ? { content, speaker, rule: 'dash.speaker' }
      : null
  }
  return null
}

const NOTES: ReadonlySet<string> = new WordSet(['прим', 'прим.', 'примечание', 'ремарка'])

/** "(… — Прим. ред.)": what the editors add inside a sentence is their statement. */
export const editorsNotes = (text: string, unit: Unit, outlet: string | null, entities: Entities): readonly Shown[] => {
  const found: Shown[] = []
  for (let i = 1; i < unit.words.length; i++) {
    if (!NOTES.has(unit.words[i]!.norm) || !unit.bracketed[i]) continue
    let open = i
    while (open > i - 60 && open > 0 && !/^[([]$/.test(unit.words[open]!.text)) open--
    let close = i
    while (close < unit.words.length && !/^[)\]]$/.test(unit.words[close]!.text)) close++
    let end = i
    while (end > open + 1 && (isDash(unit.words[end - 1]) || /^[.,]$/.test(unit.words[end - 1]!.text))) end--
    if (end <= open + 1 || !isDash(unit.words[i - 1])) continue
    const first = unit.words[open + 1]!
    const last = unit.words[end - 1]!
    const content: Content = { start: first.start, end: last.end, from: open + 1, to: end, kind: 'indirect' }
    found.push({ content, speaker: editors(text, unit, i + 1, close, outlet, entities), rule: 'note' })
  }
  return found
}

/** Whose note it is: the name after "Прим.", the outlet for "Прим. ред.". */
const editors = (
  text: string,
  unit: Unit,
  from: number,
  to: number,
  outlet: string | null,
  entities: Entities,
): Party => {
  let a = from
  while (a < to && /^[.]$/.test(unit.words[a]!.text)) a++
  const mention = unit.mentions[a]
  const named = mention ? partyOfMention(mention, entities) : null
  if (named) return named
  const own = a >= to || /^(?:ред|редакци|автор|перев)/u.test(unit.words[a]!.norm)
  const name = own ? (outlet ?? 'редакция') : text.slice(unit.words[a]!.start, unit.words[to - 1]!.end)
  return { speaker: { name }, medium: true, from: a, to, head: a }
}

const THESES = /^(?:заявление|тезис|высказывание|слово|цитата|утверждение)$/u
const LONGEST_HEADING = 12

/**
 * Lists of theses: a short line "Заявления Иванова:" and the lines under it, each an item that ends with a semicolon,
 * the last one with a full stop. Units are given in order.
 */
export class ThesisList {
  private readonly text: string
  private readonly entities: Entities
  private speaker: Party | null = null
  private semicolon = false

  constructor(text: string, entities: Entities) {
    this.text = text
    this.entities = entities
  }

  /** The speaker of a unit that is an item of the list; null for any other unit. */
  take(unit: Unit): Party | null {
    const heading = this.heading(unit)
    if (heading) {
      this.speaker = heading
      this.semicolon = false
      return null
    }
    const { speaker } = this
    if (!speaker) return null
    const after = this.text.slice(unit.end, unit.end + 1)
    const continued = this.text[unit.end - 1] === ';' || after === ';'
    const first = this.text.slice(unit.start, unit.start + 2)
    const item = continued || this.semicolon || /^[\p{Ll}•·▪—–-]/u.test(first)
    this.semicolon = continued
    if (!item || (!continued && !/^\s*(?:\n|$)/.test(this.text.slice(unit.end, unit.end + 2).replace(/^[.;]/, '')))) {
      this.speaker = null
      return item ? speaker : null
    }
    if (!continued) this.speaker = null
    return speaker
  }

  private heading(unit: Unit): Party | null {
    if (unit.words.length > LONGEST_HEADING || unit.words.length < 2) return null
    const lineBefore = unit.start === 0 || this.text[unit.start - 1] === '\n'
    const lineAfter = lineBefore && /^:?\s*(?:\n|$)/.test(this.text.slice(unit.end, unit.end + 3))
    if (!lineAfter) return null
    const noun = unit.words.findIndex((word) => isNoun(word) && THESES.test(word.lemma))
    if (noun < 0 || hasFinite(unit, 0, unit.words.length) || /[.!?]$/.test(unit.words.at(-1)!.text)) return null
    for (let i = noun + 1; i < unit.words.length; i++) {
      const at = unit.mentions[i]
      if (at) return partyOfMention(at, this.entities)
    }
    return null
  }
}

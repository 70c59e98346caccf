import type { Word } from '../../language/index.ts'
import type { EventKind } from '../facts.ts'
import { type PreparedRule, rulesOf, senseBit, sensesOf } from './lexicon.ts'
import type { Reading, SentenceReading } from './reading.ts'
import type { TriggerRule } from './rule.ts'
import { hasOtherSense } from './russian/other-senses.ts'

/** A word that a rule lets name an event; whether it does is decided by the model of triggers. */
export interface Candidate {
  readonly reading: SentenceReading
  /** Index of the trigger in its sentence. */
  readonly at: number
  readonly lemma: string
  readonly kind: EventKind
  readonly rule: TriggerRule
  /** Senses that stand around the trigger in its clause, as a bit mask. */
  readonly senses: number
  /** Whether the senses that the rule needs stand there, and none that speak against it. */
  readonly met: boolean
  /** Words that met the rule's needs. */
  readonly support: readonly number[]
}

const WINDOW = 10
const PHONE = senseBit('phone')

/** Dictionary form and part under which a word may be a trigger; a participle that reads as an adjective is its verb. */
export const triggerForm = (word: Word): { lemma: string; part: 'verb' | 'noun' } | null => {
  const { pos } = word.morph
  if (pos === 'VERB') return { lemma: word.lemma, part: 'verb' }
  if (pos === 'NOUN' || pos === 'PROPN') return { lemma: word.lemma, part: 'noun' }
  if (pos === 'ADJ') {
    const participle = word.readings.find((reading) => reading.morph.verbForm === 'Part')
    if (participle) return { lemma: participle.lemma, part: 'verb' }
  }
  return null
}

/** Indexes of the words of the trigger's clause that stand within the window, the trigger left out. */
const around = (reading: SentenceReading, at: number): number[] => {
  const clause = reading.clauseOf[at]
  const found: number[] = []
  const last = Math.min(reading.words.length - 1, at + WINDOW)
  for (let i = Math.max(0, at - WINDOW); i <= last; i++) if (i !== at && reading.clauseOf[i] === clause) found.push(i)
  return found
}

const meets = (prepared: PreparedRule, senses: number): boolean =>
  prepared.needs.every((group) => (group & senses) !== 0) && (prepared.unless & senses) === 0

const SILENT = new Set(['credit', 'note', 'dateline'])
const OPAQUE = new Set(['person', 'media', 'document', 'organization', 'place', 'country'])

const insideName = (reading: SentenceReading, at: number): boolean => {
  const party = reading.parties[reading.partyAt[at] ?? -1]
  return party !== undefined && OPAQUE.has(party.mention.type) && party.mention.by === undefined
}

// "при помощи", "с помощью", "в случае удара" no: set phrases in which the noun names no act.
const IDIOMS: Readonly<Record<string, ReadonlySet<string>>> = {
  помощь: new Set(['при', 'с']),
  действие: new Set(['в']),
  ход: new Set(['в']),
  решение: new Set(['для']),
}

// "Экстремистский", "террорист", "СМИ-иноагент", "иностранный агент", "реестр", "нежелательный".
const LEGAL = /^(?:экстремис|террорис|нежелательн|реестр|росфинмониторинг)|агент$/u
const BANNED = /^запрещ[её]н/u
const HOME = new Set(['россия', 'рф'])
const LEGAL_REACH = 16

// "(признана экстремистской и запрещена)", "(запрещена в России)": a note that the law demands, no news.
const isLegalNote = ({ words }: SentenceReading, at: number): boolean => {
  let open = at - 1
  while (open >= 0 && at - open <= LEGAL_REACH && words[open]!.text !== '(' && words[open]!.text !== ')') open--
  if (words[open]?.text !== '(') return false
  for (let i = open + 1; i < Math.min(words.length, at + LEGAL_REACH) && words[i]!.text !== ')'; i++) {
    if (LEGAL.test(words[i]!.lemma)) return true
    if (BANNED.test(words[i]!.norm) && words[i + 1]?.norm === 'в' && HOME.has(words[i + 2]?.lemma ?? '')) return true
  }
  return false
}

const isIdiom = ({ words }: SentenceReading, at: number, lemma: string): boolean =>
  IDIOMS[lemma]?.has(words[at - 1]?.norm ?? '') ?? false

// "обсудил", "беседа", "переговоры": by telephone when the clause or the article before it tells of a call.
const CALLABLE = new Set<EventKind>(['meeting'])

const NONE: readonly Candidate[] = []

const candidatesAt = (reading: SentenceReading, at: number, phoned: boolean): readonly Candidate[] => {
  const word = reading.words[at]!
  const form = triggerForm(word)
  if (!form) return NONE
  const rules = rulesOf(form.lemma)
  if (rules.length === 0 || insideName(reading, at)) return NONE
  if (isIdiom(reading, at, form.lemma) || hasOtherSense(reading.words, at, form.lemma) || isLegalNote(reading, at))
    return NONE
  const near = around(reading, at)
  const senses = near.reduce((mask, i) => mask | reading.senses[i]!, 0)
  const found: Candidate[] = []
  for (const prepared of rules) {
    if (prepared.rule.part !== form.part) continue
    const wanted = prepared.needs.reduce((mask, group) => mask | group, 0)
    const support = wanted === 0 ? [] : near.filter((i) => (reading.senses[i]! & wanted) !== 0).slice(0, 4)
    const met = meets(prepared, senses)
    const callable = CALLABLE.has(prepared.rule.kind)
    const kind = callable && (senses & PHONE) !== 0 ? 'call' : prepared.rule.kind
    const one = {
      reading,
      at,
      lemma: form.lemma,
      kind,
      rule: prepared.rule,
      senses,
      met,
      support,
    }
    found.push(one)
    if (callable && kind !== 'call' && phoned) found.push({ ...one, kind: 'call' })
  }
  return found
}

/** All words of an article that a rule of the lexicon accepts, in text order; a word may be the candidate of several rules. */
export const findCandidates = (reading: Reading): Candidate[] => {
  const found: Candidate[] = []
  let phoned = false
  for (const sentence of reading.sentences) {
    if (SILENT.has(sentence.sentence.part)) continue
    for (let at = 0; at < sentence.words.length; at++) {
      if (!phoned && (sensesOf(sentence.words[at]!.lemma) & PHONE) !== 0) phoned = true
      for (const candidate of candidatesAt(sentence, at, phoned)) found.push(candidate)
    }
  }
  return found
}

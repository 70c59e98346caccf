import type { Case, Entity, Mention, Word } from '../../language/index.ts'
import type { Participant } from '../facts.ts'
import { rulesOf, senseBit, sensesOf } from './lexicon.ts'

/** A mention as events see it: with its entity, its case, and the preposition that governs it. */
export interface Party {
  readonly mention: Mention
  readonly entity: Entity | null
  /** First word of the noun phrase that the mention stands in: adjectives and role words included. */
  readonly phrase: number
  /** Preposition before the phrase, lower case; empty without one. The second of two joined names has the first one's. */
  readonly preposition: string
  readonly case: Case | null
  /** Index of the party that it is joined to by "и" or a comma, -1 for a first or only one. */
  readonly joinedTo: number
}

/** The fullest name that the article gives a party. */
export const nameOf = ({ entity, mention }: Party): string => entity?.name ?? mention.name

/** A party as one that acts. */
export const agentOf = (party: Party): Participant => {
  const { identity, type } = party.mention
  return { name: nameOf(party), role: 'agent', identity, type }
}

/** Whether a party belongs to the noun before it, by genitives alone: "операция | сил Чили", "выборы | президента Чили". */
export const isOfNoun = (words: readonly Word[], at: number, { mention: { from, to } }: Party): boolean =>
  from > at && words.slice(at + 1, to).every(({ morph }) => morph.case === 'Gen')

const PHRASE_LIMIT = 9
const OFFICE = senseBit('office') | senseBit('party') | senseBit('troops') | senseBit('actor')

const GOVERNS: Readonly<Record<string, readonly Case[]>> = {
  с: ['Ins', 'Gen'],
  со: ['Ins', 'Gen'],
  между: ['Ins'],
  к: ['Dat'],
  ко: ['Dat'],
  по: ['Dat'],
  в: ['Loc', 'Acc'],
  во: ['Loc', 'Acc'],
  на: ['Loc', 'Acc'],
  о: ['Loc'],
  об: ['Loc'],
  при: ['Loc'],
  от: ['Gen'],
  у: ['Gen'],
  без: ['Gen'],
  для: ['Gen'],
  из: ['Gen'],
  против: ['Gen'],
  после: ['Gen'],
  до: ['Gen'],
  над: ['Ins'],
  под: ['Ins', 'Acc'],
  перед: ['Ins'],
  за: ['Ins', 'Acc'],
  через: ['Acc'],
  про: ['Acc'],
}

const casesByReadings = new WeakMap<Word['readings'], readonly Case[]>()

/** Cases that a word may have; its readings are shared by all its places. */
const casesOf = ({ readings }: Word): readonly Case[] => {
  let cases = casesByReadings.get(readings)
  if (!cases) {
    cases = readings.flatMap(({ morph }) => morph.case ?? [])
    casesByReadings.set(readings, cases)
  }
  return cases
}

// The case that all words of a name share, the preposition's demand counted; the tagger's choice wins when it is among them.
const caseOf = (words: readonly Word[], mention: Mention, preposition: string): Case | null => {
  let shared: readonly Case[] | null = null
  for (let i = mention.from; i < mention.to; i++) {
    const word = words[i]!
    const own = casesOf(word)
    if (own.length === 0 || !word.known) continue
    const kept: readonly Case[] = shared === null ? own : shared.filter((kase) => own.includes(kase))
    if (kept.length > 0) shared = kept
  }
  const demand = GOVERNS[preposition]
  if (demand) {
    const kept: readonly Case[] = shared === null ? demand : demand.filter((kase) => shared!.includes(kase))
    shared = kept.length > 0 ? kept : demand
  }
  const chosen = words[mention.head]?.morph.case ?? null
  if (shared === null || shared.length === 0) return chosen
  return chosen !== null && shared.includes(chosen) ? chosen : shared[0]!
}

const isNominal = ({ morph: { pos, verbForm } }: Word): boolean =>
  pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'DET' || pos === 'NUM' || verbForm === 'Part'

const isEventNoun = (word: Word): boolean =>
  word.morph.pos === 'NOUN' && rulesOf(word.lemma).length > 0 && (sensesOf(word.lemma) & OFFICE) === 0

// Walks left over the name's office and adjectives ("с президентом России | Владимиром Путиным"): words of its own case,
// and genitives between them; an event noun ("визит президента …") is what the phrase depends on and stays outside.
const phraseStart = (words: readonly Word[], from: number, kase: Case | null): number => {
  let best = from
  for (let i = from - 1; i >= 0 && from - i < PHRASE_LIMIT; i--) {
    const word = words[i]!
    if (!isNominal(word) || isEventNoun(word)) break
    const cases = casesOf(word)
    if (kase === null || cases.includes(kase)) best = i
    else if (!cases.includes('Gen')) break
  }
  return best
}

const JOINS = new Set(['и', ',', 'или', 'также', 'а'])

// "с Путиным и Ким Чен Ыном", "президентом Путиным, министром …": the later of two of one case leans on the earlier.
const joinedTo = (words: readonly Word[], parties: readonly Party[], phrase: number, kase: Case | null): number => {
  if (kase === null || !JOINS.has(words[phrase - 1]?.norm ?? '')) return -1
  for (let i = parties.length - 1; i >= 0 && i >= parties.length - 4; i--) {
    const other = parties[i]!
    if (other.mention.to > phrase || other.mention.by === 'adjective') continue
    if (phrase - other.mention.to > 4) return -1
    return other.case === kase && words[phrase - 1]!.norm !== ','
      ? i
      : other.case === kase && phrase - other.mention.to <= 1
        ? i
        : -1
  }
  return -1
}

/** Parties of a sentence, in text order, each with case, phrase and preposition. */
export const partiesOf = (
  words: readonly Word[],
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
): readonly Party[] => {
  const parties: Party[] = []
  for (const mention of mentions) {
    const direct = words[mention.from - 1]
    const near = direct?.morph.pos === 'ADP' ? direct.norm : ''
    const first = caseOf(words, mention, near)
    const phrase = mention.by === 'adjective' ? mention.from : phraseStart(words, mention.from, first)
    const before = words[phrase - 1]
    const own = near !== '' ? near : before?.morph.pos === 'ADP' ? before.norm : ''
    const kase = own === near ? first : caseOf(words, mention, own)
    const joined = own === '' ? joinedTo(words, parties, phrase, kase) : -1
    const preposition = joined >= 0 ? parties[joined]!.preposition : own
    parties.push({
      mention,
      entity: entities.get(mention.identity) ?? null,
      phrase,
      preposition,
      case: kase,
      joinedTo: joined >= 0 && parties[joined]!.joinedTo >= 0 ? parties[joined]!.joinedTo : joined,
    })
  }
  return parties
}

const WITH = new Set(['с', 'со', 'между'])

/** Whether a word stands behind "с" or "между", its adjectives and office between them. */
export const isWith = (words: readonly Word[], at: number): boolean =>
  WITH.has(words[phraseStart(words, at, words[at]!.morph.case ?? null) - 1]?.norm ?? '')

import { WordSet } from '../../core/index.ts'
import type { Word } from '../../language/index.ts'
import type { Cue } from './cues.ts'
import { byItsNoun, documentItself } from './named-again.ts'
import { phraseEnd } from './phrase.ts'
import { DOCUMENT_NOUNS, SELF_SPEAKING } from './russian/nouns.ts'
import { MEDIA_NOUNS, NETWORKS, SOURCE_NOUNS } from './russian/speakers.ts'
import { canSpeak, type Entities, type Party, partyAt, partyInside, partyOfMention } from './speaker.ts'
import { titleAt } from './titles.ts'
import { isNoun, type Unit } from './unit.ts'

/** First noun or name among the tokens [from, from + 5), whatever stands before it; -1 when a verb or mark comes first. */
const nextNoun = (unit: Unit, from: number): number => {
  for (let i = from; i < Math.min(unit.words.length, from + 6); i++) {
    if (unit.mentions[i]) return unit.mentions[i]!.head
    if (isNoun(unit.words[i]!)) return i
    if (unit.segment[i] === -1 && !unit.quotes[i]) return -1
  }
  return -1
}

/** "на утекшие в Сеть ‹документы›": papers behind what is told of them; undefined where something else is named. */
const papersAfter = (unit: Unit, from: number): number | undefined => {
  if (unit.words[from]?.morph.verbForm !== 'Part') return undefined
  for (let i = from; i < Math.min(unit.words.length, from + 6); i++) if (unit.words[i]!.lemma === 'документ') return i
  return undefined
}

const WITH = new Set(['со', 'с'])
const REFERRING = new WordSet(['ссылаясь', 'сославшись'])
const IN = new Set(['в', 'во', 'на', 'из'])

/**
 * Whom a sentence names as its source: "со ссылкой на X", "ссылаясь на X", "цитата по X", "(цитирует X)". The tokens
 * [from, to) are searched.
 */
export const referredSource = (unit: Unit, from: number, to: number, entities: Entities): Party | null => {
  for (let i = from; i < to - 1; i++) {
    const word = unit.words[i]!
    const refers = (word.lemma === 'ссылка' && WITH.has(unit.words[i - 1]?.norm ?? '')) || REFERRING.has(word.norm)
    if (!refers || unit.quotes[i]) continue
    let k = i + 1
    while (k < to && unit.words[k]!.norm !== 'на' && k < i + 4) k++
    if (unit.words[k]?.norm !== 'на') continue
    const title = titleAt(unit, k + 1, false)
    if (title) return title
    const head = papersAfter(unit, k + 1) ?? nextNoun(unit, k + 1)
    if (head < 0) return null
    // "Со ссылкой на утекшие документы ‹спецслужб›": papers whose owner did not give them out.
    const end = unit.words[head]!.lemma === 'документ' && !unit.mentions[head] ? phraseEnd(unit, head) : 0
    return end > head + 1 ? byItsNoun(unit, head, end) : partyAt(unit, head, entities)
  }
  return null
}

/** "(цитата по «…»)", "(цитирует …)", "(перевод …)": the outlet that brought the words. */
export const quotedThrough = (unit: Unit, from: number, to: number, entities: Entities): Party | null => {
  for (let i = from; i < to; i++) {
    if (!unit.bracketed[i] || !/^(?:цитата|цитаты|цитирует|цитируют|приводит|передает|цит)$/.test(unit.words[i]!.norm))
      continue
    const title = titleAt(unit, unit.words[i + 1]?.norm === 'по' ? i + 2 : i + 1, false)
    if (title) return title
    const head = nextNoun(unit, i + 1)
    const at = head < 0 ? null : unit.mentions[head]
    const party = at ? partyOfMention(at, entities) : head >= 0 ? partyAt(unit, head, entities) : null
    if (party) return party
  }
  return null
}

/** Whose document or page it is that something is said in. */
export interface DocumentSource {
  readonly party: Party | null
  /** The document is named without an owner, so that the one spoken of before is meant. */
  readonly anaphoric: boolean
  /** Where it is called "документ" and nothing else. */
  readonly bare?: number
}

/** The owner of a document noun at `at`: the genitive after it ("в заявлении ‹МИД›"), a site ("на сайте ‹Кремля›"). */
export const ownerOf = (unit: Unit, at: number, entities: Entities): Party | null => {
  const { segment } = unit
  for (let i = at + 1; i < Math.min(unit.words.length, at + 12); i++) {
    if (unit.bracketed[i]) continue
    if (segment[i] !== segment[at]) return null
    const mention = unit.mentions[i]
    const word = unit.words[i]!
    if (mention && mention.mention.type !== 'document' && mention.mention.type !== 'event') {
      const { morph } = unit.words[mention.head]!
      if (morph.case === 'Ins' || morph.case === 'Acc' || morph.case === 'Dat') return null
      return partyOfMention(mention, entities)
    }
    if (isNoun(word) && DOCUMENT_NOUNS.has(word.lemma)) continue
    if (isNoun(word) && canSpeak(unit, i) && (word.morph.case === 'Gen' || word.morph.case === undefined))
      return partyAt(unit, i, entities)
    if (isNoun(word) && word.morph.case === 'Gen') continue
    if (/^(?:NOUN|PROPN|VERB)$/.test(word.morph.pos) && word.morph.case !== 'Gen' && word.morph.verbForm !== 'Part')
      return null
    if (word.morph.pos === 'ADP' && !/^(?:на|в|во|по|о|об)$/.test(word.norm)) return null
  }
  return null
}

/** "говорится в заявлении МИД", "на сайте Кремля сообщается", "следует из данных X", "в картотеке суда указано". */
export const documentSource = (unit: Unit, cue: Cue, entities: Entities): DocumentSource | null => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  const from = Math.max(segment.from, cue.at - 14)
  const to = Math.min(segment.to, cue.at + 14)
  for (let i = from; i < to; i++) {
    const word = unit.words[i]!
    if (unit.quotes[i] || unit.bracketed[i] || !IN.has(word.norm)) continue
    const page = unit.words[i + 1]
    // "Говорится в Twitter ведомства": whose page it is there speaks, never the network.
    if (page && NETWORKS.test(page.norm)) return { party: ownerOf(unit, i + 1, entities), anaphoric: true }
    const inside = partyInside(unit, i, entities)
    if (inside && !inside.medium) return { party: inside, anaphoric: false }
    const own = unit.mentions[i + 1]
    for (let k = i + 1; k < Math.min(to, i + 5); k++) {
      const noun = unit.words[k]!
      if (unit.mentions[k] || !isNoun(noun)) continue
      if (!DOCUMENT_NOUNS.has(noun.lemma)) break
      // "на ‹его› сайте"
      const owner =
        own?.mention.by === 'pronoun'
          ? (insertedAfter(unit, segment.from, entities) ?? partyOfMention(own, entities))
          : ownerOf(unit, k, entities)
      if (owner) return { party: owner, anaphoric: false }
      if (!SELF_SPEAKING.test(noun.lemma)) return { party: null, anaphoric: true, ...(isBare(noun) ? { bare: k } : {}) }
      return { party: documentItself(unit, k), anaphoric: true }
    }
  }
  return null
}

/** "‹Орлов›, как сообщается на его сайте, обсудил …": the person behind whose name an insertion stands. */
const insertedAfter = (unit: Unit, from: number, entities: Entities): Party | null => {
  const at = unit.mentions[from - 2]
  if (unit.words[from]!.norm !== 'как' || unit.words[from - 1]?.text !== ',') return null
  return at?.mention.type === 'person' && at.to === from - 1 ? partyOfMention(at, entities) : null
}

const isBare = ({ lemma }: Word): boolean => lemma === 'документ'

const NEWEST = /^(?:последн|предварительн|имеющ|свеж|обновленн|официальн)\p{L}+$/u

/** The speaker of "по словам X", "по его данным", "согласно докладу X", with the end of the phrase. */
export const accordingParty = (
  unit: Unit,
  cue: Cue,
  entities: Entities,
): { party: Party | null; to: number; anaphoric: boolean; pronoun?: string; bare?: number; unowned?: true } => {
  for (let i = cue.from + 1; i < cue.at; i++)
    if (
      /^(?:его|ее|её|их|этим|последним|предварительным)$/u.test(unit.words[i]!.norm) ||
      unit.words[i]!.morph.pos === 'DET'
    ) {
      const mention = unit.mentions[i]
      const party = mention ? partyOfMention(mention, entities) : null
      const possessive = /^(?:его|ее|её|их)$/u.test(unit.words[i]!.norm)
      if (party) return { party, to: cue.to, anaphoric: false }
      if (possessive) return { party: null, to: cue.to, anaphoric: true, pronoun: unit.words[i]!.norm }
    }
  const adjective = adjectiveOwner(unit, cue, entities)
  if (adjective) return { party: adjective, to: cue.to, anaphoric: false }
  const start = cue.to
  const title = titleAt(unit, start, false)
  if (title) return { party: title, to: title.to, anaphoric: false }
  const head = firstOwner(unit, start, cue.lemma === 'согласно')
  if (head < 0) return { party: null, to: cue.to, anaphoric: false }
  const noun = unit.words[head]!
  if (!unit.mentions[head] && DOCUMENT_NOUNS.has(noun.lemma)) {
    if (SELF_SPEAKING.test(noun.lemma)) return { party: null, to: cue.to, anaphoric: false }
    const owner = ownerOf(unit, head, entities)
    if (owner) return { party: owner, to: Math.max(owner.to, head + 1), anaphoric: false }
    if (/^(?:соц)?опрос$/u.test(noun.lemma))
      return { party: byItsNoun(unit, head, head + 1), to: head + 1, anaphoric: false }
    // "Согласно последним данным": nobody's.
    const unowned = head > start && noun.lemma === 'данные' && NEWEST.test(unit.words[head - 1]!.norm)
    return {
      party: null,
      to: head + 1,
      anaphoric: !unowned,
      ...(isBare(noun) ? { bare: head } : {}),
      ...(unowned ? { unowned } : {}),
    }
  }
  const party = partyAt(unit, head, entities)
  return { party, to: party ? Math.max(party.to, head + 1) : cue.to, anaphoric: false }
}

/** "по американским данным", "по мнению западных экспертов" is left to the noun; only a mention by adjective speaks. */
const adjectiveOwner = (unit: Unit, cue: Cue, entities: Entities): Party | null => {
  for (let i = cue.from + 1; i < cue.at; i++) {
    const mention = unit.mentions[i]
    if (mention) return partyOfMention(mention, entities)
  }
  return null
}

/** The first noun that may be an owner right after the cue noun, in the same segment. */
const firstOwner = (unit: Unit, from: number, anyCase: boolean): number => {
  const segment = unit.segment[from - 1]
  for (let i = from; i < Math.min(unit.words.length, from + 6); i++) {
    if (unit.segment[i] !== segment) return -1
    const mention = unit.mentions[i]
    const head = mention ? mention.head : i
    const word = unit.words[head]!
    if (mention || isNoun(word)) {
      const fits =
        anyCase ||
        // A name that is not declined may be read as a nominative.
        (i === from && mention?.mention.type === 'person') ||
        word.morph.case === 'Gen' ||
        word.morph.case === undefined ||
        word.readings.some((one) => one.morph.case === 'Gen')
      return fits ? head : -1
    }
    if (/^(?:VERB|ADP|PRON)$/.test(word.morph.pos) && word.morph.verbForm !== 'Part') return -1
  }
  return -1
}

/** "цитирует телеканал представителя армии": who is quoted, and the outlet that quotes him. */
export const quotedParty = (
  unit: Unit,
  cue: Cue,
  entities: Entities,
): { party: Party; medium: Party | null } | null => {
  let medium: Party | null = null
  const last = Math.min(unit.words.length, cue.to + 12)
  for (let i = cue.to; i < last; i++) {
    if (unit.segment[i] !== unit.segment[cue.at]) break
    const at = unit.mentions[i]
    if (at && at.mention.type === 'media') {
      medium = partyOfMention(at, entities)
      i = at.to - 1
      continue
    }
    if (!at && MEDIA_NOUNS.has(unit.words[i]!.lemma)) {
      const { start, end, lemma } = unit.words[i]!
      medium ??= { speaker: { name: lemma, start, end }, medium: true, from: i, to: i + 1, head: i, anaphor: lemma }
      continue
    }
    if (!at && !(isNoun(unit.words[i]!) && canSpeak(unit, i))) continue
    const party = partyAt(unit, at ? at.head : i, entities)
    return party && !party.medium ? { party, medium } : null
  }
  return null
}

/** The outlet whose unnamed source speaks: "собеседники газеты", "источник ТАСС". */
export const sourceOutlets = (unit: Unit, party: Party | null, entities: Entities): readonly Party[] => {
  if (!party || party.anaphor === 'он' || !SOURCE_NOUNS.has(unit.words[party.head]?.lemma ?? '')) return []
  for (let i = party.head + 1; i < Math.min(party.to, party.head + 5); i++) {
    const at = unit.mentions[i]
    if (at?.mention.type === 'media') return [partyOfMention(at, entities)!]
    const { lemma, start, end } = unit.words[i]!
    const named = MEDIA_NOUNS.has(lemma) ? partyAt(unit, i, entities) : null
    if (named?.medium && !named.anaphor && !named.speaker.name.startsWith(lemma)) return [named]
    if (MEDIA_NOUNS.has(lemma))
      return [{ speaker: { name: lemma, start, end }, medium: true, from: i, to: i + 1, head: i, anaphor: lemma }]
  }
  return []
}

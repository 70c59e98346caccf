import type { Cue } from './cues.ts'
import { afterPreposition, isTimeNoun, phraseStart } from './phrase.ts'
import { MEDIA_NOUNS } from './russian/speakers.ts'
import { canSpeak, type Entities, type Party, partyAt } from './speaker.ts'
import { isAbbreviation, isNoun, type Unit } from './unit.ts'

export interface Found {
  readonly party: Party
  /** 2: read as nominative; 1: may be nominative by another reading; 0: a name without cases. */
  readonly rank: number
}

export const rankOf = (unit: Unit, head: number): number => {
  const word = unit.words[head]!
  if (word.morph.case === 'Nom') return 2
  // Abbreviations stand still, whatever case a reader of words took theirs for.
  if (word.morph.case === undefined || isAbbreviation(word.text)) return 0
  return word.readings.some((one) => one.morph.case === 'Nom') ? 1 : -1
}

/** Parties among the tokens [from, to) that may be a subject: not in prepositional phrases, not in an oblique case. */
export const partiesBetween = (unit: Unit, from: number, to: number, entities: Entities): Found[] => {
  const found: Found[] = []
  for (let i = from; i < to; ) {
    const at = unit.mentions[i]
    const word = unit.words[i]!
    const head = at && at.from >= i ? at.head : i
    let next = at && at.to > i ? at.to : i + 1
    const closed = (unit.quotes[i] || unit.bracketed[i]) && !at
    if (!closed && (at || (isNoun(word) && canSpeak(unit, i)))) {
      const rank = rankOf(unit, head)
      // What follows a noun and need not be nominative belongs to that noun: "решение ‹правительства›".
      const still = rank === 0 && word.morph.case === undefined
      const free = rank === 2 || still || i === from || !followsNoun(unit, i, from)
      const named = at && unit.quotes[at.head] ? ownedByNoun(unit, at.head) : false
      const party =
        rank >= 0 && free && !named && !afterPreposition(unit, i) ? partyAt(unit, head, entities, rank > 0) : null
      if (party) {
        found.push({ party, rank })
        next = Math.max(next, party.to)
      }
    }
    i = next
  }
  return found
}

/**
 * Whether a noun stands right before a word or before its adjectives ("служба ‹краевого управления›"); a year or a month
 * has no persons ("в августе 2023 года ‹Лира› сообщил").
 */
const followsNoun = (unit: Unit, i: number, from: number): boolean => {
  if (unit.mentions[i]?.mention.type === 'person' && isTimeNoun(unit.words[i - 1])) return false
  const before = phraseStart(unit, i) - 1
  return isNoun(unit.words[i - 1]!) || (before >= from && isNoun(unit.words[before]!))
}

/** Whether a quoted name belongs to a noun in an oblique case before it ("говорил газете ‹«Сагат»›"). */
const ownedByNoun = (unit: Unit, head: number): boolean => {
  const quote = unit.quotes[head]
  let i = head
  while (i > 0 && unit.quotes[i - 1] === quote) i--
  const noun = unit.words[i - 1]
  return noun !== undefined && isNoun(noun) && MEDIA_NOUNS.has(noun.lemma) && noun.morph.case !== 'Nom'
}

export const agrees = (unit: Unit, cue: Cue, party: Party): boolean => {
  const verb = unit.words[cue.at]!.morph
  const noun = unit.words[party.head]!
  if (verb.number === undefined || noun.morph.number === undefined) return true
  // "Об этом РБК сообщили в мэрии": whoever was told has no part in the verb.
  if (verb.number === 'Sing' && isAbbreviation(noun.text)) return true
  if (verb.number === noun.morph.number && noun.morph.case === 'Nom') return true
  if (
    noun.readings.some(
      ({ morph }) => morph.case === 'Nom' && (morph.number === undefined || morph.number === verb.number),
    )
  )
    return true
  // Joint subjects, "ряд экспертов", names whose number the dictionary does not tell.
  return verb.number === 'Plur' && joined(unit, party)
}

const joined = (unit: Unit, party: Party): boolean =>
  unit.words[party.to]?.norm === 'и' ||
  unit.words[party.from - 1]?.norm === 'и' ||
  unit.words[party.from - 1]?.text === ','

/** Adds the parties that stand beside it: "Россия и Китай", "США, Франция и Британия". */
export const withPartners = (unit: Unit, cue: Cue, first: Party, entities: Entities): Party => {
  if (unit.words[cue.at]!.morph.number !== 'Plur') return first
  let name = first.speaker.name
  let { from, to } = first
  for (let n = 0; n < 8; n++) {
    const link = unit.words[to]
    if (!link || !(link.norm === 'и' || link.text === ',')) break
    const next = partiesBetween(unit, to + 1, Math.min(unit.words.length, to + 4), entities)[0]?.party
    if (
      !next ||
      next.from > to + 3 ||
      unit.words.slice(to + 1, next.from).some((word) => !/ADJ|DET|NUM/.test(word.morph.pos))
    )
      break
    if (
      link.text === ',' &&
      next.to < cue.at &&
      !/^(?:и|,)$/.test(unit.words[next.to]?.norm ?? '') &&
      next.to !== cue.at
    )
      break
    name += link.text === ',' ? `, ${next.speaker.name}` : ` и ${next.speaker.name}`
    to = next.to
  }
  for (let n = 0; n < 8; n++) {
    const link = unit.words[from - 1]
    if (!link || !(link.norm === 'и' || link.text === ',')) break
    // "И Осло, и Берлин".
    const both = link.norm === 'и' && unit.words[from - 2]?.text === ','
    const mark = both ? from - 2 : from - 1
    // "«Страна» и …": the marks about a name are not in it.
    const end = unit.words[mark - 1]?.text === '»' ? mark - 1 : mark
    const before = partiesBetween(unit, Math.max(0, end - 11), end, entities).at(-1)?.party
    if (!before || before.to !== end || (both && unit.words[before.from - 1]?.norm !== 'и')) break
    name = link.text === ',' ? `${before.speaker.name}, ${name}` : `${before.speaker.name} и ${name}`
    from = before.from
  }
  if (name === first.speaker.name) return first
  const { start: _s, end: _e, identity: _i, ...rest } = first.speaker
  return {
    ...first,
    speaker: { ...rest, name, start: unit.words[from]!.start, end: unit.words[to - 1]!.end },
    from,
    to,
  }
}

/** The first that agrees and is read as nominative; else the first that may be. */
export const bestOf = (unit: Unit, cue: Cue, found: readonly Found[]): Found | undefined => {
  const fitting = found.filter((one) => agrees(unit, cue, one.party))
  return fitting.find((one) => one.rank === 2) ?? fitting.find((one) => one.rank === 1) ?? fitting[0]
}

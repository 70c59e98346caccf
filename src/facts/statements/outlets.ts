import { WordSet } from '../../core/index.ts'
import type { Cue } from './cues.ts'
import { afterPreposition } from './phrase.ts'
import { nominativePhrase } from './russian/nominative.ts'
import { type Entities, type Party, partyAt } from './speaker.ts'
import { isNoun, type Unit } from './unit.ts'

const TALKS = new Set(['интервью', 'эфир', 'комментарий', 'беседа', 'разговор', 'статья', 'колонка'])

/** First token of "в интервью …", "в эфире …", "… газете" before the cue in its segment; the cue itself when there is none. */
export const spokenFor = (unit: Unit, cue: Cue): number => {
  const { from } = unit.segments[unit.segment[cue.at]!]!
  for (let i = cue.from - 1; i >= Math.max(from, cue.from - 16); i--)
    if (TALKS.has(unit.words[i]!.lemma) && afterPreposition(unit, i)) return i
  return cue.from
}

const LONGEST_NAME = 4

// Without a preposition a locative is a dative that looks like one.
const ADDRESSED = new Set(['Dat', 'Loc'])

/** "сообщил ‹«Северной газете»›": a short quotation in the dative right after a verb of speech names an outlet. */
const addressedOutlet = (unit: Unit, from: number): Party | null => {
  const quote = unit.quotes[from]
  if (!quote) return null
  let to = from
  while (unit.quotes[to] === quote) to++
  const inner = unit.words.slice(from + 1, to - 1)
  const head = inner.findIndex((word) => isNoun(word))
  if (inner.length > LONGEST_NAME || head < 0 || !ADDRESSED.has(inner[head]!.morph.case ?? '')) return null
  const name = nominativePhrase(inner, head, false)
  if (!name || !/^\p{Lu}/u.test(inner[0]!.text)) return null
  const speaker = { name: name[0]!.toUpperCase() + name.slice(1), start: quote.innerStart, end: quote.innerEnd }
  return { speaker, medium: true, from, to, head: from + 1 + head }
}

// Whose name a reader may know though the text calls it by its noun alone: "сказал изданию", "в беседе с агентством".
const OUTLET_NOUNS = new WordSet(
  'агентство информагентство газета издание телеканал канал журнал портал радиостанция телекомпания еженедельник таблоид телеграм-канал telegram-канал'.split(
    ' ',
  ),
)

/** "сообщил ‹изданию›", "в беседе с ‹агентством›": an outlet by its noun alone, the one named before. */
const bareOutlet = (unit: Unit, i: number): Party | null => {
  const { lemma, morph, start, end } = unit.words[i]!
  if (!OUTLET_NOUNS.has(lemma) || morph.number === 'Plur') return null
  if (unit.mentions[i + 1] || /^[\p{Lu}\d]/u.test(unit.words[i + 1]?.text ?? '')) return null
  const told = morph.case === 'Dat' && !isGovernedBy(unit, i, /^(?:к|ко|по)$/u)
  const talked =
    morph.case === 'Ins' && isGovernedBy(unit, i, /^(?:с|со)$/u) && TALKS.has(unit.words[i - 2]?.lemma ?? '')
  if (!told && !talked) return null
  return { speaker: { name: lemma, start, end }, medium: true, from: i, to: i + 1, head: i, anaphor: lemma }
}

const isGovernedBy = (unit: Unit, i: number, preposition: RegExp): boolean =>
  preposition.test(unit.words[i - 1]?.norm ?? '')

/** "в мэрии ‹изданию› сообщили": the noun of an outlet right before a cue. */
export const outletBefore = (unit: Unit, cue: Cue): readonly Party[] => {
  const i = cue.from - 1
  const bare = i > 0 && !unit.mentions[i] && !unit.quotes[i] ? bareOutlet(unit, i) : null
  return bare ? [bare] : []
}

/** Outlets that an oblique phrase of the cue's clause names: "в интервью «…»", "агентству …", "газете …". */
export const viaInClause = (unit: Unit, from: number, to: number, entities: Entities): Party[] => {
  const found: Party[] = []
  for (let i = from; i < to; i++) {
    const at = unit.mentions[i]
    if (at && at.from === i && at.mention.type === 'media' && !at.mention.by) {
      const party = partyAt(unit, at.head, entities)
      if (party && !found.some((one) => one.speaker.name === party.speaker.name)) found.push(party)
      continue
    }
    const told = i === from ? addressedOutlet(unit, i) : null
    if (told) found.push(told)
    const bare = at || unit.quotes[i] || unit.quotes[i + 1] ? null : bareOutlet(unit, i)
    if (bare) {
      found.push(bare)
      continue
    }
    if (at || !unit.quotes[i + 1] || !isNoun(unit.words[i]!) || unit.words[i]!.morph.case === 'Nom') continue
    const party = partyAt(unit, i, entities)
    if (party?.medium) found.push(party)
  }
  return found
}

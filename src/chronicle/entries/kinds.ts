import type { ArticleFacts, EventFact, EventKind } from '../../facts/index.ts'
import { sentenceAround } from '../text/sentences.ts'
import { foldText, stemOf } from '../text/words.ts'
import { sortOf } from './sorts.ts'

/** Words for talking that do not tell whether people met: "обсудили", "поговорил". */
const TALKED = /^(?:обсу|поговор|говор|обща|пообща|бесед|побесед|разговор)/
const VOTED = /^(?:про)?голосов/
/** What a sentence on elections names beside the vote. */
const OF_ELECTIONS =
  /(?:^|[^а-яё])(?:выбор(?:ы|ов|ам|ах|ами)(?![а-яё])|избирател|кандидат|(?:перв|втор)[а-яё]+ тур|участк)/i
/** A vote within so many characters of elections on the same day is theirs. */
const BESIDE = 400

const lemmaOf = ({ trigger }: EventFact): string => stemOf(foldText(trigger.lemma))

const sentenceOf = (text: string, { trigger }: EventFact): string => {
  const { start, end } = sentenceAround(text, trigger)
  return text.slice(start, end)
}

const namesOf = ({ participants }: EventFact): Set<string> => new Set(participants.map(({ name }) => foldText(name)))

const near = (a: EventFact, b: EventFact): boolean =>
  a.date === b.date && Math.abs(a.trigger.start - b.trigger.start) <= BESIDE

/**
 * Events whose page tells that they are of another kind than their own word says: the vote of elections beside which it
 * stands, and the talk of two whom the page tells to have telephoned.
 */
export const otherKinds = ({ events, text }: ArticleFacts): ReadonlyMap<EventFact, EventKind> => {
  const kinds = new Map<EventFact, EventKind>()
  const elections = events.filter(isElection)
  const calls = events.filter(({ kind, participants }) => kind === 'call' && participants.length > 1).map(namesOf)
  if (elections.length + calls.length === 0) return kinds
  for (const fact of events) {
    if (fact.kind === 'decision' && elections.length > 0 && VOTED.test(lemmaOf(fact))) {
      if (OF_ELECTIONS.test(sentenceOf(text, fact)) || elections.some((other) => near(fact, other)))
        kinds.set(fact, 'appointment')
    } else if (fact.kind === 'meeting' && calls.length > 0 && fact.place === null && TALKED.test(lemmaOf(fact))) {
      const names = namesOf(fact)
      const isOf = (call: ReadonlySet<string>): boolean =>
        call.size === names.size && [...call].every((name) => names.has(name))
      if (names.size > 1 && calls.some(isOf)) kinds.set(fact, 'call')
    }
  }
  return kinds
}

const isElection = (fact: EventFact): boolean =>
  fact.kind === 'appointment' && sortOf('appointment', lemmaOf(fact)) === 'elections'

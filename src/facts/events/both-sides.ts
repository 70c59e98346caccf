import { WordSet } from '../../core/index.ts'
import type { EventKind } from '../facts.ts'
import type { Draft } from './event-draft.ts'

const TALKS: ReadonlySet<EventKind> = new Set(['meeting', 'call'])
/** How both sides of talks are called together. */
const TOGETHER = new WordSet([
  'сторона',
  'политик',
  'лидер',
  'президент',
  'министр',
  'дипломат',
  'собеседник',
  'глава',
  'они',
])
/** Words between talks and who holds them. */
const REACH = 10
/** Mentions before it in which both were named. */
const BACK = 6

// "Стороны обсудили", "встреча дипломатов": whoever was named before, both of them.
const speaksOfBoth = ({ candidate: { reading, at, rule } }: Draft): boolean => {
  const { words, partyAt } = reading
  const own = rule.part === 'verb' ? 'nsubj' : 'nmod'
  for (let i = Math.max(0, at - REACH); i < Math.min(words.length, at + REACH); i++) {
    const { head, rel, lemma, morph } = words[i]!
    if (head !== at || rel !== own || morph.number !== 'Plur' || !TOGETHER.has(lemma) || partyAt[i] !== -1) continue
    if (own === 'nmod' && morph.case !== 'Gen') continue
    const isNamed = partyAt[i + 1] !== undefined && partyAt[i + 1] !== -1
    return !isNamed && !words.some((below, k) => below.head === i && partyAt[k] !== -1)
  }
  return false
}

/**
 * From which mention of talks another takes its sides, where it only calls them together: they are those two whom the last talks before
 * it name. Gives for the place of a draft in the list that of the one that names them.
 *
 * @example 'Берг встретилась с Торресом. Стороны обсудили пошлины.': 1 → 0
 */
export const bothSides = (drafts: readonly Draft[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const [at, draft] of drafts.entries()) {
    if (!TALKS.has(draft.candidate.kind) || !speaksOfBoth(draft)) continue
    for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
      const { candidate, participants } = drafts[i]!
      if (TALKS.has(candidate.kind) && participants.length === 2) {
        found.set(at, i)
        break
      }
    }
  }
  return found
}

import type { Sentence, Word } from '../../analysis.ts'
import type { PersonGender } from './person-name.ts'

/** Third-person pronouns and who they can stand for. */

const FORMS: ReadonlyMap<string, PersonGender> = new Map<string, PersonGender>(
  Object.entries({
    он: 'Masc',
    его: 'Masc',
    ему: 'Masc',
    им: 'Masc',
    него: 'Masc',
    нему: 'Masc',
    ним: 'Masc',
    нем: 'Masc',
    она: 'Fem',
    ее: 'Fem',
    ей: 'Fem',
    ею: 'Fem',
    нее: 'Fem',
    ней: 'Fem',
    нею: 'Fem',
  }),
)

/** Gender of a singular third-person pronoun; null for any other word. "им" is plural more often than not. */
export const pronounGender = (word: Word): PersonGender | null => {
  const gender = FORMS.get(word.norm)
  if (!gender) return null
  if ((word.norm === 'им' || word.norm === 'ним') && word.morph.number === 'Plur') return null
  return gender
}

export interface Antecedent<P> {
  readonly person: P
  readonly gender: PersonGender | null
  readonly sentence: number
  readonly at: number
  /** In the nominative: likely the subject. */
  readonly subject: boolean
}

/** How far back an antecedent may stand, in sentences. */
const REACH = 3

/**
 * The person that a pronoun stands for: of the right gender, subjects first, nearest first; in its own sentence only
 * what stands before it. `recent` holds the mentions so far, in text order.
 */
export const antecedentOf = <P>(
  recent: readonly Antecedent<P>[],
  gender: PersonGender,
  sentence: number,
  at: number,
  nominative: boolean,
): P | null => {
  let best: P | null = null
  let bestRank = -Infinity
  for (let i = recent.length - 1; i >= 0 && i >= recent.length - 30; i--) {
    const one = recent[i]!
    if (sentence - one.sentence > REACH) break
    if (one.sentence === sentence && one.at >= at) continue
    if (one.gender !== null && one.gender !== gender) continue
    const back = sentence - one.sentence
    // "он" as a subject goes on from the last sentence's subject rather than from a name in its own sentence's tail.
    const rank =
      -2 * back +
      (one.subject ? (nominative ? 2.5 : 1.2) : 0) +
      (one.gender === gender ? 0.5 : 0) -
      (recent.length - i) * 0.02
    if (rank > bestRank) {
      bestRank = rank
      best = one.person
    }
  }
  return best
}

/** Which words stand inside quotation marks, sentence by sentence, with marks that stay open over sentences. */
export const quotedWords = (sentences: readonly Sentence[]): readonly Uint8Array[] => {
  let depth = 0
  let straight = false
  let since = 0
  return sentences.map(({ words }) => {
    const inside = new Uint8Array(words.length)
    for (let i = 0; i < words.length; i++) {
      const { text } = words[i]!
      if (text.length !== 1) inside[i] = depth > 0 || straight ? 1 : 0
      else if (text === '«' || text === '“' || text === '„') depth++
      else if (text === '»' || text === '”') depth = Math.max(0, depth - 1)
      else if (text === '"') straight = !straight
      else inside[i] = depth > 0 || straight ? 1 : 0
      since = depth > 0 || straight ? since + 1 : 0
      // A mark that is never closed opens no quotation.
      if (since > 400) {
        depth = 0
        straight = false
        since = 0
      }
    }
    return inside
  })
}

import { WordMap } from '../../../core/index.ts'
import type { Sentence, Word } from '../../analysis.ts'
import type { PersonGender } from './person-name.ts'

/** Third-person pronouns and who they can stand for. */

const FORMS: ReadonlyMap<string, PersonGender> = new WordMap<PersonGender>(
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
  /** Inside quotation marks: whom the speaker names, not who speaks. */
  readonly quoted: boolean
  /** In the nominative: likely the subject. */
  readonly subject: boolean
  /** Read as a nominative where it stands. */
  readonly clauseSubject: boolean
}

/** How far back an antecedent may stand, in sentences. */
const REACH = 3

/**
 * The person that a pronoun stands for: of the right gender, subjects first, nearest first; in its own sentence only
 * what stands before it, and never the subject of its own clause (from `clause` on), for which Russian has "себя" and
 * "свой". `recent` holds the mentions so far, in text order.
 *
 * @example 'Приехал Олаф Берг. Министр Нильсен на встрече с ним сказал …': "ним" is Олаф Берг
 */
export const antecedentOf = <P>(
  recent: readonly Antecedent<P>[],
  gender: PersonGender,
  sentence: number,
  at: number,
  nominative: boolean,
  clause: number,
): P | null => {
  let best: P | null = null
  let bestRank = -Infinity
  for (let i = recent.length - 1; i >= 0 && i >= recent.length - 30; i--) {
    const one = recent[i]!
    if (sentence - one.sentence > REACH) break
    if (one.sentence === sentence && one.at >= at) continue
    if (one.gender !== null && one.gender !== gender) continue
    if (!nominative && one.clauseSubject && one.sentence === sentence && one.at >= clause) continue
    const back = sentence - one.sentence
    // "он" as a subject goes on from the last sentence's subject rather than from a name in its own sentence's tail.
    const rank =
      -2 * back +
      (one.subject ? (nominative ? 2.5 : 1.2) : 0) +
      (one.gender === gender ? 0.5 : 0) -
      (one.quoted ? 3 : 0) -
      (recent.length - i) * 0.02
    if (rank > bestRank) {
      bestRank = rank
      best = one.person
    }
  }
  return best
}

// Who says is a person, whatever thing is spoken of beside.
const SAYING = new Set(
  (
    'сказать говорить заявить заявлять отметить отмечать добавить добавлять подчеркнуть подчеркивать уточнить уточнять пояснить пояснять считать ' +
    'объяснить объяснять рассказать рассказывать сообщить сообщать написать писать ответить отвечать напомнить напоминать признать признаться ' +
    'утверждать полагать думать предположить предложить призвать пообещать обещать спросить заверить подтвердить рассчитывать надеяться верить ' +
    'слово мнение оценка версия информация данные утверждение заявление убеждение взгляд'
  ).split(' '),
)

const isSaying = (words: readonly Word[], at: number): boolean => {
  for (let i = Math.max(0, at - 3); i < words.length && i <= at + 3; i++) if (SAYING.has(words[i]!.lemma)) return true
  return false
}

const CLAUSE_END = /^[,;:—–]$/
const REPORTED = new Set(['что', 'чтобы', 'как', 'будто'])
/** How many words of its sentence a pronoun is looked back from. */
const LOOK_BACK = 40

const isThing = ({ morph }: Word, norm: string): boolean => {
  if ((morph.pos !== 'NOUN' && morph.pos !== 'PROPN') || morph.animacy !== 'Inan' || morph.number !== 'Sing')
    return false
  if (morph.case !== 'Nom' && morph.case !== 'Acc') return false
  if (FORMS.get(norm) === 'Fem') return morph.gender === 'Fem'
  return morph.gender === 'Masc' || (morph.gender === 'Neut' && norm !== 'он')
}

const afterPreposition = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= 0 && i > at - 4; i--) {
    const { pos } = words[i]!.morph
    if (pos === 'ADP') return true
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'VERB' || pos === 'PUNCT') return false
  }
  return false
}

/**
 * Whether a pronoun likely stands for a thing: an inanimate subject or object of its gender stands in an earlier clause of
 * its sentence ("Эксперимент начался весной, теперь он …"), and the pronoun's own clause is not about saying something.
 */
export const standsForThing = (words: readonly Word[], at: number): boolean => {
  const { norm } = words[at]!
  let clauses = 0
  for (let i = at - 1; i >= 0 && i >= at - LOOK_BACK; i--) {
    const word = words[i]!
    if (CLAUSE_END.test(word.text)) {
      // What he says of his own acts stands in a clause of its own: "Суд решил, что он …".
      if (REPORTED.has(words[i + 1]!.norm)) return false
      clauses++
    } else if (clauses > 0 && isThing(word, norm) && !afterPreposition(words, i)) return !isSaying(words, at)
  }
  return false
}

const CLAUSE_OPENERS = /^[,;:—–(«"]$/

/** Index of the first word of a pronoun's clause: after the last mark or conjunction before it. */
export const clauseOfPronoun = (words: readonly Word[], at: number): number => {
  for (let i = at - 1; i >= 0 && i >= at - LOOK_BACK; i--) {
    const { text, morph } = words[i]!
    if (CLAUSE_OPENERS.test(text) || morph.pos === 'CCONJ' || morph.pos === 'SCONJ') return i + 1
  }
  return Math.max(0, at - LOOK_BACK)
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

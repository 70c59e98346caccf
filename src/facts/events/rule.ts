import type { EventKind } from '../facts.ts'

/** Classes of words that a trigger may need near it to mean what its rule says; the words are in `russian/senses.ts`. */
export type Sense =
  | 'actor'
  | 'office'
  | 'treaty'
  | 'law'
  | 'troops'
  | 'weapon'
  | 'goods'
  | 'money'
  | 'measure'
  | 'captive'
  | 'territory'
  | 'relations'
  | 'membership'
  | 'phone'
  | 'military'
  | 'place'
  | 'party'
  | 'prison'
  | 'contact'
  | 'traffic'
  | 'power'
  | 'support'
  | 'readiness'
  | 'asylum'
  | 'criminal'
  | 'residence'
  | 'letter'
  | 'state'
  | 'regime'
  | 'fire'

/**
 * One family of words that name an event of one kind. `lemmas` are dictionary forms between spaces. `needs` says what
 * must stand in the trigger's clause: senses joined by `|` (any of them) and `&` (all of these groups). `unless` are
 * senses that speak against it. `prior` says how often such a word, its needs met, is an event at all: sure, usual, weak.
 */
export interface TriggerRule {
  readonly name: string
  readonly kind: EventKind
  readonly part: 'verb' | 'noun'
  readonly lemmas: string
  readonly needs?: string
  readonly unless?: string
  readonly prior?: 'sure' | 'usual' | 'weak'
}

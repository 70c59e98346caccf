import type { Word } from '../../language/index.ts'

// Relations that only hold a name, an office or a series together: they say nothing of the part that is played.
const TRANSPARENT = new Set(['appos', 'flat', 'flat:name', 'flat:foreign', 'conj', 'list', 'parataxis:name'])
const DEPTH = 6

/** A word on the way from another one to the root of its sentence. */
export interface Step {
  readonly at: number
  /** Relation by which it hangs on the next. */
  readonly rel: string
}

/** A word and those that it hangs on, one after another; so many of them at most. */
export const ancestors = (words: readonly Word[], from: number, most: number): readonly Step[] => {
  const steps: Step[] = []
  let at = from
  while (steps.length < most) {
    const { head, rel } = words[at]!
    steps.push({ at, rel })
    if (head < 0 || head >= words.length || head === at) break
    at = head
  }
  return steps
}

/** A step with the relations that led up to it. */
interface Climbed {
  readonly at: number
  readonly label: string
}

const labelled = (steps: readonly Step[]): readonly Climbed[] => {
  let label = ''
  return steps.map(({ at, rel }) => {
    const step: Climbed = { at, label }
    if (!TRANSPARENT.has(rel)) label = label === '' ? rel : `${label}>${rel}`
    return step
  })
}

/** What was climbed in the sentence read last: each of its parties is asked about from each of its triggers. */
let climbedIn: readonly Word[] | null = null
let climbed: (readonly Climbed[] | undefined)[] = []

const climb = (words: readonly Word[], from: number): readonly Climbed[] => {
  if (climbedIn !== words) {
    climbedIn = words
    climbed = []
  }
  climbed[from] ??= labelled(ancestors(words, from, DEPTH + 1))
  return climbed[from]
}

/**
 * The path between two words in the tree of a sentence: relations from the first one up to where the paths meet, a bar,
 * and relations from the second one up. "-" when the tree does not join them within a few steps.
 *
 * @example 'Путин ввел санкции': from "Путин" to "санкции" // 'nsubj|obj'
 */
export const pathBetween = (words: readonly Word[], from: number, to: number): string => {
  const down = climb(words, to)
  for (const step of climb(words, from)) {
    const meeting = down.find(({ at }) => at === step.at)
    if (meeting) return `${step.label}|${meeting.label}`
  }
  return '-'
}

/** The word that governs another, with the relation; null for a root or where there is no tree. */
export const governor = (words: readonly Word[], at: number): { readonly at: number; readonly rel: string } | null => {
  let { head, rel } = words[at]!
  for (let i = 0; i < DEPTH && head >= 0 && head < words.length && TRANSPARENT.has(rel); i++) {
    const next = words[head]!
    rel = next.rel
    head = next.head
  }
  return head >= 0 && head < words.length && head !== at ? { at: head, rel } : null
}

/** The preposition that hangs on a word; empty without one. */
export const prepositionOn = (words: readonly Word[], at: number): string => {
  for (let i = at - 1; i >= 0 && at - i <= DEPTH; i--)
    if (words[i]!.head === at && words[i]!.rel === 'case') return words[i]!.norm
  return ''
}

/** How many steps two ways to the root go before they meet; null where they do not. */
export const meetingOf = (mine: readonly Step[], theirs: readonly Step[]): readonly [number, number] | null => {
  for (const [i, step] of mine.entries()) {
    const j = theirs.findIndex(({ at }) => at === step.at)
    if (j >= 0) return [i, j]
  }
  return null
}

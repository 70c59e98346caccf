import { WordMap, WordSet } from '../../core/index.ts'
import type { Sense, TriggerRule } from './rule.ts'
import { SENSE_WORDS } from './russian/senses.ts'
import { CONTACT_TRIGGERS } from './russian/triggers-contact.ts'
import { FORCE_TRIGGERS } from './russian/triggers-force.ts'
import { LEARNED_TRIGGERS } from './russian/triggers-learned.ts'
import { STATE_TRIGGERS } from './russian/triggers-state.ts'

/** A trigger rule made ready: `needs` is a list of groups, one sense of each must stand near; `unless` are bits against it. */
export interface PreparedRule {
  readonly rule: TriggerRule
  readonly needs: readonly number[]
  readonly unless: number
}

/** Splits a table's words. @example listed(' визит\n поездка ') // ['визит', 'поездка'] */
export const listed = (table: string): readonly string[] => table.split(/\s+/).filter((word) => word !== '')

/** The words of a table as a set. @example wordSet('визит поездка').has('визит') // true */
export const wordSet = (table: string): ReadonlySet<string> => new WordSet(listed(table))

const SENSES = Object.keys(SENSE_WORDS) as Sense[]
const bitOf = new Map<string, number>(SENSES.map((sense, index) => [sense, 2 ** index]))

/** The bit of a sense in the masks that `sensesOf` gives. */
export const senseBit = (sense: Sense): number => bitOf.get(sense) ?? 0

const sensesByLemma = new Map<string, number>()
for (const sense of SENSES)
  for (const lemma of listed(SENSE_WORDS[sense]))
    sensesByLemma.set(lemma, (sensesByLemma.get(lemma) ?? 0) | senseBit(sense))

const senses: ReadonlyMap<string, number> = new WordMap(sensesByLemma)

/** All senses of a dictionary form as a bit mask; a compound word has those of its last part ("вице-премьер", "авиабаза" no). */
export const sensesOf = (lemma: string): number => {
  const own = senses.get(lemma)
  if (own !== undefined) return own
  const dash = lemma.lastIndexOf('-')
  return dash > 0 ? (senses.get(lemma.slice(dash + 1)) ?? 0) : 0
}

const bits = (expression: string | undefined): number =>
  (expression ?? '').split('|').reduce((mask, sense) => mask | senseBit(sense.trim() as Sense), 0)

const prepare = (rule: TriggerRule): PreparedRule => ({
  rule,
  needs: rule.needs ? rule.needs.split('&').map(bits) : [],
  unless: bits(rule.unless),
})

/** Every trigger rule of the language, in the order in which they are tried. */
export const TRIGGER_RULES: readonly PreparedRule[] = [
  ...CONTACT_TRIGGERS,
  ...FORCE_TRIGGERS,
  ...STATE_TRIGGERS,
  ...LEARNED_TRIGGERS,
].map(prepare)

const rulesByLemma = new Map<string, PreparedRule[]>()
for (const prepared of TRIGGER_RULES)
  for (const lemma of new Set(listed(prepared.rule.lemmas))) {
    const rules = rulesByLemma.get(lemma)
    if (rules) rules.push(prepared)
    else rulesByLemma.set(lemma, [prepared])
  }

const rules: ReadonlyMap<string, readonly PreparedRule[]> = new WordMap(rulesByLemma)
const NONE: readonly PreparedRule[] = []

/** Rules that a dictionary form may trigger; a compound noun has those of its last part ("бизнес-форум"). */
export const rulesOf = (lemma: string): readonly PreparedRule[] => {
  const own = rules.get(lemma)
  if (own) return own
  const dash = lemma.lastIndexOf('-')
  return dash > 0 ? (rules.get(lemma.slice(dash + 1)) ?? NONE) : NONE
}

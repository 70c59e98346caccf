import { TRIGGER_RULES } from './events/lexicon.ts'
import { STATEMENT_RULES } from './statements/draft.ts'
import { POINT_RULES } from './times/russian/points.ts'

/** Every rule that a fact's `why` may name, so that those that never speak can be told. */
export const ruleNames = (): readonly string[] => [
  ...POINT_RULES,
  'time.range',
  'time.list',
  'time.days',
  'time.years',
  ...STATEMENT_RULES.map((name) => `statement.${name}`),
  ...new Set(TRIGGER_RULES.map(({ rule }) => rule.name)),
  'figure.count',
  'document.name',
]

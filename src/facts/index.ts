export * from './facts.ts'
export { findFacts } from './find-facts.ts'
export { ruleNames } from './rule-names.ts'

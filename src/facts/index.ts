export * from './facts.ts'
export { findFacts } from './find-facts.ts'

export { buildChronicle } from './build.ts'
export type * from './chronicle.ts'
export { documentsOf } from './dyads/documents.ts'
export { type DyadSort, dyadBetween, findDyads } from './dyads/dyads.ts'

export { buildChronicle } from './build.ts'
export type * from './chronicle.ts'

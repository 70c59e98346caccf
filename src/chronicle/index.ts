export type * from './chronicle.ts'

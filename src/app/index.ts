export type * from './source.ts'
export { type ChronicleReader, readChronicle } from './view/reader.ts'

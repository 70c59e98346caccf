export * from './edtf.ts'
export { contentId } from './id.ts'
export { failure, type Problem, warning } from './problem.ts'
export { contains, overlap, type Span } from './span.ts'

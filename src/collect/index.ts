export { collectPages } from './collect.ts'
export { type CollectOptions, DEFAULT_LIMITS, type Limits } from './limits.ts'
export type { FilePage, Page, PageMeta, RecordPage } from './page.ts'
export { readTextFile } from './text-file.ts'

export type { FilePage, Page, PageMeta, RecordPage } from './page.ts'

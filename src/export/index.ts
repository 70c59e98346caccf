export { CSV_COLUMNS, csvRow, exportCsv } from './csv.ts'
export { factsJson } from './facts.ts'
export { exportJsonl } from './jsonl.ts'
export { disagreementsOf, type EntryDisagreement, WHATS, type What } from './what.ts'

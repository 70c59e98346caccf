export { type AlertTurn, alertTurn, type Deliver } from './alert/alert.ts'
export type { AlertEvent } from './alert/compare.ts'
export { type WebhookOptions, webhook } from './alert/webhook.ts'
export { backUp, restoreBackup } from './backup/backup.ts'
export { BackupFailure } from './backup/format.ts'
export type { Restored, RestoreOptions } from './backup/restore.ts'
export { answerDoor, DOOR_PATH } from './door.ts'
export { type ExtractOptions, extract } from './extract.ts'
export { type ChangingTable, recordId } from './hashes.ts'
export {
  type AddStep,
  type AppOptions,
  type OpenChronicle,
  openChronicle,
  reachChronicle,
  type Workable,
} from './open-chronicle.ts'
export type { Publisher } from './publishers.ts'
export { readPublishers } from './publishers.ts'
export type { QueueStep, WorkOptions } from './queue.ts'
export { readRussianData } from './reading/language-data.ts'
export { readOutletData } from './reading/outlet-data.ts'
export type { Outcome, StageTimes } from './reading/read-one.ts'
export type { ReadResult } from './reading/read-pages.ts'
export type * from './source.ts'
export { type ChronicleTables, tablesOf } from './tables.ts'
export { type ChronicleReader, readChronicle } from './view/reader.ts'

import type { ChronicleTables } from '../app/index.ts'
import type { What } from './what.ts'

/** A piece of a file: text in UTF-8, or bytes where the format is binary. */
export type Chunk = string | Uint8Array

/** What a file of changes tells beside the records that changed. */
export interface Standing {
  /** Ids of what is there no more. */
  readonly gone: readonly string[]
  /** When it was asked for (ISO 8601). */
  readonly at: string
}

export interface ExportOptions {
  readonly what: What
  /** Language of composed titles and of names where a format has room for one only. */
  readonly lang: 'ru' | 'en'
  /** Address of the page that shows the chronicle, to which links lead: `http://127.0.0.1:4400/`. */
  readonly home: string
  /** Address of the file itself, for formats that name theirs. */
  readonly self: string
  /** Begins a table of text with the mark by which sheet programs see UTF-8. */
  readonly bom: boolean
  /** Set where only changes are written: also what the file's reader has to take out again. */
  readonly standing: Standing | null
}

/** A format that a chronicle can be written in: one line of the register. */
export interface ExportFormat {
  /** `letopis export --format NAME`, `GET /api/v1/export/NAME`. */
  readonly name: string
  /** As a menu names it. */
  readonly title: { readonly ru: string; readonly en: string }
  /** What it is, with the norm that defines it. */
  readonly about: string
  /** What of a chronicle it can tell; the first is meant when nothing is said. */
  readonly covers: readonly What[]
  readonly media: string
  /** Of the file, without its dot. */
  readonly extension: string
  /** Whether it is written as it is read, in memory that does not grow with the chronicle. */
  readonly streams: boolean
  /** Whether a file of changes says what is there no more. */
  readonly tellsGone?: true
  readonly write: (tables: ChronicleTables, options: ExportOptions) => AsyncIterable<Chunk>
}

/**
 * What a page does not say about itself and its user knows: read from a sidecar `NAME.meta.json` beside the page or
 * from an article record. Absent fields are simply not known. Dates are plain (`2025-09-30`) or with a time.
 */
export interface PageMeta {
  readonly id?: string
  readonly url?: string
  readonly outlet?: string
  readonly published?: string
  readonly updated?: string
  readonly title?: string
  /** When the page was taken from the network: dates without a year are read with its help. */
  readonly fetched?: string
  /** When the same text was last taken, and the first by name of its inputs, where it came again: told by the store alone. */
  readonly seen?: { readonly fetched?: string; readonly input?: string }
}

/** A page as it came: bytes still undecoded, or an article record whose text is already clean. */
export type Page = FilePage | RecordPage

export interface FilePage {
  readonly kind: 'file-page'
  /** Path or address as the user gave it; `-` for standard input. */
  readonly input: string
  readonly format: 'html' | 'text'
  readonly bytes: Uint8Array
  /** The encoding that a transport header names, if any; what the page itself declares is found later. */
  readonly charset?: string
  readonly meta: PageMeta
}

/** One article record of .ndjson, .jsonl or .json: nothing is cut from its text. */
export interface RecordPage {
  readonly kind: 'record-page'
  /** Path of the file, with `#LINE` for a record of several. */
  readonly input: string
  readonly text: string
  readonly meta: PageMeta
}

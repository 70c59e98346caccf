import type { NetworkOptions } from './network/options.ts'

/** How much of one input is held or unpacked; beyond it the input is reported and left out, not read on in hope. */
export interface Limits {
  /** Bytes of one page (unpacked). */
  readonly pageBytes: number
  /** Bytes of one document that holds a page beside much else: a PDF, a letter, a saved page with its pictures. */
  readonly documentBytes: number
  /** Bytes of one line of article records. */
  readonly lineBytes: number
  /** Unpacked bytes that a gzipped file may give for each of its own, once `unpackedFree` bytes are out. */
  readonly unpackRatio: number
  readonly unpackedFree: number
}

export const DEFAULT_LIMITS: Limits = {
  pageBytes: 20_000_000,
  documentBytes: 100_000_000,
  lineBytes: 20_000_000,
  unpackRatio: 100,
  unpackedFree: 64_000_000,
}

/** What may be set when pages are collected. */
export interface CollectOptions {
  readonly limits?: Partial<Limits>
  /** Bytes of standard input, for `-`; the process's own when absent. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** How addresses among the inputs are asked. */
  readonly network?: NetworkOptions
}

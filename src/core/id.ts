import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A stable id derived from content: the first 16 hexadecimal digits of the SHA-256 of the fields.
 * A null field differs from an empty one, and no two different field lists give the same bytes.
 *
 * @example contentId(['текст', null, 'outlet']) // '3f…' the same on every machine and in every year
 */
export const contentId = (fields: readonly (string | null)[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(fields)))).slice(0, 16)

import { decode, type Problem } from '../core/index.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { fileBytes, fileProblem, readAll } from './source.ts'

/**
 * The text of one file that is no page (a treebank), unpacked when its name ends in `.gz`; at most `limit` bytes.
 * Problems: `missing`, `no-permission`, `unreadable`, `too-large`, `bad-gzip`.
 *
 * @example const text = await readTextFile('sentences.conllu.gz', 300_000_000)
 */
export const readTextFile = async (path: string, limit: number): Promise<string | Problem> => {
  try {
    return decode(await readAll(fileBytes(path, DEFAULT_LIMITS), limit)).text
  } catch (error) {
    return fileProblem(error, path)
  }
}

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readOutlets } from '../../collect/index.ts'
import { failure, type Problem } from '../../core/index.ts'

// The same way up from src/app/reading and from dist/app/reading.
const FILE = fileURLToPath(new URL('../../../data/outlets/outlets.tsv', import.meta.url))

/** Thrown for a file of outlets that cannot be read; whoever talks to a person words its problem. */
class OutletFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

const ownOutlets = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch((error: { code?: string }) => {
    throw new OutletFailure(
      failure(error.code === 'ENOENT' ? 'missing' : 'unreadable', path, { reason: String(error.code) }),
    )
  })
  const { badLine } = readOutlets(text)
  if (badLine !== null) throw new OutletFailure(failure('bad-outlets', path, { line: badLine }))
  return text
}

/**
 * The register of outlets that comes with the package, and behind it a person's own (the file that `LETOPIS_OUTLETS`
 * names), whose lines overrule it: the text that `readOutlets` reads. Fails with `missing`, `unreadable`, `bad-outlets`.
 */
export const readOutletData = async (own = process.env.LETOPIS_OUTLETS || undefined): Promise<string> => {
  const [shipped, more] = await Promise.all([readFile(FILE, 'utf8'), own === undefined ? '' : ownOutlets(own)])
  return more === '' ? shipped : `${shipped}\n${more}`
}

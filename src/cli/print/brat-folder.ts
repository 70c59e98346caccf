import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure } from '../../core/index.ts'
import { BRAT_CONFIGURATION, BratStems, bratAnnotations } from '../../export/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { CommandFailure } from '../stored.ts'

/** Writes a file or says which one could not be written, and why. */
const put = async (path: string, content: string): Promise<void> => {
  try {
    await writeFile(path, content)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandFailure(failure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code }))
  }
}

/** A folder of brat standoff: a page's text as `STEM.txt`, its facts as `STEM.ann`, and brat's configuration once. */
export class BratFolder {
  private readonly folder: string
  private readonly stems = new BratStems()

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(folder: string): Promise<BratFolder> {
    // What is wrong with the folder is told by the first file that cannot be written.
    await mkdir(folder, { recursive: true }).catch(() => undefined)
    await put(join(folder, 'annotation.conf'), BRAT_CONFIGURATION)
    return new BratFolder(folder)
  }

  async add(facts: ArticleFacts): Promise<void> {
    const path = join(this.folder, this.stems.next(facts.id))
    await put(`${path}.txt`, facts.text)
    await put(`${path}.ann`, bratAnnotations(facts))
  }
}

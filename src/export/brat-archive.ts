import { BRAT_CONFIGURATION, BratStems, bratAnnotations } from './brat.ts'
import type { ExportFormat } from './format.ts'
import { TAR_END, tarFile } from './tar.ts'
import { itemsOf } from './what.ts'

/** A folder of brat standoff as a tar archive: each article's text and facts, and brat's configuration. */
export const BRAT: ExportFormat = {
  name: 'brat',
  title: { ru: 'Разметка, brat', en: 'Annotations, brat' },
  about: 'brat standoff of every article, as a tar archive to be unpacked in the folder of brat',
  covers: ['facts'],
  media: 'application/x-tar',
  extension: 'brat.tar',
  streams: true,
  async *write(tables) {
    const stems = new BratStems()
    yield tarFile('annotation.conf', BRAT_CONFIGURATION)
    for await (const facts of itemsOf(tables, 'facts')) {
      const stem = stems.next(facts.id)
      yield tarFile(`${stem}.txt`, facts.text)
      yield tarFile(`${stem}.ann`, bratAnnotations(facts))
    }
    yield TAR_END
  },
}

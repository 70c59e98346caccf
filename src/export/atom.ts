import type { ExportFormat } from './format.ts'
import { type DatedEntry, lastOf, newestEntries } from './newest.ts'
import { type Telling, tellingIn } from './telling.ts'
import { xml } from './xml.ts'

const entryXml = ({ entry, first, last }: DatedEntry, telling: Telling): string =>
  [
    '  <entry>',
    `    <id>${telling.urn(entry)}</id>`,
    `    <title>${xml(telling.title(entry))}</title>`,
    `    <link href="${xml(telling.link(entry))}"/>`,
    `    <published>${first}</published>`,
    `    <updated>${last}</updated>`,
    `    <category term="${entry.kind}"/>`,
    ...[...new Set(entry.evidence.flatMap(({ outlet }) => outlet ?? []))]
      .slice(0, 20)
      .map((outlet) => `    <author><name>${xml(outlet)}</name></author>`),
    `    <summary>${xml(telling.summary(entry))}</summary>`,
    '  </entry>',
    '',
  ].join('\n')

/** The newest entries as an Atom feed (RFC 4287): those first that the pages began to tell last, at most 100. */
export const ATOM: ExportFormat = {
  name: 'atom',
  title: { ru: 'Лента, Atom', en: 'Feed, Atom' },
  about: 'a feed (Atom, RFC 4287) of the 100 entries that pages began to tell of last',
  covers: ['entries'],
  media: 'application/atom+xml; charset=utf-8',
  extension: 'atom',
  streams: true,
  tellsGone: true,
  async *write(tables, { lang, home, self, standing }) {
    const telling = tellingIn(lang, home)
    const newest = await newestEntries(tables)
    yield [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      `  <id>${xml(self)}</id>`,
      `  <title>${xml(telling.feed)}</title>`,
      `  <author><name>${xml(telling.feed)}</name></author>`,
      `  <updated>${lastOf(newest)}</updated>`,
      `  <link rel="self" href="${xml(self)}"/>`,
      `  <link href="${xml(telling.home)}"/>`,
      '',
    ].join('\n')
    for (const each of newest) yield entryXml(each, telling)
    // Tombstones of RFC 6721.
    for (const id of standing?.gone ?? [])
      yield `  <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${telling.urn({ id })}" when="${standing?.at}"/>\n`
    yield '</feed>\n'
  },
}

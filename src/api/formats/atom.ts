import type { Entry } from '../../chronicle/index.ts'
import type { Telling } from './telling.ts'

const MOST = 100
const UNKNOWN = '1970-01-01T00:00:00Z'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')

// RFC 3339 wants an hour: a page that names only its day counts as published at its beginning.
const moment = (published: string): string => {
  const time = Date.parse(published)
  return Number.isNaN(time) ? UNKNOWN : new Date(time).toISOString()
}

interface Dated {
  readonly entry: Entry
  readonly first: string
  readonly last: string
}

const dated = (entry: Entry): Dated => {
  const moments = entry.evidence.flatMap(({ published }) => (published === null ? [] : [moment(published)])).sort()
  return { entry, first: moments[0] ?? UNKNOWN, last: moments.at(-1) ?? UNKNOWN }
}

const entryXml = ({ entry, first, last }: Dated, telling: Telling): string =>
  [
    '  <entry>',
    `    <id>urn:letopis:entry:${encodeURIComponent(entry.id)}</id>`,
    `    <title>${escaped(telling.title(entry))}</title>`,
    `    <link href="${escaped(telling.link(entry))}"/>`,
    `    <published>${first}</published>`,
    `    <updated>${last}</updated>`,
    `    <category term="${entry.kind}"/>`,
    ...[...new Set(entry.evidence.flatMap(({ outlet }) => outlet ?? []))]
      .slice(0, 20)
      .map((outlet) => `    <author><name>${escaped(outlet)}</name></author>`),
    `    <summary>${escaped(telling.summary(entry))}</summary>`,
    '  </entry>',
  ].join('\n')

/**
 * The newest entries as an Atom feed (RFC 4287): those first that the pages began to tell last, at most 100.
 *
 * @param self the feed's own address, with its filter
 */
export const feedOf = (entries: readonly Entry[], telling: Telling, self: string): string => {
  const newest = entries
    .map(dated)
    .sort((a, b) => (a.first > b.first ? -1 : a.first < b.first ? 1 : a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, MOST)
  const updated =
    newest
      .map(({ last }) => last)
      .sort()
      .at(-1) ?? UNKNOWN
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(self)}</id>`,
    `  <title>${escaped(telling.feed)}</title>`,
    `  <author><name>${escaped(telling.feed)}</name></author>`,
    `  <updated>${updated}</updated>`,
    `  <link rel="self" href="${escaped(self)}"/>`,
    `  <link href="${escaped(telling.home)}"/>`,
    ...newest.map((each) => entryXml(each, telling)),
    '</feed>',
  ].join('\n')}\n`
}

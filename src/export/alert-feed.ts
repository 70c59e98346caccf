import type { AlertEvent } from '../app/index.ts'
import { UNKNOWN } from './newest.ts'
import { type Telling, tellingIn } from './telling.ts'
import { xml } from './xml.ts'

type Lang = 'ru' | 'en'

const WORDS = {
  ru: {
    feed: 'Летопись: оповещения',
    appeared: 'Новая запись',
    status: 'Статус',
    disagreement: 'Источники расходятся',
  },
  en: { feed: 'Letopis: alerts', appeared: 'New entry', status: 'Status', disagreement: 'Sources disagree' },
} as const

const titleOf = ({ type, entry }: AlertEvent, lang: Lang, telling: Telling): string =>
  `${WORDS[lang][type]}: ${telling.title(entry)}`

const textOf = ({ type, entry, from, disagreement }: AlertEvent): string =>
  type === 'status'
    ? `${from} → ${entry.status}`
    : type === 'disagreement'
      ? `${disagreement?.about} (${disagreement?.relation}): ${disagreement?.versions.map(({ value }) => value).join(' / ')}`
      : [entry.status, entry.date].filter(Boolean).join(', ')

/** Events as an Atom feed (RFC 4287), in the order given. */
const atom = (events: readonly AlertEvent[], lang: Lang, telling: Telling): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <id>urn:letopis:alerts</id>',
    `  <title>${xml(WORDS[lang].feed)}</title>`,
    '  <author><name>Letopis</name></author>',
    `  <updated>${events[0]?.at ?? UNKNOWN}</updated>`,
    `  <link href="${xml(telling.home)}"/>`,
    ...events.map((event) =>
      [
        '  <entry>',
        `    <id>urn:letopis:alert:${event.id}</id>`,
        `    <title>${xml(titleOf(event, lang, telling))}</title>`,
        `    <link href="${xml(telling.link(event.entry))}"/>`,
        `    <updated>${event.at}</updated>`,
        `    <category term="${event.type}"/>`,
        `    <summary>${xml(textOf(event))}</summary>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n')

const jsonFeed = (events: readonly AlertEvent[], lang: Lang, telling: Telling): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: WORDS[lang].feed,
      home_page_url: telling.home,
      language: lang,
      items: events.map((event) => ({
        id: `urn:letopis:alert:${event.id}`,
        url: telling.link(event.entry),
        title: titleOf(event, lang, telling),
        content_text: textOf(event),
        date_published: event.at,
        tags: [event.type, event.entry.kind],
      })),
    },
    null,
    2,
  )}\n`

/** Alerts as a feed: a JSON Feed for a file that ends in `.json`, else Atom; links lead to the page at `home`. */
export const alertFeed = (
  file: string,
  events: readonly AlertEvent[],
  { lang, home }: { readonly lang: Lang; readonly home: string },
): string => (file.endsWith('.json') ? jsonFeed : atom)(events, lang, tellingIn(lang, home))

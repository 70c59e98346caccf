import type { AlertEvent } from '../app/index.ts'
import { xml } from './xml.ts'

interface Telling {
  readonly lang: 'ru' | 'en'
  /** Address of the page, to which links lead. */
  readonly home: string
}

const WORDS = {
  ru: {
    feed: 'Летопись: оповещения',
    appeared: 'Новая запись',
    status: 'Статус',
    disagreement: 'Источники расходятся',
  },
  en: { feed: 'Letopis: alerts', appeared: 'New entry', status: 'Status', disagreement: 'Sources disagree' },
} as const

const titleOf = ({ type, entry }: AlertEvent, lang: 'ru' | 'en'): string =>
  `${WORDS[lang][type]}: ${lang === 'en' && entry.titleEn ? entry.titleEn : entry.title}`

const textOf = ({ type, entry, from, disagreement }: AlertEvent): string =>
  type === 'status'
    ? `${from} → ${entry.status}`
    : type === 'disagreement'
      ? `${disagreement?.about} (${disagreement?.relation}): ${disagreement?.versions.map(({ value }) => value).join(' / ')}`
      : [entry.status, entry.date].filter(Boolean).join(', ')

const linkOf = ({ entry }: AlertEvent, home: string): string => `${home}#entry/${encodeURIComponent(entry.id)}`

/** Events as an Atom feed (RFC 4287), in the order given. */
const atom = (events: readonly AlertEvent[], { lang, home }: Telling): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <id>urn:letopis:alerts</id>',
    `  <title>${xml(WORDS[lang].feed)}</title>`,
    '  <author><name>Letopis</name></author>',
    `  <updated>${events[0]?.at ?? '1970-01-01T00:00:00.000Z'}</updated>`,
    `  <link href="${xml(home)}"/>`,
    ...events.map((event) =>
      [
        '  <entry>',
        `    <id>urn:letopis:alert:${event.id}</id>`,
        `    <title>${xml(titleOf(event, lang))}</title>`,
        `    <link href="${xml(linkOf(event, home))}"/>`,
        `    <updated>${event.at}</updated>`,
        `    <category term="${event.type}"/>`,
        `    <summary>${xml(textOf(event))}</summary>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n')

const jsonFeed = (events: readonly AlertEvent[], { lang, home }: Telling): string =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: WORDS[lang].feed,
      home_page_url: home,
      language: lang,
      items: events.map((event) => ({
        id: `urn:letopis:alert:${event.id}`,
        url: linkOf(event, home),
        title: titleOf(event, lang),
        content_text: textOf(event),
        date_published: event.at,
        tags: [event.type, event.entry.kind],
      })),
    },
    null,
    2,
  )}\n`

/** Alerts as a feed: a JSON Feed for a file that ends in `.json`, else Atom. */
export const alertFeed = (file: string, events: readonly AlertEvent[], telling: Telling): string =>
  file.endsWith('.json') ? jsonFeed(events, telling) : atom(events, telling)

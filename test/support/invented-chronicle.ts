import { type ChronicleTables, tablesOf } from '../../src/app/index.ts'
import { buildChronicle, type Chronicle } from '../../src/chronicle/index.ts'
import { formatNamed, type What, writeExport } from '../../src/export/index.ts'
import type { ArticleFacts, Stance } from '../../src/facts/index.ts'
import { page, plainLanguage } from './invented-facts.ts'

/** A statement of a page: what is said, by whom, in which stance. */
type Said = readonly [content: string, speaker: string, stance: Stance, kind?: 'direct' | 'indirect']

/** Adds statements, and mentions where names stand in the text. */
const telling = (facts: ArticleFacts, url: string | null, ...said: readonly Said[]): ArticleFacts => ({
  ...facts,
  url,
  statements: said.map(([content, speaker, stance, kind = 'indirect']) => {
    const start = facts.text.indexOf(content)
    if (start < 0) throw new Error(`"${content}" is not in the page`)
    const at = facts.text.indexOf(speaker)
    return {
      start,
      end: start + content.length,
      kind,
      stance,
      speaker: { name: speaker, identity: speaker, ...(at < 0 ? {} : { start: at, end: at + speaker.length }) },
      via: [{ name: 'Агентство Залив' }],
      cue: null,
    }
  }),
  mentions: facts.mentions.flatMap((mention) => {
    const start = facts.text.indexOf(mention.name)
    return start < 0 ? [] : [{ ...mention, start, end: start + mention.name.length }]
  }),
})

/** Invented pages with every status, several kinds, statements, a disagreement, and characters beyond UTF-16's first plane. */
export const inventedFacts: readonly ArticleFacts[] = [
  telling(
    page(
      { id: 'a', published: '2031-05-01T09:30:00+03:00', outlet: 'Вести, "вечер"', headline: 'Берг едет в Чили 🛳' },
      ['Анна Берг посетит Чили 15 мая.', 'visit planned посетит | Анна Берг:visitor, Чили:host | 2031-05-15 |'],
    ),
    'https://vesti.example/1?a=1&b=2',
  ),
  telling(
    page(
      { id: 'b', published: '2031-05-19', outlet: 'Курьер' },
      ['Анна Берг прибыла в Чили.', 'visit happened прибыла | Анна Берг:visitor, Чили:host | 2031-05-19 |'],
      [
        'Анна Берг и Лук Мора провели переговоры в Вальпараисо.',
        'meeting happened переговоры | Анна Берг, Лук Мора, Чили | 2031-05-19 | Вальпараисо',
      ],
      ['Стороны подпишут договор в июне.', 'agreement planned подпишут | Норвегия, Чили | 2031-06 |'],
      ['Лук Мора сказал, что «Чили поддерживает 𝓐 договор».'],
      ['Анна Берг потребовала открыть порт.'],
    ),
    'https://kurier.example/2',
    ['Чили поддерживает 𝓐 договор', 'Лук Мора', 'supports', 'direct'],
    ['открыть порт', 'Анна Берг', 'demands'],
  ),
  telling(
    page(
      { id: 'c', published: '2031-05-21T10:00:00Z', outlet: null },
      [
        'Уругвай ввёл запрет на ввоз из Исландии 20 мая.',
        'sanction happened запрет | Уругвай:agent, Исландия:target | 2031-05-20 |',
      ],
      ['Исландия может отправить корабли.', 'deployment possible отправить | Исландия:agent | |'],
      [
        'Уругвай не передавал Чили катера в 2030 году.',
        'aid denied передавал | Уругвай:agent, Чили:recipient | 2030 |',
      ],
      ['Анна Берг назначена послом 18 мая.', 'appointment happened назначена | Анна Берг:target | 2031-05-18 |'],
      ['В Уругвае сказали, что ждут ответа.'],
    ),
    null,
    ['ждут ответа', 'Уругвай', 'expects'],
  ),
]

export const inventedChronicle: Chronicle = buildChronicle(inventedFacts, plainLanguage)

export const inventedTables: ChronicleTables = tablesOf(
  inventedChronicle,
  async (id) => inventedFacts.find((facts) => facts.id === id) ?? null,
)

/** The whole file of a format as text. */
export const exportText = async (
  format: string,
  options: { what?: What; lang?: 'ru' | 'en'; bom?: boolean } = {},
  tables: ChronicleTables = inventedTables,
): Promise<string> => {
  let text = ''
  for await (const piece of writeExport(formatNamed(format)!, tables, options)) text += piece
  return text
}

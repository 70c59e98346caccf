import type { ChronicleArticle, ChronicleStatement, Entry } from '../chronicle/index.ts'
import type { ExportFormat } from './format.ts'
import { tellingIn, urnOf } from './telling.ts'
import { wellFormed } from './xml.ts'

// Turtle 1.1, 6.4: these stand escaped inside a literal, others may stand as they are.
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const literal = (text: string): string =>
  `"${wellFormed(text)
    .replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/[\u0000-\u001f]/g, ' ')}"`

const iri = (address: string): string =>
  `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign))}>`
const urn = (sort: string, id: string): string => iri(urnOf(sort, id))
const agent = (name: string): string => urn('agent', name)

type Statement = readonly [predicate: string, ...objects: string[]]

/** A subject with what is said of it. */
const about = (subject: string, ...said: readonly (Statement | null)[]): string => {
  const lines = said.flatMap((each) => (each && each.length > 1 ? [`${each[0]} ${each.slice(1).join(', ')}`] : []))
  return `${subject} ${lines.join(' ;\n  ')} .\n`
}

const moment = (published: string): string | null => {
  if (/^\d{4}-\d\d-\d\d$/.test(published)) return `"${published}"^^xsd:date`
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$/.test(published)
  if (!time) return null
  const seconds = /T\d\d:\d\d:\d\d/.test(published) ? published : published.replace(/(T\d\d:\d\d)/, '$1:00')
  return `"${seconds}"^^xsd:dateTime`
}

/** Names each agent once; a chronicle has few next to what they say. */
class Agents {
  readonly #known = new Set<string>()

  told(names: readonly string[]): string {
    return names
      .filter((name) => !this.#known.has(name) && this.#known.add(name))
      .map((name) => about(agent(name), ['a', 'prov:Agent'], ['rdfs:label', literal(name)]))
      .join('')
  }
}

/**
 * The links of an attribution chain, from who said it to the article: each is derived from the one before (quoted, where
 * it stands in quotation marks) and attributed to its own agent.
 */
const chainOf = (id: string, chain: readonly string[], article: string, quote: string, direct: boolean): string => {
  const from = direct ? 'prov:wasQuotedFrom' : 'prov:wasDerivedFrom'
  const link = (at: number): string => urn('report', `${id}#${at}`)
  const links = chain.map((name, at) =>
    about(
      link(at),
      ['a', 'prov:Entity'],
      ['prov:wasAttributedTo', agent(name)],
      at > 0 ? [from, link(at - 1)] : ['prov:value', literal(quote)],
    ),
  )
  const last = chain.length > 0 ? about(urn('article', article), ['prov:wasDerivedFrom', link(chain.length - 1)]) : ''
  return links.join('') + last
}

const articleText = ({ id, url, outlet, headline, published, reprintOf }: ChronicleArticle, agents: Agents): string =>
  agents.told(outlet ? [outlet] : []) +
  about(
    urn('article', id),
    ['a', 'prov:Entity'],
    headline ? ['rdfs:label', literal(headline)] : null,
    url ? ['prov:atLocation', iri(url)] : null,
    outlet ? ['prov:wasAttributedTo', agent(outlet)] : null,
    published && moment(published) ? ['prov:generatedAtTime', moment(published)!] : null,
    reprintOf ? ['prov:wasQuotedFrom', urn('article', reprintOf.article)] : null,
  )

const statementText = (said: ChronicleStatement, agents: Agents): string => {
  const id = `${said.article}#${said.index}`
  return (
    agents.told(said.chain) +
    about(
      urn('statement', id),
      ['a', 'prov:Entity'],
      ['prov:value', literal(said.quote)],
      ['prov:wasDerivedFrom', urn('article', said.article)],
      said.chain[0] === undefined ? null : ['prov:hadPrimarySource', urn('report', `${id}#0`)],
      said.speaker ? ['prov:wasAttributedTo', agent(said.speaker.name)] : null,
    ) +
    chainOf(id, said.chain, said.article, said.quote, said.kind === 'direct') +
    agents.told(said.speaker ? [said.speaker.name] : [])
  )
}

const entryText = (entry: Entry, agents: Agents, title: string): string => {
  const pieces = entry.evidence.map((each, at) => {
    const id = `${entry.id}#${at}`
    return (
      agents.told(each.chain) +
      about(
        urn('evidence', id),
        ['a', 'prov:Entity'],
        ['prov:value', literal(each.quote)],
        ['prov:wasDerivedFrom', urn('article', each.article)],
        each.chain[0] === undefined ? null : ['prov:hadPrimarySource', urn('report', `${id}#0`)],
      ) +
      chainOf(id, each.chain, each.article, each.quote, false)
    )
  })
  const parts = entry.evidence.map((_, at) => urn('evidence', `${entry.id}#${at}`))
  return (
    about(
      urn('entry', entry.id),
      ['a', 'prov:Entity'],
      ['rdfs:label', literal(title)],
      parts.length > 0 ? ['prov:wasDerivedFrom', ...parts] : null,
    ) + pieces.join('')
  )
}

const PREFIXES = `@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

`

/** Attribution chains as provenance (PROV-O, W3C 2013) in Turtle: who said it, through whom, in which article. */
export const PROV: ExportFormat = {
  name: 'prov',
  title: { ru: 'Происхождение сведений, PROV-O', en: 'Provenance, PROV-O' },
  about: 'attribution chains as provenance (PROV-O, in Turtle)',
  covers: ['statements', 'entries', 'articles'],
  media: 'text/turtle; charset=utf-8',
  extension: 'ttl',
  streams: true,
  async *write(tables, { what, lang, home }) {
    const agents = new Agents()
    const telling = tellingIn(lang, home)
    yield PREFIXES
    for await (const article of tables.records('articles')) yield articleText(article, agents)
    if (what === 'statements') for await (const said of tables.records('statements')) yield statementText(said, agents)
    if (what === 'entries')
      for await (const entry of tables.records('entries')) yield entryText(entry, agents, telling.title(entry))
  },
}

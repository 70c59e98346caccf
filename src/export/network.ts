import type { ChronicleTables } from '../app/index.ts'
import type { Entry, EntryParticipant } from '../chronicle/index.ts'
import { daysOf } from './dates.ts'
import type { ExportFormat } from './format.ts'
import { xml } from './xml.ts'

const CONTACTS = new Set<Entry['kind']>(['visit', 'meeting', 'call', 'gathering'])
const ACTORS = new Set<EntryParticipant['type']>(['person', 'organization', 'country', 'media'])

interface Node {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly type: string
  contacts: number
}

interface Edge {
  readonly from: string
  readonly to: string
  contacts: number
  leaders: number
  first: string
  last: string
}

/** Who met whom: everybody who took part in a contact that happened or goes on, and how often two did together. */
interface Network {
  readonly nodes: ReadonlyMap<string, Node>
  readonly edges: ReadonlyMap<string, Edge>
}

const readNetwork = async (tables: ChronicleTables): Promise<Network> => {
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  for await (const { kind, status, participants, date, level } of tables.records('entries')) {
    if (!CONTACTS.has(kind) || (status !== 'happened' && status !== 'ongoing')) continue
    const there = [...new Map(participants.map((each) => [each.identity, each])).values()]
      .filter(({ type }) => ACTORS.has(type))
      .sort((a, b) => (a.identity < b.identity ? -1 : 1))
    const days = daysOf(date)
    for (const [at, { identity: id, name, nameEn, type }] of there.entries()) {
      const node = nodes.get(id) ?? { id, name, nameEn, type, contacts: 0 }
      node.contacts++
      nodes.set(id, node)
      for (const { identity: to } of there.slice(at + 1)) {
        const edge = edges.get(`${id} ${to}`) ?? { from: id, to, contacts: 0, leaders: 0, first: '', last: '' }
        edge.contacts++
        if (level === 'leaders') edge.leaders++
        if (days && (edge.first === '' || days.first < edge.first)) edge.first = days.first
        if (days && days.last > edge.last) edge.last = days.last
        edges.set(`${id} ${to}`, edge)
      }
    }
  }
  return { nodes, edges }
}

const KEYS = [
  ['node', 'name', 'string'],
  ['node', 'name_en', 'string'],
  ['node', 'type', 'string'],
  ['node', 'contacts', 'int'],
  ['edge', 'weight', 'double'],
  ['edge', 'leaders', 'int'],
  ['edge', 'first', 'string'],
  ['edge', 'last', 'string'],
] as const

const nodeValues = ({ name, nameEn, type, contacts }: Node) => ({ name, name_en: nameEn, type, contacts })
const edgeValues = ({ contacts, leaders, first, last }: Edge) => ({ weight: contacts, leaders, first, last })

const told = (values: object): [string, string][] =>
  Object.entries(values).flatMap(([name, value]): [string, string][] => (value === '' ? [] : [[name, String(value)]]))

const graphmlData = (on: 'n' | 'e', values: object): string =>
  told(values)
    .map(([name, value]) => `<data key="${on}_${name}">${xml(value)}</data>`)
    .join('')

/** Who met whom, as GraphML: an undirected graph, an edge's weight the number of contacts. */
export const GRAPHML: ExportFormat = {
  name: 'graphml',
  title: { ru: 'Кто с кем встречался, GraphML', en: 'Who met whom, GraphML' },
  about: 'who met whom, as a graph (GraphML)',
  covers: ['entries'],
  media: 'application/graphml+xml; charset=utf-8',
  extension: 'graphml',
  streams: false,
  async *write(tables) {
    const { nodes, edges } = await readNetwork(tables)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
    for (const [on, name, type] of KEYS)
      yield `  <key id="${on[0]}_${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>\n`
    yield '  <graph id="letopis" edgedefault="undirected">\n'
    for (const node of nodes.values())
      yield `    <node id="${xml(node.id)}">${graphmlData('n', nodeValues(node))}</node>\n`
    let at = 0
    for (const edge of edges.values())
      yield `    <edge id="e${at++}" source="${xml(edge.from)}" target="${xml(edge.to)}">${graphmlData('e', edgeValues(edge))}</edge>\n`
    yield '  </graph>\n</graphml>\n'
  },
}

const gexfData = (values: object, ids: ReadonlyMap<string, number>): string => {
  const cells = told(values).filter(([name]) => ids.has(name))
  return `<attvalues>${cells.map(([name, value]) => `<attvalue for="${ids.get(name)}" value="${xml(value)}"/>`).join('')}</attvalues>`
}

const gexfAttributes = (on: 'node' | 'edge'): { text: string; ids: ReadonlyMap<string, number> } => {
  // Label and weight have places of their own in GEXF.
  const mine = KEYS.filter(([of, name]) => of === on && name !== 'name' && name !== 'weight')
  const lines = mine.map(
    ([, name, type], id) =>
      `      <attribute id="${id}" title="${name}" type="${type === 'int' ? 'integer' : 'string'}"/>\n`,
  )
  return {
    text: `    <attributes class="${on}">\n${lines.join('')}    </attributes>\n`,
    ids: new Map(mine.map(([, name], id) => [name, id])),
  }
}

/** The same graph as GEXF, for Gephi. */
export const GEXF: ExportFormat = {
  name: 'gexf',
  title: { ru: 'Кто с кем встречался, GEXF', en: 'Who met whom, GEXF' },
  about: 'who met whom, as a graph (GEXF 1.3, for Gephi)',
  covers: ['entries'],
  media: 'application/gexf+xml; charset=utf-8',
  extension: 'gexf',
  streams: false,
  async *write(tables, { lang }) {
    const { nodes, edges } = await readNetwork(tables)
    const [ofNodes, ofEdges] = [gexfAttributes('node'), gexfAttributes('edge')]
    const label = ({ name, nameEn }: Node): string => (lang === 'en' && nameEn ? nameEn : name)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '  <meta><creator>Letopis</creator></meta>\n'
    yield `  <graph defaultedgetype="undirected" mode="static">\n${ofNodes.text}${ofEdges.text}    <nodes>\n`
    for (const node of nodes.values())
      yield `      <node id="${xml(node.id)}" label="${xml(label(node))}">${gexfData(nodeValues(node), ofNodes.ids)}</node>\n`
    yield '    </nodes>\n    <edges>\n'
    let at = 0
    for (const edge of edges.values())
      yield `      <edge id="${at++}" source="${xml(edge.from)}" target="${xml(edge.to)}" weight="${edge.contacts}">${gexfData(edgeValues(edge), ofEdges.ids)}</edge>\n`
    yield '    </edges>\n  </graph>\n</gexf>\n'
  },
}

import type { ChronicleTables } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'
import { each } from '../core/index.ts'
import { formatNamed } from '../export/index.ts'
import type { FileRoute } from './files.ts'
import { disagreementFilterOf, statementFilterOf } from './filters.ts'
import { DISAGREEMENT_LIST, type Parameters, STATEMENT_LIST, type Values } from './parameters.ts'
import type { ChronicleSource } from './source.ts'

const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER }

const without = <P extends Parameters, K extends keyof P>(parameters: P, ...names: readonly K[]): Omit<P, K> =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name as K))) as Omit<P, K>

/** The tables with one of them replaced by what a list shows, in the list's order. */
const replaced = (
  tables: ChronicleTables,
  name: 'statements' | 'entries',
  items: readonly unknown[],
): ChronicleTables => ({
  ...tables,
  records: (table) => (table === name ? (each(items) as never) : tables.records(table)),
})

type StatementQuery = Values<typeof STATEMENT_LIST>
const statements = async (source: ChronicleSource, query: StatementQuery): Promise<ChronicleTables> => {
  const { items } = await source.statements(statementFilterOf(query), ALL)
  return replaced(await source.tables(), 'statements', items)
}

type DisagreementQuery = Values<typeof DISAGREEMENT_LIST>
// The weightiest first, as in the list: an entry stands once for each of its disagreements that pass.
const disagreements = async (source: ChronicleSource, query: DisagreementQuery): Promise<ChronicleTables> => {
  const { items } = await source.disagreements(disagreementFilterOf(query), ALL)
  const tables = await source.tables()
  const wanted = new Set(items.map(({ entry }) => entry.id))
  const entries = new Map<string, Entry>()
  for await (const entry of tables.records('entries')) if (wanted.has(entry.id)) entries.set(entry.id, entry)
  const told = items.flatMap(({ entry, disagreement }) => {
    const whole = entries.get(entry.id)
    return whole ? [{ ...whole, disagreements: [disagreement] }] : []
  })
  return replaced(tables, 'entries', told)
}

const listFile = (
  what: 'statements' | 'disagreements',
  name: 'csv' | 'json',
  parameters: Parameters,
  tables: FileRoute['tables'],
): FileRoute => ({
  path: `/${what}.${name}`,
  about: `Every one of the ${what} that pass the filter, in the order of the list: ${formatNamed(name)!.about}.`,
  format: formatNamed(name)!,
  parameters,
  given: { what, bom: true },
  tables,
})

const FORMS = ['csv', 'json'] as const

/** What the lists of statements and disagreements show, as files: their own filters, all of it. */
export const LIST_FILES: readonly FileRoute[] = FORMS.flatMap((name) => [
  listFile('statements', name, without(STATEMENT_LIST, 'offset', 'limit', 'include'), statements as never),
  listFile('disagreements', name, without(DISAGREEMENT_LIST, 'offset', 'limit'), disagreements as never),
])

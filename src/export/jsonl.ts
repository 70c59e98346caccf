import type { Chronicle, ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import { disagreementsOf, type EntryDisagreement, type What } from './what.ts'

// The fields of the contract (docs/chronicle.md) come first and in its order; what Letopis adds follows.
const entryRecord = (entry: Entry): object => {
  const { id, kind, status, date, title, participants, place, evidence, origins, history } = entry
  const { disagreements, partOf, story } = entry
  const contract = {
    id,
    kind,
    status,
    date,
    title,
    participants,
    place,
    evidence,
    origins,
    history,
    disagreements,
    partOf,
    story,
  }
  return Object.assign(contract, entry)
}

const articleRecord = ({
  id,
  input,
  url,
  outlet,
  headline,
  published,
  reprintOf,
  story,
  ...rest
}: ChronicleArticle): object => ({
  id,
  input,
  url,
  outlet,
  headline,
  published,
  reprintOf,
  story,
  ...rest,
})

const identityRecord = ({ id, type, name, nameEn, variants, roles, ...rest }: Identity): object => ({
  id,
  type,
  name,
  nameEn,
  variants,
  roles,
  ...rest,
})

const storyRecord = ({ id, title, articles, entries, ...rest }: Story): object => ({
  id,
  title,
  articles,
  entries,
  ...rest,
})

const disagreementRecord = ({ id, about, relation, entry, versions }: EntryDisagreement): object => ({
  id,
  about,
  relation,
  entry: entry.id,
  title: entry.title,
  versions,
})

const statementRecord = (statement: ChronicleStatement): object => {
  const { article, index, start, end, kind, stance, speaker, quote, chain, published, ...rest } = statement
  return { article, index, start, end, kind, stance, speaker, quote, chain, published, ...rest }
}

function* recordsOf(chronicle: Chronicle, what: What): Generator<object> {
  if (what === 'entries') for (const entry of chronicle.entries) yield entryRecord(entry)
  else if (what === 'articles') for (const article of chronicle.articles) yield articleRecord(article)
  else if (what === 'identities') for (const identity of chronicle.identities) yield identityRecord(identity)
  else if (what === 'stories') for (const story of chronicle.stories) yield storyRecord(story)
  else if (what === 'disagreements') for (const one of disagreementsOf(chronicle)) yield disagreementRecord(one)
  else for (const statement of chronicle.statements) yield statementRecord(statement)
}

/**
 * A chronicle as JSON lines, one record a line, each ended by a line feed; made one at a time, so that a large
 * chronicle streams. The fields are those of docs/chronicle.md.
 *
 * @example for (const line of exportJsonl(chronicle, 'entries')) process.stdout.write(line)
 */
export function* exportJsonl(chronicle: Chronicle, what: What): Generator<string> {
  for (const record of recordsOf(chronicle, what)) yield `${JSON.stringify(record)}\n`
}

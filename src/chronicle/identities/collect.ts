import type { ArticleFacts } from '../../facts/index.ts'
import type { MentionType } from '../../language/index.ts'
import { foldText } from '../text/words.ts'
import { nameKey } from './keys.ts'

/** One spelling-independent name over all articles, before names are joined to identities. */
export interface NameRecord {
  readonly key: string
  readonly type: MentionType
  /** Names as given in the nominative, with how often each stands. */
  readonly names: Map<string, number>
  readonly articles: Set<number>
  /** Roles with the articles that give them. */
  readonly roles: Map<string, Set<number>>
  /** States that it is said to serve, with how often. */
  readonly countries: Map<string, number>
}

/** Where a name of one article leads: by its local identity first, else by how it is written. */
export interface LocalNames {
  readonly byIdentity: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, string>
}

export interface Collected {
  readonly records: ReadonlyMap<string, NameRecord>
  readonly locals: readonly LocalNames[]
}

interface NameUse {
  readonly name: string
  readonly type?: MentionType | undefined
  readonly identity?: string | undefined
  readonly role?: string | undefined
  readonly country?: string | undefined
}

function* usesOf(facts: ArticleFacts): Generator<NameUse> {
  for (const mention of facts.mentions) yield mention
  for (const event of facts.events) {
    for (const participant of event.participants) yield participant
    if (event.place) yield { ...event.place, type: 'place' }
  }
  for (const statement of facts.statements) {
    if (statement.speaker) yield { ...statement.speaker, type: 'organization' }
    for (const via of statement.via) yield { ...via, type: 'media' }
  }
  for (const document of facts.documents) yield { ...document, type: 'document' }
}

/** Every name of every article under one key a spelling; mentions come first, so that they decide a name's type. */
export const collectNames = (articles: readonly ArticleFacts[]): Collected => {
  const records = new Map<string, NameRecord>()
  const locals = articles.map((facts, article) => {
    const byIdentity = new Map<string, string>()
    const byName = new Map<string, string>()
    for (const use of usesOf(facts)) {
      if (!use.name.trim()) continue
      const known =
        (use.identity === undefined ? undefined : byIdentity.get(use.identity)) ?? byName.get(foldText(use.name))
      const key = known ?? nameKey(use.type ?? 'organization', use.name)
      let record = records.get(key)
      if (!record) {
        record = {
          key,
          type: key.slice(0, key.indexOf('|')) as MentionType,
          names: new Map(),
          articles: new Set(),
          roles: new Map(),
          countries: new Map(),
        }
        records.set(key, record)
      }
      if (use.identity !== undefined && !byIdentity.has(use.identity)) byIdentity.set(use.identity, key)
      if (!byName.has(foldText(use.name))) byName.set(foldText(use.name), key)
      record.names.set(use.name, (record.names.get(use.name) ?? 0) + 1)
      record.articles.add(article)
      if (use.country) record.countries.set(use.country, (record.countries.get(use.country) ?? 0) + 1)
      if (use.role && use.type && 'start' in use) addRole(record, use.role, article)
    }
    return { byIdentity, byName }
  })
  return { records, locals }
}

const addRole = (record: NameRecord, role: string, article: number): void => {
  const articles = record.roles.get(role)
  if (articles) articles.add(article)
  else record.roles.set(role, new Set([article]))
}

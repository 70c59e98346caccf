import type { ArticleFacts } from '../../facts/index.ts'
import type { MentionType } from '../../language/index.ts'
import { keptInts } from '../text/pool.ts'
import type { Texts } from '../text/vocabulary.ts'
import { foldText } from '../text/words.ts'
import { nameKey } from './keys.ts'

/** A name of a fact, as the facts give it. */
export interface NameRef {
  readonly name: string
  readonly identity?: string | undefined
  readonly type?: MentionType | undefined
}

/** Where a name of one article leads: by its local identity first, else by how it is written. */
export interface LocalNames {
  readonly byIdentity: ReadonlyMap<string, string>
  readonly byName: ReadonlyMap<string, string>
}

/** All that one article says of one name: names as given in the nominative and states served, with how often; roles. */
export interface NameUses {
  readonly key: string
  readonly names: readonly (readonly [name: string, count: number])[]
  readonly roles: readonly string[]
  readonly countries: readonly (readonly [name: string, count: number])[]
}

interface NameUse {
  readonly name: string
  readonly type?: MentionType | undefined
  readonly identity?: string | undefined
  readonly role?: string | undefined
  readonly country?: string | undefined
}

// All of one shape: a spread with something added would give each its own.
const used = (type: MentionType, { name, identity }: NameRef): NameUse => ({ name, identity, type })

function* usesOf(facts: ArticleFacts): Generator<NameUse> {
  for (const mention of facts.mentions) yield mention
  for (const event of facts.events) {
    for (const participant of event.participants) yield participant
    if (event.place) yield used('place', event.place)
  }
  for (const statement of facts.statements) {
    if (statement.speaker) yield used('organization', statement.speaker)
    for (const via of statement.via) yield used('media', via)
  }
  for (const document of facts.documents) yield used('document', document)
}

const NONE: readonly never[] = []

/** Every name of an article under one key a spelling; mentions come first, so that they decide a name's type. */
export const namesIn = (facts: ArticleFacts): { readonly uses: readonly NameUses[]; readonly local: LocalNames } => {
  const byIdentity = new Map<string, string>()
  const byName = new Map<string, string>()
  const states = new Set(facts.mentions.flatMap(({ type, name }) => (type === 'country' ? [foldText(name)] : [])))
  const uses = new Map<string, { names: Map<string, number>; roles: Set<string>; countries: Map<string, number> }>()
  for (const use of usesOf(facts)) {
    if (!use.name.trim()) continue
    const folded = foldText(use.name)
    const known = (use.identity === undefined ? undefined : byIdentity.get(use.identity)) ?? byName.get(folded)
    // A page that names a state means it wherever the name stands alone, whatever one mention was taken for.
    const isState = use.type !== 'media' && use.type !== 'document' && states.has(folded)
    const key = isState ? nameKey('country', use.name) : (known ?? nameKey(use.type ?? 'organization', use.name))
    let own = uses.get(key)
    if (!own) {
      own = { names: new Map(), roles: new Set(), countries: new Map() }
      uses.set(key, own)
    }
    if (use.identity !== undefined && !byIdentity.has(use.identity)) byIdentity.set(use.identity, key)
    if (!byName.has(folded)) byName.set(folded, key)
    own.names.set(use.name, (own.names.get(use.name) ?? 0) + 1)
    if (use.country) own.countries.set(use.country, (own.countries.get(use.country) ?? 0) + 1)
    if (use.role && use.type && 'start' in use) own.roles.add(use.role)
  }
  return {
    uses: [...uses].map(([key, { names, roles, countries }]) => ({
      key,
      names: [...names],
      roles: roles.size > 0 ? [...roles] : NONE,
      countries: countries.size > 0 ? [...countries] : NONE,
    })),
    local: { byIdentity, byName },
  }
}

/**
 * The names of an article as numbers: for each the key, how many names, roles and states follow, and these; names and
 * states with how often.
 */
export const packedNames = (uses: readonly NameUses[], texts: Texts): Int32Array => {
  const numbers: number[] = []
  for (const { key, names, roles, countries } of uses) {
    numbers.push(texts.number(key), names.length, roles.length, countries.length)
    for (const [name, count] of names) numbers.push(texts.number(name), count)
    for (const role of roles) numbers.push(texts.number(role))
    for (const [name, count] of countries) numbers.push(texts.number(name), count)
  }
  return keptInts(Int32Array.from(numbers))
}

/** The names behind such numbers. */
export function* namesOf(packed: Int32Array, texts: Texts): Generator<NameUses> {
  let at = 0
  const next = (): number => packed[at++] as number
  const text = (): string => texts.at(next())
  const counted = (length: number): (readonly [string, number])[] =>
    Array.from({ length }, () => [text(), next()] as const)
  while (at < packed.length) {
    const key = text()
    const [names, roles, countries] = [next(), next(), next()]
    yield {
      key,
      names: counted(names),
      roles: Array.from({ length: roles }, text),
      countries: counted(countries),
    }
  }
}

/** The key of a name in an article. */
export const keyOf = (local: LocalNames, ref: NameRef): string =>
  (ref.identity === undefined ? undefined : local.byIdentity.get(ref.identity)) ??
  local.byName.get(foldText(ref.name)) ??
  nameKey(ref.type ?? 'organization', ref.name)

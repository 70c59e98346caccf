import type { Sentence } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { Entities, type MentionDraft } from './drafts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { Offices } from './offices.ts'
import { addPatterns } from './patterns.ts'
import { isRoleNoun, type RolePhrase, rolePhraseAt } from './roles.ts'
import { type FoundName, joinNames } from './spans.ts'
import { type TaggerModel, tagNames } from './tagger.ts'

/** What finding names needs, made once. */
export interface NameResources {
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  /** Without it the gazetteer and the patterns work alone. */
  readonly model: TaggerModel | null
}

/** Offices of one sentence, found by where they begin and end. */
export interface SentenceRoles {
  readonly all: readonly RolePhrase[]
  readonly byStart: ReadonlyMap<number, RolePhrase>
  readonly byEnd: ReadonlyMap<number, readonly RolePhrase[]>
}

/** The work on one article; each step reads what the steps before it left. */
export interface ArticleReading {
  readonly sentences: readonly Sentence[]
  readonly resources: NameResources
  /** Names of each sentence, in order, longer ones first. */
  readonly found: FoundName[][]
  readonly roles: readonly SentenceRoles[]
  readonly entities: Entities
  readonly offices: Offices
  readonly drafts: MentionDraft[]
}

const rolesOf = (
  sentence: Sentence,
  found: readonly FoundName[],
  { gazetteer, lexicon }: NameResources,
): SentenceRoles => {
  const { words } = sentence
  const names = new Map<number, FoundName>()
  const inPerson = new Uint8Array(words.length)
  for (const name of found) {
    const known = names.get(name.from)
    if (!known || (name.entry && !known.entry && known.phrase)) names.set(name.from, name)
    if (name.type === 'person') inPerson.fill(1, name.from, name.to)
  }
  const all: RolePhrase[] = []
  const byStart = new Map<number, RolePhrase>()
  const byEnd = new Map<number, RolePhrase[]>()
  for (let i = 0; i < words.length; i++) {
    if (inPerson[i] || !isRoleNoun(words[i]!)) continue
    const role = rolePhraseAt(words, i, names, gazetteer, lexicon)
    all.push(role)
    if (!byStart.has(role.from)) byStart.set(role.from, role)
    const ending = byEnd.get(role.to)
    if (ending) ending.push(role)
    else byEnd.set(role.to, [role])
  }
  return { all, byStart, byEnd }
}

/** First pass: names of the tagger, the gazetteer and the patterns, and the offices beside them. */
export const openReading = (sentences: readonly Sentence[], resources: NameResources): ArticleReading => {
  const { model, gazetteer } = resources
  const words = sentences.map((sentence) => sentence.words)
  const tags = model ? tagNames(model, gazetteer, words) : words.map(() => [])
  const found = sentences.map((sentence, i) => {
    const norms = sentence.words.map((word) => word.norm)
    return addPatterns(sentence, joinNames(sentence, norms, tags[i]!, gazetteer), gazetteer)
  })
  return {
    sentences,
    resources,
    found,
    roles: sentences.map((sentence, i) => rolesOf(sentence, found[i]!, resources)),
    entities: new Entities(),
    offices: new Offices(),
    drafts: [],
  }
}

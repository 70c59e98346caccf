import type { ArticleFacts, EventKind } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { foldText } from '../text/words.ts'
import { CALLED } from './cues.ts'
import { type Case, sameMatter } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Families of names (cues.ts) that occasions of a kind go by; a document is what was signed. */
const FAMILIES: Readonly<Partial<Record<EventKind, readonly number[]>>> = {
  meeting: [0],
  gathering: [0, 1, 2, 3],
  agreement: [4],
  detention: [5],
  appointment: [6],
}
const DOCUMENT = 4

/** Stems that verbs and adjectives have too: "договорились" is no treaty. */
const SHARED = new Set(['договор', 'прием', 'контракт', 'протокол'])
const isNoun = (stem: string, ending: string): boolean => !SHARED.has(stem) || /^[аеёиоуыюяйьмхв]{0,3}$/.test(ending)

/** What the mention itself is called, by the word that names it; for an agreement, the document in its sentence. */
const nameIn = (
  one: Case,
  at: number,
  family: number,
): { readonly value: string; readonly start: number; readonly end: number } | null => {
  const { article, trigger, sentence } = one.mentions[at] as Case['mentions'][number]
  const { text } = one.articles[article] as ArticleFacts
  const { start, end } = family === DOCUMENT ? sentence : trigger
  const names = new Map<string, { value: string; start: number; end: number }>()
  for (const match of text.slice(start, end).matchAll(/[\p{L}-]+/gu)) {
    const word = foldText(match[0])
    const found = CALLED[family]?.find(([stem]) => word.startsWith(stem) && isNoun(stem, word.slice(stem.length)))
    const from = start + match.index
    if (found && !names.has(found[1]))
      names.set(found[1], { value: found[1], start: from, end: from + match[0].length })
  }
  // "a protocol to the treaty": two in one sentence are two documents.
  return names.size === 1 ? ([...names.values()][0] ?? null) : null
}

/**
 * What sources call one and the same occasion, where they choose words that exclude each other ("ужин", "приём"): framing.
 * Only pages that use one of them alone take part, and only reports of the same matter.
 */
export const calledVersions = (one: Case): Disagreement[] => {
  const [first] = one.mentions
  if (!first) return []
  return (FAMILIES[first.kind] ?? []).flatMap((family) => {
    const told = one.mentions.flatMap((mention, at): { told: Told; mention: typeof mention }[] => {
      const name = nameIn(one, at, family)
      if (!name) return []
      const span = { start: name.start, end: name.end }
      const origin = one.origins[at] as number
      return [{ told: { key: name.value, value: name.value, article: mention.article, span, origin }, mention }]
    })
    const wordsOf = new Map<number, Set<string>>()
    for (const { told: one } of told) wordsOf.set(one.article, (wordsOf.get(one.article) ?? new Set()).add(one.key))
    const sole = told.filter(({ told: { article } }) => wordsOf.get(article)?.size === 1)
    const opposed = sole.filter((a) =>
      sole.some((b) => a.told.key !== b.told.key && sameMatter(one, a.mention, b.mention)),
    )
    const versions = versionsOf(
      opposed.map((each) => each.told),
      one.articles,
    )
    const about = family === DOCUMENT ? 'document' : 'words'
    return versions.length > 1 ? [disagreementOf(one.entry, about, 'framing', versions)] : []
  })
}

import { triggerForm } from '../../src/facts/events/candidates.ts'
import { rulesOf } from '../../src/facts/events/lexicon.ts'
import type { EventKind } from '../../src/facts/facts.ts'
import type { Word } from '../../src/language/index.ts'
import type { GoldPage } from './corpus.ts'

/** A word is listed that names an event of a kind on so many pages at least, and each tenth time that it stands anywhere. */
const PAGES = 2
const SHARE = 0.1

interface Seen {
  readonly pages: Set<string>
  times: number
}

const wordsOf = (page: GoldPage): readonly Word[] => page.analysis.sentences.flatMap(({ words }) => words)

// Words of no rule: where the hand-made lexicon knows a word, it decides of which kinds that word can be.
const formOf = (word: Word): string | null => {
  const form = triggerForm(word)
  if (!form || !/^[а-яё-]{3,}$/u.test(form.lemma)) return null
  return rulesOf(form.lemma).some(({ rule }) => rule.part === form.part && !rule.name.startsWith('learned.'))
    ? null
    : `${form.part} ${form.lemma}`
}

const count = (pages: readonly GoldPage[]) => {
  const all = new Map<string, number>()
  const named = new Map<string, Seen>()
  for (const page of pages)
    for (const word of wordsOf(page)) {
      const form = formOf(word)
      if (!form) continue
      all.set(form, (all.get(form) ?? 0) + 1)
      for (const { start, end, kinds } of page.events) {
        if (start >= word.end || word.start >= end) continue
        const key = `${kinds[0]} ${form}`
        const seen = named.get(key) ?? { pages: new Set(), times: 0 }
        seen.pages.add(page.id)
        seen.times++
        named.set(key, seen)
      }
    }
  return { all, named }
}

/** Words that name events on annotated pages and stand in no rule, by kind and part of speech. */
export const learnedWords = (
  pages: readonly GoldPage[],
): readonly { readonly kind: EventKind; readonly part: string; readonly lemmas: readonly string[] }[] => {
  const { all, named } = count(pages)
  const rules = new Map<string, string[]>()
  for (const [key, { pages: on, times }] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, part, lemma] = key.split(' ') as [string, string, string]
    if (on.size < PAGES || times < SHARE * all.get(`${part} ${lemma}`)!) continue
    const rule = rules.get(`${kind} ${part}`)
    if (rule) rule.push(lemma)
    else rules.set(`${kind} ${part}`, [lemma])
  }
  return [...rules].map(([key, lemmas]) => {
    const [kind, part] = key.split(' ') as [EventKind, string]
    return { kind, part, lemmas }
  })
}

/** The same as a module beside the hand-made rules. */
export const lexiconModule = (pages: readonly GoldPage[]): string =>
  `import type { TriggerRule } from '../rule.ts'

// Made by \`npm run train -- events … lexicon\`: words that name events on annotated pages and stand in no rule made by hand.

export const LEARNED_TRIGGERS: readonly TriggerRule[] = [
${learnedWords(pages)
  .map(
    ({ kind, part, lemmas }) => `  {
    name: 'learned.${kind}.${part}',
    kind: '${kind}',
    part: '${part}',
    prior: 'weak',
    lemmas: \`${lemmas.join(' ').replace(/(.{90,110}) /g, '$1\n      ')}\`,
  },`,
  )
  .join('\n')}
]
`

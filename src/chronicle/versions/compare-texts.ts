import { diffArrays } from 'diff'
import type { Span } from '../../core/index.ts'
import { sentencesOf } from '../text/sentences.ts'

/** Words of a sentence that stand in both texts, or only in the earlier or the later one. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** One sentence of the earlier text, the later one, or both; `opens` where it begins a line there. */
export type SentenceChange =
  | {
      readonly kind: 'same'
      readonly before: Span
      readonly after: Span
      readonly text: string
      readonly opens: boolean
    }
  | { readonly kind: 'removed'; readonly before: Span; readonly text: string; readonly opens: boolean }
  | { readonly kind: 'added'; readonly after: Span; readonly text: string; readonly opens: boolean }
  | {
      readonly kind: 'changed'
      readonly before: Span
      readonly after: Span
      readonly words: readonly WordChange[]
      readonly opens: boolean
    }

// Texts that differ in more than this are told as one taken out and one put in, so that the time stays bounded.
const MOST_SENTENCES = 20_000
const MOST_EDITS = 1_500
const MOST_WORD_EDITS = 400
const MOST_PAIRS = 4_000
/** Share of common words from which two sentences are one that was changed. */
const ALIKE = 0.4

interface Sentence {
  readonly span: Span
  readonly text: string
  readonly opens: boolean
}

const sentences = (text: string): Sentence[] =>
  sentencesOf(text, 0, MOST_SENTENCES).map((span, at, all) => ({
    span,
    text: text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    opens: at === 0 || text.slice((all[at - 1] as Span).end, span.start).includes('\n'),
  }))

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word.length > 2) ?? [],
  )

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / Math.min(a.size, b.size)
}

/** Which sentences of a changed stretch are each other's, in order: the pairing with most in common. */
const pairUp = (before: readonly Sentence[], after: readonly Sentence[]): [number, number][] => {
  if (before.length * after.length > MOST_PAIRS) return []
  const [a, b] = [before, after].map((list) => list.map(({ text }) => wordsIn(text))) as [
    ReadonlySet<string>[],
    ReadonlySet<string>[],
  ]
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width)
  const alike = (i: number, j: number): number => {
    const share = likeness(a[i] as ReadonlySet<string>, b[j] as ReadonlySet<string>)
    return share >= ALIKE ? share : Number.NEGATIVE_INFINITY
  }
  const at = (i: number, j: number): number => best[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + alike(i, j))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (at(i, j) === at(i + 1, j + 1) + alike(i, j)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/** What differs between two sentences, word by word. */
const wordChanges = (before: string, after: string): WordChange[] => {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_WORD_EDITS })
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

const changedStretch = (before: readonly Sentence[], after: readonly Sentence[]): SentenceChange[] => {
  const removed = ({ span, text, opens }: Sentence): SentenceChange => ({ kind: 'removed', before: span, text, opens })
  const added = ({ span, text, opens }: Sentence): SentenceChange => ({ kind: 'added', after: span, text, opens })
  const rows: SentenceChange[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...pairUp(before, after), [before.length, after.length] as const]) {
    rows.push(...before.slice(i, x).map(removed), ...after.slice(j, y).map(added))
    const [old, now] = [before[x], after[y]]
    if (old && now) {
      const words = wordChanges(old.text, now.text)
      rows.push({ kind: 'changed', before: old.span, after: now.span, words, opens: now.opens })
    }
    i = x + 1
    j = y + 1
  }
  return rows
}

/**
 * What was changed between two texts, sentence by sentence, and word by word inside a sentence that was rewritten.
 * Sentences are compared by Myers' algorithm (the `diff` package); spaces alone are no difference.
 *
 * @example compareTexts('Посол прибыл 14 мая.', 'Посол прибыл 15 мая.')[0].kind // 'changed'
 */
export const compareTexts = (before: string, after: string): SentenceChange[] => {
  const [old, now] = [sentences(before), sentences(after)]
  const changes = diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  ) ?? [
    { value: [], count: old.length, removed: true, added: false },
    { value: [], count: now.length, removed: false, added: true },
  ]
  const rows: SentenceChange[] = []
  let [i, j] = [0, 0]
  let gone: Sentence[] = []
  let come: Sentence[] = []
  const flush = (): void => {
    rows.push(...changedStretch(gone, come))
    gone = []
    come = []
  }
  for (const { count, added, removed } of changes) {
    const [from, into] = [old.slice(i, i + count), now.slice(j, j + count)]
    if (removed) gone.push(...from)
    else if (added) come.push(...into)
    else {
      flush()
      for (const [n, { span, text, opens }] of into.entries())
        rows.push({ kind: 'same', before: (from[n] as Sentence).span, after: span, text, opens })
    }
    if (!added) i += count
    if (!removed) j += count
  }
  flush()
  return rows
}

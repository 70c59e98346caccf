import { WordSet } from '../../core/index.ts'
import type { Word } from '../../language/index.ts'

/** A stretch of a sentence around one predicate. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** How it hangs on the rest: a main clause, a subordinate one, a participle or gerund phrase, a parenthesis. */
  readonly type: 'main' | 'sub' | 'relative' | 'participle' | 'gerund'
  /** Word that opens a subordinate clause ("что", "если", "чтобы"); empty for others. */
  readonly opener: string
  /** Index of the finite verb, short participle or infinitive that carries it, -1 without one. */
  readonly predicate: number
  /** Index of the clause that it hangs on, -1 for the first. */
  readonly parent: number
}

const BREAKS = new WordSet([',', ';', ':', '—', '–', '-', '(', ')', '«', '»', '"', '“', '”', '„', '…', '.', '!', '?'])
const OPENERS = new WordSet([
  'что',
  'чтобы',
  'если',
  'когда',
  'где',
  'куда',
  'откуда',
  'поскольку',
  'хотя',
  'пока',
  'как',
  'будто',
  'ли',
  'ведь',
  'раз',
  'едва',
  'почему',
  'зачем',
  'кто',
  'сколько',
  'чем',
  'кого',
  'кому',
  'чего',
  'чему',
])
const RELATIVE = new WordSet(['который', 'чей', 'каковой'])
const JOINERS = new WordSet(['и', 'а', 'но', 'или', 'либо', 'однако', 'затем', 'да'])

/** Whether a word can carry a clause by itself: a finite verb, a short participle or adjective ("готов", "должен"). */
export const isPredicate = (word: Word): boolean => {
  const { pos, verbForm, variant, mood } = word.morph
  if (pos === 'ADJ') return variant === 'Short'
  if (verbForm === 'Part') return variant === 'Short'
  if (verbForm === 'Inf' || verbForm === 'Conv') return false
  return pos === 'VERB' || (pos === 'AUX' && mood !== undefined) || (pos === 'AUX' && verbForm === 'Fin')
}

const isParticiple = (word: Word): boolean => word.morph.verbForm === 'Part' && word.morph.variant !== 'Short'

interface Chunk {
  from: number
  to: number
  type: Clause['type']
  opener: string
  predicate: number
}

const classify = (words: readonly Word[], from: number, to: number): Chunk => {
  let type: Clause['type'] = 'main'
  let opener = ''
  let predicate = -1
  for (let i = from; i < to; i++) if (predicate < 0 && isPredicate(words[i]!)) predicate = i
  let first = from
  while (first < to && (BREAKS.has(words[first]!.text) || JOINERS.has(words[first]!.norm))) first++
  for (let i = first; i < Math.min(to, first + 4); i++) {
    const word = words[i]!
    if (RELATIVE.has(word.lemma)) {
      type = 'relative'
      break
    }
    if (i < first + 2 && OPENERS.has(word.norm) && (word.norm !== 'как' || predicate >= 0)) {
      type = 'sub'
      opener = word.norm
      break
    }
  }
  if (type === 'main' && predicate < 0) {
    for (let i = first; i < Math.min(to, first + 3); i++) {
      if (words[i]!.morph.verbForm === 'Conv') type = 'gerund'
      else if (isParticiple(words[i]!) && i <= first + 1) type = 'participle'
      if (type !== 'main') {
        predicate = i
        break
      }
    }
  }
  return { from, to, type, opener, predicate }
}

// Chunks between punctuation; a joined second predicate ("прибыл … и провел …") opens a chunk of its own.
const chunksOf = (words: readonly Word[]): Chunk[] => {
  const bounds: number[] = [0]
  let hasPredicate = false
  let joiner = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (BREAKS.has(word.text)) {
      bounds.push(i + 1)
      hasPredicate = false
      joiner = -1
    } else if (JOINERS.has(word.norm)) joiner = i
    else if (isPredicate(word)) {
      if (hasPredicate && joiner > 0) {
        bounds.push(joiner)
        joiner = -1
      }
      hasPredicate = true
    }
  }
  const chunks: Chunk[] = []
  for (let b = 0; b < bounds.length; b++) {
    const from = bounds[b]!
    const to = bounds[b + 1] ?? words.length
    if (to > from) chunks.push(classify(words, from, to))
  }
  return chunks
}

/**
 * Cuts a sentence into clauses by punctuation, conjunctions and predicates. A chunk without a predicate goes on with the
 * clause before it; after a relative clause or a phrase the interrupted clause is taken up again. Linear in the words.
 *
 * @example 'Путин , выступая на форуме , заявил' // two clauses: 'Путин , … заявил' and 'выступая на форуме'
 */
export const clausesOf = (words: readonly Word[]): { clauses: readonly Clause[]; clauseOf: readonly number[] } => {
  const clauses: { -readonly [K in keyof Clause]: Clause[K] }[] = []
  const clauseOf: number[] = words.map(() => 0)
  const open: number[] = []
  for (const chunk of chunksOf(words)) {
    const top = open.at(-1)
    let at = -1
    if (chunk.type === 'main' && top !== undefined) {
      if (chunk.predicate < 0) at = top
      else {
        const waiting = open.findLastIndex((index) => clauses[index]!.predicate < 0)
        if (waiting >= 0) {
          at = open[waiting]!
          open.length = waiting + 1
        }
      }
    }
    if (at < 0) {
      at = clauses.length
      if (chunk.type === 'main') open.length = 0
      const { from, to, type, opener, predicate } = chunk
      clauses.push({ from, to, type, opener, predicate, parent: top ?? -1 })
      open.push(at)
      if (open.length > 6) open.shift()
    } else {
      const clause = clauses[at]!
      clause.to = chunk.to
      if (clause.predicate < 0) clause.predicate = chunk.predicate
    }
    for (let i = chunk.from; i < chunk.to; i++) clauseOf[i] = at
  }
  return { clauses, clauseOf }
}

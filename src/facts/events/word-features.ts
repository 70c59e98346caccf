import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { bit, FEW, kindNumber, lemmaNumber, partNumber } from './numbers.ts'
import { governor } from './paths.ts'

/** How far from a trigger the words that hang on it are looked for. */
const WINDOW = 11

const NEXT = new FacetTable()
const HANGING = new FacetTable()
const ABOVE = new FacetTable()

/** Numbers of the words that rules list; with all else that a key of `HANGING` holds there are fewer than `TRIGGERS`. */
const triggerNumber = numbering()
const TRIGGERS = 2 ** 30

const LINKS = new Set(['PUNCT', 'ADP', 'PART', 'SCONJ', 'CCONJ', 'DET'])

const NEIGHBOURS = [-2, -1, 1, 2] as const

/**
 * The words that a trigger stands with: on which it hangs, which hang on it, and two on either side. "Принять закон" is
 * a decision, "принять душ" is none, and only the second word tells. Names say nothing here: they stand for their sort.
 */
export const wordFacets = ({ reading, at, kind, rule, lemma }: Candidate): readonly Facet[] => {
  const { words, partyAt } = reading
  const kindAt = kindNumber(kind)
  const found: Facet[] = []
  // A name stands for its sort, and a light verb only carries its noun: neither is learned as a word. That a word is
  // known bounds how many there can be.
  const tells = (index: number): boolean => {
    const { morph, lemma: own, known } = words[index]!
    return partyAt[index] === -1 && known && morph.pos !== 'PUNCT' && !isCue(own, 'light')
  }
  for (const step of NEIGHBOURS) {
    const word = words[at + step]
    if (!word || !tells(at + step)) continue
    found.push(
      NEXT.facet((lemmaNumber(word.lemma) * FEW + kindAt) * 8 + step + 2, () => [`${kind}|next:${step}:${word.lemma}`]),
    )
  }
  const above = governor(words, at)
  if (above && tells(above.at)) {
    const { lemma: over } = words[above.at]!
    found.push(ABOVE.facet(lemmaNumber(over) * FEW + kindAt, () => [`${kind}|above:${over}`]))
  }
  const last = Math.min(words.length - 1, at + WINDOW)
  for (let i = Math.max(0, at - WINDOW); i <= last; i++) {
    const word = words[i]!
    if (word.head !== at || i === at || LINKS.has(word.morph.pos)) continue
    const { rel } = word
    const own = tells(i) ? word.lemma : ''
    const hangs = ((triggerNumber(lemma) * FEW + partNumber(rel)) * FEW + kindAt) * 2 + bit(rule.part === 'noun')
    const key = lemmaNumber(own) * TRIGGERS + hangs
    found.push(
      HANGING.facet(key, () => [
        `lemma:${lemma}:has:${rel}`,
        ...(own ? [`${kind}|hangs:${rel}:${own}`, `${rule.part}|hangs:${own}`] : []),
      ]),
    )
  }
  return found
}

import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { dependentsOn } from './dependents.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { bit, FEW, kindNumber, lemmaNumber, partNumber } from './numbers.ts'
import { governor } from './paths.ts'

const NEXT = new FacetTable()
const HANGING = new FacetTable()
const ABOVE = new FacetTable()

/** Numbers of the words that rules list; with all else that a key of `HANGING` holds there are fewer than `TRIGGERS`. */
const triggerNumber = numbering()
const TRIGGERS = 2 ** 30

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
  for (const i of dependentsOn(words, at)) {
    const { rel, lemma: hanging } = words[i]!
    const own = tells(i) ? hanging : ''
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

import type { Candidate } from './candidates.ts'
import { triggerForm } from './candidates.ts'
import { governor } from './paths.ts'
import { CARRIES_ON, IMPOSED, LIFTS, PACKED } from './russian/measures.ts'

/**
 * The act upon a sanction or a ban that the words name, of which the sanction itself is only the matter: who joins or
 * prolongs it imposes it, who lifts it frees of it. Null where nothing is done to it; `others` are all candidates of its
 * article.
 *
 * @example 'присоединилась к санкциям' // присоединилась, a sanction
 * @example 'отмена запрета' // отмена, a withdrawal
 */
export const actUpon = (measure: Candidate, others: readonly Candidate[]): Candidate | null => {
  if (measure.kind !== 'sanction' || !IMPOSED.has(measure.lemma)) return null
  const { words } = measure.reading
  let above = governor(words, measure.at)
  if (above && PACKED.has(words[above.at]!.lemma)) above = governor(words, above.at)
  if (!above) return null
  const { at } = above
  const form = triggerForm(words[at]!)
  if (!form) return null
  if (LIFTS.has(form.lemma))
    return others.find((one) => one.reading === measure.reading && one.at === at && one.kind === 'withdrawal') ?? null
  if (!CARRIES_ON.has(form.lemma)) return null
  return { ...measure, at, lemma: form.lemma, rule: { ...measure.rule, part: form.part } }
}

import type { Morph, Pos } from '../analysis.ts'
import { intern } from './morph.ts'

/**
 * A use of a word that treebanks know and the dictionary does not, in all its forms: an adjective or participle as a
 * noun (учащийся), a participle as an adjective (подходящий), `самый` ADJ beside DET, a noun of the other animacy.
 */
export interface Usage {
  /** The dictionary's reading that it goes with; see `usageSource`. */
  readonly from: string
  readonly pos: Pos
  readonly lemma: string
  /** Of nouns alone. */
  readonly animacy?: NonNullable<Morph['animacy']>
  /** Of nouns made of adjectives. */
  readonly gender?: NonNullable<Morph['gender']>
}

/** Usages by the dictionary's lemma. */
export type Usages = ReadonlyMap<string, readonly Usage[]>

/** What a reading of the dictionary is called in a `Usage` ("VERB Pres Act" is a participle); null for what has none. */
export const usageSource = ({ pos, verbForm, variant, tense, voice, degree, case: kase }: Morph): string | null => {
  if (kase === undefined || variant === 'Short') return null
  if (pos === 'NOUN' || pos === 'DET') return pos
  if (pos === 'ADJ') return degree === 'Sup' ? 'ADJ Sup' : degree === 'Cmp' ? null : pos
  return pos === 'VERB' && verbForm === 'Part' ? `VERB ${tense} ${voice}` : null
}

const asAttribute = ({ gender, animacy, case: kase, number }: Morph, pos: Pos): Morph =>
  intern({
    pos,
    ...(gender && { gender }),
    ...(animacy && { animacy }),
    ...(kase && { case: kase }),
    ...(number && { number }),
    ...(pos === 'ADJ' && { degree: 'Pos' }),
  })

/** A reading as it is used otherwise; null where this form has no such use. */
export const usedAs = (morph: Morph, { pos, animacy, gender }: Usage): Morph | null => {
  const { case: kase, number } = morph
  if (kase === undefined || number === undefined) return null
  if (pos !== 'NOUN') return asAttribute(morph, pos)
  if (animacy === undefined) return null
  if (morph.pos === 'NOUN') {
    // The accusative of these tells the animacy by its form.
    if (kase === 'Acc' && morph.gender === 'Masc') return null
    return intern({ pos, animacy, case: kase, ...(morph.gender && { gender: morph.gender }), number })
  }
  if (number === 'Sing' && gender !== morph.gender) return null
  if (kase === 'Acc' && morph.animacy !== undefined && morph.animacy !== animacy) return null
  return intern({ pos, animacy, case: kase, ...(gender && { gender }), number })
}

import type { Morph } from '../../analysis.ts'

/** What an ending alone says of a form of a person's name: its nominative, cases and genders, and how sure that is. */

export interface Candidate {
  readonly nominative: string
  /** Bit i = CASES[i]. */
  readonly cases: number
  /** Bit 1 = Masc, bit 2 = Fem. */
  readonly genders: number
  readonly score: number
  /** What the dictionary says when it knows the form as a name. */
  readonly named?: NonNullable<Morph['name']>
  /** Set for common words of the dictionary. */
  readonly common?: 'ADJ' | 'NOUN'
}

export const NOM = 1
export const GEN = 2
export const DAT = 4
export const ACC = 8
export const INS = 16
export const LOC = 32
export const ALL = 63
export const MASC = 1
export const FEM = 2
export const BOTH = 3

type Ending = readonly [ending: RegExp, cut: number, add: string, cases: number, genders: number, score: number]

// Ending of a form → ending of the nominative. Scores say how sure the ending alone is.
const ENDINGS: readonly Ending[] = [
  // Surnames in -ов, -ин.
  [/(?:[ое]в|[иы]н)ым$/, 2, '', INS, MASC, 1.4],
  [/(?:[ое]в|[иы]н)ой$/, 2, 'а', GEN | DAT | INS | LOC, FEM, 1.4],
  [/(?:[ое]в|[иы]н)у$/, 1, 'а', ACC, FEM, 1],
  [/(?:[ое]в|[иы]н)у$/, 1, '', DAT, MASC, 1],
  [/(?:[ое]в|[иы]н)а$/, 1, '', GEN | ACC, MASC, 1.05],
  [/(?:[ое]в|[иы]н)а$/, 0, '', NOM, FEM, 1.05],
  [/(?:[ое]в|[иы]н)е$/, 1, '', LOC, MASC, 1],
  // Surnames in -ский and the like.
  [/(?:ск|цк)ого$/, 3, 'ий', GEN | ACC, MASC, 1.4],
  [/(?:ск|цк)ому$/, 3, 'ий', DAT, MASC, 1.4],
  [/(?:ск|цк)им$/, 2, 'ий', INS, MASC, 1.4],
  [/(?:ск|цк)ом$/, 2, 'ий', LOC, MASC, 1.2],
  [/(?:ск|цк)ой$/, 2, 'ая', GEN | DAT | INS | LOC, FEM, 1.3],
  [/(?:ск|цк)ой$/, 0, '', NOM, MASC, 0.4],
  [/(?:ск|цк)ую$/, 2, 'ая', ACC, FEM, 1.4],
  [/[нлрвмбдтсш]ого$/, 3, 'ый', GEN | ACC, MASC, 1.1],
  [/[нлрвм]ому$/, 3, 'ый', DAT, MASC, 1.1],
  [/[нлрвм]ым$/, 2, 'ый', INS, MASC, 0.8],
  [/[нлрвм]ой$/, 2, 'ая', GEN | DAT | INS | LOC, FEM, 0.6],
  [/[нлрвмкгх]ую$/, 2, 'ая', ACC, FEM, 1],
  [/(?:[гх]|[^сц]к)ого$/, 3, 'ий', GEN | ACC, MASC, 1.1],
  [/(?:[гх]|[^сц]к)ому$/, 3, 'ий', DAT, MASC, 1.1],
  [/(?:[гхжчшщ]|[^сц]к)им$/, 2, 'ий', INS, MASC, 0.9],
  [/[жчшщн]его$/, 3, 'ий', GEN | ACC, MASC, 1.2],
  [/[жчшщн]ему$/, 3, 'ий', DAT, MASC, 1.2],
  // Patronymics.
  [/(?:ич)а$/, 1, '', GEN | ACC, MASC, 1.3],
  [/(?:ич)у$/, 1, '', DAT, MASC, 1.3],
  [/(?:ич)ем$/, 2, '', INS, MASC, 1.3],
  [/(?:вн|ичн)ы$/, 1, 'а', GEN, FEM, 1.3],
  [/(?:вн|ичн)ой$/, 2, 'а', INS, FEM, 1.3],
  // A fleeting vowel: -ец.
  [/[аеиоуыэюя][нлвмд]ца$/, 2, 'ец', GEN | ACC, MASC, 1.05],
  [/[аеиоуыэюя][нлвмд]цу$/, 2, 'ец', DAT, MASC, 1.05],
  [/[аеиоуыэюя][нлвмд]цем$/, 3, 'ец', INS, MASC, 1.3],
  [/[аеиоуыэюя][нлвмд]це$/, 2, 'ец', LOC, MASC, 0.9],
  // Second declension, hard and soft.
  [/[^аеиоуыэюяьй]а$/, 1, '', GEN | ACC, MASC, 0.95],
  [/[^аеиоуыэюяьй]у$/, 1, '', DAT, MASC, 0.95],
  [/[^аеиоуыэюяьй]ом$/, 2, '', INS, MASC, 1.2],
  [/[жчшщц]ем$/, 2, '', INS, MASC, 1.2],
  [/[^аеиоуыэюяьй]е$/, 1, '', LOC, MASC, 0.8],
  [/[аеиоуыэюя]я$/, 1, 'й', GEN | ACC, MASC, 1],
  [/[аеиоуыэюя]ю$/, 1, 'й', DAT, MASC, 1],
  [/[аеиоуыэюя]ем$/, 2, 'й', INS, MASC, 1.2],
  [/[аеоуыэюя]е$/, 1, 'й', LOC, MASC, 0.8],
  [/ии$/, 1, 'й', LOC, MASC, 0.8],
  [/[лртнсзмдбв]я$/, 1, 'ь', GEN | ACC, MASC, 0.8],
  [/[лртнсзмдбв]ю$/, 1, 'ь', DAT, MASC, 0.8],
  [/[лртнсзмдбв]ем$/, 2, 'ь', INS, MASC, 0.9],
  [/[лртнсзмдбв]е$/, 1, 'ь', LOC, MASC, 0.4],
  // First declension.
  [/[^гкхжчшщаеиоуыэюяьй]ы$/, 1, 'а', GEN, BOTH, 0.9],
  [/[гкхжчшщ]и$/, 1, 'а', GEN, BOTH, 0.75],
  [/[^аеиоуыэюяьй]е$/, 1, 'а', DAT | LOC, BOTH, 0.75],
  [/[^аеиоуыэюяьй]у$/, 1, 'а', ACC, BOTH, 0.75],
  [/[^аеиоуыэюяьй]ой$/, 2, 'а', INS, BOTH, 0.95],
  [/[жчшщц]ей$/, 2, 'а', INS, BOTH, 0.9],
  [/[лрнстдзеаиуь]и$/, 1, 'я', GEN, BOTH, 0.5],
  // No name ends so in the nominative.
  [/йи$/, 1, 'я', GEN, BOTH, 1],
  [/йю$/, 1, 'я', ACC, BOTH, 0.9],
  [/[лрнстдзь]е$/, 1, 'я', DAT | LOC, BOTH, 0.4],
  [/ии$/, 1, 'я', GEN | DAT | LOC, BOTH, 0.8],
  [/[лрнстдзеауь]ю$/, 1, 'я', ACC, BOTH, 0.65],
  [/ию$/, 1, 'я', ACC, BOTH, 0.85],
  [/[лрнстдзеаиуь]ей$/, 2, 'я', INS, BOTH, 0.7],
  // Feminine given names in -ь.
  [/[лрнствмд]ью$/, 1, '', INS, FEM, 0.7],
  // The nominative itself, and what is not declined.
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '', NOM, MASC, 1],
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '', ALL, FEM, 0.85],
  [/(?:[^о]й|ь)$/, 0, '', NOM, MASC, 0.95],
  [/(?:[^о]й|ь)$/, 0, '', ALL, FEM, 0.7],
  [/ой$/, 0, '', NOM, MASC, 0.45],
  [/ой$/, 0, '', ALL, FEM, 0.3],
  [/а$/, 0, '', NOM, BOTH, 0.8],
  [/я$/, 0, '', NOM, BOTH, 0.6],
  [/(?:дзе|швили|заде|доттир|[гкр]улы|оглы|кызы|иа)$/, 0, '', ALL, BOTH, 1.3],
  [/(?:ко|[ыи]х|[оиэ]|ску|[^кх]яну)$/, 0, '', ALL, BOTH, 0.8],
  [/[ая]го$/, 0, '', ALL, BOTH, 1],
  [/е$/, 0, '', ALL, BOTH, 0.65],
  [/[аеиоуэюя]у$/, 0, '', ALL, BOTH, 0.8],
  [/глу$/, 0, '', ALL, BOTH, 1.3],
  [/[^аеиоуэюя]у$/, 0, '', ALL, BOTH, 0.5],
  [/ю$/, 0, '', ALL, BOTH, 0.5],
  [/ы$/, 0, '', ALL, BOTH, 0.5],
]

/** Daughters' patronymics of Iceland and surnames that no sex declines: no masculine ending is cut off. */
const FIXED_TAIL = /(?:доттир|дзе|швили|заде|оглы|кызы|[гкр]улы)$/

/** Readings of an unknown form by its ending; never empty. */
export const byEnding = (norm: string): readonly Candidate[] => {
  const found: Candidate[] = []
  if (FIXED_TAIL.test(norm) && norm.length > 5) {
    const woman = /(?:доттир|кызы)$/.test(norm)
    return [{ nominative: norm, cases: ALL, genders: woman ? FEM : BOTH, score: 1.5 }]
  }
  for (const [ending, cut, add, cases, genders, score] of ENDINGS) {
    if (norm.length - cut < 2 || !ending.test(norm)) continue
    const nominative = norm.slice(0, norm.length - cut) + add
    // A stem without a vowel is no name ("Чена" → "Чен" is, "Чл" is not).
    if (cut > 0 && !/[аеиоуыэюя]/.test(nominative)) continue
    // An ending cut from a very short word is doubtful: "Хи", "Ли", "Ын" stand as they are.
    const short = cut > 0 && norm.length <= 3 ? 0.1 : 0
    // -ом, -ым and the like at the end of a nominative are rare.
    const rare = cut === 0 && /(?:[^р]ом|ым|ем)$/.test(norm) ? 0.35 : 0
    found.push({ nominative, cases, genders, score: score - short - rare })
  }
  if (found.length === 0) found.push({ nominative: norm, cases: ALL, genders: BOTH, score: 0.6 })
  return found
}

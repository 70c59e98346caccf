import type { Case, Word } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { givenForms } from './decline.ts'
import { capitalizeLike, formWith, spellLike } from './nominative.ts'

/** Brings a person's name to the nominative: readings of each part, joined by a common case and gender. */

export type PersonGender = 'Masc' | 'Fem'

interface Candidate {
  readonly nominative: string
  /** Bit i = CASES[i]. */
  readonly cases: number
  /** Bit 1 = Masc, bit 2 = Fem. */
  readonly genders: number
  readonly score: number
}

export interface NormalName {
  readonly parts: readonly string[]
  readonly gender: PersonGender | null
  readonly case: Case
  readonly score: number
}

export interface NameContext {
  /** Weight of each case from the words around, as CASES. */
  readonly cases: readonly number[]
  /** Weight of Masc and Fem from verbs and roles around. */
  readonly genders: readonly [number, number]
  /** Lower-case words that the article writes inside names: a candidate among them is likelier. */
  readonly seen: ReadonlySet<string>
}

const NOM = 1
const GEN = 2
const DAT = 4
const ACC = 8
const INS = 16
const LOC = 32
const ALL = 63
const MASC = 1
const FEM = 2
const BOTH = 3
const CASE_BIT: Readonly<Record<string, number>> = {
  Nom: NOM,
  Gen: GEN,
  Dat: DAT,
  Acc: ACC,
  Ins: INS,
  Loc: LOC,
  Voc: NOM,
  Par: GEN,
}
const CASE_NAMES: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

/** Particles of names: they stand still. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'фон дер ден ван де да ди до дю дос ду дель делла ла ле лос бен бин ибн аль эль аль- оглы кызы заде ас аз аш ан ат ар эт и ий ога хан бей паша эфенди уль ур ул тер цу цур ту'.split(
    ' ',
  ),
)

const VOWEL = /[аеиоуыэюя]$/

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
  [/[нлрвм]ого$/, 3, 'ый', GEN | ACC, MASC, 1.1],
  [/[нлрвм]ому$/, 3, 'ый', DAT, MASC, 1.1],
  [/[нлрвм]ым$/, 2, 'ый', INS, MASC, 0.8],
  [/[нлрвм]ой$/, 2, 'ая', GEN | DAT | INS | LOC, FEM, 0.6],
  [/[нлрвм]ую$/, 2, 'ая', ACC, FEM, 1],
  // Patronymics.
  [/(?:ич)а$/, 1, '', GEN | ACC, MASC, 1.3],
  [/(?:ич)у$/, 1, '', DAT, MASC, 1.3],
  [/(?:ич)ем$/, 2, '', INS, MASC, 1.3],
  [/(?:вн|ичн)ы$/, 1, 'а', GEN, FEM, 1.3],
  [/(?:вн|ичн)ой$/, 2, 'а', INS, FEM, 1.3],
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
  [/[гкхжчшщ]и$/, 1, 'а', GEN, BOTH, 0.8],
  [/[^аеиоуыэюяьй]е$/, 1, 'а', DAT | LOC, BOTH, 0.75],
  [/[^аеиоуыэюяьй]у$/, 1, 'а', ACC, BOTH, 0.75],
  [/[^аеиоуыэюяьй]ой$/, 2, 'а', INS, BOTH, 0.9],
  [/[жчшщц]ей$/, 2, 'а', INS, BOTH, 0.9],
  [/[лрнстдзеаиу]и$/, 1, 'я', GEN, BOTH, 0.5],
  [/[лрнстдз]е$/, 1, 'я', DAT | LOC, BOTH, 0.4],
  [/ии$/, 1, 'я', GEN | DAT | LOC, BOTH, 0.8],
  [/[лрнстдзеаиу]ю$/, 1, 'я', ACC, BOTH, 0.6],
  [/[лрнстдзеаиу]ей$/, 2, 'я', INS, BOTH, 0.7],
  // Feminine given names in -ь.
  [/[лрнствмд]ью$/, 1, '', INS, FEM, 0.7],
  // The nominative itself, and what is not declined.
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '', NOM, MASC, 1],
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '', ALL, FEM, 0.85],
  [/[йь]$/, 0, '', NOM, MASC, 0.95],
  [/[йь]$/, 0, '', ALL, FEM, 0.7],
  [/а$/, 0, '', NOM, BOTH, 0.8],
  [/я$/, 0, '', NOM, BOTH, 0.6],
  [/(?:ко|[ыи]х|[оиэю]|[гкр]улы|оглы)$/, 0, '', ALL, BOTH, 0.8],
  [/е$/, 0, '', ALL, BOTH, 0.65],
  [/[уы]$/, 0, '', ALL, BOTH, 0.5],
]

const byEnding = (norm: string): readonly Candidate[] => {
  const found: Candidate[] = []
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

const GENDER_BIT: Readonly<Record<string, number>> = { Masc: MASC, Fem: FEM }
const NAME_SCORE: Readonly<Record<string, number>> = { Giv: 2.2, Pat: 2.2, Sur: 1.9 }

// Given names that the dictionary lacks and that look like a form of another one it has ("Илона").
const GIVEN_FORMS: ReadonlyMap<string, Candidate> = new Map(
  ['илон'].flatMap((nominative) =>
    givenForms(nominative, 'Masc').map((form, i): [string, Candidate] => [
      form,
      {
        nominative,
        cases: form === nominative ? NOM : i === 1 || i === 3 ? GEN | ACC : 1 << i,
        genders: MASC,
        score: 2.6,
      },
    ]),
  ),
)

const byDictionary = (norm: string, lexicon: Lexicon): readonly Candidate[] => {
  const found: Candidate[] = []
  const given = GIVEN_FORMS.get(norm)
  if (given) found.push(given)
  for (const entry of lexicon.lookup(norm)) {
    const { morph } = entry
    if (morph.number !== 'Sing' || morph.case === undefined) continue
    const named = morph.name ? NAME_SCORE[morph.name] : undefined
    if (named === undefined && !(morph.pos === 'NOUN' || morph.pos === 'ADJ')) continue
    const genders = GENDER_BIT[morph.gender ?? ''] ?? (morph.gender === 'Neut' ? 0 : BOTH)
    if (genders === 0) continue
    const nominative = formWith(lexicon, entry, { case: 'Nom', number: 'Sing', gender: morph.gender }) ?? norm
    const base = named ?? (morph.animacy === 'Anim' ? 1 : 0.7)
    found.push({ nominative, cases: CASE_BIT[morph.case] ?? 0, genders, score: base + 0.3 * entry.weight })
  }
  return found
}

const JUNIOR = /^(.+)-(младш|старш)(ий|его|ему|им|ем)$/
const JUNIOR_CASE: Readonly<Record<string, number>> = { ий: NOM, его: GEN | ACC, ему: DAT, им: INS, ем: LOC }

/** Whether a token stands still in any case: an initial, a particle, Latin letters, digits, signs. */
const isFixed = (word: Pick<Word, 'text' | 'norm'>): boolean =>
  (word.text.length <= 2 && word.text === word.text.toUpperCase() && !VOWEL.test(word.norm.slice(1))) ||
  word.text.length === 1 ||
  NAME_PARTICLES.has(word.norm) ||
  !/[а-я]/.test(word.norm)

const still = (norm: string, score: number): Candidate => ({ nominative: norm, cases: ALL, genders: BOTH, score })

const hyphenated = (norm: string, lexicon: Lexicon): readonly Candidate[] => {
  const at = norm.lastIndexOf('-')
  const head = norm.slice(0, at)
  const tails = candidatesOf(norm.slice(at + 1), lexicon)
  const heads = candidatesOf(head, lexicon).filter(
    (candidate) => candidate.score > 1.3 && candidate.nominative !== head,
  )
  const made: Candidate[] = tails.map((tail) => ({
    ...tail,
    nominative: `${head}-${tail.nominative}`,
    score: tail.score - 0.1,
  }))
  for (const first of heads) {
    for (const tail of tails) {
      const cases = first.cases & tail.cases
      const genders = first.genders & tail.genders
      if (cases && genders)
        made.push({ nominative: `${first.nominative}-${tail.nominative}`, cases, genders, score: tail.score + 0.2 })
    }
  }
  return made
}

// The same names come again and again: what was made of a word is kept, up to so many words.
const KEPT = 20_000
const kept = new WeakMap<Lexicon, Map<string, readonly Candidate[]>>()

const candidatesOf = (norm: string, lexicon: Lexicon): readonly Candidate[] => {
  let known = kept.get(lexicon)
  if (!known) {
    known = new Map()
    kept.set(lexicon, known)
  }
  const before = known.get(norm)
  if (before) return before
  const made = makeCandidates(norm, lexicon)
  if (known.size >= KEPT) known.clear()
  known.set(norm, made)
  return made
}

const makeCandidates = (norm: string, lexicon: Lexicon): readonly Candidate[] => {
  const junior = JUNIOR.exec(norm)
  if (junior) {
    const cases = JUNIOR_CASE[junior[3]!]!
    return candidatesOf(junior[1]!, lexicon)
      .filter((candidate) => (candidate.cases & cases) !== 0)
      .map((candidate) => ({
        ...candidate,
        cases,
        nominative: `${candidate.nominative}-${junior[2]}ий`,
        score: candidate.score + 0.5,
      }))
  }
  if (norm.includes('-') && norm.length > 4) return hyphenated(norm, lexicon)
  const known = byDictionary(norm, lexicon)
  const sure = known.some((candidate) => candidate.score >= 1.9)
  const guessed = byEnding(norm)
  return sure
    ? [
        ...known,
        ...guessed.map((candidate) =>
          candidate.cases === ALL && /[оиэюу]$/.test(norm)
            ? { ...candidate, score: 1.6 }
            : { ...candidate, score: candidate.score - 0.6 },
        ),
      ]
    : [...known, ...guessed]
}

const SYLLABLES = /[аеиоуыэюя]/g
/** Short parts of Korean, Chinese and Vietnamese names: only the last of several is declined. */
const isSyllable = (norm: string): boolean => norm.length <= 5 && (norm.match(SYLLABLES)?.length ?? 0) === 1

const restore = (nominative: string, word: Pick<Word, 'text' | 'norm'>): string => {
  if (nominative === word.norm) return titleCase(word.text)
  return capitalizeLike(spellLike(nominative, word.text), titleCase(word.text))
}

/** A name in capitals ("ПУТИН") as names are written; initials and short abbreviations stay. */
const titleCase = (text: string): string =>
  text.length > 3 && text === text.toUpperCase() && /^[А-ЯЁ-]+$/.test(text)
    ? text
        .split('-')
        .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
        .join('-')
    : text

/**
 * The nominative of each word of a person's name, with the case and gender that fit all of them best.
 *
 * @example normalPerson(words of "Ким Чен Ыном", lexicon, context).parts // ['Ким', 'Чен', 'Ын']
 */
export const normalPerson = (
  words: readonly Pick<Word, 'text' | 'norm' | 'morph'>[],
  lexicon: Lexicon,
  context: NameContext,
): NormalName => {
  const asian =
    words.length >= 2 &&
    words.every((word) => isSyllable(word.norm) || word.norm.length <= 8) &&
    isSyllable(words[0]!.norm)
  const lists = words.map((word, i) => {
    if (isFixed(word)) return [still(word.norm, 0.5)]
    if (asian && i < words.length - 1) return [still(word.norm, 2.5)]
    const own = candidatesOf(word.norm, lexicon).map((candidate): Candidate => {
      const bonus = candidate.nominative !== word.norm && context.seen.has(candidate.nominative) ? 0.7 : 0
      const chosen = word.morph.case && (candidate.cases & (CASE_BIT[word.morph.case] ?? 0)) !== 0 ? 0.15 : 0
      const { nominative, cases, genders, score } = candidate
      return { nominative, cases, genders, score: score + bonus + chosen }
    })
    return i < words.length - 1 && words.length > 1 ? [...own, still(word.norm, 0.3)] : own
  })
  let best = { g: 0, c: 0, score: Number.NEGATIVE_INFINITY }
  for (let g = 0; g < 2; g++) {
    for (let c = 0; c < 6; c++) {
      let score = context.cases[c]! + context.genders[g]! + (g === 0 ? 0.1 : 0)
      for (const list of lists) score += topOf(list, g, c)?.score ?? -0.8
      if (score > best.score + 1e-9) best = { g, c, score }
    }
  }
  const { g, c, score } = best
  const parts = words.map((word, i) => {
    const top = topOf(lists[i]!, g, c)
    return top ? restore(top.nominative, word) : titleCase(word.text)
  })
  return { parts, gender: g === 0 ? 'Masc' : 'Fem', case: CASE_NAMES[c]!, score }
}

/** The likeliest candidate of a gender and a case. */
const topOf = (list: readonly Candidate[], gender: number, kase: number): Candidate | null => {
  let top: Candidate | null = null
  for (const candidate of list) {
    if ((candidate.cases & (1 << kase)) === 0 || (candidate.genders & (1 << gender)) === 0) continue
    if (!top || candidate.score > top.score) top = candidate
  }
  return top
}

import type { Case, Word } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { givenForms } from './decline.ts'
import { eastAsian } from './east-asia.ts'
import { formWith, writtenLike } from './nominative.ts'
import { ACC, ALL, BOTH, byEnding, type Candidate, DAT, FEM, GEN, INS, LOC, MASC, NOM } from './person-endings.ts'

/** Brings a person's name to the nominative: readings of each part, joined by a common case and gender. */

export type PersonGender = 'Masc' | 'Fem'

export interface NormalName {
  readonly parts: readonly string[]
  readonly gender: PersonGender | null
  readonly case: Case
  readonly score: number
}

export interface NameContext {
  /** Weight of each case from the words around, as CASES. */
  readonly cases: readonly number[]
  /** Weight of Masc and Fem from verbs around, for the nominative. */
  readonly genders: readonly [number, number]
  /** Sex that the calling before the name tells ("певица"). */
  readonly sex: PersonGender | null
  /** Lower-case words that the article writes inside names: a candidate among them is likelier. */
  readonly seen: ReadonlySet<string>
}

const CASE_BIT: Readonly<Record<string, number>> = {
  Nom: NOM,
  Gen: GEN,
  Dat: DAT,
  Acc: ACC,
  Ins: INS,
  Loc: LOC,
  Par: GEN,
}
const CASE_NAMES: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

/** Particles of names: they stand still. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'абу умм фон дер ден ван де да ди до дю дос ду дель делла ла ле лос бен бин ибн аль эль аль- оглы кызы заде ас аз аш ан ат ар эт и ий ога хан бей паша эфенди уль ур ул тер цу цур ту'.split(
    ' ',
  ),
)

const VOWEL = /[аеиоуыэюя]$/

const GENDER_BIT: Readonly<Record<string, number>> = { Masc: MASC, Fem: FEM }
const NAME_SCORE: Readonly<Record<string, number>> = { Giv: 2.2, Pat: 2.2, Sur: 1.9 }

// Names of men, all but out of use, whose forms are those of women's well-known names ("Алена" is hardly "Ален").
const RARE_MEN: ReadonlySet<string> = new Set(
  (
    'анастасий ален алин алл алис анжел анфис арин белл василис викторий гал галин даян диан евгени евдокий евпраксий зин злат илар ирин ' +
    'камилл капитолин карин клавдий клар кристин ксений лаур лиан лидий лилий лин лор марин марианн минерв мирр надежд нелл нин олесь олимпий ' +
    'полин раис регин римм розалий роксан руфин сабин сардан светлан снежан стелл сусанн таис тамар татьян ульян фаин эвелин эмилий юлиан юлий'
  ).split(' '),
)

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
  const entries = lexicon.lookup(norm)
  const adjectives = new Set(entries.filter(({ morph }) => morph.pos === 'ADJ').map(({ lemma }) => lemma))
  for (const entry of entries) {
    const { morph } = entry
    if (morph.number !== 'Sing' || morph.case === undefined) continue
    const named = morph.name ? NAME_SCORE[morph.name] : undefined
    if (named === undefined && !(morph.pos === 'NOUN' || morph.pos === 'ADJ')) continue
    const genders = GENDER_BIT[morph.gender ?? ''] ?? (morph.gender === 'Neut' ? 0 : BOTH)
    if (genders === 0) continue
    const wanted = { case: 'Nom', number: 'Sing', gender: morph.gender } as const
    const nominative = (formWith(lexicon, entry, wanted, norm) ?? norm).replaceAll('ё', 'е')
    const base = named ?? (morph.animacy === 'Anim' ? 1 : 0.7)
    // "Яровая" rather than "Ярова": a surname that is an adjective as well.
    const adjectival = morph.name === 'Sur' && adjectives.has(entry.lemma) ? 0.15 : 0
    const score = base + adjectival + 0.3 * entry.weight
    const rare = morph.name === 'Giv' && genders === MASC && RARE_MEN.has(nominative) ? 0.8 : 0
    const kind =
      named === undefined ? ({ common: morph.pos === 'ADJ' ? 'ADJ' : 'NOUN' } as const) : { named: morph.name! }
    found.push({ nominative, cases: CASE_BIT[morph.case] ?? 0, genders, score: score - rare, ...kind })
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

// "Франка-Вальтера": halves that end alike are likely both declined, whatever the dictionary knows.
const endAlike = (head: string, tail: string, cut: number): boolean =>
  cut > 0 && head.length - cut >= 4 && head.slice(-cut) === tail.slice(-cut)

const hyphenated = (norm: string, lexicon: Lexicon): readonly Candidate[] => {
  const at = norm.lastIndexOf('-')
  const head = norm.slice(0, at)
  const last = norm.slice(at + 1)
  const tails = candidatesOf(last, lexicon)
  const made: Candidate[] = tails.map((tail) => ({
    ...tail,
    nominative: `${head}-${tail.nominative}`,
    score: tail.score - 0.1,
  }))
  if (NAME_PARTICLES.has(head)) return made
  for (const first of candidatesOf(head, lexicon)) {
    if (first.nominative === head) continue
    for (const tail of tails) {
      const cases = first.cases & tail.cases
      const genders = first.genders & tail.genders
      if (!cases || !genders) continue
      if (first.score <= 1.3 && !endAlike(head, last, head.length - first.nominative.length)) continue
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
  // "Марии" is a form of "Мария", and stands still in nobody's name.
  const declined = known.some(({ named, nominative }) => named === 'Giv' && nominative !== norm)
  return sure
    ? [
        ...known,
        ...guessed.map((candidate) =>
          candidate.cases === ALL && /[оиэ]$/.test(norm) && !declined
            ? { ...candidate, score: 1.6 }
            : { ...candidate, score: candidate.score - 0.6 },
        ),
      ]
    : [...known, ...guessed]
}

const SYLLABLES = /[аеиоуыэюя]/g
const isSyllable = (norm: string): boolean => norm.length <= 5 && (norm.match(SYLLABLES)?.length ?? 0) === 1

/** Names of East Asia, of which only the last part is declined; other names of syllables as well, unless one is known. */
const declinesLastOnly = (words: readonly Pick<Word, 'norm'>[], lexicon: Lexicon): boolean => {
  if (words.length < 2) return false
  if (eastAsian(words.map((word) => word.norm))) return true
  return (
    words.every((word) => isSyllable(word.norm)) &&
    !lexicon.lookup(words[0]!.norm).some(({ morph }) => morph.name === 'Giv' || morph.name === 'Sur')
  )
}

const restore = (nominative: string, word: Pick<Word, 'text' | 'norm'>): string => {
  if (nominative === word.norm) return titleCase(word.text)
  return writtenLike(nominative, titleCase(word.text))
}

/** A name in capitals ("ПУТИН") as names are written; initials and short abbreviations stay. */
const titleCase = (text: string): string =>
  text.length > 3 && text === text.toUpperCase() && /^[А-ЯЁ-]+$/.test(text)
    ? text
        .split('-')
        .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
        .join('-')
    : text

// Where a given name stands no common word is meant if the dictionary knows a name; a surname is hardly a given name.
const fitting = (all: readonly Candidate[], given: boolean, count: number): readonly Candidate[] => {
  if (given)
    return all.some(({ named }) => named)
      ? all.filter(({ common }) => !common)
      : all.filter(({ common }) => common !== 'ADJ')
  if (count === 1 || all.some(({ named }) => named && named !== 'Giv')) return all
  return all.map((candidate) =>
    candidate.named === 'Giv' ? { ...candidate, score: candidate.score - 1.1 } : candidate,
  )
}

// A syllable with an ending: "Ына" is "Ын", "Цзиньпина" is "Цзиньпин".
const lastOfAsia = (own: readonly Candidate[], norm: string): readonly Candidate[] =>
  own.map((candidate) =>
    candidate.nominative !== norm && norm.startsWith(candidate.nominative) && /[^аеиоуыэюя]$/.test(candidate.nominative)
      ? { ...candidate, score: candidate.score + 0.5 }
      : candidate,
  )

/**
 * The nominative of each word of a person's name, with the case and gender that fit all of them best.
 *
 * @example normalPerson(words of "Ким Чен Ыном", lexicon, context).parts // ['Ким', 'Чен', 'Ын']
 */
export const normalPerson = (
  words: readonly Pick<Word, 'text' | 'norm' | 'morph' | 'known'>[],
  lexicon: Lexicon,
  context: NameContext,
): NormalName => {
  const asian = declinesLastOnly(words, lexicon)
  const lists = words.map((word, i) => {
    if (isFixed(word)) return [still(word.norm, 0.5)]
    if (asian && i < words.length - 1) return [still(word.norm, 2.5)]
    const given = i < words.length - 1
    const own = fitting(candidatesOf(word.norm, lexicon), given, words.length).map((candidate): Candidate => {
      const bonus = candidate.nominative !== word.norm && context.seen.has(candidate.nominative) ? 0.7 : 0
      return bonus === 0 ? candidate : { ...candidate, score: candidate.score + bonus }
    })
    if (asian && !given) return lastOfAsia(own, word.norm)
    // A man's name in a consonant is declined; what ends in a vowel may stand still.
    return given ? [...own, still(word.norm, /[аеиоуыэюя]$/.test(word.norm) ? 0.3 : -0.3)] : own
  })
  const last = words.length - 1
  // A given name is declined, also one that no dictionary has, beside a surname that is or that stands still in a vowel:
  // "Дариги Назарбаевой"; "Риши Сунак" may be a nominative.
  const ends = VOWEL.test(words[last]!.norm)
  const moves = (g: number, c: number): boolean => {
    const surname = topOf(lists[last]!, g, c, null)
    return surname !== null && (ends || surname.nominative !== words[last]!.norm)
  }
  let best = { g: 0, c: 0, score: Number.NEGATIVE_INFINITY }
  for (let g = 0; g < 2; g++) {
    for (let c = 0; c < 6; c++) {
      // A verb agrees with its subject, which stands in the nominative.
      let score = context.cases[c]! + (c === 0 ? context.genders[g]! : 0) + (g === 0 ? 0.1 : 0)
      if (context.sex !== null) score += (context.sex === 'Masc') === (g === 0) ? 0.8 : 0
      const declines = last > 0 && moves(g, c)
      for (let i = 0; i < lists.length; i++) {
        const written = declines && i < last ? words[i]!.norm : null
        const top = topOf(lists[i]!, g, c, written)
        score += top
          ? worthOf(top, written) +
            (top.cases !== ALL && words[i]!.morph.case === CASE_NAMES[c] ? (words[i]!.known ? TAGGED : GUESSED) : 0)
          : NO_FORM
      }
      if (score > best.score + 1e-9) best = { g, c, score }
    }
  }
  const { g, c, score } = best
  const declines = last > 0 && moves(g, c)
  const parts = words.map((word, i) => {
    const top = topOf(lists[i]!, g, c, declines && i < last ? word.norm : null)
    return top ? restore(top.nominative, word) : titleCase(word.text)
  })
  return { parts, gender: g === 0 ? 'Masc' : 'Fem', case: CASE_NAMES[c]!, score }
}

// Parts of one name agree: a case that one of them cannot be in is hardly the case of the name.
const NO_FORM = -1.6
// What the tagger's choice of a case is worth, for each word.
const TAGGED = 0.3
const GUESSED = 0.12

// What being declined is worth beside a surname that is.
const ALIKE = 0.1

const worthOf = ({ score, nominative }: Candidate, written: string | null): number =>
  written !== null && nominative !== written ? score + ALIKE : score

/** The likeliest candidate of a gender and a case; one that differs from `written`, where that is given, is likelier. */
const topOf = (list: readonly Candidate[], gender: number, kase: number, written: string | null): Candidate | null => {
  let top: Candidate | null = null
  for (const candidate of list) {
    if ((candidate.cases & (1 << kase)) === 0 || (candidate.genders & (1 << gender)) === 0) continue
    if (!top || worthOf(candidate, written) > worthOf(top, written)) top = candidate
  }
  return top
}

import type { Morph, Pos } from '../analysis.ts'
import { marksOf } from './agreement.ts'
import { canonical, hashText } from './canon.ts'
import { classOf, DIGIT, LETTER } from './chars.ts'
import { loneEntry } from './guess.ts'
import { changed, type Entry, type Lexicon } from './lexicon.ts'
import { intern, morphKey, remembered } from './morph.ts'
import type { Morphology } from './morphology.ts'
import { fold } from './normalize.ts'
import type { Chosen } from './read-sentence.ts'
import { type Usages, usageSource, usedAs } from './usages.ts'
import { WordCache } from './word-cache.ts'

export const NO_FRAME = 0
export const INTRANSITIVE = 1
export const TRANSITIVE = 2

/** What a part of speech does to what the tagger remembers of the words before. */
export const OTHER = 0
/** Noun, name, pronoun. */
export const NOMINAL = 1
/** Verb, auxiliary. */
export const VERBAL = 2
export const ADPOSITION = 3
export const SUBORDINATOR = 4
export const PUNCTUATION = 5
/** A quotation mark: agreement and government go on past it. */
export const QUOTE = 6

const ROLES: ReadonlyMap<Pos, number> = new Map<Pos, number>([
  ['NOUN', NOMINAL],
  ['PROPN', NOMINAL],
  ['PRON', NOMINAL],
  ['VERB', VERBAL],
  ['AUX', VERBAL],
  ['ADP', ADPOSITION],
  ['SCONJ', SUBORDINATOR],
  ['PUNCT', PUNCTUATION],
])

/** One tag that a word may bear, with the reading it stands for. */
export interface Candidate {
  /** Canonical tag: what the tagger chooses. */
  readonly tag: Morph
  /** The dictionary's reading behind it. */
  readonly entry: Entry
  /** Hashes of the tag as a whole, of its part of speech, and of what agreement asks (case, number, gender). */
  readonly whole: number
  readonly pos: number
  readonly agreement: number
  /** Part of speech with case, or with the form of the verb: what decides who may govern whom. */
  readonly kase: number
  /** Part of speech and form of the verb alone. */
  readonly kind: number
  /** Case, number, gender and person, to be compared with another word's; see `marksOf`. */
  readonly marks: number
  readonly lemma: number
  /** Frequency class of the reading among those of its word, 0 (rare) … 6. */
  readonly prior: number
  /** What the word does in a sentence, mostly by its part of speech: `NOMINAL`, `VERBAL` … */
  readonly role: number
  /** Whether a verb may have an object: `NO_FRAME` for what is no verb, `INTRANSITIVE`, `TRANSITIVE`. */
  readonly frame: number
  /** What its words share once it was chosen. */
  chosen: Chosen | null
}

/** What the tagger knows of a written word before it sees the sentence. */
export interface Slot {
  readonly norm: string
  readonly known: boolean
  readonly readings: readonly Entry[]
  readonly candidates: readonly Candidate[]
  /** Hashes: the word, its endings of 2, 3 and 4 letters, its beginning, its outward form, its set of tags and of parts of speech. */
  readonly word: number
  readonly ending2: number
  readonly ending3: number
  readonly ending4: number
  readonly beginning: number
  readonly shape: number
  readonly tagSet: number
  readonly caseSet: number
}

/** A tag that treebanks give to a form and the dictionary does not: `его` DET, `что` SCONJ. */
export interface FormTag {
  readonly tag: Morph
  readonly lemma: string
}

export type FormTags = ReadonlyMap<string, readonly FormTag[]>

/** What treebanks know of words and the dictionary does not: tags of single forms, and uses of words in all their forms. */
export interface Additions {
  readonly forms: FormTags
  readonly usages: Usages
}

export const NO_ADDITIONS: Additions = { forms: new Map(), usages: new Map() }

/** Candidates of one word, at most. */
export const MAX_CANDIDATES = 32

type TagHashes = Pick<Candidate, 'whole' | 'pos' | 'agreement' | 'kase' | 'kind' | 'marks'> & {
  /** Part of speech, case and number. */
  readonly pair: string
}

const hashes = new Map<Morph, TagHashes>()

const hashesOf = (tag: Morph): TagHashes => {
  const known = hashes.get(tag)
  if (known) return known
  const kind = tag.pos === 'PROPN' ? 'NOUN' : tag.pos
  const agreement = `${kind}|${tag.case ?? ''}|${tag.number ?? ''}|${tag.gender ?? ''}|${tag.person ?? ''}|${tag.variant ?? ''}`
  const form = tag.verbForm === 'Part' && tag.variant === 'Short' ? 'Short' : tag.verbForm
  const passive = tag.voice === 'Pass' || tag.voice === 'Mid' ? tag.voice : ''
  const governing = `${tag.pos}|${tag.case ?? ''}|${form ?? ''}|${passive}|${tag.degree === 'Cmp' ? 'Cmp' : ''}|${tag.variant ?? ''}`
  const made: TagHashes = {
    whole: hashText(morphKey(tag)),
    pos: hashText(`pos ${tag.pos}`),
    agreement: hashText(`agr ${agreement}`),
    kase: hashText(`case ${governing}`),
    kind: hashText(`kind ${kind}|${form ?? ''}|${tag.variant ?? ''}`),
    marks: marksOf(tag),
    pair: `${tag.pos}${tag.case ?? ''}${tag.number ?? ''}`,
  }
  hashes.set(tag, made)
  return made
}

/** Quotation marks whose side their order decides. */
const MARKS = new Set(['"', '“', '”', '„'])
const QUOTES = new Set([...MARKS, '«', '»', '``', "''"])

const makeCandidate = (tag: Morph, entry: Entry, frame = NO_FRAME): Candidate => {
  const { whole, pos, agreement, kase, kind, marks } = hashesOf(tag)
  const prior = Math.max(0, Math.round(6 + Math.log2(entry.weight + 1e-9) / 2))
  const lemma = hashText(`${entry.lemma} ${tag.pos}`)
  const role = tag.pos === 'PUNCT' && QUOTES.has(entry.lemma) ? QUOTE : (ROLES.get(tag.pos) ?? OTHER)
  return { tag, entry, whole, pos, agreement, kase, kind, marks, lemma, prior, role, frame, chosen: null }
}

const NAME = new Set<Pos>(['PROPN'])

const isCapital = (written: string): boolean => {
  const first = written.charAt(0)
  return first !== first.toLowerCase()
}

/** One capital letter: it may stand for a name. */
const isInitial = (written: string): boolean => written.length === 1 && isCapital(written)

const asName = remembered((morph) => intern({ ...morph, pos: 'PROPN' }))

const withOtherAnimacy = remembered((morph) => {
  const { name: _, ...rest } = morph
  return intern({ ...rest, animacy: morph.animacy === 'Anim' ? 'Inan' : 'Anim' })
})

const otherAnimacy = (entry: Entry): Entry =>
  changed(entry, { morph: withOtherAnimacy(entry.morph), weight: entry.weight / 2 })

/** A name beside a common noun for a word with a capital letter (Кремль, Совет), and the noun beside the name. */
const withNames = (entries: readonly Entry[], known: boolean): Entry[] => {
  const all: Entry[] = []
  for (const entry of entries) {
    all.push(entry)
    const { pos } = entry.morph
    if (!known && pos === 'PROPN') all.push(otherAnimacy(entry))
    if (pos !== 'NOUN') continue
    const name = changed(entry, { morph: asName(entry.morph), weight: entry.weight / 2 })
    all.push(name)
    if (!known) all.push(otherAnimacy(name))
  }
  return all
}

const COMPARATIVE = intern({ pos: 'ADV', degree: 'Cmp' })
const ORDINAL = intern({ pos: 'ADJ' })
const FOREIGN_NAME = intern({ pos: 'PROPN', foreign: 'Yes' })
const FOREIGN_WORD = intern({ pos: 'X', foreign: 'Yes' })
const INITIAL = intern({ pos: 'PROPN' })

/** A comparative is adverb and adjective alike; a number may count or order (3 сентября). */
const twinOf = (morph: Morph, word: string): Morph | null => {
  if (morph.pos === 'ADJ' && morph.degree === 'Cmp') return COMPARATIVE
  if (morph.pos === 'NUM' && classOf(word.charCodeAt(0)) === DIGIT && /^\d{1,4}$/.test(word)) return ORDINAL
  if (morph.foreign === 'Yes') return morph.pos === 'X' ? FOREIGN_NAME : FOREIGN_WORD
  return null
}

const withTwins = (entries: readonly Entry[], word: string): readonly Entry[] => {
  if (entries.every(({ morph }) => twinOf(morph, word) === null)) return entries
  return entries.flatMap((entry) => {
    const twin = twinOf(entry.morph, word)
    return twin ? [entry, changed(entry, { morph: twin })] : [entry]
  })
}

const usable = (entries: readonly Entry[], written: string): readonly Entry[] => {
  if (isCapital(written) || classOf(written.charCodeAt(0)) !== LETTER) return entries
  const common = entries.filter((entry) => !NAME.has(entry.morph.pos))
  return common.length > 0 ? common : entries
}

const shapeOf = (written: string): number => {
  const first = written.charAt(0)
  const upper = first !== first.toLowerCase()
  const all = written.length > 1 && upper && written === written.toUpperCase()
  const kind = classOf(written.charCodeAt(0))
  const latin = /^[A-Za-z]/.test(written)
  const initial = written.length === 1 && upper
  return hashText(`shape ${kind} ${upper} ${all} ${latin} ${initial} ${written.includes('-')}`)
}

/** Feature-bearing form of a word: digits are all one. */
const featureForm = (norm: string): string => (/\d/.test(norm) ? norm.replace(/\d/g, '0').replace(/0+/g, '0') : norm)

const entryFor = (form: FormTag, entries: readonly Entry[], word: string): Entry => {
  const sameDegree = (a: Morph, b: Morph): boolean => (a.degree === 'Sup') === (b.degree === 'Sup')
  // A superlative read as a plain adjective (высший) is not to be inflected as one (высокий).
  const same = entries.find(
    ({ lemma, morph }) => lemma === form.lemma && morph.pos === form.tag.pos && sameDegree(morph, form.tag),
  )
  return changed(same ?? loneEntry(word, form.tag), { lemma: form.lemma, morph: form.tag, weight: 0.1 })
}

/** Whether the dictionary lets a verb's form have an object in the accusative; passives and reflexives have none. */
const frameOf = (tag: Morph, entry: Entry, lexicon: Lexicon): number => {
  if (tag.pos !== 'VERB') return NO_FRAME
  if (tag.voice !== 'Act' || entry.paradigm < 0) return INTRANSITIVE
  return lexicon.tagOf(entry.paradigm, entry.form).includes('tran') ? TRANSITIVE : INTRANSITIVE
}

const collect = (
  entries: readonly Entry[],
  forms: readonly FormTag[],
  usages: Usages,
  word: string,
  lexicon: Lexicon,
): readonly Candidate[] => {
  const tags: Morph[] = []
  const best: Entry[] = []
  for (const entry of entries) {
    const tag = canonical(entry.morph, word, entry.lemma)
    const at = tags.indexOf(tag)
    if (at < 0) {
      tags.push(tag)
      best.push(entry)
    } else if (best[at]!.weight < entry.weight) best[at] = entry
  }
  for (const form of forms) {
    if (tags.includes(form.tag)) continue
    tags.push(form.tag)
    best.push(entryFor(form, entries, word))
  }
  for (const entry of entries) {
    const uses = usages.get(entry.lemma)
    const from = uses && usageSource(entry.morph)
    if (!from) continue
    for (const usage of uses) {
      const used = usage.from === from ? usedAs(entry.morph, usage) : null
      const tag = used && canonical(used, word, usage.lemma)
      if (!tag || tags.includes(tag)) continue
      tags.push(tag)
      best.push(entryFor({ tag, lemma: usage.lemma }, entries, word))
    }
  }
  return tags.slice(0, MAX_CANDIDATES).map((tag, i) => makeCandidate(tag, best[i]!, frameOf(tag, best[i]!, lexicon)))
}

/** Builds and remembers the slots of written words. */
export class Slots {
  private readonly morphology: Morphology
  private readonly additions: Additions
  private readonly cache = new WordCache<Slot>()

  constructor(morphology: Morphology, additions: Additions) {
    this.morphology = morphology
    this.additions = additions
  }

  /** The slot of a word as written. */
  of(written: string): Slot {
    const cached = this.cache.get(written)
    if (cached) return cached
    const slot = this.make(written)
    this.cache.set(written, slot)
    return slot
  }

  /** The slots of a sentence's words. Quotation marks are told apart as opening and closing, by their order where they look alike. */
  line(written: readonly string[]): Slot[] {
    let open = false
    return written.map((word) => {
      if (word.length !== 1 || !MARKS.has(word)) return this.of(word)
      open = word === '„' || (word !== '”' && !open)
      return this.mark(word, open)
    })
  }

  /** A quotation mark, which looks to the words around it as « or » does. */
  private mark(written: string, open: boolean): Slot {
    const key = open ? `${written} ` : ` ${written}`
    const cached = this.cache.get(key)
    if (cached) return cached
    const { norm, readings, candidates } = this.of(written)
    const made = { ...this.of(open ? '«' : '»'), norm, readings, candidates }
    this.cache.set(key, made)
    return made
  }

  /** The slot of a letter that stands for a name ("А." in "А. С. Сомов"): it can be nothing else. */
  initial(written: string): Slot {
    const key = `${written}.`
    const cached = this.cache.get(key)
    if (cached) return cached
    const slot = this.of(written)
    const entry = loneEntry(fold(written), INITIAL)
    const made = { ...slot, readings: [entry, ...slot.readings], candidates: [makeCandidate(entry.morph, entry)] }
    this.cache.set(key, made)
    return made
  }

  private make(written: string): Slot {
    const { norm, readings, known } = this.morphology.read(written)
    const word = fold(written)
    let entries = withTwins(usable(readings, written), word)
    if (isCapital(written)) entries = withNames(entries, known)
    if (isInitial(written)) entries = [...entries, loneEntry(word, INITIAL, 0.5)]
    const { forms, usages } = this.additions
    const candidates = collect(entries, forms.get(norm) ?? [], usages, norm, this.morphology.lexicon)
    const form = featureForm(norm)
    return {
      norm,
      known,
      readings,
      candidates,
      word: hashText(form),
      ending2: hashText(`-2${form.slice(-2)}`),
      ending3: hashText(`-3${form.slice(-3)}`),
      ending4: hashText(`-4${form.slice(-4)}`),
      beginning: hashText(`^${form.slice(0, 3)}`),
      shape: shapeOf(written),
      tagSet: candidates.reduce((sum, candidate) => (sum + Math.imul(candidate.whole, 0x9e3779b1)) | 0, 17),
      caseSet: setHash(candidates),
    }
  }
}

/** Hash of the distinct part-of-speech and case pairs of the candidates. */
const setHash = (candidates: readonly Candidate[]): number => {
  const pairs = new Set(candidates.map(({ tag }) => hashesOf(tag).pair))
  return hashText([...pairs].sort().join(' '))
}

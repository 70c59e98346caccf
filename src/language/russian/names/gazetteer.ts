import { foldLetters, WordMap } from '../../../core/index.ts'
import { BODY_ROWS, MEDIA_ROWS } from './bodies-data.ts'
import { COUNTRY_ROWS } from './countries-data.ts'
import { adjectiveForms } from './decline.ts'
import { phraseForms, plainName } from './forms.ts'

/** What a gazetteer entry names. */
export type EntryKind = 'country' | 'capital' | 'body' | 'media'

export interface GazetteerEntry {
  readonly kind: EntryKind
  /** Usual name: for a state the short usual one. */
  readonly name: string
  /** This variant in the nominative, as the tables write it. */
  readonly variant: string
  /** The state that it belongs to; null for international bodies. */
  readonly country: string | null
  /** Needs quotation marks or a head noun beside it, since its words are common ones ("Страна"). */
  readonly weak: boolean
  /** Must stand in capitals as the table writes it ("МОТ"). */
  readonly capitals: boolean
  /** Must not begin with a small letter. */
  readonly capital: boolean
  readonly state: State | null
  /** Its place in the tables: the order in which entries of one form are given. */
  readonly rank: number
}

export interface State {
  readonly name: string
  readonly english: string
  readonly capital: string | null
  readonly capitalEnglish: string
  readonly standing: 'full' | 'part' | 'past'
}

interface Node {
  next: Map<string, Node> | null
  entries: GazetteerEntry[] | null
  /** Cases that the form can stand in, by bit. */
  cases: number
}

export interface GazetteerMatch {
  readonly entries: readonly GazetteerEntry[]
  /** Words covered, from the first one asked. */
  readonly length: number
  /** Cases that the matched form can be, bit i = CASES[i]. */
  readonly cases: number
}

export interface Gazetteer {
  /** Longest name that begins at word `at`; quotation marks between its words are stepped over. */
  match(norms: readonly string[], at: number): GazetteerMatch | null
  /** State of an adjective form ("российского"). */
  adjective(norm: string): State | null
  /** State of the first half of a compound ("российско" of "российско-китайский"). */
  combining(norm: string): State | null
  /** State of a demonym's lemma ("россиянин"). */
  demonym(lemma: string): State | null
  state(name: string): State | null
  /** English name of a state or capital. */
  english(name: string): string | null
  /** The table's spelling of a declinable name, for `decline`. */
  written(name: string): string | null
}

/** Splits a name into the words that the tokenizer would give. */
export type Splitter = (text: string) => readonly string[]

const isCapitals = (name: string): boolean =>
  /^[^a-zа-яё]*$/.test(name) && /[A-ZА-ЯЁ]/.test(name) && !name.includes(' ')

/** A name of the tables whose forms are not made yet. */
interface Waiting {
  readonly spelled: string
  readonly entry: GazetteerEntry
}

/**
 * What all forms of a word begin with. Declension changes the last letters alone; the vowel that comes and goes in a
 * short word (Орёл, Орла) may be its third letter.
 */
const SHORT = 2
const LONG = 3
const LONG_WORD = 6
/** Words of a few pages. */
const LAZY = 3_000

const beginningOf = (word: string): string => word.slice(0, word.length >= LONG_WORD ? LONG : SHORT)

class Tables implements Gazetteer {
  readonly root: Node = { next: null, entries: null, cases: 0 }
  /** Names by the beginning of their first word: forms are made when a text has a word that begins so. */
  private readonly waiting = new Map<string, Waiting[]>()
  private readonly split: Splitter
  private names = 0
  private asked = 0
  readonly adjectives = new WordMap<State>([], 8_000)
  readonly halves = new Map<string, State>()
  readonly demonyms = new WordMap<State>([], 1_000)
  readonly states = new Map<string, State>()
  readonly englishNames = new Map<string, string>()
  readonly spellings = new Map<string, string>()

  constructor(split: Splitter) {
    this.split = split
  }

  /** Takes a name into the tables. */
  add(spelled: string, about: Omit<GazetteerEntry, 'rank'>): void {
    const entry: GazetteerEntry = { rank: this.names++, ...about }
    const key = foldLetters(about.variant)
    if (!this.spellings.has(key)) this.spellings.set(key, spelled)
    const beginning = beginningOf(this.split(key)[0] ?? '')
    const list = this.waiting.get(beginning)
    if (list) list.push({ spelled, entry })
    else this.waiting.set(beginning, [{ spelled, entry }])
  }

  /** Makes the forms of names that a word may begin; after some pages of all, since to ask each time costs too. */
  private makeFor(word: string): void {
    if (this.asked++ < LAZY) {
      this.make(word.slice(0, SHORT))
      this.make(word.slice(0, LONG))
    } else for (const beginning of [...this.waiting.keys()]) this.make(beginning)
  }

  /** Makes the forms of names that begin so. */
  private make(beginning: string): void {
    const names = this.waiting.get(beginning)
    if (!names) return
    this.waiting.delete(beginning)
    for (const { spelled, entry } of names) {
      phraseForms(spelled).forEach((spellings, i) => {
        for (const form of spellings) insert(this, this.split(form).map(foldLetters), entry, 1 << i)
      })
    }
  }

  match(norms: readonly string[], at: number): GazetteerMatch | null {
    const first = norms[at] ?? ''
    if (this.waiting.size > 0) this.makeFor(first)
    let node: Node | undefined = this.root.next?.get(first)
    let found: GazetteerMatch | null = null
    for (let i = at; node !== undefined; ) {
      if (node.entries) found = { entries: node.entries, length: i - at + 1, cases: node.cases }
      i++
      let next: Node | undefined = node.next?.get(norms[i] ?? '')
      if (next === undefined && isQuote(norms[i] ?? '')) next = node.next?.get(norms[++i] ?? '')
      node = next
    }
    return found
  }

  adjective(norm: string): State | null {
    return this.adjectives.get(norm) ?? null
  }

  combining(norm: string): State | null {
    return this.halves.get(norm) ?? null
  }

  demonym(lemma: string): State | null {
    return this.demonyms.get(lemma) ?? null
  }

  state(name: string): State | null {
    return this.states.get(name) ?? null
  }

  english(name: string): string | null {
    return this.englishNames.get(foldLetters(name)) ?? null
  }

  written(name: string): string | null {
    return this.spellings.get(foldLetters(name)) ?? null
  }
}

const isQuote = (text: string): boolean => /^[«»"“”„‟'’‘]$/.test(text)

const insert = (tables: Tables, words: readonly string[], entry: GazetteerEntry, bit: number): void => {
  let node = tables.root
  for (const word of words) {
    node.next ??= new Map()
    let next = node.next.get(word)
    if (!next) {
      next = { next: null, entries: null, cases: 0 }
      node.next.set(word, next)
    }
    node = next
  }
  node.entries ??= []
  node.cases |= bit
  if (node.entries.includes(entry)) return
  // In the order of the tables, whichever name's forms a text asked for first.
  const after = node.entries.findIndex(({ rank }) => rank > entry.rank)
  node.entries.splice(after < 0 ? node.entries.length : after, 0, entry)
}

const addName = (
  tables: Tables,
  written: string,
  about: Pick<GazetteerEntry, 'kind' | 'name' | 'country' | 'state'>,
): void => {
  const bare = written.replace(/[«»]/g, '')
  const spelled = bare.replaceAll('~', '')
  const variant = plainName(spelled)
  tables.add(spelled, {
    variant,
    ...about,
    weak: bare.includes('~'),
    capitals: isCapitals(variant),
    capital: /^[^a-zа-яё]/.test(variant),
  })
}

const list = (field: string | undefined): readonly string[] => (field ? field.split(',') : [])

const addAdjective = (tables: Tables, adjective: string, state: State): void => {
  const stem = adjective.slice(0, -2)
  for (const ending of ['ий', 'ая', 'ое', 'ие']) {
    for (const form of [...adjectiveForms(stem + ending), ...adjectiveForms(stem + ending, true)]) {
      if (!tables.adjectives.has(form)) tables.adjectives.set(form, state)
    }
  }
  if (!tables.halves.has(`${stem}о`)) tables.halves.set(`${stem}о`, state)
}

const addState = (tables: Tables, row: string): void => {
  const [short = '', names, adjectives, demonyms, capitals, english = '', capitalEnglish = '', standing] =
    row.split(';')
  const name = plainName(short)
  const capital = list(capitals)[0]
  const state: State = {
    name,
    english,
    capital: capital ? plainName(capital) : null,
    capitalEnglish,
    standing: standing === 'part' || standing === 'past' ? standing : 'full',
  }
  tables.states.set(name, state)
  for (const written of [short, ...list(names)])
    addName(tables, written, { kind: 'country', name, country: name, state })
  for (const written of list(capitals))
    addName(tables, written, { kind: 'capital', name: plainName(written), country: name, state })
  for (const adjective of list(adjectives)) addAdjective(tables, adjective, state)
  for (const demonym of list(demonyms)) if (!tables.demonyms.has(demonym)) tables.demonyms.set(demonym, state)
  tables.englishNames.set(foldLetters(name), english)
  if (state.capital) tables.englishNames.set(foldLetters(state.capital), capitalEnglish)
}

const rows = (table: string): readonly string[] => table.split('\n').filter((line) => line !== '')

const addBodies = (tables: Tables, table: string, kind: EntryKind): void => {
  for (const row of rows(table)) {
    const [usual = '', others, country] = row.split(';')
    const name = plainName(usual).replace(/^«(.*)»$/, '$1')
    for (const written of [usual, ...list(others)])
      addName(tables, written, { kind, name, country: country || null, state: null })
  }
}

/** Compound adjectives whose first half is of no single state's adjective. */
const HALVES: readonly (readonly [string, string])[] = [
  ['китайско', 'Китай'],
  ['германо', 'Германия'],
  ['франко', 'Франция'],
  ['англо', 'Великобритания'],
  ['греко', 'Греция'],
  ['итало', 'Италия'],
  ['японо', 'Япония'],
  ['индо', 'Индия'],
  ['ирано', 'Иран'],
  ['ирако', 'Ирак'],
  ['грузино', 'Грузия'],
  ['армяно', 'Армения'],
  ['турко', 'Турция'],
  ['сербо', 'Сербия'],
  ['финно', 'Финляндия'],
]

/** Opens the gazetteer of the tables; the forms of a name are made when a text may have it. */
export const buildGazetteer = (split: Splitter): Gazetteer => {
  const tables = new Tables(split)
  for (const row of rows(COUNTRY_ROWS)) addState(tables, row)
  for (const [half, name] of HALVES) {
    const state = tables.states.get(name)
    if (state && !tables.halves.has(half)) tables.halves.set(half, state)
  }
  addBodies(tables, BODY_ROWS, 'body')
  addBodies(tables, MEDIA_ROWS, 'media')
  return tables
}

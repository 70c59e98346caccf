import { foldLetters } from '../../../core/index.ts'
import { type Forms, givenForms, looksPatronymic, surnameForms } from './decline.ts'
import type { NormalName, PersonGender } from './person-name.ts'

/** People of one article: each name finds the fullest one of the same person. */

export interface Person {
  /** Parts of the fullest name, nominative, in the order of the text. */
  parts: string[]
  /** Words of the full name as they were normalised, with how often: the most frequent one is taken. */
  readonly spellings: Map<string, number>
  gender: PersonGender | null
  /** Ordinal of the last mention, to choose among namesakes. */
  last: number
}

export interface PersonName {
  readonly normal: NormalName
  /** Lower-case words as written. */
  readonly norms: readonly string[]
  /** Place in the text's order. */
  readonly order: number
  /** Whether it stands as the subject right before its verb, and so in the nominative. */
  readonly leads: boolean
}

/** One letter, or one of the two-letter ones that the press writes, stands for a given name. */
const isInitial = (part: string): boolean =>
  part.length === 1 || /^(?:Дж|Вл|Ал|Ст|Ю|Я)\.?$/.test(part) || /^[А-ЯЁA-Z]\.$/.test(part)

const isSign = (part: string): boolean => /^[.\-–,]+$/.test(part)

const wordsOf = (parts: readonly string[]): readonly string[] => parts.filter((part) => !isSign(part))
const spelled = (parts: readonly string[]): readonly string[] => wordsOf(parts).filter((part) => !isInitial(part))

const formsFor = (part: string, gender: PersonGender | null, last: boolean): ReadonlySet<string> => {
  const make: (g: PersonGender) => Forms = (g) => (last ? surnameForms(part, g) : givenForms(part, g))
  const all = gender ? make(gender) : [...make('Masc'), ...make('Fem')]
  return new Set([...all, part].map(foldLetters))
}

const MAX_NAMESAKES = 24

/** How much more a name says of its spelling that is the subject of its verb than one that was brought to the nominative. */
const WRITTEN = 1.5

export class People {
  readonly persons: Person[] = []
  /** Form of a part of a name → persons who bear it, with the part's place from the end. */
  private readonly byForm = new Map<string, { person: Person; part: number }[]>()

  private index(person: Person, part: number): void {
    const last = part === person.parts.length - 1
    for (const form of formsFor(person.parts[part]!, person.gender, last)) {
      const bearers = this.byForm.get(form)
      if (!bearers) this.byForm.set(form, [{ person, part }])
      else if (
        bearers.length < MAX_NAMESAKES &&
        !bearers.some((other) => other.person === person && other.part === part)
      )
        bearers.push({ person, part })
    }
  }

  private create(name: PersonName): Person {
    const parts = [...wordsOf(name.normal.parts)]
    const person: Person = { parts, spellings: new Map(), gender: name.normal.gender, last: name.order }
    this.persons.push(person)
    parts.forEach((part, i) => {
      if (!isInitial(part)) this.index(person, i)
    })
    return person
  }

  private note(person: Person, name: PersonName): Person {
    const text = name.normal.parts.join(' ')
    // "Риши Сунак одобрил" has the name, whereas "Риша Сунак" was only made of "Риши Сунака".
    const written = name.leads && foldLetters(text) === name.norms.join(' ') ? WRITTEN : 1
    person.spellings.set(text, (person.spellings.get(text) ?? 0) + written)
    person.last = name.order
    return person
  }

  /** Whether a name's words can all be this person's: equal in some form, or an initial of a part. */
  private agrees(person: Person, norms: readonly string[], normal: readonly string[]): boolean {
    const own = person.parts
    let at = 0
    for (let i = 0; i < norms.length; i++) {
      const norm = norms[i]!
      let found = -1
      for (let k = at; k < own.length; k++) {
        const part = own[k]!
        const initial = isInitial(normal[i] ?? '') || isInitial(part)
        const fits = initial
          ? foldLetters(part).startsWith(norm.replace('.', '').slice(0, isInitial(part) ? 1 : norm.length)) ||
            norm.startsWith(foldLetters(part).replace('.', ''))
          : formsFor(part, person.gender, k === own.length - 1).has(norm) ||
            foldLetters(part) === foldLetters(normal[i] ?? '')
        if (fits) {
          found = k
          break
        }
      }
      if (found < 0) return false
      at = found + 1
    }
    return true
  }

  /** Adds a name of two words or more (initials count); gives its person. */
  addFull(name: PersonName): Person {
    const norms = name.norms.filter((norm) => !isSign(norm))
    const normal = wordsOf(name.normal.parts)
    const surname = norms.at(-1)!
    const candidates = [...(this.byForm.get(surname) ?? []), ...(this.byForm.get(foldLetters(normal.at(-1)!)) ?? [])]
    for (const { person } of candidates) {
      if (this.agrees(person, norms, normal)) return this.note(this.fuller(person, name), name)
    }
    for (const { person, part } of candidates) {
      // A longer name of somebody known by a shorter one: "В. Путин" → "Владимир Путин".
      if (part !== person.parts.length - 1 || person.parts.length > normal.length) continue
      if (this.longer(person, norms, normal)) return this.note(this.fuller(person, name), name)
    }
    return this.note(this.create(name), name)
  }

  private longer(person: Person, norms: readonly string[], normal: readonly string[]): boolean {
    let at = 0
    for (const [k, part] of person.parts.entries()) {
      let found = -1
      for (let i = at; i < norms.length; i++) {
        const own = formsFor(part, person.gender, k === person.parts.length - 1)
        const fits = isInitial(part)
          ? norms[i]!.startsWith(foldLetters(part).replace('.', ''))
          : own.has(norms[i]!) || foldLetters(normal[i] ?? '') === foldLetters(part)
        if (fits) {
          found = i
          break
        }
      }
      if (found < 0) return false
      at = found + 1
    }
    return true
  }

  private fuller(person: Person, name: PersonName): Person {
    const parts = wordsOf(name.normal.parts)
    const size = (list: readonly string[]): number => spelled(list).length * 10 + list.length
    if (size(parts) > size(person.parts)) {
      person.parts = [...parts]
      if (name.normal.gender) person.gender = name.normal.gender
      parts.forEach((part, i) => {
        if (!isInitial(part)) this.index(person, i)
      })
    }
    return person
  }

  /** Whether a lower-case word is a form of a surname (last part) that a full name of the article bears. */
  isSurname(norm: string): boolean {
    return this.byForm.get(norm)?.some(({ person, part }) => part === person.parts.length - 1 && part > 0) ?? false
  }

  /** The person that a single word can name, with the nominative of the part; the one last spoken of among namesakes. */
  findSingle(norm: string, gender: PersonGender | null, order: number): { person: Person; nominative: string } | null {
    const bearers = this.byForm.get(norm)
    if (!bearers) return null
    let best: { person: Person; part: number } | null = null
    let bestRank = -Infinity
    for (const bearer of bearers) {
      const { person, part } = bearer
      if (looksPatronymic(person.parts[part]!) && part > 0) continue
      const distance = person.last <= order ? (order - person.last) / 1e6 : 0.5 + (person.last - order) / 1e6
      const exact = foldLetters(person.parts[part]!) === norm ? 0.1 : 0
      const clash = gender && person.gender && gender !== person.gender ? 0.6 : 0
      const rank = (part === person.parts.length - 1 ? 2 : part === 0 ? 1 : 0) + exact - clash - distance
      if (rank > bestRank) {
        bestRank = rank
        best = bearer
      }
    }
    return best && { person: best.person, nominative: best.person.parts[best.part]! }
  }

  /** Adds a single word: a short form of somebody known, or a new person. */
  addSingle(name: PersonName): { person: Person; nominative: string } {
    const norm = name.norms[0]!
    const found =
      this.findSingle(norm, null, name.order) ?? this.findSingle(foldLetters(name.normal.parts[0]!), null, name.order)
    if (found) {
      found.person.last = name.order
      return found
    }
    const person = this.note(this.create(name), name)
    return { person, nominative: name.normal.parts.join(' ') }
  }
}

/** The name that a person goes by: the fullest spelling, the most frequent of equals. */
export const personName = (person: Person): string => {
  let best = ''
  let bestRank = -1
  for (const [text, count] of person.spellings) {
    const parts = text.split(' ')
    const rank = spelled(parts).length * 1e6 + wordsOf(parts).length * 1e4 + Math.min(count, 9999)
    if (rank > bestRank) {
      bestRank = rank
      best = text
    }
  }
  return tidy(best)
}

/** Spaces as names are written: "М . Ганнучи" → "М. Ганнучи". */
export const tidy = (text: string): string => text.replace(/ \./g, '.').replace(/ - /g, '-')

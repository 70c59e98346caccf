import { foldLetters } from '../../../core/index.ts'
import type { Word } from '../../analysis.ts'
import { SEATS } from './bodies-data.ts'
import { count, type EntityDraft } from './drafts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { normalPhrase } from './phrase-name.ts'
import type { ArticleReading } from './reading.ts'
import { type FoundName, properName } from './spans.ts'
import { standsForState } from './states.ts'
import { namesByStart, thingEntity, thingName } from './things.ts'

/** States, bodies, places, media, documents and events of an article, and the adjectives of states. */

/** How many names may share one head noun. */
const SHARERS = 8

/** "[Тверской], Псковской и Калужской областей": the noun that a bare adjective shares with the names after it. */
const sharedHead = (words: readonly Word[], names: readonly FoundName[], index: number): Word | null => {
  const { type, entry, from, to } = names[index]!
  if (type !== 'place' || entry || to - from !== 1 || words[from]!.morph.pos !== 'ADJ') return null
  let end = to
  for (let i = index + 1; i <= index + SHARERS; i++) {
    const next = names[i]
    if (next?.type !== 'place' || next.from !== end + 1 || !/^(?:и|или|,)$/.test(words[end]!.norm)) return null
    const last = words[next.to - 1]!
    if (next.to - next.from > 1)
      return last.morph.pos === 'NOUN' && last.morph.number === 'Plur' && last.text === last.norm ? last : null
    end = next.to
  }
  return null
}

/** Bodies that go by another's name: by the letters that stand for them, by the capital where they sit. */
interface Known {
  readonly letters: ReadonlyMap<string, EntityDraft>
  readonly seated: ReadonlyMap<string, EntityDraft>
  /** Bodies of other states, by the body of the table whose name they bear: "Сенат" where the article speaks of "Сенат Чили". */
  readonly others: ReadonlyMap<string, EntityDraft>
}

const readThing = (
  reading: ArticleReading,
  s: number,
  name: FoundName,
  head: Word | null,
  joined: boolean,
  countries: ReadonlyMap<number, FoundName>,
  seen: ReadonlySet<string>,
  known: Known,
): boolean => {
  const { gazetteer, lexicon } = reading.resources
  const { words } = reading.sentences[s]!
  const proper = properName(name)
  const own = thingName(words, proper, lexicon, seen)
  const phrase = head
    ? { ...own, text: normalPhrase([...words.slice(name.from, name.to), head], 0, 2, lexicon).text }
    : own
  const capital = name.entry?.kind === 'capital' && name.type === 'place' ? name.entry : null
  const state = capital && standsForState(words, name, joined) ? capital.country : null
  // "Брюссель решил начать переговоры".
  const seated = state ? known.seated.get(capital!.name) : undefined
  if (seated) {
    const at = {
      start: words[name.from]!.start,
      end: words[name.to - 1]!.end,
      sentence: s,
      from: name.from,
      to: name.to,
    }
    reading.drafts.push({ ...at, type: 'organization', name: seated.name, entity: seated, head: phrase.head })
    return false
  }
  const entity: EntityDraft = state
    ? reading.entities.get('country', state, state)
    : (known.others.get(name.entry?.name ?? '') ??
      (name.type === 'organization' && !name.entry ? known.letters.get(phrase.text) : undefined) ??
      thingEntity(words, proper, phrase.text, countries, reading.entities, gazetteer, lexicon))
  const type = state ? 'country' : name.type
  count(entity.variants, state ? phrase.text : (name.entry?.variant ?? phrase.text))
  if (name.entry?.kind === 'body' && name.entry.country === null) entity.usual = name.entry.name
  reading.drafts.push({
    start: words[name.from]!.start,
    end: words[name.to - 1]!.end,
    type,
    name: type === 'country' && !state ? (name.entry?.country ?? phrase.text) : phrase.text,
    entity,
    sentence: s,
    from: name.from,
    to: name.to,
    head: phrase.head,
    ...(name.phrase ? { by: 'role' as const } : {}),
  })
  return type === 'country'
}

/** Bodies that sit in a capital and that the article names without naming its state, by the capital. */
const bodiesThatSit = ({ found, entities }: ArticleReading): ReadonlyMap<string, EntityDraft> => {
  const named = new Set<string>()
  for (const names of found)
    for (const { entry } of names)
      if (entry?.kind === 'country' || entry?.kind === 'body') named.add(entry.country ?? entry.name).add(entry.name)
  return new Map(
    SEATS.filter(({ body, state }) => named.has(body) && !named.has(state)).map(({ capital, body }) => [
      capital,
      entities.get('organization', body, body),
    ]),
  )
}

// Single words that the article writes as names in the nominative.
const seenNames = ({ sentences, found }: ArticleReading): ReadonlySet<string> => {
  const seen = new Set<string>()
  sentences.forEach(({ words }, s) => {
    for (const { from, to, type } of found[s]!) {
      const word = words[from]!
      if (to - from !== 1 || type === 'person' || word.morph.case !== 'Nom') continue
      if (word.known || !/[аяеуюыи]$/.test(word.norm)) seen.add(word.norm)
    }
  })
  return seen
}

/** Whether letters stand for the words of a name, in their order: "Союз портов Севера", СПС. */
const standFor = (letters: string, words: readonly Word[]): boolean => {
  const initials = words.map(({ text }) => text.charAt(0).toUpperCase())
  let at = -1
  for (const letter of letters) {
    at = initials.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** Bodies whose name the article explains by letters in brackets, by these letters; by the name where only they are known. */
const lettersOf = (reading: ArticleReading, seen: ReadonlySet<string>): ReadonlyMap<string, EntityDraft> => {
  const { gazetteer, lexicon } = reading.resources
  const letters = new Map<string, EntityDraft>()
  reading.sentences.forEach(({ words }, s) => {
    const names = reading.found[s]!
    for (const name of names) {
      if (name.letters === undefined || name.entry) continue
      const long = properName(name)
      const { text } = words[name.letters]!
      if (!standFor(text, words.slice(long.from, long.to))) continue
      const phrase = thingName(words, long, lexicon, seen)
      const countries = namesByStart(names, 'country')
      const entityOf = (one: FoundName, as: string): EntityDraft =>
        thingEntity(words, one, as, countries, reading.entities, gazetteer, lexicon)
      const short = namesByStart(names, 'organization').get(name.letters)
      if (short?.entry) letters.set(phrase.text, entityOf(short, short.entry.variant))
      else letters.set(text, entityOf(long, phrase.text))
    }
  })
  return letters
}

// "Сенат США", and not "Сенат".
const namesState = (name: string, gazetteer: Gazetteer): boolean => {
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return last !== name && !!gazetteer.match([foldLetters(last)], 0)?.entries.some(({ kind }) => kind === 'country')
}

/** Bodies that bear the name of one in the table and are another state's, where the article never tells of the one in the table by its state. */
const bodiesInstead = (reading: ArticleReading, seen: ReadonlySet<string>): ReadonlyMap<string, EntityDraft> => {
  const { gazetteer, lexicon } = reading.resources
  const found = new Map<string, EntityDraft>()
  const told = new Set<string>()
  reading.sentences.forEach(({ words }, s) => {
    const names = reading.found[s]!
    for (const name of names) {
      const { instead, entry } = name
      if (entry?.kind === 'body' && namesState(entry.variant, gazetteer)) told.add(entry.name)
      if (instead === undefined || found.has(instead)) continue
      const { text } = thingName(words, name, lexicon, seen)
      const countries = namesByStart(names, 'country')
      found.set(instead, thingEntity(words, name, text, countries, reading.entities, gazetteer, lexicon))
    }
  })
  for (const name of told) found.delete(name)
  return found
}

/** Reads all names that are no people's. */
export const readThings = (reading: ArticleReading): void => {
  const seen = seenNames(reading)
  const known: Known = {
    letters: lettersOf(reading, seen),
    seated: bodiesThatSit(reading),
    others: bodiesInstead(reading, seen),
  }
  reading.sentences.forEach((_, s) => {
    const countries = namesByStart(reading.found[s]!, 'country')
    let stateBefore = false
    let lastEnd = -9
    const names = reading.found[s]!
    for (const [i, name] of names.entries()) {
      if (name.type === 'person') continue
      const head = sharedHead(reading.sentences[s]!.words, names, i)
      stateBefore = readThing(reading, s, name, head, stateBefore && name.from - lastEnd === 1, countries, seen, known)
      lastEnd = name.to
    }
  })
}

const addAdjective = (
  reading: ArticleReading,
  s: number,
  i: number,
  start: number,
  end: number,
  state: string,
): void => {
  const entity = reading.entities.get('country', state, state)
  reading.drafts.push({
    start,
    end,
    type: 'country',
    name: state,
    entity,
    sentence: s,
    from: i,
    to: i + 1,
    head: i,
    by: 'adjective',
  })
}

/** "российско-китайский": each half names a state. */
const addHalves = (reading: ArticleReading, s: number, i: number, word: Word): void => {
  const { gazetteer } = reading.resources
  if (word.norm.length !== word.text.length) return
  let at = 0
  for (const part of word.norm.split('-')) {
    const state = gazetteer.combining(part) ?? gazetteer.adjective(part)
    if (state) addAdjective(reading, s, i, word.start + at, word.start + at + part.length, state.name)
    at += part.length + 1
  }
}

/** Reads adjectives and demonyms of states ("российский", "россиянин"). */
export const readAdjectives = (reading: ArticleReading): void => {
  const { gazetteer } = reading.resources
  reading.sentences.forEach(({ words }, s) => {
    const inPerson = new Uint8Array(words.length)
    for (const name of reading.found[s]!) if (name.type === 'person') inPerson.fill(1, name.from, name.to)
    words.forEach((word, i) => {
      if (inPerson[i]) return
      const state = gazetteer.adjective(word.norm) ?? gazetteer.demonym(word.lemma)
      if (state) addAdjective(reading, s, i, word.start, word.end, state.name)
      else if (word.norm.includes('-')) addHalves(reading, s, i, word)
    })
  })
}

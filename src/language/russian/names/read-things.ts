import type { Word } from '../../analysis.ts'
import { count, type EntityDraft } from './drafts.ts'
import { normalPhrase } from './phrase-name.ts'
import type { ArticleReading } from './reading.ts'
import type { FoundName } from './spans.ts'
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

const readThing = (
  reading: ArticleReading,
  s: number,
  name: FoundName,
  head: Word | null,
  joined: boolean,
  countries: ReadonlyMap<number, FoundName>,
  seen: ReadonlySet<string>,
): boolean => {
  const { gazetteer, lexicon } = reading.resources
  const { words } = reading.sentences[s]!
  const own = thingName(words, name, lexicon, seen)
  const phrase = head
    ? { ...own, text: normalPhrase([...words.slice(name.from, name.to), head], 0, 2, lexicon).text }
    : own
  const capital = name.entry?.kind === 'capital' && name.type === 'place' ? name.entry : null
  const state = capital && standsForState(words, name, joined) ? capital.country : null
  const entity: EntityDraft = state
    ? reading.entities.get('country', state, state)
    : thingEntity(words, name, phrase.text, countries, reading.entities, gazetteer, lexicon)
  const type = state ? 'country' : name.type
  count(entity.variants, state ? phrase.text : (name.entry?.variant ?? phrase.text))
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

/** Reads all names that are no people's. */
export const readThings = (reading: ArticleReading): void => {
  const seen = seenNames(reading)
  reading.sentences.forEach((_, s) => {
    const countries = namesByStart(reading.found[s]!, 'country')
    let stateBefore = false
    let lastEnd = -9
    const names = reading.found[s]!
    for (const [i, name] of names.entries()) {
      if (name.type === 'person') continue
      const head = sharedHead(reading.sentences[s]!.words, names, i)
      stateBefore = readThing(reading, s, name, head, stateBefore && name.from - lastEnd === 1, countries, seen)
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

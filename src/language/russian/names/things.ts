import { foldLetters } from '../../../core/index.ts'
import type { MentionType, Word } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Entities, EntityDraft } from './drafts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { asWritten, type NormalPhrase, normalPhrase } from './phrase-name.ts'
import { CLOSE_QUOTE, type FoundName, OPEN_QUOTE } from './spans.ts'
import { MEDIA_HEADS, ORG_HEADS } from './words.ts'

/** Normal names and identities of what is no person: states, bodies, places, media, documents, events. */

const fold = (text: string): string => foldLetters(text).replace(/[«»"“”„]/g, '')

/** After a head noun a quoted name stands in the nominative already ("газетой «Известия»"). */
const isApposed = (words: readonly Word[], from: number): boolean => {
  const quoted = OPEN_QUOTE.test(words[from - 1]?.text ?? '')
  const head = words[quoted ? from - 2 : from - 1]?.lemma ?? ''
  if (quoted) return ORG_HEADS.has(head) || MEDIA_HEADS.has(head)
  if (!MEDIA_HEADS.has(head)) return false
  // "агентства Рейтер", but "на сайте Минфина".
  const { readings, known } = words[from]!
  return (
    !known ||
    !readings.some(({ morph }) => morph.case === 'Gen') ||
    readings.every(({ lemma }) => lemma === words[from]!.norm)
  )
}

const standing = (words: readonly Word[], name: FoundName): NormalPhrase => ({
  text: asWritten(words, name.from, name.to),
  head: name.from,
  case: null,
  gender: null,
})

const CASE_NAMES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'] as const

const fromTable = (words: readonly Word[], name: FoundName): NormalPhrase => {
  const entry = name.entry!
  const own = words[name.to - 1]!.morph.case
  const bits = name.cases ?? 0
  const chosen = CASE_NAMES.findIndex((of, i) => (bits & (1 << i)) !== 0 && of === own)
  const first = CASE_NAMES.findIndex((_, i) => (bits & (1 << i)) !== 0)
  const index = chosen >= 0 ? chosen : first
  return {
    text: entry.variant,
    head: name.from,
    case: index >= 0 && bits !== 63 ? CASE_NAMES[index]! : (own ?? null),
    gender: null,
  }
}

const headOfApposition = (
  words: readonly Word[],
  name: FoundName,
  lexicon: Lexicon,
  seen: ReadonlySet<string>,
): NormalPhrase => {
  // "космодроме Восточный", "договором «О …»": the head noun alone is declined.
  const open = words.findIndex((word, i) => i > name.from && i < name.to && OPEN_QUOTE.test(word.text))
  const until = open > 0 ? open : name.to
  const phrase = normalPhrase(words, name.from, until, lexicon, null, seen)
  if (open < 0) return phrase
  return { ...phrase, text: `${phrase.text} ${asWritten(words, open, name.to)}` }
}

/** The nominative of a name that is no person's. */
export const thingName = (
  words: readonly Word[],
  name: FoundName,
  lexicon: Lexicon,
  seen: ReadonlySet<string>,
): NormalPhrase => {
  if (name.entry) return fromTable(words, name)
  if (isApposed(words, name.from)) return standing(words, name)
  if (OPEN_QUOTE.test(words[name.from]!.text)) return standing(words, name)
  const quotedAlone = OPEN_QUOTE.test(words[name.from - 1]?.text ?? '') && CLOSE_QUOTE.test(words[name.to]?.text ?? '')
  if (
    quotedAlone &&
    name.to - name.from > 1 &&
    !words[name.from]!.readings.some(({ morph }) => morph.case && morph.case !== 'Nom')
  )
    return standing(words, name)
  return headOfApposition(words, name, lexicon, seen)
}

/** Words of a body's name that tell which body it is; its state is told apart. */
const bodyKey = (
  words: readonly Word[],
  name: FoundName,
  countries: ReadonlyMap<number, FoundName>,
  gazetteer: Gazetteer,
): { key: string; country: string | null } => {
  let country: string | null = null
  const kept: string[] = []
  for (let i = name.from; i < name.to; i++) {
    const inner = countries.get(i)
    if (inner?.entry?.country && inner.to <= name.to) {
      country = inner.entry.country
      i = inner.to - 1
      continue
    }
    const state = gazetteer.adjective(words[i]!.norm)
    if (state && name.phrase) country = state.name
    else if (words[i]!.morph.pos !== 'PUNCT') kept.push(words[i]!.known ? words[i]!.lemma : words[i]!.norm)
  }
  return { key: kept.join(' '), country }
}

const stateBefore = (words: readonly Word[], at: number, gazetteer: Gazetteer): string | null => {
  const word = words[at - 1]
  return word ? (gazetteer.adjective(word.norm)?.name ?? null) : null
}

/** Names of one type by the word where they begin. */
export const namesByStart = (names: readonly FoundName[], type: MentionType): ReadonlyMap<number, FoundName> => {
  const found = new Map<number, FoundName>()
  for (const name of names) if (name.type === type && !found.has(name.from)) found.set(name.from, name)
  return found
}

/** The identity of a name that is no person's. */
export const thingEntity = (
  words: readonly Word[],
  name: FoundName,
  text: string,
  countries: ReadonlyMap<number, FoundName>,
  entities: Entities,
  gazetteer: Gazetteer,
  lexicon: Lexicon,
): EntityDraft => {
  const { entry } = name
  if (entry && name.type === 'country') {
    const entity = entities.get('country', entry.country ?? entry.name, entry.country ?? entry.name)
    return entity
  }
  if (entry && entry.kind !== 'capital') {
    const entity = entities.get(name.type, entry.name, entry.variant)
    if (entry.country) entity.country = entry.country
    return entity
  }
  if (name.type === 'organization') {
    const body = bodyKey(words, name, countries, gazetteer)
    const country = body.country ?? stateBefore(words, name.from, gazetteer)
    const entity = entities.get('organization', country ? `${body.key}@${country}` : fold(text), text)
    if (country) entity.country = country
    if (country && !body.country) {
      // "китайский МИД" is the fullest name where "МИД Китая" never stands.
      const full = normalPhrase(words, name.from - 1, name.to, lexicon).text
      const adjective = full.charAt(0).toLowerCase() + full.slice(1)
      if (!entity.variants.has(adjective)) entity.variants.set(adjective, 1)
    }
    return entity
  }
  const entity = entities.get(name.type, fold(text), text)
  if (entry?.country) entity.country = entry.country
  return entity
}

const TYPE_LETTER: Readonly<Record<MentionType, string>> = {
  person: 'p',
  organization: 'o',
  country: 'c',
  place: 'l',
  media: 'm',
  document: 'd',
  event: 'e',
}

/** Prefix of an identity by its type. */
export const typeLetter = (type: MentionType): string => TYPE_LETTER[type]

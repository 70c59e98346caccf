import type { Status } from '../../facts/index.ts'
import type { Case, Language } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { declined } from './declined.ts'
import { whereIn, whereTo } from './place.ts'
import type { NounForm, Subtype } from './subtypes.ts'
import type { Cast, TitleParts } from './titles.ts'

type Names = readonly EntryParticipant[]

/** How many names a title gives before "и другие". */
const NAMED = 3
const OTHERS: Partial<Record<Case, string>> = {
  Nom: 'другие',
  Gen: 'других',
  Dat: 'другим',
  Ins: 'другими',
  Acc: 'других',
}

const PLANNED: Readonly<Record<NounForm, string>> = {
  m: 'планируемый',
  f: 'планируемая',
  n: 'планируемое',
  pl: 'планируемые',
}
const POSSIBLE: Readonly<Record<NounForm, string>> = { m: 'возможный', f: 'возможная', n: 'возможное', pl: 'возможные' }

const listed = (forms: readonly string[], others: string | null): string => {
  const all = others ? [...forms, others] : forms
  return all.length <= 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} и ${all.at(-1)}`
}

/** Names in a case, joined; null when one of them cannot be declined. */
const inCase = (names: Names, to: Case, language: Language): string | null => {
  const forms = names
    .slice(0, NAMED)
    .map(({ name, type }) => (to === 'Nom' ? name : declined(language, name, type, to)))
  if (forms.some((form) => form === null)) return null
  return listed(forms as string[], names.length > NAMED ? (OTHERS[to] ?? 'другие') : null)
}

// States sit at a table through somebody: "встреча Сергея Орлова и представителей Норвегии".
const atTable = (names: Names, language: Language): string | null => {
  const people = names.filter(({ type }) => type !== 'country')
  const states = names.filter(({ type }) => type === 'country')
  const person = people.length > 0 ? inCase(people, 'Gen', language) : ''
  const state = states.length > 0 ? inCase(states, 'Gen', language) : ''
  if (person === null || state === null) return null
  if (!state) return person
  return person
    ? `${person} и представителей ${state}`.replace(/ и (?=.* и представителей)/, ', ')
    : `представителей ${state}`
}

const into = (host: EntryParticipant, language: Language): string | null => {
  if (host.type !== 'person')
    return whereTo({ name: host.name, nameEn: host.nameEn, isState: host.type === 'country' }, language)
  const dative = declined(language, host.name, 'person', 'Dat')
  return dative && `к ${dative}`
}

/** "Сотрудничество России и КНДР" for two or more, "Саммит с участием России" for one. */
const together = (noun: string, names: Names, language: Language): string | null => {
  const genitive = inCase(names, 'Gen', language)
  return genitive && (names.length > 1 ? `${noun} ${genitive}` : `${noun} с участием ${genitive}`)
}

/**
 * "Вступление Швеции в НАТО": one body, and who joins it; "вступление области в состав Чили": lands and their state. Null where it
 * is not clear which is which.
 */
const accession = (noun: string, { all: names, from, to }: Cast, language: Language): string | null => {
  if (isOfLands({ all: names, from, to })) {
    const [lands, state] = [inCase(from, 'Gen', language), inCase(to, 'Gen', language)]
    return lands && state && `${noun} ${lands} в состав ${state}`
  }
  const bodies = names.filter(({ type }) => type === 'organization')
  const body = bodies[0]
  const others = names.filter((one) => one !== body)
  if (!body || bodies.length > 1 || others.length === 0) return null
  const who = inCase(others, 'Gen', language)
  const what = declined(language, body.name, body.type, 'Acc')
  return who && what && `${noun} ${who} в ${what}`
}

/** Whether regions join one state. */
export const isOfLands = ({ all, from, to }: Cast): boolean =>
  to.length === 1 && to[0]!.type === 'country' && from.length > 0 && from.length + 1 === all.length

/** Whom an appointment or an arrest befell; null where only others are named. */
export const chiefOf = ({ all, to }: Cast): Names | null => {
  const people = (names: Names): Names => names.filter(({ type }) => type === 'person')
  return [people(to), people(all), to].find((names) => names.length > 0) ?? null
}

const phrase = (parts: TitleParts, { noun, target }: Subtype, cast: Cast, language: Language): string | null => {
  const { kind, document } = parts
  const { all, from, to } = cast
  const gen = (names: Names): string | null => inCase(names, 'Gen', language)
  const dat = (names: Names): string | null => inCase(names, 'Dat', language)
  if (all.length === 0) return kind === 'agreement' && document ? `${noun}: ${document}` : noun
  switch (kind) {
    case 'visit': {
      const goal = to[0] ? into(to[0], language) : ''
      const guest = from.length > 0 ? gen(from) : ''
      if (goal === null || guest === null || (goal === '' && guest === '')) return null
      return [noun, guest, goal].filter(Boolean).join(' ')
    }
    case 'meeting':
    case 'call': {
      if (all.length === 1) return together(noun, all, language)
      const sides = atTable(all, language)
      return sides && `${noun} ${sides}`
    }
    case 'gathering':
      return all.length === 1 && all[0]?.type === 'organization'
        ? join(noun, gen(all))
        : join(`${noun} с участием`, gen(all))
    case 'agreement': {
      if (document)
        return namesAll(document, all)
          ? `${noun}: ${document}`
          : join(`${noun}: ${document},`, inCase(all, 'Nom', language))
      if (noun === 'вступление') return accession(noun, cast, language) ?? together(noun, all, language)
      return all.length > 1 ? join(`${noun} между`, inCase(all, 'Ins', language)) : together(noun, all, language)
    }
    case 'invitation':
      if (from.length > 0 && to.length > 0) return join(join(`${noun} от`, gen(from)), dat(to))
      return to.length > 0 ? join(noun, dat(to)) : from.length > 0 ? join(`${noun} от`, gen(from)) : null
    case 'aid':
      if (from.length > 0 && to.length > 0) return join(join(join(noun, dat(to)), 'от'), gen(from))
      return to.length > 0 ? join(noun, dat(to)) : join(`${noun} от`, gen(from.length > 0 ? from : all))
    case 'sanction':
      if (from.length > 0 && to.length > 0) return join(join(join(noun, gen(from)), 'против'), gen(to))
      return to.length > 0 ? join(`${noun} против`, gen(to)) : join(noun, gen(from.length > 0 ? from : all))
    case 'detention':
    case 'appointment': {
      const whom = chiefOf(cast)
      if (noun === 'выборы') return join('выборы с участием', gen(whom ?? all))
      if (whom && noun === 'приговор') return join(noun, dat(whom))
      return whom ? join(noun, gen(whom)) : together(noun, all, language)
    }
    case 'decision':
      if (target) return to.length > 0 ? befalling(noun, target, to, language) : together(noun, all, language)
      // Whom a decision befalls has not taken it.
      if (to.length === all.length) return join(`${noun} в отношении`, gen(to))
      return join(noun, gen(from.length > 0 ? from : all))
    case 'attack': {
      const site = siteOf(noun, target, cast)
      return site ? where(noun, site, parts, language) : struck(noun, target, cast, language)
    }
    case 'deployment':
      return join(noun, gen(from.length > 0 ? from : all))
    case 'withdrawal':
      if (noun === 'вывод войск' && from.length > 0) return join(noun, gen(from))
      // "Возвращение Берг" is hers, "возвращение Чили" would be Chile's own.
      return to.length > 0 && to.every(({ type }) => type === 'person')
        ? join(noun, gen(to))
        : join(`${noun} с участием`, gen(all))
    default:
      return together(noun, all, language)
  }
}

// "Переворот в Чили", "взрыв в Чили": the state is where it was, not who took part.
const where = (noun: string, site: EntryParticipant, { place }: TitleParts, language: Language): string | null =>
  place && place.name !== site.name ? noun : join(noun, whereIn({ ...site, isState: true }, language))

// "Удар по Чили", "обстрел Арики", "боевые действия с участием Уругвая и Чили": who is struck, as the noun takes it. By
// whom is what sources mostly disagree about: a title does not say it.
const struck = (noun: string, target: Subtype['target'], { all, to }: Cast, language: Language): string | null => {
  // Only a person is killed: where none is named, who took part is all that is known.
  const killed = ['убийство', 'казнь', 'покушение', 'отравление'].includes(noun)
  if (!target || to.length === 0 || (killed && !to.every(({ type }) => type === 'person')))
    return join(`${noun} с участием`, inCase(all, 'Gen', language))
  return befalling(noun, target, to, language)
}

const befalling = (
  noun: string,
  [preposition, to]: NonNullable<Subtype['target']>,
  names: Names,
  language: Language,
): string | null => {
  const whom = inCase(names, to, language)
  return whom && [noun, preposition, whom].filter(Boolean).join(' ')
}

const INSIDE = new Set(['переворот', 'мятеж'])

/** The one state that an attack's participants name, if that is where it was: of a coup always, else where it is struck. */
export const siteOf = (noun: string, target: Subtype['target'], { all, from }: Cast): EntryParticipant | null => {
  const [state, ...others] = all.filter(({ type }) => type === 'country')
  if (target || !state || others.length > 0) return null
  return INSIDE.has(noun) || (all.length === 1 && from.length === 0) ? state : null
}

/** Whether a document's name already tells everyone who took part ("Договор между Чили и Норвегией"). */
export const namesAll = (document: string, names: Names): boolean =>
  names.every(({ name }) => document.toLowerCase().includes(name.toLowerCase().slice(0, Math.max(3, name.length - 2))))

const join = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : `${a} ${b}`)

const withStatus = (text: string, status: Status, form: NounForm): string => {
  if (status === 'planned') return `${PLANNED[form]} ${text}`
  if (status === 'possible') return `${POSSIBLE[form]} ${text}`
  return status === 'denied' ? `${text} — отрицается` : text
}

// A visit goes to its place; all else was there. Where the state visited is named, its town follows in brackets.
const withPlace = (composed: string, { kind, place }: TitleParts, cast: Cast, language: Language): string => {
  if (!place) return composed
  // The people who stand in an election go before the land that holds it.
  const untold = kind === 'appointment' && !composed.includes(place.name.slice(0, -2))
  if (!untold && cast.all.some(({ name }) => name === place.name)) return composed
  const where = kind === 'visit' ? (cast.to.length > 0 ? null : whereTo(place, language)) : whereIn(place, language)
  if (kind === 'visit' && cast.to.some(({ type }) => type === 'country')) return `${composed} (${place.name})`
  // After names that stand as they are, after a colon, a preposition would lean on the last of them.
  return where === null || composed.includes(': ') ? `${composed}, ${place.name}` : `${composed} ${where}`
}

// Of an arrest whom it befell, of a visit who came: as the phrase would name them.
const namedIn = ({ kind }: TitleParts, cast: Cast): Names =>
  (kind === 'detention' || kind === 'appointment' ? chiefOf(cast) : null) ?? cast.all

/** The Russian title; where a name cannot be declined, the names follow a colon in the nominative. */
export const russianTitle = (parts: TitleParts, subtype: Subtype, cast: Cast, language: Language): string => {
  const { noun, form } = subtype
  const composed =
    phrase(parts, subtype, cast, language) ??
    (cast.all.length > 0 ? `${noun}: ${inCase(namedIn(parts, cast), 'Nom', language)}` : noun)
  const placed = withPlace(composed, parts, cast, language)
  // Nobody is named: said plainly, so that the bare noun is no riddle.
  const open = cast.all.length === 0 && parts.document === null ? `${placed} (участники не названы)` : placed
  const text = withStatus(open, parts.status, form)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

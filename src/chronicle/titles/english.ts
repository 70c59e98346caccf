import type { Language } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { englishName } from '../identities/english.ts'
import { whereEn } from './place.ts'
import { chiefOf, isOfLands, namesAll, siteOf } from './russian.ts'
import type { Subtype } from './subtypes.ts'
import type { Cast, TitleParts } from './titles.ts'

type Names = readonly EntryParticipant[]

const NAMED = 3

const listed = (names: Names): string => {
  const all = [...names.slice(0, NAMED).map(({ nameEn }) => nameEn), ...(names.length > NAMED ? ['others'] : [])]
  return all.length <= 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const phrase = (
  { kind, document, place }: TitleParts,
  { english: noun, noun: russian, target }: Subtype,
  { all, from, to }: Cast,
  language: Language,
): string => {
  if (all.length === 0)
    return kind === 'agreement' && document ? `${noun}: ${englishName(document, 'document', language)}` : noun
  const both = from.length > 0 && to.length > 0
  switch (kind) {
    case 'visit':
      return [noun, from.length > 0 ? `of ${listed(from)}` : '', to.length > 0 ? `to ${listed(to)}` : '']
        .filter(Boolean)
        .join(' ')
    case 'meeting':
    case 'call':
    case 'cooperation':
      return all.length > 1 ? `${noun} of ${listed(all)}` : `${noun} with ${listed(all)}`
    case 'gathering':
      return all.length === 1 && all[0]?.type === 'organization'
        ? `${noun} of ${listed(all)}`
        : `${noun} attended by ${listed(all)}`
    case 'agreement':
      if (document)
        return `${noun}: ${englishName(document, 'document', language)}${namesAll(document, all) ? '' : `, ${listed(all)}`}`
      if (noun === 'accession') {
        if (isOfLands({ all, from, to })) return `${noun} of ${listed(from)} to ${listed(to)}`
        const bodies = all.filter(({ type }) => type === 'organization')
        const others = all.filter((one) => one !== bodies[0])
        return bodies.length === 1 && others.length > 0
          ? `${noun} of ${listed(others)} to ${listed(bodies)}`
          : `${noun} involving ${listed(all)}`
      }
      return all.length > 1 ? `${noun} between ${listed(all)}` : `${noun} involving ${listed(all)}`
    case 'invitation':
      return both
        ? `${noun} from ${listed(from)} to ${listed(to)}`
        : to.length > 0
          ? `${noun} to ${listed(to)}`
          : `${noun}: ${listed(all)}`
    case 'aid':
      return both
        ? `${noun} to ${listed(to)} from ${listed(from)}`
        : to.length > 0
          ? `${noun} to ${listed(to)}`
          : `${noun}: ${listed(all)}`
    case 'sanction':
      return both
        ? `${noun} of ${listed(from)} against ${listed(to)}`
        : to.length > 0
          ? `${noun} against ${listed(to)}`
          : `${noun}: ${listed(all)}`
    case 'detention':
    case 'appointment': {
      const whom = chiefOf({ all, from, to })
      if (noun === 'elections') return `elections with ${listed(whom ?? all)}`
      return whom ? `${noun} of ${listed(whom)}` : `${noun} involving ${listed(all)}`
    }
    case 'decision':
      if (target) return to.length > 0 ? `${noun} ${target[2]} ${listed(to)}` : `${noun} involving ${listed(all)}`
      if (to.length === all.length) return `${noun} concerning ${listed(to)}`
      return `${noun} of ${listed(from.length > 0 ? from : all)}`
    case 'attack': {
      const site = siteOf(russian, target, { all, from, to })
      if (site) return place && place.name !== site.name ? noun : `${noun} ${whereEn({ ...site, isState: true })}`
      return target &&
        to.length > 0 &&
        (target[1] !== 'Gen' || to.every(({ type }) => type === 'person') || noun === 'shelling')
        ? `${noun} ${target[2]} ${listed(to)}`
        : `${noun} involving ${listed(all)}`
    }
    case 'deployment':
      return `${noun} of ${listed(from.length > 0 ? from : all)}`
    default:
      return `${noun} involving ${listed(all)}`
  }
}

const withPlace = (composed: string, { kind, place }: TitleParts, cast: Cast): string => {
  if (!place) return composed
  const untold = kind === 'appointment' && !composed.includes(place.nameEn)
  if (!untold && cast.all.some(({ name }) => name === place.name)) return composed
  if (kind === 'visit')
    return cast.to.some(({ type }) => type === 'country')
      ? `${composed} (${place.nameEn})`
      : `${composed} to ${place.nameEn}`
  return `${composed} ${whereEn(place)}`
}

/** The English rendering of a title: the same parts, names in Latin letters. */
export const englishTitle = (parts: TitleParts, subtype: Subtype, cast: Cast, language: Language): string => {
  const composed = phrase(parts, subtype, cast, language)
  const placed = withPlace(composed, parts, cast)
  const base = cast.all.length === 0 && parts.document === null ? `${placed} (participants not named)` : placed
  const text =
    parts.status === 'planned'
      ? `planned ${base}`
      : parts.status === 'possible'
        ? `possible ${base}`
        : parts.status === 'denied'
          ? `${base} — denied`
          : base
  return text.charAt(0).toUpperCase() + text.slice(1)
}

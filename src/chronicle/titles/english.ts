import type { Language } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { englishName } from '../identities/english.ts'
import { namesAll } from './russian.ts'
import type { Subtype } from './subtypes.ts'
import type { Cast, TitleParts } from './titles.ts'

type Names = readonly EntryParticipant[]

const NAMED = 3

const listed = (names: Names): string => {
  const all = [...names.slice(0, NAMED).map(({ nameEn }) => nameEn), ...(names.length > NAMED ? ['others'] : [])]
  return all.length <= 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const phrase = ({ kind, document }: TitleParts, noun: string, { all, from, to }: Cast, language: Language): string => {
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
      const whom = to.length > 0 ? to : all.filter(({ type }) => type === 'person')
      return whom.length > 0 ? `${noun} of ${listed(whom)}` : `${noun}: ${listed(all)}`
    }
    case 'decision':
      return from.length > 0 || all.length === 1
        ? `${noun} of ${listed(from.length > 0 ? from : all)}`
        : `${noun}: ${listed(all)}`
    default:
      return `${noun}: ${listed(all)}`
  }
}

/** The English rendering of a title: the same parts, names in Latin letters. */
export const englishTitle = (parts: TitleParts, subtype: Subtype, cast: Cast, language: Language): string => {
  const place = parts.place && !cast.all.some(({ name }) => name === parts.place?.name) ? `, ${parts.place.nameEn}` : ''
  const base = phrase(parts, subtype.english, cast, language) + place
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

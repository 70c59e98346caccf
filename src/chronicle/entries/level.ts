import type { EventKind } from '../../facts/index.ts'
import type { ContactLevel, EntryParticipant, Identity } from '../chronicle.ts'
import { foldText } from '../text/words.ts'

const CONTACTS = new Set<EventKind>(['visit', 'meeting', 'call', 'gathering'])

/** Whether a kind brings its participants together. */
export const isContact = (kind: EventKind): boolean => CONTACTS.has(kind)

// Offices as Russian pages write them, folded, from the start of the role. Deputies, aides and former holders are none.
const BELOW =
  /^(?:пресс-|вице-|зам|первый зам|помощник|советник|бывш|экс-|спецпредстав|представит|кандидат|посол|глава (?:администрации|канцелярии|аппарата|офиса))/
const LEADER =
  /^(?:президент(?!.{0,3}(?:компании|банка|ассоциации|фонда|федерации футбола))|премьер|канцлер|король|королева|император|султан|эмир|наследный принц|глава (?:государства|правительства|росси|рф|кнр|кндр|украин|белорус|кита|республики)|(?:верховный |китайский |российский |северокорейский |украинский |белорусский |американский |французский |турецкий )?лидер(?! партии| оппозиции| движения| фракции)|председател[ья] (?:кнр|правительства|совета министров|государственных дел|государственного совета|кабинета))/
const MINISTER =
  /^(?:министр|глав[аы] (?:мид|минобороны|мвд|минфина|министерства|ведомства|дипломатии|внешнеполитического|службы|разведки|оон|нато|еврокомиссии|евродипломатии|госдепартамента|пентагона)|госсекретарь|государственный секретарь|секретарь (?:совета|совбеза)|генеральный секретарь|генсек|председатель|спикер|директор (?:фсб|свр|цру|службы)|верховный представитель|губернатор|мэр)/

type Rank = 0 | 1 | 2

/** How high an identity stands by its roles: 0 heads of state or government, 1 ministers and heads of bodies, 2 others. */
export const rankOf = (identity: Identity | undefined): Rank => {
  let rank: Rank = 2
  for (const { role } of identity?.roles ?? []) {
    const text = foldText(role)
    if (BELOW.test(text)) continue
    if (LEADER.test(text)) return 0
    if (MINISTER.test(text)) rank = 1
  }
  return rank
}

const LEVELS: readonly ContactLevel[] = ['leaders', 'ministers', 'officials']

/**
 * The level of a contact: the highest rank that every side with named people reaches, so that a president who receives
 * a minister makes a contact of ministers; `states` where nobody is named, null for what is no contact.
 */
export const levelOf = (
  kind: EventKind,
  participants: readonly EntryParticipant[],
  identityOf: ReadonlyMap<string, Identity>,
): ContactLevel | null => {
  if (!isContact(kind)) return null
  const sides = new Map<string, Rank>()
  for (const { type, identity } of participants) {
    if (type !== 'person') continue
    const person = identityOf.get(identity)
    const side = person?.country ?? identity
    sides.set(side, Math.min(sides.get(side) ?? 2, rankOf(person)) as Rank)
  }
  if (sides.size === 0) return participants.length > 0 ? 'states' : null
  return LEVELS[Math.max(...sides.values())] as ContactLevel
}

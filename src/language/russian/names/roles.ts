import type { Word } from '../../analysis.ts'
import type { Lexicon } from '../lexicon.ts'
import { isSomebodys } from './context.ts'
import type { Gazetteer } from './gazetteer.ts'
import { normalPhrase } from './phrase-name.ts'
import { CLOSE_QUOTE, type FoundName, OPEN_QUOTE } from './spans.ts'
import { ROLE_ADJECTIVES, ROLE_NOUNS } from './words.ts'

/** An office as it stands in the text: words [from, to), its head noun, and what it means. */
export interface RolePhrase {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly text: string
  readonly office: Office
}

/** What an office is, so that two ways to write it can be seen to be one. */
export interface Office {
  /** Group of head nouns ("state", "government", "minister", "spokesman", or the lemma itself). */
  readonly group: string
  readonly lemma: string
  readonly states: readonly string[]
  /** Lemmas of the other words that tell ("оборона"). */
  readonly rest: readonly string[]
  readonly former: boolean
}

const MAX_ROLE = 14

const isAdjective = (word: Word): boolean =>
  word.readings.some(({ morph }) => morph.pos === 'ADJ' || (morph.verbForm === 'Part' && morph.case !== undefined))

/** "замруководителя", short for "заместитель руководителя": the same in all cases. */
const standsStill = ({ norm }: Word): boolean => norm.startsWith('зам') && ROLE_NOUNS.has(norm)

const inCase = (word: Word, asked: string): boolean =>
  standsStill(word) || word.readings.some(({ morph }) => morph.case === asked)

/** Whether a word is a role noun in the singular. */
export const isRoleNoun = (word: Word): boolean => {
  const { lemma } = word
  if (standsStill(word)) return true
  if (!ROLE_NOUNS.has(lemma)) {
    const own = lemma.startsWith('зам') ? 3 : lemma.lastIndexOf('-') + 1
    if (own === 0 || !ROLE_NOUNS.has(lemma.slice(own))) return false
  }
  return word.morph.number !== 'Plur' && word.morph.pos !== 'VERB'
}

const TAIL_PREPOSITIONS = new Set(['по', 'в', 'во', 'при', 'на', 'от', 'и', 'за', 'с', 'для', 'из'])

/** Where names begin, so that a role's words can step over them. */
export type NamesAt = ReadonlyMap<number, FoundName>

const isGenitive = (word: Word): boolean => word.readings.some(({ morph }) => morph.case === 'Gen')
const isOblique = (word: Word): boolean =>
  word.readings.some(
    ({ morph }) =>
      morph.case !== undefined &&
      morph.case !== 'Nom' &&
      (morph.pos === 'NOUN' ||
        morph.pos === 'PROPN' ||
        morph.pos === 'ADJ' ||
        morph.pos === 'DET' ||
        morph.pos === 'NUM' ||
        morph.verbForm === 'Part'),
  )

const quoteClose = (words: readonly Word[], open: number): number => {
  for (let i = open + 1; i < words.length && i < open + 8; i++) if (CLOSE_QUOTE.test(words[i]!.text)) return i
  return -1
}

const DIPLOMATS = new Set([
  'посол',
  'экс-посол',
  'постпред',
  'консул',
  'генконсул',
  'спецпредставитель',
  'спецпосланник',
])

const startsOffice = (words: readonly Word[], at: number): boolean => {
  for (let i = at; i < words.length && i < at + 3; i++) {
    if (isRoleNoun(words[i]!)) return true
    if (!isAdjective(words[i]!)) return false
  }
  return false
}

/** End of an office's complement: genitives, "по …" phrases, names of bodies and states. */
export const roleEnd = (words: readonly Word[], head: number, names: NamesAt): number => {
  let end = head + 1
  let i = head + 1
  let preposition: string | null = null
  while (i < words.length && i <= head + MAX_ROLE) {
    const word = words[i]!
    const name = names.get(i)
    if (name) {
      if (name.type === 'person') break
      i = name.to
      end = i
      preposition = null
      continue
    }
    if (OPEN_QUOTE.test(word.text)) {
      const close = quoteClose(words, i)
      if (close < 0) break
      i = close + 1
      end = i
      continue
    }
    if (word.morph.pos === 'PUNCT') break
    if (TAIL_PREPOSITIONS.has(word.norm)) {
      // "в", "на", "с" go on an office only before a body's or state's name ("посол в Китае").
      const open = word.norm === 'по' || word.norm === 'при' || word.norm === 'и'
      const diplomat = DIPLOMATS.has(words[head]!.lemma) && i === end
      const place = names.get(i + 1)
      // … or before a place that the bearer's name follows ("глава города в области | Иван Сомов").
      const named =
        place && (place.type === 'place' || place.type === 'country') && names.get(place.to)?.type === 'person'
      if (!open && !named && !(place && (i === head + 1 || diplomat))) break
      // "главы города и бывшего министра …": a second office, not a part of the first.
      if (word.norm === 'и' && (startsOffice(words, i + 1) || words[i + 1]?.morph.pos === 'NUM')) break
      preposition = word.norm
      i++
      continue
    }
    const verb = (word.morph.pos === 'VERB' && word.morph.verbForm !== 'Part') || word.morph.pos === 'AUX'
    const free = preposition !== null && preposition !== 'и'
    if (verb || !(free ? isOblique(word) : isGenitive(word))) break
    i++
    end = i
    if (isNounReading(word)) preposition = preposition === 'и' ? null : preposition
  }
  return end
}

const isNounReading = (word: Word): boolean => word.morph.pos === 'NOUN' || word.morph.pos === 'PROPN'

const agrees = (attribute: Word, head: Word): boolean =>
  standsStill(head) ||
  attribute.readings.some(
    ({ morph }) =>
      morph.number !== 'Plur' &&
      head.readings.some((own) => own.morph.case === morph.case && own.morph.number !== 'Plur'),
  )

/** First of the adjectives before an office's head that belong to it. */
const roleStart = (words: readonly Word[], head: number, gazetteer: Gazetteer): number => {
  let from = head
  while (from > 0 && head - from < 4) {
    const word = words[from - 1]!
    const hyphened = word.lemma.endsWith('летний') || word.lemma.endsWith('-летний')
    const ownAdjective =
      ROLE_ADJECTIVES.has(word.lemma) || gazetteer.adjective(word.norm) !== null || /(?:ский|цкий)$/.test(word.lemma)
    if (hyphened || !ownAdjective || !isAdjective(word) || !agrees(word, words[head]!)) break
    from--
  }
  return from
}

const FORMER = new Set(['бывший', 'прежний', 'тогдашний'])
const GROUPS: Readonly<Record<string, string>> = {
  президент: 'state',
  лидер: 'leader',
  премьер: 'government',
  'премьер-министр': 'government',
  канцлер: 'government',
  министр: 'minister',
  'пресс-секретарь': 'spokesman',
  представитель: 'spokesman',
  представительница: 'spokesman',
  госсекретарь: 'minister',
  мэр: 'mayor',
  градоначальник: 'mayor',
  глава: 'head',
  руководитель: 'head',
  председатель: 'head',
  начальник: 'head',
  директор: 'head',
  гендиректор: 'head',
  генсек: 'head',
  генсекретарь: 'head',
  шеф: 'head',
  хозяин: 'head',
}
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:мид|иностранный|внешнеполитический|госдеп|госдепартамент|госсекретарь|дипломатия)/, 'foreign'],
  [/^(?:минобороны|оборона|оборонный|военный|пентагон)/, 'defence'],
  [/^(?:минфин|финансы|финансовый)/, 'finance'],
  [/^(?:мвд|внутренний)/, 'interior'],
  [/^(?:минэкономразвития|экономика|экономический)/, 'economy'],
  [/^(?:минздрав|здравоохранение)/, 'health'],
  [/^(?:минюст|юстиция)/, 'justice'],
  [/^(?:минэнерго|энергетика)/, 'energy'],
]
const EMPTY = new Set([
  'дело',
  'ведомство',
  'министерство',
  'официальный',
  'генеральный',
  'исполнительный',
  'новый',
  'нынешний',
  'действующий',
  'избранный',
  'бывший',
  'прежний',
  'тогдашний',
  'и',
  'по',
  'в',
  'при',
  'на',
  'с',
])
// With these an office names its own town or region over again ("мэр города").
const OWN_PLACE: Readonly<Record<string, ReadonlySet<string>>> = {
  mayor: new Set(['город', 'столица']),
  губернатор: new Set(['регион', 'область', 'край']),
}
const STATE_WORDS = new Set(['государство', 'страна', 'республика', 'держава'])
const HOUSE_STATE: Readonly<Record<string, string>> = { кремль: 'Россия' }

/** Who holds an office for a time. */
export const ACTING: ReadonlySet<string> = new Set(['врио', 'врид', 'ио', 'и.о', 'исполняющий'])

const CHAIR = 'председатель'
/** These lead a state where its name alone stands behind them: "глава Чили", "председатель КНР". */
const HEADS_STATE = new Set(['глава', CHAIR])

/** What an office means: its group, its states, its field. */
export const officeOf = (
  words: readonly Word[],
  from: number,
  to: number,
  head: number,
  names: NamesAt,
  gazetteer: Gazetteer,
): Office => {
  const lemma = words[head]!.lemma
  // Who acts for the holder of an office is spoken of by that office.
  if (ACTING.has(lemma) && head + 1 < to && isRoleNoun(words[head + 1]!))
    return officeOf(words, head + 1, to, head + 1, names, gazetteer)
  const states = new Set<string>()
  const rest = new Set<string>()
  let former = lemma.startsWith('экс-')
  let plainHead = true
  for (let i = from; i < to; i++) {
    if (i === head) continue
    const word = words[i]!
    const name = names.get(i)
    if (name?.entry?.country) {
      states.add(name.entry.country)
      if (name.entry.kind === 'body') rest.add(name.entry.name.toLowerCase())
      if (name.entry.kind === 'body') plainHead = false
      i = name.to - 1
      continue
    }
    const state = gazetteer.adjective(word.norm)
    if (state) states.add(state.name)
    else if (HOUSE_STATE[word.lemma]) states.add(HOUSE_STATE[word.lemma]!)
    else if (STATE_WORDS.has(word.lemma)) rest.add('state')
    else if (FORMER.has(word.lemma)) former = true
    else {
      if (word.lemma === 'правительство' || word.lemma === 'кабмин') rest.add('government')
      const field = FIELDS.find(([pattern]) => pattern.test(word.lemma))
      if (field) rest.add(field[1])
      else if (!EMPTY.has(word.lemma) && word.morph.pos !== 'PUNCT') rest.add(word.lemma)
    }
  }
  // "Генеральный секретарь" leads a body, a plain one need not.
  const leads = lemma === 'секретарь' && words.slice(from, head).some((word) => word.lemma === 'генеральный')
  let group = leads ? 'head' : (GROUPS[lemma.replace(/^экс-/, '')] ?? lemma)
  if (group === 'head') {
    if (rest.has('state') || rest.has('белый дом')) group = 'state'
    else if (rest.has('government')) group = 'government'
    else if ([...rest].some((item) => FIELDS.some(([, field]) => field === item))) group = 'minister'
    else if (HEADS_STATE.has(lemma) && states.size > 0 && rest.size === 0 && plainHead) group = 'state'
  }
  if (lemma === 'госсекретарь') rest.add('foreign')
  rest.delete('state')
  if (rest.size === 1 && OWN_PLACE[group]?.has([...rest][0]!)) rest.clear()
  if (group === 'government') rest.delete('government')
  return { group, lemma, states: [...states], rest: [...rest], former }
}

const LEADERS = new Set(['state', 'government', 'leader', 'король', CHAIR, 'император', 'head'])

// "Министр" alone is whichever was spoken of last.
const bare = ({ states, rest }: Office): boolean => states.length === 0 && rest.length === 0

// Neither "президент" nor, without a state, "глава государства" is the chairman whom the article names too.
const otherTitle = (a: Office, b: Office): boolean => {
  if (a.group !== 'state' || b.group !== 'state' || (a.lemma === CHAIR) === (b.lemma === CHAIR)) return false
  const other = a.lemma === CHAIR ? b : a
  return other.lemma === 'президент' || other.states.length === 0
}

/** Whether two offices can be one. An office without a state or field fits those that have them. */
export const sameOffice = (a: Office, b: Office): boolean => {
  const groups =
    a.group === b.group ||
    (a.group === 'leader' && LEADERS.has(b.group)) ||
    (b.group === 'leader' && LEADERS.has(a.group))
  if (!groups || a.former !== b.former || otherTitle(a, b)) return false
  if (a.states.length > 0 && b.states.length > 0 && !a.states.some((state) => b.states.includes(state))) return false
  if (a.rest.length > 0 && b.rest.length > 0 && !a.rest.some((item) => b.rest.includes(item))) return false
  // "Лидер партии" is not the state's: he does not answer to an office that tells only the state.
  if (a.group !== b.group && (a.group === 'leader' ? a : b.group === 'leader' ? b : null)?.rest.length) return false
  if (a.group === 'leader' || b.group === 'leader' || a.group === 'spokesman') return true
  if (a.rest.length === 0 || b.rest.length === 0)
    return a.group !== 'minister' || a.rest.length === b.rest.length || a.states.length === 0 || bare(b)
  return a.rest.some((item) => b.rest.includes(item))
}

/** Whether two offices are one in different states. */
export const elsewhere = (a: Office, b: Office): boolean =>
  a.group === b.group &&
  a.states.length > 0 &&
  b.states.length > 0 &&
  !a.states.some((state) => b.states.includes(state))

/** The office whose head noun is word `head`. */
export const rolePhraseAt = (
  words: readonly Word[],
  head: number,
  names: NamesAt,
  gazetteer: Gazetteer,
  lexicon: Lexicon,
): RolePhrase => {
  const from = roleStart(words, head, gazetteer)
  const to = roleEnd(words, head, names)
  const phrase = normalPhrase(words, from, to, lexicon)
  const text = words[from]!.text === words[from]!.text.toUpperCase() ? phrase.text : lowerFirst(phrase.text)
  return { from, to, head, text, office: officeOf(words, from, to, head, names, gazetteer) }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * The office that stands right before a person's name: `roles` are those that end where the name begins, outermost first ("пресс-секретарь президента России | Дмитрий Песков"). A nominative name shows which noun it belongs to.
 */
export const roleBefore = (
  roles: readonly RolePhrase[],
  nameCase: string | null,
  words: readonly Word[],
): RolePhrase | null => {
  for (const role of roles) {
    if (nameCase === null || inCase(words[role.head]!, nameCase)) return role
  }
  const [only] = roles
  if (!only || roles.length > 1) return null
  // "сотрудница администрации президента Анна Сомова": a genitive that goes on another noun is not the bearer's office.
  const before = words[only.from - 1]
  const governed = before?.morph.pos === 'NOUN' && words[only.head]!.morph.case === 'Gen' && nameCase !== 'Gen'
  // "представитель Орлова": that is whose he is.
  const somebodys =
    nameCase === 'Gen' && words[only.head]!.morph.case !== 'Gen' && isSomebodys(words, only.from, only.to)
  return governed || somebodys ? null : only
}

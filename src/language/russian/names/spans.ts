import type { MentionType, Sentence, Word } from '../../analysis.ts'
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts'
import type { TaggedSpan } from './tagger.ts'
import { MEDIA_HEADS, ORG_HEADS, ROLE_NOUNS, SURE_MEDIA_HEADS } from './words.ts'

/** A name found in a sentence, before it is brought to its normal form. */
export interface FoundName {
  readonly from: number
  readonly to: number
  readonly type: MentionType
  /** What the gazetteer says of exactly these words. */
  readonly entry?: GazetteerEntry
  /** Cases of the matched form, bit i = CASES[i]. */
  readonly cases?: number
  /** No proper name but a phrase that stands for one ("правительство Грузии"). */
  readonly phrase?: true
  /** Where the letters in brackets stand that close the name and stand for it: "Союз портов (СП)". */
  readonly letters?: number
  /** The body of the table whose name it bears, being another state's: "Сенат Чили". */
  readonly instead?: string
  /** Which rule or model found it. */
  readonly rule: string
}

/** A name without the letters in brackets that stand for it. */
export const properName = (name: FoundName): FoundName =>
  name.letters === undefined ? name : { ...name, to: name.letters - 1 }

export const isCapital = (word: Word | undefined): boolean => {
  if (!word) return false
  const code = word.text.charCodeAt(0)
  // Small letters and signs of the usual alphabets need no table.
  if ((code >= 0x430 && code <= 0x45f) || code < 0x41 || (code > 0x5a && code < 0x80)) return false
  if (code >= 0x410 && code < 0x430) return true
  const first = word.text[0]
  return first !== undefined && first !== first.toLowerCase()
}

export const OPEN_QUOTE = /^[«“„"]$/
export const CLOSE_QUOTE = /^[»”“"]$/

const KIND_RANK: Readonly<Record<string, number>> = { country: 0, body: 1, media: 2, capital: 3 }

const isWordLike = (word: Word): boolean =>
  word.morph.pos === 'NOUN' || word.morph.pos === 'PROPN' || word.morph.pos === 'X' || word.morph.pos === 'ADJ'

const quoted = (words: readonly Word[], from: number, to: number): boolean =>
  OPEN_QUOTE.test(words[from - 1]?.text ?? '') && CLOSE_QUOTE.test(words[to]?.text ?? '')

const headBefore = (words: readonly Word[], from: number): string => {
  const at = OPEN_QUOTE.test(words[from - 1]?.text ?? '') ? from - 2 : from - 1
  return words[at]?.lemma ?? ''
}

/** Whether the sentence is written in capitals: then capitals tell nothing. */
export const isShouted = (words: readonly Word[]): boolean => {
  let upper = 0
  let letters = 0
  for (let i = 0; i < words.length && i < 40; i++) {
    const { text } = words[i]!
    if (text.length < 3 || text.toLowerCase() === text.toUpperCase()) continue
    letters++
    if (text === text.toUpperCase()) upper++
  }
  return letters > 3 && upper > 0.7 * letters
}

// "Запад ввел санкции", but neither "Запад Украины" nor "Дикий Запад": a side of the sky stands for its states by itself.
const standsAlone = (words: readonly Word[], from: number, to: number): boolean => {
  const [before, next] = [words[from - 1], words[to]]
  const ofLand = from === 0 && (next?.morph.pos === 'NOUN' || next?.morph.pos === 'PROPN') && next.morph.case === 'Gen'
  return !ofLand && !(before?.morph.pos === 'ADJ' && isCapital(before))
}

const entryFits = (
  entry: GazetteerEntry,
  words: readonly Word[],
  from: number,
  to: number,
  shouted: boolean,
): boolean => {
  const first = words[from]!
  if (entry.capital && !isCapital(first)) return false
  if (entry.capitals && first.text !== entry.variant && !shouted) return false
  if (to - from === 1 && from === 0 && first.known && !isWordLike(first)) return false
  if (entry.name === 'Запад' && !standsAlone(words, from, to)) return false
  return (
    !entry.weak ||
    quoted(words, from, to) ||
    MEDIA_HEADS.has(headBefore(words, from)) ||
    ORG_HEADS.has(headBefore(words, from))
  )
}

interface GazetteerName {
  readonly from: number
  readonly to: number
  readonly entry: GazetteerEntry
  readonly cases: number
}

/** Names of the gazetteer in a sentence, longest first at each word, none inside another. */
const gazetteerNames = (
  words: readonly Word[],
  norms: readonly string[],
  gazetteer: Gazetteer,
): readonly GazetteerName[] => {
  const found: GazetteerName[] = []
  let shouted: boolean | null = null
  for (let i = 0; i < words.length; ) {
    const match = gazetteer.match(norms, i)
    if (!match) {
      i++
      continue
    }
    const inCapitals: boolean = shouted ?? isShouted(words)
    shouted = inCapitals
    const entry = match.entries
      .filter((candidate) => entryFits(candidate, words, i, i + match.length, inCapitals))
      .sort((a, b) => KIND_RANK[a.kind]! - KIND_RANK[b.kind]!)[0]
    if (entry) {
      found.push({ from: i, to: i + match.length, entry, cases: match.cases })
      i += match.length
    } else i++
  }
  return found
}

const TYPE_OF_KIND: Readonly<Record<string, MentionType>> = {
  country: 'country',
  capital: 'place',
  body: 'organization',
  media: 'media',
}
const TYPE_OF_TAG: Readonly<Record<string, MentionType>> = { PER: 'person', LOC: 'place', ORG: 'organization' }

const fromGazetteer = ({ from, to, entry, cases }: GazetteerName): FoundName => ({
  from,
  to,
  entry,
  cases,
  type: TYPE_OF_KIND[entry.kind]!,
  rule: `gazetteer.${entry.kind}`,
})

// Buildings that the press uses for those who sit in them: where the tagger sees a place, they are one.
export const HOUSES = new Set([
  'Кремль',
  'Белый дом',
  'Капитолий',
  'Рейхстаг',
  'Букингемский дворец',
  'Елисейский дворец',
])

const both = (name: GazetteerName, tag: TaggedSpan): FoundName => {
  const found = fromGazetteer(name)
  if (tag.type === 'LOC' && HOUSES.has(name.entry.name)) return { ...found, type: 'place' }
  if (tag.type === 'ORG' && name.entry.kind === 'capital') return { ...found, type: 'organization' }
  return found
}

/** Edges of a tagged span without quotation marks and other signs that hang over; null when nothing is left. */
const trimmed = (words: readonly Word[], span: TaggedSpan): TaggedSpan | null => {
  let { from, to } = span
  const sign = (i: number): boolean => words[i]!.morph.pos === 'PUNCT' || words[i]!.morph.pos === 'SYM'
  // "Луганской народных республиках (ДНР": what a bracket that is never closed holds is another name.
  const open = words.slice(from, to).findLastIndex(({ text }) => text === '(')
  if (open > 0 && !words.slice(from + open, to).some(({ text }) => text === ')')) to = from + open
  // "Вооруженные силы Чили (ВСЧ)": letters in brackets stand for no land.
  if (open > 0 && span.type === 'LOC' && isAbbreviation(words[from + open + 1]!)) to = from + open
  while (from < to && sign(from) && !(OPEN_QUOTE.test(words[from]!.text) && closes(words, from, to))) from++
  while (to > from && sign(to - 1) && !balanced(words, from, to)) to--
  // «Газпром»: the marks around the whole name are left out.
  if (to - from > 2 && OPEN_QUOTE.test(words[from]!.text) && CLOSE_QUOTE.test(words[to - 1]!.text)) {
    from++
    to--
  }
  if (span.type !== 'PER') {
    // "положение на Заречной ГЭС тяжелое": what is said of an abbreviation is not in its name.
    while (to - from > 2 && isPredicate(words[to - 1]!) && isAbbreviation(words[to - 2]!)) to--
    // "жители Соединенных Штатов | рады"
    while (to - from > 1 && words[to - 1]!.text === words[to - 1]!.norm && words[to - 1]!.morph.variant === 'Short')
      to--
    // "на окраине Козинки | дрон сбросил": a noun in small letters goes on only with an adjective.
    while (to - from > 1 && isOtherNoun(words[to - 2]!, words[to - 1]!)) to--
    // "крупнейшая в Европе АЭС": the preposition governs the place alone.
    if (
      to - from === 2 &&
      words[from - 1]?.morph.pos === 'ADP' &&
      isGround(words[from]!) &&
      isAbbreviation(words[to - 1]!)
    )
      from++
  }
  return from < to ? { type: span.type, from, to } : null
}

/** Two to six capital letters. */
const isAbbreviation = ({ text }: Word): boolean => /^\p{Lu}{2,6}$/u.test(text)
const isPredicate = ({ text, norm, morph }: Word): boolean =>
  text === norm && morph.pos === 'ADJ' && morph.case === 'Nom'
const isOtherNoun = (before: Word, { text, norm, morph }: Word): boolean =>
  text === norm && morph.pos === 'NOUN' && morph.case === 'Nom' && isCapital(before) && isTown(before)
const isTown = ({ readings }: Word): boolean =>
  readings.length > 0 && readings.every(({ morph }) => morph.pos === 'PROPN' || morph.pos === 'NOUN')
const isGround = (word: Word): boolean =>
  !isAbbreviation(word) && word.readings.some(({ morph }) => morph.name === 'Geo' && morph.case === 'Loc')

const closes = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (CLOSE_QUOTE.test(words[i]!.text)) return true
  return false
}

const balanced = (words: readonly Word[], from: number, to: number): boolean => {
  const last = words[to - 1]!.text
  if (!CLOSE_QUOTE.test(last)) return last === ')' && words.slice(from, to).some((word) => word.text === '(')
  for (let i = to - 2; i >= from; i--) if (OPEN_QUOTE.test(words[i]!.text)) return true
  return false
}

// «ЧВК «Вагнер» : the closing mark after a span that opens inside belongs to it.
const completed = (words: readonly Word[], span: TaggedSpan): TaggedSpan => {
  let open = 0
  for (let i = span.from; i < span.to; i++) {
    const { text } = words[i]!
    if (text === '«' || text === '“' || text === '„') open++
    else if (text === '»' || text === '”') open--
    else if (text === '"') open = open === 0 ? 1 : open - 1
  }
  return open > 0 && CLOSE_QUOTE.test(words[span.to]?.text ?? '') ? { ...span, to: span.to + 1 } : span
}

const REPORTS = new Set(['писать', 'передавать', 'сообщать', 'написать', 'передать'])

const isInitial = (words: readonly Word[], at: number): boolean =>
  words[at] !== undefined && words[at].text.length === 1 && isCapital(words[at]) && words[at + 1]?.text === '.'

/** Where a second person begins inside one tagged span: at initials after a surname, at a word said again; -1 for nowhere. */
const secondPerson = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) {
    const before = words[i - 1]!
    if (before.text.length < 3) continue
    if (isInitial(words, i) && i + 2 < to && words[i + 2]!.text.length > 1 && isInitial(words, from)) return i
    if (words[i]!.norm === before.norm) return i
  }
  return -1
}

const CHINESE_SURNAME = /^[ЕУИОЮЯ]$/

/** A person's span as names are drawn: without the kin or address before it, with a surname of one letter. */
const personSpans = (words: readonly Word[], span: TaggedSpan): readonly TaggedSpan[] => {
  if (span.type !== 'PER') return [span]
  let { from } = span
  const first = words[from]!
  const address =
    from === 0 && span.to - from > 1 && first.known && ROLE_NOUNS.has(first.lemma) && first.morph.name === undefined
  if (address) from++
  else if (from > 1 && CHINESE_SURNAME.test(words[from - 1]!.text) && words[from]!.text.length > 2) from--
  const second = secondPerson(words, from, span.to)
  return second < 0
    ? [{ ...span, from }]
    : [{ ...span, from, to: second }, ...personSpans(words, { ...span, from: second })]
}

/** Where the letters in brackets stand with which a tagged body ends: "Союз портов (СП)"; -1 for none. */
const lettersIn = (words: readonly Word[], { type, from, to }: TaggedSpan): number => {
  const open = to - 3
  const bracketed = open > from && words[open]!.text === '(' && words[to - 1]!.text === ')'
  return type === 'ORG' && bracketed && isAbbreviation(words[open + 1]!) ? open + 1 : -1
}

const mediaType = (words: readonly Word[], name: FoundName): MentionType => {
  if (name.type !== 'organization' || name.entry) return name.type
  const head = headBefore(words, name.from)
  if (SURE_MEDIA_HEADS.has(head) || (head === 'агентство' && isCapital(words[name.from]))) return 'media'
  const after = words[name.to + 1]?.lemma
  if (quoted(words, name.from, name.to) && (REPORTS.has(after ?? '') || REPORTS.has(words[name.from - 2]?.lemma ?? '')))
    return 'media'
  const own = words[name.from]!.lemma
  return name.to - name.from > 1 && SURE_MEDIA_HEADS.has(own) ? 'media' : name.type
}

// "Северокорейским военным надо …": an adjective of a state with the capital of its sentence names no place.
const isStateAdjective = (words: readonly Word[], { type, from, to }: TaggedSpan, gazetteer: Gazetteer): boolean =>
  from === 0 && to === 1 && type === 'LOC' && words.length > 1 && gazetteer.adjective(words[0]!.norm) !== null

/**
 * Joins what the tagger and the gazetteer find: the gazetteer types what both see; the longer of two nested ones is
 * the name and the shorter stands inside it; persons of the tagger win over the gazetteer.
 */
export const joinNames = (
  sentence: Sentence,
  norms: readonly string[],
  tags: readonly TaggedSpan[],
  gazetteer: Gazetteer,
): FoundName[] => {
  const { words } = sentence
  const listed = gazetteerNames(words, norms, gazetteer)
  const spans = tags
    .map((tag) => trimmed(words, completed(words, tag)))
    .filter((span): span is TaggedSpan => span !== null && !isStateAdjective(words, span, gazetteer))
    .flatMap((span) => personSpans(words, span))
  const found: FoundName[] = []
  let next = 0
  const dropped = new Set<TaggedSpan>()
  for (const name of listed) {
    while (next < spans.length && spans[next]!.to <= name.from) next++
    let keep: FoundName | null = fromGazetteer(name)
    for (let k = next; k < spans.length && spans[k]!.from < name.to; k++) {
      const tag = spans[k]!
      const inTag = tag.from <= name.from && name.to <= tag.to
      const same = tag.from === name.from && tag.to === name.to
      const body = same && (name.entry.kind === 'body' || name.entry.kind === 'media')
      if (tag.type === 'PER' && !body && (inTag || tag.to - tag.from > 1)) keep = null
      else if (same && keep) {
        keep = both(name, tag)
        dropped.add(tag)
      } else if (!inTag && keep) {
        if (name.from <= tag.from && tag.to <= name.to) dropped.add(tag)
        else keep = null
      }
    }
    if (keep) found.push(keep)
  }
  const byStart = new Map(found.map((name) => [name.from, name]))
  for (const tag of spans) {
    if (dropped.has(tag)) continue
    const name: FoundName = { from: tag.from, to: tag.to, type: TYPE_OF_TAG[tag.type]!, rule: `tagger.${tag.type}` }
    const letters = lettersIn(words, tag)
    if (letters < 0) found.push(name)
    else {
      const known = byStart.get(tag.from)
      found.push({ ...name, letters, ...(known?.to === letters - 1 ? { entry: known.entry, cases: known.cases } : {}) })
    }
  }
  return found.map((name) => ({ ...name, type: mediaType(words, name) })).sort((a, b) => a.from - b.from || b.to - a.to)
}

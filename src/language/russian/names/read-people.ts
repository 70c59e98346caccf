import type { Word } from '../../analysis.ts'
import { contextOf, isPastSingular } from './context.ts'
import { count, type EntityDraft } from './drafts.ts'
import { People, type Person, tidy } from './people.ts'
import { type NormalName, normalPerson } from './person-name.ts'
import type { ArticleReading } from './reading.ts'
import { ACTING, type Office, type RolePhrase, roleBefore } from './roles.ts'
import { CLOSE_QUOTE, type FoundName, isCapital, OPEN_QUOTE } from './spans.ts'

/** An editor's brackets stand inside a name ("[президенту Владимиру] Путину") without being of it. */
const isOfName = ({ text }: Word): boolean => !/^[[\](){}]$/.test(text)

/** People of an article: their names in the nominative, each joined to its person, with the office beside it. */

interface PersonMention {
  readonly sentence: number
  readonly name: FoundName
  readonly role: RolePhrase | null
  /** Offices told beside that one: "главы Кизилюрта и бывшего министра …". */
  readonly more: readonly RolePhrase[]
  readonly normal: NormalName
  order: number
}

const NONE: readonly RolePhrase[] = []

/** Offices that end where a name begins, without one in apposition to the name before: "Анны Лосевой, дочери | мэра Олега Лосева". */
const ownOffices = (reading: ArticleReading, s: number, name: FoundName): readonly RolePhrase[] => {
  const before = reading.roles[s]!.byEnd.get(name.from) ?? NONE
  if (before.length < 2 || reading.sentences[s]!.words[before[0]!.from - 1]?.text !== ',') return before
  const end = before[0]!.from - 1
  return reading.found[s]!.some(({ type, to }) => type === 'person' && to === end) ? before.slice(1) : before
}

const personMention = (
  reading: ArticleReading,
  s: number,
  name: FoundName,
  seen: ReadonlySet<string>,
): PersonMention => {
  const { words } = reading.sentences[s]!
  const before = ownOffices(reading, s, name)
  const guess = roleBefore(before, null, words)
  const context = contextOf(words, name.from, name.to, guess?.from ?? name.from, guess?.head ?? -1, seen)
  const normal = normalPerson(words.slice(name.from, name.to).filter(isOfName), reading.resources.lexicon, context)
  const role = roleBefore(before, normal.case, words)
  const further = role === null || role.to - role.from === 1 ? pastRank(reading, s, role?.from ?? name.from) : null
  const first = further ?? role
  const joined = first && words[first.from - 1]?.norm === 'и' ? reading.roles[s]!.byEnd.get(first.from - 1) : undefined
  const more = [...(further && role ? [role] : []), ...(joined ? joined.slice(0, 1) : [])]
  return { sentence: s, name, role: first, more, normal, order: 0 }
}

/** "начальник штаба обороны | адмирал Тони Радакин": the office before a rank, a party or a calling that stands at the name. */
const pastRank = (reading: ArticleReading, s: number, at: number): RolePhrase | null => {
  const { words } = reading.sentences[s]!
  const roles = reading.roles[s]!.byEnd
  const rank = words[at]
  // Either a rank was read as the office, or a calling stands there that is no office.
  const first = roles.get(at)
  if (first) return rank && sameCase(first[0]!, rank, words) ? first[0]! : null
  const calling = words[at - 1]
  if (calling?.morph.pos !== 'NOUN' || calling.morph.animacy !== 'Anim') return null
  const before = roles.get(at - 1)?.[0]
  return before && sameCase(before, calling, words) ? before : null
}

const sameCase = (role: RolePhrase, word: Word, words: readonly Word[]): boolean =>
  word.morph.number !== 'Plur' &&
  word.readings.some(({ morph }) => words[role.head]!.readings.some((own) => own.morph.case === morph.case))

// What the article writes inside names, lower case: a nominative among it is likelier to be right.
const seenWords = ({ sentences, found }: ArticleReading): ReadonlySet<string> => {
  const seen = new Set<string>()
  sentences.forEach(({ words }, s) => {
    for (const name of found[s]!) {
      if (name.type !== 'person') continue
      for (let i = name.from; i < name.to; i++) {
        // "Петрова" of "слова Петрова" is no nominative that would speak for a woman.
        const { morph, norm } = words[i]!
        if (morph.case === undefined || morph.case === 'Nom') seen.add(norm)
      }
    }
  })
  return seen
}

const isPastVerb = (word: Word | undefined): word is Word => isPastSingular(word) && word.morph.pos === 'VERB'

/**
 * "Трасс заявила", "Лира сообщил": a word that opens its sentence and is known as a noun, which no form of that noun could
 * be before a verb that wants a subject of another number or gender.
 */
const isOnlySubject = (words: readonly Word[]): boolean => {
  let at = 1
  while (words[at]?.morph.pos === 'ADV') at++
  const verb = words[at]
  if (!isPastVerb(verb)) return false
  return words[0]!.readings.every(({ morph }) =>
    morph.pos !== 'NOUN' && morph.pos !== 'ADJ'
      ? morph.pos === 'VERB' && morph.verbForm !== 'Conv'
      : morph.case !== 'Nom' ||
        morph.number !== 'Sing' ||
        (morph.gender !== undefined && morph.gender !== verb.morph.gender),
  )
}

/** Surnames of people named in full are names wherever they stand in capitals. */
const knownSurnames = (reading: ArticleReading, people: People): PersonMention[] => {
  if (people.persons.length === 0) return []
  const added: PersonMention[] = []
  reading.sentences.forEach(({ words }, s) => {
    const names = reading.found[s]!
    let next = 0
    let covered = 0
    const fresh: FoundName[] = []
    for (let i = 0; i < words.length; i++) {
      while (next < names.length && names[next]!.from <= i) covered = Math.max(covered, names[next++]!.to)
      const word = words[i]!
      if (i < covered || !isCapital(word) || !people.isSurname(word.norm)) continue
      const common =
        i === 0 && word.known && !word.readings.some(({ morph }) => morph.name !== undefined) && !isOnlySubject(words)
      const quoted = i > 0 && OPEN_QUOTE.test(words[i - 1]!.text) && CLOSE_QUOTE.test(words[i + 1]?.text ?? '')
      if (!common && !quoted) fresh.push({ from: i, to: i + 1, type: 'person', rule: 'consistency.surname' })
    }
    if (fresh.length === 0) return
    for (const name of fresh) added.push(personMention(reading, s, name, new Set()))
    reading.found[s] = [...names, ...fresh].sort((a, b) => a.from - b.from || b.to - a.to)
  })
  return added
}

/** "Сергей Шойгу, главный помощник президента, …": an office set off by commas after the name. */
const roleAfter = ({ sentences, roles }: ArticleReading, s: number, name: FoundName): RolePhrase | null => {
  const { words } = sentences[s]!
  const open = words[name.to]?.text
  if (open !== ',' && open !== '—' && open !== '(') return null
  const role = roles[s]!.byStart.get(name.to + 1)
  if (!role) return null
  const after = words[role.to]?.text ?? '.'
  return /^[,.)—]$/.test(after) && (open !== '—' || after === '.') ? role : null
}

const COLLEAGUES = new Set(['коллега', 'визави'])

/** "турецкий коллега": the office of the one named before, in another state. */
const addColleague = ({ drafts, offices }: ArticleReading, entity: EntityDraft, office: Office): void => {
  const before = drafts.at(-1)?.entity
  const like = before && before !== entity ? offices.last(before) : undefined
  if (like && office.states.length > 0) offices.add(entity, { ...like, states: office.states })
}

const addPerson = (reading: ArticleReading, mention: PersonMention, person: Person, text: string): void => {
  const { sentence, name, normal } = mention
  const { words } = reading.sentences[sentence]!
  const entity = reading.entities.ofPerson(person)
  count(entity.variants, text)
  const office = mention.role ?? roleAfter(reading, sentence, name)
  const colleague = office !== null && COLLEAGUES.has(office.office.lemma)
  if (office && colleague) addColleague(reading, entity, office.office)
  else if (office) {
    count(entity.roles, office.text)
    reading.offices.add(entity, office.office)
    for (const other of mention.more) {
      count(entity.roles, other.text)
      reading.offices.add(entity, other.office)
    }
  }
  const gender = person.gender ?? normal.gender
  if (gender) entity.gender = gender
  reading.drafts.push({
    start: words[name.from]!.start,
    end: words[name.to - 1]!.end,
    type: 'person',
    name: text,
    ...(office && !colleague ? { role: office.text } : {}),
    entity,
    sentence,
    from: name.from,
    to: name.to,
    head: name.from,
    own: colleague ? [] : ownHeads(office, mention.more, words),
  })
}

// "врио главы Карелии": the office that is acted for is the same one.
const ownHeads = (office: RolePhrase | null, more: readonly RolePhrase[], words: readonly Word[]): readonly number[] =>
  (office ? [office, ...more] : more).flatMap(({ head }) =>
    ACTING.has(words[head]!.lemma) ? [head, head + 1] : [head],
  )

/** "Анна Берг (Anna Berg)": Latin letters in brackets right after a name spell it once more; the mention by the one it spells. */
const originalSpellings = (
  { sentences }: ArticleReading,
  mentions: readonly PersonMention[],
): ReadonlyMap<PersonMention, PersonMention> => {
  const found = new Map<PersonMention, PersonMention>()
  const isLatin = ({ sentence, name }: PersonMention): boolean =>
    sentences[sentence]!.words.slice(name.from, name.to).every(({ text }) => !/[а-яё]/iu.test(text))
  mentions.forEach((mention, i) => {
    const before = mentions[i - 1]
    if (before?.sentence !== mention.sentence || before.name.to !== mention.name.from - 1) return
    if (sentences[mention.sentence]!.words[before.name.to]!.text !== '(') return
    if (isLatin(mention) && !isLatin(before)) found.set(mention, before)
  })
  return found
}

// "Встреча с Каталиной Новак | Эрдоган считает …": a name in an oblique case that runs into the subject after it, whose
// surname the article writes elsewhere behind another given name.
const splitNeighbours = (reading: ArticleReading): void => {
  const surnames = new Map<string, Set<string>>()
  const people = reading.sentences.flatMap(({ words }, s) =>
    reading.found[s]!.flatMap((name) =>
      name.type === 'person' && name.to - name.from > 1 ? [{ words, s, name }] : [],
    ),
  )
  for (const { words, name } of people) {
    const last = words[name.to - 1]!.norm
    const given = surnames.get(last) ?? new Set()
    surnames.set(last, given.add(words[name.from]!.norm))
  }
  for (const { words, s, name } of people) {
    if (name.to - name.from < 3) continue
    const [first, last] = [words[name.from]!, words[name.to - 1]!]
    const others = surnames.get(last.norm)!
    if (others.size < 2 || canBeNominative(first) || !canBeNominative(last)) continue
    // "По делам Евразии | Ли Хуэй": as much as stands elsewhere by itself.
    const cut = name.to - (others.has(words[name.to - 2]!.norm) ? 2 : 1)
    if (cut <= name.from) continue
    const names = reading.found[s]!.filter((one) => one !== name)
    reading.found[s] = [...names, { ...name, to: cut }, { ...name, from: cut, rule: 'consistency.surname' }].sort(
      (a, b) => a.from - b.from || b.to - a.to,
    )
  }
}

const canBeNominative = ({ readings }: Word): boolean =>
  readings.length === 0 || readings.some(({ morph }) => morph.case === 'Nom' || morph.case === undefined)

/** Reads all people of the article: full names first, then what is short for them. */
export const readPeople = (reading: ArticleReading): void => {
  splitNeighbours(reading)
  const people = new People()
  const seen = seenWords(reading)
  const mentions: PersonMention[] = []
  reading.sentences.forEach((_, s) => {
    for (const name of reading.found[s]!)
      if (name.type === 'person') mentions.push(personMention(reading, s, name, seen))
  })
  const asName = ({ sentence, name, normal, order }: PersonMention) => {
    const { words } = reading.sentences[sentence]!
    const norms = words.slice(name.from, name.to).flatMap((word) => (isOfName(word) ? [word.norm] : []))
    return { normal, norms, order, leads: normal.case === 'Nom' && isPastVerb(words[name.to]) }
  }
  const persons = new Map<PersonMention, { person: Person; nominative: string }>()
  const originals = originalSpellings(reading, mentions)
  for (const mention of mentions) {
    if (mention.name.to - mention.name.from < 2 || originals.has(mention)) continue
    persons.set(mention, { person: people.addFull(asName(mention)), nominative: mention.normal.parts.join(' ') })
  }
  mentions.push(...knownSurnames(reading, people))
  mentions.sort((a, b) => a.sentence - b.sentence || a.name.from - b.name.from)
  mentions.forEach((mention, i) => {
    mention.order = i
  })
  for (const { person } of persons.values()) person.last = -1
  for (const mention of mentions) {
    const known = persons.get(mention)
    const spelled = persons.get(originals.get(mention)!)
    if (known) known.person.last = mention.order
    else if (spelled) persons.set(mention, { ...spelled, nominative: mention.normal.parts.join(' ') })
    else persons.set(mention, people.addSingle(asName(mention)))
  }
  for (const mention of mentions) {
    const { person, nominative } = persons.get(mention)!
    addPerson(reading, mention, person, tidy(nominative))
  }
}

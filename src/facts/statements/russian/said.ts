import { remembered } from '../../../core/index.ts'
import type { Word } from '../../../language/index.ts'
import type { Stance } from '../../facts.ts'
import { accusesOf, bodesIll, isPraise } from './acts.ts'
import { CUE_VERBS } from './verbs.ts'

/** The first verb of a reported clause that stands in no clause below it, with what its subject is. */
interface MainVerb {
  readonly at: number
  readonly negated: boolean
  /** `self`: left out or a first person, so that the speaker means himself; `thing`: a noun without will; else `other`. */
  readonly subject: 'self' | 'other' | 'thing'
  /** The subject is written, so that the number of the verb needs no asking. */
  readonly named: boolean
}

const OPENS_BELOW = new Set('который если когда хотя пока поскольку чтобы что где куда как'.split(' '))

const isFiniteForm = (word: Word): boolean =>
  (word.morph.pos === 'VERB' || word.morph.pos === 'AUX') &&
  (word.morph.verbForm === 'Fin' || word.morph.verbForm === undefined)

const subjectSort = (words: readonly Word[], verb: number, names: ReadonlySet<string>): MainVerb['subject'] => {
  const sort: MainVerb['subject'] = 'self'
  for (let i = 0; i < words.length; i++) {
    if (i > verb + 4 && sort !== 'self') break
    const word = words[i]!
    const { pos, case: kase, animacy } = word.morph
    if (/^(?:я|мы)$/u.test(word.norm)) return 'self'
    if (kase !== 'Nom' || (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'PRON')) continue
    if (i > verb && (pos === 'PRON' || words[i - 1]?.morph.pos === 'ADP' || i > verb + 4)) continue
    if (words[i - 1]?.text === ',' && i > verb) break
    if (names.has(word.lemma) && words[i + 1]?.norm !== 'и') return 'self'
    if (isOwn(words, i, names) || (names.size > 0 && isOwnState(words, i))) return 'self'
    const named = pos === 'PROPN' || /^\p{Lu}/u.test(word.text) || animacy === 'Anim'
    return named || /^(?:он|она|они|кто|никто|все)$/u.test(word.norm) ? 'other' : 'thing'
  }
  return sort
}

/** "российские истребители" of a Russian minister: an adjective of the speaker's state stands before the noun. */
const isOwn = (words: readonly Word[], noun: number, names: ReadonlySet<string>): boolean => {
  for (let i = noun - 1; i >= 0 && words[i]!.morph.pos === 'ADJ'; i--) if (names.has(words[i]!.lemma)) return true
  return false
}

/** "страна готова": with nothing that tells whose, the first word of what somebody says of his own state. */
const isOwnState = (words: readonly Word[], noun: number): boolean =>
  noun === 0 && /^(?:страна|республика|государство)$/u.test(words[noun]!.lemma) && words[1]?.morph.case !== 'Gen'

const mainVerb = (words: readonly Word[], names: ReadonlySet<string>): MainVerb | null => {
  let below = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (i > 0 && OPENS_BELOW.has(word.lemma) && word.morph.pos !== 'PART') below = true
    else if (word.text === ',' && below) below = false
    if (below || !(isFiniteForm(word) || word.morph.variant === 'Short')) continue
    const negated = words[i - 1]?.norm === 'не' || words[i - 2]?.norm === 'не'
    const named = words.some((one) => names.has(one.lemma) && one.morph.case === 'Nom')
    return { at: i, negated, subject: subjectSort(words, i, names), named }
  }
  return null
}

const INTENDS =
  /^(?:намереваться|планировать|собираться|хотеть|надеяться|рассчитывать|ожидать|ожидаться|предполагаться|прогнозироваться|планироваться|намеренный|намерен)$/u
const HAS_INFINITIVE = (words: readonly Word[], from: number): boolean =>
  words.slice(from, from + 8).some((word) => word.morph.verbForm === 'Inf')

/** "может состояться" looks ahead; "может нести груз", "может быть рассмотрено" tell what a thing is able or allowed to. */
const isProspect = (words: readonly Word[], from: number): boolean => {
  const verb = words.slice(from, from + 8).find((word) => word.morph.verbForm === 'Inf')
  return verb !== undefined && (verb.morph.aspect !== 'Imp' || verb.morph.pos === 'AUX')
}

const isFuture = (words: readonly Word[], at: number): boolean =>
  words[at]!.morph.tense === 'Fut' || /^(?:будет|будут|буду|будем)$/u.test(words[at]!.norm)

const DEONTIC =
  /^(?:должный|должен|необходимый|нужный|нужно|необходимо|надо|следует|обязанный|обязан|пора|нельзя|важно|недопустимо|рекомендованный|рекомендовано|рекомендоваться|предписанный|предписано)$/u

const IMPERSONAL = new Set(
  'необходимо нужно надо нельзя пора следует недопустимо рекомендовано рекомендуется предписано'.split(' '),
)

/** "…, поэтому надо прекратить огонь", "Анкаре следует снять возражения": what must be done, in a clause further on. */
const isImpersonal = ({ norm }: Word, at: number, words: readonly Word[]): boolean =>
  at > 0 &&
  IMPERSONAL.has(norm) &&
  words[at - 1]!.norm !== 'не' &&
  words[at + 1]?.norm !== 'ли' &&
  words.slice(at + 1, at + 3).some((one) => one.morph.verbForm === 'Inf') &&
  !words.slice(Math.max(0, at - 6), at).some((one) => OPENS_BELOW.has(one.lemma))

/** What only others are said to do: "нагнетают", "подрывают", "игнорируют". */
const HARMING = new Set(
  (
    'сорвать срывать подорвать подрывать дестабилизировать разжигать разжечь нагнетать навязывать навязать игнорировать проигнорировать нарушать нарушить ' +
    'препятствовать обманывать обмануть вмешиваться шантажировать запугивать провоцировать усугублять усугубить саботировать манипулировать ' +
    'замалчивать фальсифицировать искажать исказить дискредитировать попирать попрать злоупотреблять пренебрегать предать предавать ' +
    'демонизировать милитаризировать раскачивать бездействовать затягивать'
  ).split(' '),
)

const harms = (words: readonly Word[]): boolean =>
  words.some(
    ({ lemma, morph }, i) =>
      HARMING.has(lemma) &&
      morph.person !== '1' &&
      morph.verbForm !== 'Inf' &&
      morph.voice !== 'Pass' &&
      morph.variant !== 'Short' &&
      words[i - 1]?.norm !== 'не' &&
      morph.tense !== 'Fut',
  )

/** Words that blame whoever they are said of: deeds and qualities that nobody claims for himself. */
const BLAME =
  /^(?:преступный$|преступник$|цинич|варвар|агрессор|агресси|провокаци|провокатор|ложь$|ложн|лжив|лгать|солгать|фейк|неонацис|нацис|фашис|геноцид|недопустим|неприемлем|безответствен|деструктив|шантаж|виноват|лицемер|русофоб|абсурд|двойной стандарт|оккупант|зверств|расправа|вымысел|предательств|предатель|позор|марионет|хунта|диктатор|запугива|саботаж|спровоцировать|пытка$|пытать$|избиени|вымогательств|издевательств|каратель|беззакони|произвол|клевет|инсинуац|двуличи|подлость|подлый|гнусн|чудовищн|бесчеловечн|изверг|узурп|антироссийск|антиукраинск|антикитайск|антиамериканск|антизападн|антинародн|бездарн|безграмотн|бездумн|безнравств|безрассудн|безумн|бесстыд|беспринципн|близорук|вероломн|воинствующ|вопиющ|возмутительн|глумлени|глупость|голословн|грабеж|грабительск|жалкий|злоупотреблени|издевк|имитаци|ксенофоб|манипул|милитарист|мракобес|наглый$|нагло$|наглость$|надуманн|недальновидн|недобросовестн|недоговороспособн|недостойн|недружественн|некомпетентн|нелеп|ненормальн|необоснованн|неоправданн|непорядочн|непрофессионал|нереализуем|нереалистичн|несерьезн|несостоятельн|несправедлив|неуклюж|неумел|ничтожн|оголтел|одиозн|подстрекат|политизирован|попрани|попустительств|порочн|постыдн|потворств|предвзят|пренебрежительн|противозаконн|разжигани|раскольн|расист|реваншис|смехотворн|спекуляци|стыд$|стыдн|террорист$|тирани|трусост|трусливый|угнетени|ультиматум|фальсификаци|фальшив|хамств|хищническ|чушь|шовинис|экспансионис|эгоис)/u

export const blames = remembered((lemma) => BLAME.test(lemma))

const MEASURES = /^(?:санкци|пакет$|мер[аы]$|ограничени|список$)/u

/** "антироссийские санкции" is what such measures are commonly called, by those who take them too. */
const isBlame = ({ lemma }: Word, i: number, words: readonly Word[]): boolean =>
  blames(lemma) && !(lemma.startsWith('анти') && MEASURES.test(words[i + 1]?.lemma ?? ''))

/** Who says it, as far as the stance of his words depends on him. */
export interface Voice {
  /** Somebody who can act, not an outlet or unnamed source that only reports. */
  readonly own: boolean
  /** Number of the cue's verb: a clause without subject in another number is not about the speaker. */
  readonly number: Word['morph']['number']
  readonly direct: boolean
  /** Lemma of the cue. */
  readonly cue: string
  /** What the speaker speaks for, as lemmas: his state with its adjectives, his body. */
  readonly names: ReadonlySet<string>
}

/** Cues of somebody who passes on what he knows. */
const TELLS = /^(?:сообщить|сообщать|рассказать|рассказывать|передать|передавать|информировать)$/u

/**
 * The act that said words perform by themselves, where their cue is neutral: an intention or forecast expects, what
 * the speaker will do himself is a promise, what he will not do is declined, what he says he did not do is denied, what
 * must be done is demanded, harsh words of blame criticise. Null for a plain statement.
 */
export const actOf = (words: readonly Word[], voice: Voice): Stance | null => {
  if (!voice.own) return null
  const main = mainVerb(words, voice.names)
  if (main && thinksWell(words, main)) return 'supports'
  const act = main ? actOfVerb(words, main, voice) : null
  if (act && act !== 'expects') return act
  if (endangers(words)) return 'warns'
  if (act) return act
  if (words.some(isImpersonal)) return 'demands'
  if (deniesAny(words, main)) return 'denies'
  if (TELLS.test(voice.cue)) return null
  const accuses = harms(words) || standsBehind(words) || accusesOf(words)
  return accuses || words.some(isBlame) || (main && faults(words, main)) ? 'criticises' : null
}

/** "за атакой стоят войска": whoever stands behind a deed is accused of it. */
const standsBehind = (words: readonly Word[]): boolean =>
  words.some(({ lemma, morph }, at) => {
    if (lemma !== 'стоять' || morph.person === '1' || words[at - 1]?.norm === 'не') return false
    const near = words.slice(Math.max(0, at - 5), at + 4)
    return near.some(({ norm }, i) => norm === 'за' && near.slice(i + 1, i + 4).some((one) => one.morph.case === 'Ins'))
  })

const FAULTY =
  /^(?:не(?:реализуем|выполним|осуществим|приемлем|допустим|законн|легитимн|правомерн|обоснован|оправдан|справедлив|состоятельн|адекватн|разумн|уместн|честн)|ошибочн|бессмыслен|абсурдн|безнравствен|безответствен|незакон|вредн|опасн|губительн|глуп)/u

const GRAVE =
  /^(?:серьезн|негативн|тяжел|тяжк|трудн|непредсказуем|катастрофическ|разрушительн|печальн|неблагоприятн|необратим|плачевн|трагическ|драматическ|пагубн|опасн|плох|ужасн|отрицательн|непоправим|фатальн)/u
const PERIL = new Set('риск угроза опасность'.split(' '))
const BRINGS = new Set(
  'создавать создать нести повышать повысить увеличивать увеличить представлять порождать усиливать'.split(' '),
)
const ANSWERLESS = new Set('ответ последствие наказание внимание реакция'.split(' '))

/** "чревато серьезными последствиями", "создает риск", "не останется без ответа": what is said to bring harm. */
const endangers = (words: readonly Word[]): boolean =>
  words.some(({ lemma, morph }, at) => {
    const before = words.slice(Math.max(0, at - 4), at)
    if (lemma === 'чреватый') return words[at - 1]?.norm !== 'не'
    if (lemma === 'последствие')
      return before.some((one) => GRAVE.test(one.lemma)) && !words.some((one) => one.morph.tense === 'Past')
    if (PERIL.has(lemma))
      return before.some(
        (one, i) => BRINGS.has(one.lemma) && one.morph.tense === 'Pres' && before[i - 1]?.norm !== 'не',
      )
    if (lemma !== 'остаться' || morph.tense !== 'Fut' || words[at - 1]?.norm !== 'не') return false
    const rest = words.slice(Math.max(0, at - 8), at + 4)
    return rest.some(
      (one, i) => one.lemma === 'безнаказанный' || (ANSWERLESS.has(one.lemma) && rest[i - 1]?.norm === 'без'),
    )
  })

/** "никаких переговоров нет", "никаких посланий не передавал": that there was any is denied. */
const deniesAny = (words: readonly Word[], main: MainVerb | null): boolean =>
  main?.subject !== 'other' &&
  words.some(
    ({ lemma }, at) =>
      lemma === 'никакой' && words.some((one, i) => one.norm === 'нет' || (one.norm === 'не' && Math.abs(i - at) < 12)),
  )

/** "план нереализуем", "решение не было мудрым": a predicate that finds fault with its subject. */
const faults = (words: readonly Word[], { at, negated, subject }: MainVerb): boolean => {
  if (subject === 'self') return false
  if (!negated) return words[at]!.morph.variant === 'Short' && FAULTY.test(words[at]!.lemma)
  return words[at]!.lemma === 'быть' && words.slice(at + 1, at + 5).some(isPraise)
}

/** "высоко оценивает": what a speaker's own side thinks well of. */
const thinksWell = (words: readonly Word[], { at, negated, subject }: MainVerb): boolean =>
  subject === 'self' && !negated && /^оцени(?:ва)?ть$/u.test(words[at]!.lemma) && words[at - 1]?.norm === 'высоко'

/** "не планируется" denies a plan, "не собирается" declines; "не ожидали" only tells. */
const notIntended = (verb: Word, main: MainVerb, present: boolean): Stance | null => {
  const passive = verb.lemma.endsWith('ся') && !/^(?:собира|надея|намерева)/u.test(verb.lemma)
  if (passive && main.subject !== 'self') return 'denies'
  return present ? 'declines' : null
}

/** Stances that words take by being said. */
const ACTS: ReadonlySet<Stance> = new Set(['criticises', 'demands', 'supports', 'warns', 'invites', 'denies'])

const actOfVerb = (words: readonly Word[], main: MainVerb, voice: Voice): Stance | null => {
  const verb = words[main.at]!
  const { negated } = main
  const first = verb.morph.person === '1'
  // "окажут", "не допускают": a plural without subject is about nobody in particular.
  const self =
    main.subject === 'self' && (first || main.named || voice.number === undefined || verb.morph.number === voice.number)
  const present = verb.morph.tense !== 'Past'
  const anybody = main.subject === 'self' && !self
  // What is left open is nobody's act, but it may still be a plan or a possibility.
  if (anybody && isFuture(words, main.at) && !negated && !voice.direct && !TELLS.test(voice.cue)) return 'expects'
  if (anybody && !(INTENDS.test(verb.lemma) || verb.lemma === 'мочь')) return null
  const known = CUE_VERBS.get(verb.lemma)
  // "Посольство призвало граждан уехать, говорится в его заявлении": what it says of itself it does by saying so.
  if (
    self &&
    known &&
    known.stance !== 'says' &&
    (present || (main.named && !negated && verb.morph.aspect === 'Perf' && ACTS.has(known.stance)))
  )
    return negated ? 'declines' : known.stance
  if (self && verb.lemma === 'нуждаться') return negated ? 'declines' : 'demands'
  if (IMPERSONAL.has(verb.norm)) return negated ? null : 'demands'
  if (DEONTIC.test(verb.lemma) || DEONTIC.test(verb.norm)) return negated || main.subject === 'self' ? null : 'demands'
  // What others once planned or hoped is told, not foretold.
  if (INTENDS.test(verb.lemma) && !present && main.subject !== 'self') return null
  if (INTENDS.test(verb.lemma)) return negated ? notIntended(verb, main, present) : 'expects'
  if (/^(?:готовый|готов)$/u.test(verb.lemma))
    return negated ? 'declines' : self && HAS_INFINITIVE(words, main.at) ? 'promises' : null
  if (verb.lemma === 'мочь' && present) {
    if (negated) return self ? 'declines' : null
    return isProspect(words, main.at) ? 'expects' : null
  }
  if (isFuture(words, main.at)) {
    if (main.subject === 'thing') return !negated && bodesIll(words) ? 'warns' : 'expects'
    if (negated) return 'declines'
    if (!self || voice.direct) return null
    // "на борту будет сорок человек", "страна станет членом союза": to be or become is nobody's promise.
    if (verb.lemma === 'быть') return HAS_INFINITIVE(words, main.at) ? 'promises' : 'expects'
    return BECOMES.test(verb.lemma) ? 'expects' : 'promises'
  }
  // "вторая волна не обсуждается": that it is done at all is denied.
  if (negated && main.subject === 'thing' && isUndone(verb)) return 'denies'
  // "не признает", "не была против" tell where somebody stands; "не отправляла", "не готовит" deny a deed.
  const stands = known ? known.stance !== 'declines' : verb.lemma === 'быть' && main.named
  return self && negated && !voice.direct && !stands ? 'denies' : null
}

const BECOMES = /^(?:стать|становиться|смочь|оказаться|получить|остаться|достичь|достигнуть|превзойти|превысить)$/u

const UNDONE =
  /^(?:обсуждаться|рассматриваться|планироваться|готовиться|применяться|использоваться|вестись|проводиться|осуществляться|разрабатываться|поставляться|прорабатываться|предусматриваться)$/u

const isUndone = ({ lemma }: Word): boolean => UNDONE.test(lemma)

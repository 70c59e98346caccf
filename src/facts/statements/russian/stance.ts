import { remembered } from '../../../core/index.ts'
import type { Word } from '../../../language/index.ts'
import type { Stance } from '../../facts.ts'
import type { Cue } from '../cues.ts'
import { actOfWords, callsFalse, deniesWorth, isFuture, praises, setsCondition, threatens } from './acts.ts'
import { actOf, blames, type Voice } from './said.ts'

/** Words of each stance, as one map from word to stance. */
const stances = (groups: readonly (readonly [Stance, string])[]): ReadonlyMap<string, Stance> =>
  new Map(groups.flatMap(([stance, words]) => words.split(' ').map((word) => [word, stance] as const)))

/** What "не" before a cue makes of its stance: "не подтвердил" declines, "не исключил" expects, else the cue's own. */
const NEGATED = stances([
  [
    'declines',
    'подтвердить подтверждать комментировать прокомментировать ответить отвечать уточнить уточнять сообщить сообщать раскрыть раскрывать назвать называть говорить сказать согласиться соглашаться рассказать рассказывать объяснить объяснять пояснить пояснять поддержать поддерживать обещать пообещать гарантировать признать признавать одобрить одобрять конкретизировать',
  ],
  ['expects', 'исключить исключать'],
  ['says', 'отрицать опровергать опровергнуть отвергать отвергнуть скрывать сомневаться возражать'],
  ['demands', 'рекомендовать порекомендовать советовать посоветовать предлагать'],
])

const BAD =
  /^(?:преступлени|провокаци|террор|деструктив|незаконн|нелегитимн|неприемлем|абсурд|лож|лжив|фейк|бред|ошибк|ошибочн|угроз|эскалаци|недопустим|опасн|агресс|безответствен|варварск|варварств|цинич|кровав|позор|предательств|диктатор|диктатур|террорист|фашист|нацист|неправильн|неправомерн|неоправдан|несправедлив|нарушени|вмешательств|шантаж|давлени|геноцид|безуми|безумн|глуп|трусост|трусливый|лицеми|возмутительн|шокирующ|ужас|трагеди|катастроф|поспешн|бессмыслен|неудач|провал|неадекват|клевет|беспочвен|голословн|необоснован|надуман|двуличн|разруш|злонамерен|враждебн|недружествен|спекуляци|оккупаци|оккупант|аннекси|репресси|дискриминаци|авантюр|мошенни|коррупц|унизительн|оскорблени|оскорбительн|недальновид|вредн|вымыс|дезинформаци|пропаганд|терракт|теракт|зверств|варвар|убийц|палач|недостаточный$|преждевременн|неубедительн|сомнительн|бесполезн|неуместн|необдуман|недостойн|витрин|цирк$|фарс|спектакл|имитаци|популизм)/u
const NO_BAD = /^не(?:допусти)/u
const isBad = remembered((lemma) => (BAD.test(lemma) || blames(lemma)) && !NO_BAD.test(lemma))

const FIRST_PERSON = stances([
  [
    'expects',
    'надеюсь надеемся ожидаем ожидаю рассчитываем рассчитываю прогнозируем прогнозирую верю планируем предполагаю предполагаем',
  ],
  [
    'supports',
    'благодарю благодарим поздравляю поздравляем приветствуем приветствую одобряем поддерживаем поддерживаю желаю желаем поблагодарить спасибо поздравить благодарен благодарны',
  ],
  ['criticises', 'осуждаем осуждаю обвиняем возмущены протестуем'],
  ['demands', 'призываем призываю требуем требую просим прошу предлагаю предлагаем рекомендуем настаиваем советую'],
  ['confirms', 'подтверждаем подтверждаю подтвердить'],
  ['denies', 'опровергаем опровергаю отрицаем отрицаю'],
  ['promises', 'обещаю обещаем гарантирую гарантируем клянусь заверяю'],
  ['warns', 'предупреждаю предупреждаем предостерегаем'],
  ['invites', 'приглашаю приглашаем'],
  ['declines', 'отказываюсь отказываемся'],
])

/** Verbs of saying whose stance the said words decide. */
const isNeutral = (cue: Cue): boolean => cue.stance === 'says' && cue.form !== 'noun'

/** What is said, as far as a stance depends on it. */
export interface Said {
  /** First words of the content. */
  readonly words: readonly Word[]
  /** Words right after the cue, where an evaluation may stand apart from its object. */
  readonly around: readonly Word[]
  /** Conjunction of the reported clause, '' when there is none. */
  readonly conjunction: string
  readonly voice: Voice
}

const isNaming = (cue: Cue): boolean =>
  cue.governs.has('naming') || /^(?:считать|счесть|посчитать|признать|признавать|оценить|оценивать)$/u.test(cue.lemma)

const byEvaluation = (cue: Cue, words: readonly Word[]): Stance | null => {
  if (!isNaming(cue)) return null
  if (cue.stance === 'says' && callsFalse(words)) return 'denies'
  for (const word of words) if (isBad(word.lemma)) return 'criticises'
  if (cue.stance !== 'says') return null
  return setsCondition(words) ? 'demands' : praises(words) ? 'supports' : null
}

/** A direct quotation that itself performs an act: "Мы осуждаем …", "Благодарю вас …". */
const byFirstPerson = (words: readonly Word[]): Stance | null => {
  for (let i = 0; i < words.length && i < 40; i++) {
    const stance = FIRST_PERSON.get(words[i]!.norm)
    if (stance) return stance
  }
  return null
}

/**
 * The stance of a statement: its cue's, turned by a negation; where the cue is neutral, by the words that are said
 * (an act performed in the first person, an evaluation, "чтобы").
 */
export const stanceOf = (cue: Cue, said: Said): Stance => {
  const { words, conjunction } = said
  const { direct } = said.voice
  if (cue.negated) {
    if (isNaming(cue) && deniesWorth([...words, ...said.around])) return 'criticises'
    const turned = NEGATED.get(cue.lemma)
    if (turned) return turned
    if (isNeutral(cue)) return cue.form === 'finite' && cue.weak ? 'says' : 'declines'
    if (cue.stance === 'supports' || cue.stance === 'expects' || cue.stance === 'promises') return 'declines'
    return cue.stance
  }
  if (conjunction === 'чтобы' && cue.stance === 'says') return 'demands'
  if (conjunction === 'что' && /^призна(?:ть|вать)$/u.test(cue.lemma)) return 'confirms'
  // "выразил уверенность, что силы для этого есть" tells of what is, and foretells nothing.
  if (conjunction === 'что' && /(?:уверенность|убежденность)$/u.test(cue.lemma) && !words.some(isFuture)) return 'says'
  if (/^завер(?:ить|ять)$/u.test(cue.lemma)) return assurance(words, conjunction)
  if (cue.stance === 'promises' && threatens(words)) return 'warns'
  if (/^исключ(?:ить|ать)$/u.test(cue.lemma) && conjunction === '') return rulesOut(words)
  if (!isNeutral(cue)) return cue.stance
  const evaluated = byEvaluation(cue, [...words, ...said.around])
  // "страна должна ответить, считает министр": a clause and no name given to a thing.
  const naming = isNaming(cue) && !(cue.governs.has('что') && words.some(isPredicate))
  return (
    evaluated ??
    (naming || !said.voice.own ? null : actOfWords(words, direct)) ??
    (direct ? byFirstPerson(words) : null) ??
    (naming ? null : actOf(words, said.voice)) ??
    cue.stance
  )
}

const isPredicate = ({ morph }: Word): boolean =>
  (morph.tense !== undefined && morph.verbForm !== 'Part' && morph.verbForm !== 'Conv') || morph.variant === 'Short'

/** "заверил, что …": a promise only of what is to come; "заверил в поддержке" supports. */
const assurance = (words: readonly Word[], conjunction: string): Stance => {
  if (words.some((word) => word.lemma === 'поддержка') && conjunction === '') return 'supports'
  const clause =
    conjunction === 'что' || words.some(({ morph }) => morph.tense !== undefined && morph.verbForm !== 'Part')
  return clause && !words.some(isFuture) ? 'says' : 'promises'
}

const SUPPOSED =
  /^(?:версия|причастность|вероятность|теракт|диверсия|факт|наличие|случайность|ошибка|след|умысел|связь|вмешательство|влияние|последствие|дефолт|дефицит|кризис|фактор|удар|повторение|угроза|риск|опасность|авария)$/u

/** "исключил отправку войск" declines to do it; "исключил версию теракта" denies that it is so. */
const rulesOut = (words: readonly Word[]): Stance =>
  words.slice(0, 4).some(({ lemma }) => SUPPOSED.test(lemma)) ? 'denies' : 'declines'

/** "высоко оценил", "негативно оценил": the stance of the adverb; null for a bare estimate, which is no statement. */
export const stanceOfEstimate = (words: readonly Word[]): Stance | null => {
  for (const word of words) {
    if (/^(?:высоко|положительно|позитивно|хорошо|одобрительно)$/u.test(word.norm)) return 'supports'
    if (/^(?:негативно|отрицательно|низко|критически|критично|крайне|скептически|резко)$/u.test(word.norm))
      return 'criticises'
  }
  return null
}

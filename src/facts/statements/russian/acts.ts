import { WordSet } from '../../../core/index.ts'
import type { Word } from '../../../language/index.ts'
import type { Stance } from '../../facts.ts'
import { EXPRESSED_NOUNS } from './nouns.ts'

/*
 * Acts that said words perform by themselves, whoever says them, each a whole family of words rather than a form.
 */

const HARM =
  /^(?:эскалац|катастроф|уничтожени|разрушени|гибель$|жертва$|кровопролит|обстрел|диверси|хаос$|коллапс|крах$|столкновени|дестабилизац|обострени|ошибка$|голод$|противный$|потеря$|расплат|хаотич|деградац|развал)/u

/** What is foretold is feared: "приведет к эскалации", "продолжатся обстрелы", "в противном случае". */
export const bodesIll = (words: readonly Word[]): boolean => words.some(({ lemma }) => HARM.test(lemma))

const set = (words: string): ReadonlySet<string> => new WordSet(words.split(' '))

const SPEAKING = set(
  'сказать говорить добавить добавлять комментировать прокомментировать ответить отвечать сообщить сообщать объявить объявлять назвать называть уточнить уточнять раскрыть раскрывать рассказать рассказывать подтвердить подтверждать пояснить пояснять',
)

/** "нечего добавить", "не готов сообщить", "не станет комментировать", "не будет раскрывать". */
const declinesToSpeak = (words: readonly Word[]): boolean => {
  for (let i = 0; i < words.length; i++) {
    if (!SPEAKING.has(words[i]!.lemma) || words[i]!.morph.verbForm !== 'Inf') continue
    for (let k = Math.max(0, i - 4); k < i; k++) {
      const { norm, lemma } = words[k]!
      if (norm === 'нечего') return true
      if (
        norm === 'не' &&
        /^(?:готовый|готов|стать|быть|собираться|хотеть|мочь|уполномоченный)$/u.test(words[k + 1]!.lemma)
      )
        return true
      if (lemma === 'отказаться' || lemma === 'отказываться') return true
    }
  }
  return false
}

/** "не будет возражать", "не против": to have nothing against is to support. */
const doesNotMind = (words: readonly Word[]): boolean =>
  words.some(({ lemma, norm }, i) => {
    if (!/^(?:возражать|препятствовать|мешать)$/u.test(lemma) && norm !== 'против') return false
    return words[i - 1]?.norm === 'не' || (norm !== 'против' && words[i - 2]?.norm === 'не')
  })

const REPRISALS = set(
  'возмездие расплата наказание отпор уничтожать уничтожить поплатиться пожалеть разгромить лишить сокрушительный',
)

/** A verb of what is to come. */
export const isFuture = ({ morph, norm }: Word): boolean =>
  morph.tense === 'Fut' || norm === 'будет' || norm === 'будут'

/** "понесут наказание", "будем уничтожать", "получат отпор": what somebody will be made to suffer. */
export const threatens = (words: readonly Word[]): boolean =>
  words.some(({ lemma }) => REPRISALS.has(lemma)) && words.some(isFuture)

const WELCOMES: readonly (readonly [string, string])[] = [
  ['добро', 'пожаловать'],
  ['мы', 'рады'],
  ['я', 'рад'],
  ['я', 'рада'],
  ['рад', 'приветствовать'],
  ['рады', 'приветствовать'],
]

const welcomes = (words: readonly Word[]): boolean =>
  words.some((word, i) => WELCOMES.some(([a, b]) => word.norm === a && words[i + 1]?.norm === b))

const ABOUT = set('о об обо')
const ABOUT_NOUNS: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ...EXPRESSED_NOUNS,
  ['отказ', 'declines'],
  ['план', 'expects'],
  ['решимость', 'promises'],
  ['несогласие', 'criticises'],
  ['признательность', 'supports'],
  ['необходимость', 'demands'],
])

const ACCUSING = set(
  'давление вмешательство шантаж провокация геноцид агрессия преступление репрессия дискриминация произвол беззаконие саботаж двуличие лицемерие предательство ложь пособничество подстрекательство',
)

/** "заявил о давлении на суд": the noun that follows "о" accuses whoever did it. */
export const accusesOf = (words: readonly Word[]): boolean =>
  ABOUT.has(words[0]?.norm ?? '') &&
  words.slice(1, 4).some(({ lemma, morph }) => morph.case === 'Loc' && ACCUSING.has(lemma))

/** "заявил о намерении", "сообщил о готовности": the noun names the act. */
const aboutNoun = (words: readonly Word[]): Stance | null => {
  if (!ABOUT.has(words[0]?.norm ?? '')) return null
  for (let i = 1; i < Math.min(words.length, 4); i++) {
    const { pos, case: kase } = words[i]!.morph
    // "о плане ООН", "о позиции Китая" tell of somebody else's: the act is the speaker's own only with what it is to.
    if (pos === 'NOUN') {
      const next = words[i + 1]
      const own = next === undefined || next.morph.verbForm === 'Inf' || /^(?:ADP|PUNCT)$/.test(next.morph.pos)
      return kase === 'Loc' && own ? (ABOUT_NOUNS.get(words[i]!.lemma) ?? null) : null
    }
    if (pos !== 'ADJ' && pos !== 'DET') return null
  }
  return null
}

const UNTRUE = set('неправда вранье ложь выдумка вымысел фейк')
const PARTS = set('причастный виновный виноватый замешанный')

/** Whether "не" stands at most two words before. */
const isNegated = (words: readonly Word[], i: number): boolean =>
  words[i - 1]?.norm === 'не' || (words[i - 2]?.norm === 'не' && words[i - 1]!.morph.pos !== 'PUNCT')

/** "это не так", "не соответствует действительности", "не имеет отношения", "ничего подобного", "Нет, …". */
const deniesTruth = (words: readonly Word[], direct: boolean): boolean => {
  const first = words.find((word) => word.morph.pos !== 'PUNCT')
  if (direct && first?.norm === 'нет') return true
  return words.some(({ lemma, norm }, i) => {
    const next = words[i + 1]
    if (norm === 'ничего' && next?.norm === 'подобного') return true
    if (norm === 'так') return words[i - 1]?.norm === 'не' && (next === undefined || next.morph.pos === 'PUNCT')
    if (lemma === 'соответствовать')
      return isNegated(words, i) && /^(?:действительность|истина|правда|реальность)$/u.test(next?.lemma ?? '')
    if (lemma === 'отношение')
      return words
        .slice(Math.max(0, i - 4), i)
        .some(
          (word, k, near) =>
            word.lemma === 'иметь' && (near[k - 1]?.norm === 'не' || words[i - near.length + k - 1]?.norm === 'не'),
        )
    if (PARTS.has(lemma)) return isNegated(words, i)
    return UNTRUE.has(lemma) && i < 4 && !isNegated(words, i)
  })
}

const POLITE = set(
  'здравствовать поверить верить представить смотреть посмотреть знать извинить простить сказать допустить заметить понять слушать учесть помнить видеть',
)

/** "Прекратите …", "Давайте …", "Пусть …": what others are told to do. */
const commands = (words: readonly Word[]): boolean => {
  const start = words.findIndex((word) => word.morph.pos !== 'PUNCT')
  const word = words[start]
  if (!word) return false
  if (word.norm === 'пусть' || word.norm === 'пускай' || word.norm === 'давайте') return true
  return (
    word.morph.mood === 'Imp' && word.morph.pos === 'VERB' && word.morph.number === 'Plur' && !POLITE.has(word.lemma)
  )
}

/** What the words alone perform: declining, not minding, threatening, denying, a feeling told of …; null for none. */
export const actOfWords = (words: readonly Word[], direct: boolean): Stance | null => {
  if (declinesToSpeak(words)) return 'declines'
  if (doesNotMind(words)) return 'supports'
  if (direct && welcomes(words)) return 'supports'
  if (threatens(words)) return 'warns'
  if (deniesTruth(words, direct) || isCalledFalse(words) || lacksGrounds(words)) return 'denies'
  if (direct && commands(words)) return 'demands'
  return aboutNoun(words)
}

const TOLD = set(
  'информация сообщение слух данные публикация сведение утверждение заявление версия новость обвинение это',
)
const FALSE =
  /^(?:неточн|недостоверн|ложн|ложь$|лживый|фейк|вымысел|выдумк|неверн|домысел|слух$|утка$|беспочвен|голословн|необоснованн|несоответств|фантази|сказка$|небылиц|чушь$|вранье$|неправда$|бред$|вброс$)/u

/** "назвал эту информацию неточной", "назвал сообщения фейком": what is told is denied. */
export const callsFalse = (words: readonly Word[]): boolean =>
  words.some(({ lemma, morph }) => TOLD.has(lemma) && morph.case !== 'Ins') &&
  words.some(({ lemma }) => FALSE.test(lemma))

/** "информация о сделке является фейком", "сообщения ложны": the predicate says that what is told is false. */
const isCalledFalse = (words: readonly Word[]): boolean => {
  const told = words.findIndex(({ lemma, morph }) => TOLD.has(lemma) && lemma !== 'это' && morph.case === 'Nom')
  return (
    told >= 0 &&
    words.some(
      ({ lemma, morph }, i) =>
        i > told &&
        FALSE.test(lemma) &&
        (morph.variant === 'Short' || (morph.case === 'Ins' && words[i - 1]?.lemma === 'являться')) &&
        !isNegated(words, i),
    )
  )
}

const CLAIMING = set('утверждать говорить полагать считать думать заявлять обвинять подозревать')

/** "нет оснований утверждать, что …": what is claimed is denied. */
const lacksGrounds = (words: readonly Word[]): boolean =>
  words.some(
    ({ lemma }, i) =>
      lemma === 'основание' &&
      words.slice(Math.max(0, i - 3), i).some(({ norm }) => norm === 'нет' || norm === 'никаких') &&
      CLAIMING.has(words[i + 1]?.lemma ?? ''),
  )

const GOOD =
  /^(?:убедительн|достаточн|справедлив|законн|легитимн|правильн|нужн|эффективн|приемлем|обоснованн|уместн|серьезн|честн|свободн|демократ|удачн|разумн|конструктивн|продуктивн|плодотворн|успешн|своевременн)/u

const PRAISE =
  /^(?:обоснованн|обосновать$|оправданн|оправдать$|успешн|успех$|правильн|справедлив|замечательн|прекрасн|отличн|достойн|мудр|героическ|герой$|героиня$|выдающ|блестящ|превосходн|своевременн|конструктивн|плодотворн|продуктивн|разумн|дорогой$|великолепн|образцов|триумф|безупречн|блистательн|патриот$|надежн|историческ|приоритетн|дружествен|впечатляющ|многообещающ|перспективн|стабилизирующ|миролюбив|благородн|бескорыстн|мужествен|доблестн|талантлив|профессионал)/u

// "обоснованным" is a dative plural too, and is read as one at times.
const INSTRUMENTAL = new Set<string | undefined>(['Ins', 'Dat', 'Short'])

/** Whether a word is a predicate of praise: "мудрым", "обоснован". */
export const isPraise = ({ lemma, morph }: Word): boolean =>
  PRAISE.test(lemma) && INSTRUMENTAL.has(morph.case ?? morph.variant)

/** "назвал решение обоснованным", "назвал его дорогим другом": in the instrumental, what somebody is praised as. */
export const praises = (words: readonly Word[]): boolean =>
  words.some((word, i) => isPraise(word) && !isNegated(words, i))

/** "назвал вывод войск условием переговоров": a condition is a demand. */
export const setsCondition = (words: readonly Word[]): boolean =>
  words.some(({ lemma, morph }, i) => lemma === 'условие' && morph.case === 'Ins' && !isNegated(words, i))

/** "не счел доводы убедительными": to deny worth is to criticise. */
export const deniesWorth = (words: readonly Word[]): boolean => words.some(({ lemma }) => GOOD.test(lemma))

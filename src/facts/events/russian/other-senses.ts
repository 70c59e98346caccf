import type { Word } from '../../../language/index.ts'

/** What is undermined and not blown up. */
const ABSTRACT = new Set(
  `доверие авторитет безопасность возможность способность устои устой стабильность отношение усилие важность единство репутация
  экономика взаимодействие суверенитет процесс позиция сотрудничество поддержка основа система демократия мир переговоры
  престиж вера влияние уверенность легитимность независимость боеспособность обороноспособность потенциал связь партнерство
  договоренность соглашение режим порядок имидж дух единение сплоченность доминирование гегемония принцип`.split(/\s+/),
)

/** Where people are held. */
const CUSTODY = new Set(
  `стража тюрьма колония сизо изолятор плен арест заключение лагерь камера неволя подвал спецприемник условие заложник
  больница центр`.split(/\s+/),
)

const REACH = 4
const FAR = 10

const within = (words: readonly Word[], from: number, to: number, set: ReadonlySet<string>): boolean => {
  for (let i = Math.max(0, from); i < Math.min(words.length, to); i++) if (set.has(words[i]!.lemma)) return true
  return false
}

/**
 * Whether a word that names events stands in another sense: a feast's name ("День Победы"), trust that is undermined
 * ("подорвать доверие"), what a text holds ("в докладе содержатся сведения").
 */
export const hasOtherSense = (words: readonly Word[], at: number, lemma: string): boolean => {
  switch (lemma) {
    case 'победа':
      // With a capital inside a sentence it is the one of 1945.
      return at > 0 && /^П\p{Ll}/u.test(words[at]!.text) && !/^[«"„.!?:]$/u.test(words[at - 1]!.text)
    case 'подорвать':
    case 'подрывать':
      return within(words, at + 1, at + 1 + REACH, ABSTRACT)
    case 'содержаться':
      return !within(words, at - FAR, at + FAR, CUSTODY)
    default:
      return false
  }
}

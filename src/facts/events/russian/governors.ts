/** Words above an event's noun that settle whether it was: what calls for it, what keeps it from being, what dates from it. */

const DEMANDS = new Set(
  `призвать призывать призыв потребовать требовать требование попросить просить просьба предложить предлагать
  предложение нуждаться добиваться рекомендовать советовать мечтать угрожать пригрозить угроза`.split(/\s+/),
)
const CHANCES = new Set('шанс перспектива надежда надеяться рассчитывать настаивать нуждаться'.split(' '))
const HINDRANCES = new Set(
  'помешать мешать воспрепятствовать препятствовать сорвать предотвратить предотвращение заблокировать отклонить отвергнуть'.split(
    ' ',
  ),
)
/** What an act needs to have been: it took place, was found, was made, was got. */
const REALIZES = new Set(
  `состояться пройти произойти происходить проводиться проходить быть провести проводить принять принимать приниматься фиксироваться
  фиксировать зафиксировать обнаружить выявить увидеть наблюдаться наблюдать получить достичь добиться вести подписать заключить
  планироваться планировать поступать иметь допустить заниматься`.split(/\s+/),
)
const REFUSALS = new Set('отказать отказывать отказаться отказываться отказ'.split(' '))
const AVOIDANCES = new Set('избежать избегать уклониться уклоняться уклонение'.split(' '))
const STANDS = new Set(['выступить', 'выступать', 'высказаться'])

/** Whether a word calls for what hangs on it. */
export const isDemand = (lemma: string): boolean => DEMANDS.has(lemma)

/** Whether a word hopes for what hangs on it, or insists on it. */
export const isChance = (lemma: string): boolean => CHANCES.has(lemma)

/** Whether a word says that what hangs on it did not come about; a refusal says so of what is refused ("в", "от"). */
export const isHindrance = (lemma: string, preposition: string): boolean =>
  HINDRANCES.has(lemma) || (REFUSALS.has(lemma) && (preposition === 'в' || preposition === 'от'))

/** Whether a word says that somebody kept out of what hangs on it: "избежал встречи", "уклоняется от столкновения". */
export const isAvoidance = (lemma: string, preposition: string): boolean =>
  AVOIDANCES.has(lemma) && preposition === (lemma.startsWith('из') ? '' : 'от')

/** Whether a word takes a stand, for or against what hangs on it. */
export const isStand = (lemma: string): boolean => STANDS.has(lemma)

/** Whether something dates from what hangs on a word. */
export const isMoment = (lemma: string): boolean => lemma === 'момент'

/** Whether a word is the beginning of what hangs on it. */
export const isBeginning = (lemma: string): boolean => lemma === 'начало'

/** Whether an act was not, where a word that it hangs on is denied ("встреча не состоялась"). */
export const isRealizing = (lemma: string): boolean => REALIZES.has(lemma)

const PLACES = new Set(
  'состояться пройти произойти проходить начаться стартовать открыться завершиться провести проводиться быть'.split(
    ' ',
  ),
)

/** Whether a word says that what it is about takes place. */
export const takesPlace = (lemma: string): boolean => PLACES.has(lemma)

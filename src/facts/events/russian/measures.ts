import { wordSet } from '../lexicon.ts'

/** What states impose upon each other. */
export const IMPOSED = wordSet('санкция эмбарго запрет ограничение пошлина рестрикция блокада')
/** In what it comes. */
export const PACKED = wordSet('пакет режим мера список раунд часть')
/** Who joins it or prolongs it imposes it. */
export const CARRIES_ON = wordSet(
  'присоединиться присоединяться присоединение продлить продлевать продлеваться продление примкнуть',
)
/** Who lifts it frees of it. */
export const LIFTS = wordSet(
  `снять снимать снятие отменить отменять отмена ослабить ослаблять ослабление смягчить смягчать смягчение прекращение
  приостановка приостановить прекратить`,
)

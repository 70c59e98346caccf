import { plural } from './plural.ts'

const count = plural('ru')

/** Words of an article's versions, in Russian; `versions-en.ts` has the same keys. */
export const versions = {
  heading: 'Версии статьи',
  count: (n: number) => `Издание меняло текст: ${count(n, 'версия', 'версии', 'версий')}`,
  compare: 'сравнить',
  earlierText: 'Это прежний текст; издание его изменило.',
  present: 'нынешний текст',
  presentShort: 'нынешняя',
  table: 'Все версии, от первой к последней',
  time: 'Время',
  headline: 'Заголовок',
  from: 'Было',
  to: 'Стало',
  changes: 'Что изменилось',
  changesHint: 'зачёркнуто то, чего больше нет, подчёркнуто то, что появилось',
  removed: 'убрано',
  added: 'добавлено',
  same: (n: number) => count(n, 'предложение без изменений', 'предложения без изменений', 'предложений без изменений'),
  nothing: 'Текст тот же.',
  single: 'Текст этой статьи не менялся.',
  withdrawn: 'Отозвано изданием',
  withdrawnHint: 'об этом прежний текст сообщал, а новый молчит',
  brought: 'Появилось',
  broughtHint: 'об этом сообщает только новый текст',
  sorts: { event: 'событие', statement: 'высказывание', figure: 'число' },
  inEntry: 'запись',
  withdrawnEvidence: 'Отозванные свидетельства',
  withdrawnEvidenceHint: 'издания убрали эти слова из своих статей; поля записи на них не опираются',
  withdrawnEntry: 'Отозвано: все издания, которые об этом сообщали, убрали эти слова.',
  withdrawnMark: 'отозвано',
}

import type { FigureFact } from '../../facts/index.ts'

/** Forms of a unit of time after 1, after 2 (and any fraction), after 5. */
const FORMS: Readonly<Record<string, readonly [one: string, few: string, many: string]>> = {
  секунда: ['секунда', 'секунды', 'секунд'],
  минута: ['минута', 'минуты', 'минут'],
  час: ['час', 'часа', 'часов'],
  день: ['день', 'дня', 'дней'],
  неделя: ['неделя', 'недели', 'недель'],
  месяц: ['месяц', 'месяца', 'месяцев'],
  год: ['год', 'года', 'лет'],
}

const BEFORE: Readonly<Record<NonNullable<FigureFact['approximation']>, string>> = {
  about: 'около',
  'more-than': 'более',
  'less-than': 'менее',
  'at-least': 'не менее',
  'at-most': 'не более',
}

const formOf = (value: number, unit: string, genitive: boolean): string => {
  const forms = FORMS[unit]
  if (!forms) return unit
  const [one, few, many] = forms
  if (!Number.isInteger(value)) return few
  const single = value % 10 === 1 && value % 100 !== 11
  if (genitive) return single ? few : many
  const some = value % 10 >= 2 && value % 10 <= 4 && !(value % 100 >= 12 && value % 100 <= 14)
  return single ? one : some ? few : many
}

const written = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',')

/**
 * A length of time in one normal form, whatever its case and wording on the page, so that equal ones are equal.
 *
 * @example writtenDuration({ value: 1.5, unit: 'час', approximation: 'about', … }) // 'около 1,5 часа'
 */
export const writtenDuration = ({
  value,
  to,
  unit,
  approximation,
}: Pick<FigureFact, 'value' | 'to' | 'unit' | 'approximation'>): string => {
  const last = to ?? value
  const form = formOf(last, unit, approximation !== undefined)
  const number = to === undefined ? written(value) : `${written(value)}–${written(to)}`
  if (approximation === undefined) return `${number} ${form}`
  return to === undefined && value === 1
    ? `${BEFORE[approximation]} ${form}`
    : `${BEFORE[approximation]} ${number} ${form}`
}

import { numberFormat, wholeText } from './intl.ts'
import { settings } from './settings.svelte.ts'

export const numberText = (value: number): string =>
  Number.isInteger(value) ? wholeText(settings.language, value) : numberFormat(settings.language).format(value)

/** A share of one in whole per cents: "64 %". */
export const shareText = (part: number): string =>
  numberFormat(settings.language, { style: 'percent', maximumFractionDigits: 0 }).format(part)

/** A duration in hours, in the unit that reads best. */
export const delayText = (hours: number): string => {
  const { words } = settings
  const digits = numberFormat(settings.language, { maximumFractionDigits: 1 })
  if (hours < 1) return words.minutes(digits.format(Math.round(hours * 60)))
  return hours < 48 ? words.hours(digits.format(hours)) : words.days(digits.format(hours / 24))
}

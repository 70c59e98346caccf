const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
// Zones by letters: RFC 822's own, and those that feeds of the region write.
const ZONES: Readonly<Record<string, string>> = {
  ut: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  z: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
}

const RFC_822 =
  /^(?:[a-zа-яё]{2,10}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}[\s,-]+(\d{4}|\d{2})(?:[\s,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*([+-]\d\d:?\d\d|[a-z]{1,4})?/i
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T\s](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d{1,9})?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i

const pad = (value: string | number): string => String(value).padStart(2, '0')

const zoneOf = (zone: string | undefined): string => {
  if (zone === undefined || zone === '') return ''
  const numbers = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  return numbers ? `${numbers[1]}${numbers[2]}:${numbers[3] ?? '00'}` : (ZONES[zone.toLowerCase()] ?? '')
}

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date as feeds write it (RFC 822 and its misspellings, RFC 3339, W3C) in ISO 8601 with the zone that it names; null for
 * anything else: nothing is guessed.
 *
 * @example feedDate('Mon, 05 Jan 2026 10:00:00 MSK') // '2026-01-05T10:00:00+03:00'
 */
export const feedDate = (value: string | undefined): string | null => {
  const text = value?.trim().slice(0, 100) ?? ''
  const iso = ISO.exec(text)
  const mail = iso ? null : RFC_822.exec(text)
  const [, first, second, third, hour, minute, seconds, zone] = iso ?? mail ?? []
  if (first === undefined || second === undefined || third === undefined) return null
  const month = iso ? Number(second) : MONTHS.indexOf(second.toLowerCase()) + 1
  const day = Number(iso ? third : first)
  const written = Number(iso ? first : third)
  const year = written < 100 ? written + (written < 70 ? 2000 : 1900) : written
  if (month < 1 || !exists(year, month, day)) return null
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59) return date
  return `${date}T${pad(hour)}:${minute}:${seconds ?? '00'}${zoneOf(zone)}`
}

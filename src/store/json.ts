/**
 * JSON that PostgreSQL takes: it knows no U+0000 and no half of a surrogate pair. Each is written as U+FFFD, which is as
 * long, so that offsets stay true.
 */
export const databaseJson = (value: unknown): string => {
  const json = JSON.stringify(value)
  // JSON.stringify escapes only halves of pairs and controls, so most texts need no second look.
  if (!json.includes('\\u')) return json
  return json.replace(/\\(?:u0000|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)/g, (mark) =>
    mark === '\\u0000' || (mark.length === 6 && /^\\u[dD]/.test(mark)) ? '\uFFFD' : mark,
  )
}

/** A text that PostgreSQL takes, as long as it was. */
export const databaseText = (text: string): string => text.replace(/[\0\ud800-\udfff]/gu, '\uFFFD')

/**
 * Something that went wrong with one input, as data: the rest of the work goes on, and whoever talks to a person puts
 * it in words (with the remedy) in that person's language.
 *
 * - `code` names what happened, e.g. `empty`, `binary`, `too-large`, `unreadable`, `not-json`, `no-text`, `other-language`
 * - `input` is the path or address the person gave
 * - `detail` carries what the message needs (sizes, line numbers, the system's own words)
 * - `severity`: `error` = this input was left out; `warning` = it was read, but something in it was not taken
 */
export interface Problem {
  readonly kind: 'problem'
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly input: string
  readonly detail: Readonly<Record<string, string | number>>
}

/** Makes a problem that leaves the input out. */
export const failure = (code: string, input: string, detail: Problem['detail'] = {}): Problem => ({
  kind: 'problem',
  code,
  severity: 'error',
  input,
  detail,
})

/** Makes a problem that lets the input go on. */
export const warning = (code: string, input: string, detail: Problem['detail'] = {}): Problem => ({
  kind: 'problem',
  code,
  severity: 'warning',
  input,
  detail,
})

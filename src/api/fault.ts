/** A request that cannot be answered, in words that name the remedy. */
export interface Fault {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500 | 501
  readonly code: string
  readonly message: string
  readonly remedy: string
}

export const fault = (status: Fault['status'], code: string, message: string, remedy: string): Fault => ({
  status,
  code,
  message,
  remedy,
})

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'remedy' in value && 'status' in value

/** The JSON body of an error. */
export const faultBody = ({ code, message, remedy }: Fault) => ({ error: { code, message, remedy } })

import { failure, type Problem } from '../../core/index.ts'
import { TooLarge } from '../source.ts'
import { PrivateAddress } from './connector.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const causes = (error: unknown): unknown[] => {
  const all: unknown[] = []
  for (let at = error; at instanceof Error && all.length < 5; at = at.cause) all.push(at)
  return all
}

const TIMEOUT = /^(?:UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/

/** Why a request came to nothing, and whether it may go better in a moment. */
export interface Failed {
  readonly problem: Problem
  readonly passing: boolean
}

/** Puts an error of the network into one of our problems. */
export const networkFailure = (error: unknown, input: string, seconds: number): Failed => {
  const lasting = (problem: Problem): Failed => ({ problem, passing: false })
  for (const cause of causes(error)) {
    if (cause instanceof PrivateAddress) return lasting(failure('address-private', input, { address: cause.address }))
    if (cause instanceof TooLarge)
      return lasting(failure('too-large', input, { bytes: cause.bytes, limit: cause.limit }))
    const code = codeOf(cause)
    if (code === 'ENOTFOUND' || code === 'EAI_NONAME') return lasting(failure('host-not-found', input))
    if (code === 'EAI_AGAIN') return { problem: failure('host-not-found', input), passing: true }
    if (TIMEOUT.test(code) || (cause instanceof Error && cause.name === 'TimeoutError'))
      return { problem: failure('net-timeout', input, { seconds }), passing: true }
    if (TLS.test(code)) return lasting(failure('tls-failed', input, { words: code }))
    if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_FORMAT'))
      return { problem: failure('net-failed', input, { words: code }), passing: true }
  }
  const words = error instanceof Error ? codeOf(error) || error.message.slice(0, 200) : String(error)
  return { problem: failure('net-failed', input, { words }), passing: true }
}

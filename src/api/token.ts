import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { fault, faultBody } from './fault.ts'

const COOKIE = 'letopis-token'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing of where two tokens differ. */
const same = (given: string | undefined, right: Buffer): boolean =>
  given !== undefined && timingSafeEqual(digest(given), right)

const withoutToken = (context: Context): string => {
  const url = new URL(context.req.url)
  url.searchParams.delete('token')
  return url.pathname + url.search
}

/**
 * Answers only who knows the token: in the header `Authorization: Bearer …`, or in the address (`?token=…`), which a
 * browser trades for a cookie of this server at once, so that it stays in no list of visited pages.
 */
export const askToken = (token: string): MiddlewareHandler => {
  const right = digest(token)
  return async (context, next) => {
    const [, bearer] = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? []
    if (same(bearer, right) || same(getCookie(context, COOKIE), right)) return next()
    const asked = context.req.query('token')
    if (same(asked, right)) {
      // Lax, so that a link to it in a letter opens; changes that other sites ask for are refused elsewhere.
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 86_400 })
      return ['GET', 'HEAD'].includes(context.req.method) ? context.redirect(withoutToken(context), 303) : next()
    }
    const remedy = 'Open the address that "letopis serve" printed, or send its token as Authorization: Bearer TOKEN.'
    return context.json(faultBody(fault(401, 'token-needed', 'This server asks for its token.', remedy)), 401, {
      'WWW-Authenticate': 'Bearer',
      'Cache-Control': 'no-store',
    })
  }
}

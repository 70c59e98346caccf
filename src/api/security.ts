import type { MiddlewareHandler } from 'hono'
import { fault, faultBody } from './fault.ts'

/** Everything comes from this server, nothing inline: text of pages can never run. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses a request whose Host is not one of ours (a page elsewhere that rebinds its name to 127.0.0.1) and a change
 * that another site's page asks for.
 */
export const sameSite =
  (hosts: readonly string[] | 'any'): MiddlewareHandler =>
  async (context, next) => {
    const { hostname } = new URL(context.req.url)
    if (hosts !== 'any' && ![...LOOPBACK, ...hosts].includes(hostname)) {
      const remedy = 'Start the server with this name as --host, or open it at http://127.0.0.1.'
      return context.json(faultBody(fault(403, 'unknown-host', `This server is not "${hostname}".`, remedy)), 403)
    }
    const site = context.req.header('sec-fetch-site')
    const changes = !['GET', 'HEAD'].includes(context.req.method)
    if (changes && site !== undefined && site !== 'same-origin' && site !== 'none') {
      const remedy = 'Send it from the page of this server or from a program.'
      return context.json(
        faultBody(fault(403, 'other-site', 'Another site may not change the chronicle.', remedy)),
        403,
      )
    }
    return next()
  }

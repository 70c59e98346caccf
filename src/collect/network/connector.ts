import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { isPublicAddress } from './addresses.ts'
import type { NetworkSettings } from './options.ts'

/** Thrown where a connection would have reached an address that is not public. */
export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE'
  readonly address: string

  constructor(address: string) {
    super(`${address} is not a public address`)
    this.address = address
  }
}

const CONNECTING = 10_000

const plain = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

/** Resolves a name and gives public addresses only: the socket is opened to what was checked, never to a second answer. */
export const publicLookup =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, [])
        return
      }
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const open = all.filter(({ address }) => isPublicAddress(address))
      const [first] = open
      if (first === undefined) callback(new PrivateAddress(all[0]?.address ?? hostname), [])
      else if (options.all) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }

/**
 * Connections that reach public addresses only. What is checked is the address that is connected to: a name that resolves
 * to a private one, a second answer of its server (DNS rebinding), a redirect and an address written out in any form all
 * end in `PrivateAddress`. Hosts of `allowHosts` are connected to wherever they are.
 */
export const publicAgent = (settings: NetworkSettings): Agent => {
  const allowed = new Set(settings.allowHosts.map(plain))
  const lookup: LookupFunction = settings.lookup ?? (systemLookup as unknown as LookupFunction)
  const anywhere = buildConnector({ timeout: CONNECTING, lookup })
  const guarded = buildConnector({ timeout: CONNECTING, lookup: publicLookup(lookup) })
  const connect: buildConnector.connector = (options, callback) => {
    const host = plain(options.hostname)
    if (allowed.has(host)) {
      anywhere(options, callback)
      return
    }
    // An address in place of a name is never looked up.
    if (isIP(host) && !isPublicAddress(host)) {
      callback(new PrivateAddress(host), null)
      return
    }
    guarded(options, (...[error, socket]) => {
      if (error) callback(error, null)
      else if (isPublicAddress(socket.remoteAddress ?? '')) callback(null, socket)
      else {
        socket.destroy()
        callback(new PrivateAddress(socket.remoteAddress ?? host), null)
      }
    })
  }
  return new Agent({
    connect,
    connections: 2,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 65_536,
    headersTimeout: settings.timeout,
    bodyTimeout: settings.timeout,
  })
}

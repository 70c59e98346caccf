import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are nobody's public server: the special-purpose registries of IANA (RFC 6890 and its successors) as of
 * 2025. Of IPv6 only 2000::/3 is handed out to the public, so everything outside is closed.
 */
const closed = new BlockList()

const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]
// 6to4 carries an IPv4 address that would have to be unpacked and is no longer used: closed as a whole, like Teredo.
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20', '5f00::/16']

const add = (range: string, family: 'ipv4' | 'ipv6'): void => {
  const [network = '', prefix = ''] = range.split('/')
  closed.addSubnet(network, Number(prefix), family)
}
for (const range of V4) add(range, 'ipv4')
for (const range of V6) add(range, 'ipv6')

const GLOBAL = new BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')
// The forms of IPv6 that stand for an IPv4 address: mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96), NAT64.
const CARRIERS = new BlockList()
CARRIERS.addSubnet('::ffff:0:0', 96, 'ipv6')
CARRIERS.addSubnet('::ffff:0:0:0', 96, 'ipv6')
CARRIERS.addSubnet('64:ff9b::', 96, 'ipv6')

/** The last 32 bits of an IPv6 address, as IPv4. */
const carried = (address: string): string => {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (dotted !== undefined) return dotted
  // The URL parser writes any form out shortest; the last two groups may be left out as zeros.
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const tail = (groups.at(-1) ?? '').split(':').filter(Boolean)
  const [high = 0, low = 0] = [...(tail.length < 2 ? [0, ...tail] : tail)]
    .slice(-2)
    .map((g) => Number.parseInt(`${g}`, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/**
 * Whether an address (IPv4 or IPv6, in any written form) belongs to the public internet; private, loopback, link-local,
 * multicast, reserved and documentation addresses do not, nor do IPv6 forms that carry such an IPv4 address.
 *
 * @example isPublicAddress('::ffff:10.0.0.1') // false
 */
export const isPublicAddress = (address: string): boolean => {
  const bare = address.replace(/%.*$/, '')
  const family = isIP(bare)
  if (family === 4) return !closed.check(bare, 'ipv4')
  if (family !== 6) return false
  if (CARRIERS.check(bare, 'ipv6')) return isPublicAddress(carried(bare))
  return GLOBAL.check(bare, 'ipv6') && !closed.check(bare, 'ipv6')
}

/** What an address says of its publisher. */
export interface Outlet {
  readonly name: string
  /** An agency's texts are copied by others; an official source speaks for itself. */
  readonly kind: 'outlet' | 'agency' | 'official'
  /** ISO 3166 code; null for what belongs to no country. */
  readonly country: string | null
  /** ISO 639 code of its pages. */
  readonly language: string | null
}

/** Outlets by address: a domain, or a domain with the beginning of a path (`bbc.com/russian`). */
export type OutletRegister = ReadonlyMap<string, Outlet>

const KINDS = new Set(['outlet', 'agency', 'official'])
const FRONT = /^(?:www|m|mobile|amp|wap|pda|old|new|beta)\./

const addressOf = (text: string): string | null => {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(FRONT, '')
    .replace(/\/+$/, '')
  return /^[\p{L}\p{N}][\p{L}\p{N}.-]*\.[\p{L}\p{N}-]{2,}(?:\/[^\s]*)?$/u.test(address) ? address : null
}

const code = (text: string | undefined): string | null =>
  text && /^[a-z]{2,3}$/i.test(text.trim()) ? text.trim() : null

/**
 * Reads a register: a line an address, with name, kind, country and language apart by tabs; `#` begins a remark. Of two
 * lines for one address the later counts. A line that is none is given by its number.
 *
 * @example readOutlets('port.example\tПорт\tagency\tFI\tru').register.get('port.example')?.name // 'Порт'
 */
export const readOutlets = (text: string): { readonly register: OutletRegister; readonly badLine: number | null } => {
  const register = new Map<string, Outlet>()
  let badLine: number | null = null
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [given = '', name = '', kind = '', country, language] = line.split('\t')
    const address = addressOf(given)
    const said = kind.trim() === '' ? 'outlet' : kind.trim()
    if (address === null || name.trim() === '' || !KINDS.has(said)) {
      badLine ??= i + 1
      continue
    }
    register.set(address, {
      name: name.trim(),
      kind: said as Outlet['kind'],
      country: code(country)?.toUpperCase() ?? null,
      language: code(language)?.toLowerCase() ?? null,
    })
  }
  return { register, badLine }
}

const parts = (address: string): { readonly host: string; readonly path: string } | null => {
  try {
    const { hostname, pathname } = new URL(address)
    return { host: hostname.replace(FRONT, ''), path: pathname.replace(/\/+$/, '').toLowerCase() }
  } catch {
    return null
  }
}

/**
 * The outlet of an address: the longest entry that it lies under, so that a section of a site or a subdomain may be an
 * outlet of its own. null when the register knows none.
 *
 * @example outletAt(register, 'https://www.bbc.com/russian/news-1')
 */
export const outletAt = (register: OutletRegister, address: string): Outlet | null => {
  const at = parts(address)
  if (at === null) return null
  const steps = at.path.split('/').slice(0, 5)
  const labels = at.host.split('.')
  for (let from = 0; from < labels.length - 1; from++) {
    const host = labels.slice(from).join('.')
    for (let depth = steps.length; depth > 0; depth--) {
      const found = register.get(`${host}${steps.slice(0, depth).join('/')}`)
      if (found) return found
    }
  }
  return null
}

/** The name that an address itself gives an outlet which nobody names: its domain. */
export const domainOf = (address: string): string | null => {
  const host = parts(address)?.host ?? null
  return host?.includes('.') && !/^[\d.]+$/.test(host) ? host : null
}

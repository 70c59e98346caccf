/** Cookies of one chain of redirects: sites that set one and ask again are answered; nothing is kept afterwards. */
export class Cookies {
  readonly #byHost = new Map<string, Map<string, string>>()

  take(host: string, lines: readonly string[]): void {
    for (const line of lines.slice(0, 50)) {
      const match = /^\s*([^=;\s]{1,100})=([^;]{0,4000})/.exec(line)
      if (!match) continue
      const domain = /;\s*domain=\.?([^;\s]{1,200})/i.exec(line)?.[1]?.toLowerCase()
      const holder = domain?.includes('.') && host.endsWith(`.${domain}`) ? domain : host
      const jar = this.#byHost.get(holder) ?? new Map<string, string>()
      this.#byHost.set(holder, jar.set(match[1]!, match[2]!.trim()))
    }
  }

  for(host: string): string | null {
    const all: string[] = []
    for (const [holder, jar] of this.#byHost) {
      if (host === holder || host.endsWith(`.${holder}`)) for (const [name, value] of jar) all.push(`${name}=${value}`)
    }
    return all.length === 0 ? null : all.join('; ')
  }
}

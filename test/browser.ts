import { accessSync, constants } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
]

const systemBrowser = (): string | undefined =>
  process.env.LETOPIS_CHROMIUM === 'npm'
    ? undefined
    : [process.env.LETOPIS_CHROMIUM, ...SYSTEM].find((path) => {
        try {
          if (path) accessSync(path, constants.X_OK)
          return Boolean(path)
        } catch {
          return false
        }
      })

/**
 * A headless browser for tests: the system's Chromium where there is one (`LETOPIS_CHROMIUM` names another, or `npm`),
 * else the one that comes with npm, with its own libraries, so that a machine with only Node and npm can run them.
 */
export const openBrowser = async (): Promise<Browser> => {
  const system = systemBrowser()
  if (system) return playwright.launch({ executablePath: system, args: QUIET, headless: true })
  // Read when the module is loaded: makes it unpack the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Not the package's own arguments: with its single process, closing one context ends the whole browser.
  return playwright.launch({ executablePath: await packed.executablePath(), args: QUIET, headless: true })
}

// Completes package-lock.json for other platforms: `npm ci` refuses a lock that lacks an optional package for a system it
// does not run on, and `npm install` leaves such packages out when the registry it asks does not offer them.
// What is added names version and platform alone; npm looks the rest up where the package is really wanted.
//
//   node scripts/complete-lock.mjs        after `npm install`, before committing the lock
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const SYSTEMS = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'linux']
const PROCESSORS = ['arm64', 'wasm32', 'ia32', 'x64', 'riscv64', 's390x', 'ppc64', 'loong64']

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const { packages } = lock

/** Whether the lock has a package that code in `from` would be given for `name`. */
const has = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}

const platformOf = (name) => {
  const os = SYSTEMS.find((system) => name.includes(system))
  const cpu =
    PROCESSORS.find((processor) => name.includes(processor)) ?? (/-arm\b|armv7|-arm-/.test(name) ? 'arm' : undefined)
  const libc = name.includes('musl') ? 'musl' : os === 'linux' && name.includes('gnu') ? 'glibc' : undefined
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) }
}

let added = 0
for (const [key, { optionalDependencies = {}, dev }] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (has(key, name)) continue
    const version = range.replace(/^[\^~>=]+/, '')
    packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other platforms added to ${FILE}`)

// Checks the package as npm would publish it: packs it, lets publint and arethetypeswrong judge the archive, unpacks it
// beside the project's dependencies and runs it. Builds first; needs no network.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from './build.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const run = (command, args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9, ...options })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}`)
  return stdout
}

const faults = []
const folder = mkdtempSync(join(tmpdir(), 'letopis-package-'))
try {
  build({ ifChanged: true })
  const [{ filename, size, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT }),
  )
  const archive = join(folder, filename)
  console.log(`${filename}: ${(size / 1e6).toFixed(1)} MB, ${files.length} files`)

  const home = join(folder, 'home', 'node_modules')
  mkdirSync(home, { recursive: true })
  run('tar', ['-xzf', archive, '-C', home])
  run('mv', [join(home, 'package'), join(home, 'letopis')])
  const pkg = JSON.parse(readFileSync(join(home, 'letopis', 'package.json'), 'utf8'))

  const { messages } = await publint({ pkgDir: join(home, 'letopis'), strict: true })
  for (const message of messages) faults.push(`publint: ${formatMessage(message, pkg)}`)

  const types = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(archive))))
  // An ES module only: CommonJS asks for it with import(), which Node 20.19 and TypeScript know.
  const known = new Set(['CJSResolvesToESM'])
  for (const problem of types.problems ?? [{ kind: 'NoTypes' }])
    if (!known.has(problem.kind) && !/node10/.test(problem.resolutionKind ?? ''))
      faults.push(`arethetypeswrong: ${JSON.stringify(problem)}`)

  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') || name === 'letopis') continue
    symlinkSync(join(ROOT, 'node_modules', name), join(home, name))
  }
  writeFileSync(
    join(folder, 'home', 'use.mjs'),
    `import { Chronicle, findFacts, readPage, russian } from 'letopis'
const language = await russian()
const read = readPage({ kind: 'record-page', input: 'a', text: 'Анна Лахти прибыла с визитом в Осло 14 мая 2031 года.', meta: {} })
const { entries } = Chronicle.of([findFacts(language.analyze(read.article))], language)
console.log(entries[0].kind, entries[0].date)`,
  )
  const used = run(process.execPath, ['use.mjs'], { cwd: join(folder, 'home') }).trim()
  if (used !== 'visit 2031-05-14') faults.push(`the library printed "${used}"`)
  const main = join(home, 'letopis', pkg.bin.letopis)
  const told = run(process.execPath, [main, '--version'], { cwd: folder }).trim()
  if (told !== pkg.version) faults.push(`letopis --version printed "${told}"`)
  const facts = run(process.execPath, [main, 'extract', join(home, 'letopis', 'examples', '05-port.txt')], {
    cwd: folder,
  })
  if (!JSON.parse(facts).events) faults.push('letopis extract printed no facts')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'The package is whole.' : `${faults.length} faults.`)
process.exitCode = faults.length === 0 ? 0 : 1

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCE = join(ROOT, 'src')
// As deep as dist/, so that the program finds its data, examples and page the same way.
const TARGET = join(ROOT, 'tmp')

export const COMPILED_MAIN = join(TARGET, 'cli', 'main.js')

/** What the compiler needs from tsconfig.json to write each file by itself. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

const compileFile = (from: string, to: string): void => {
  if (existsSync(to) && statSync(to).mtimeMs >= statSync(from).mtimeMs) return
  const { outputText } = ts.transpileModule(readFileSync(from, 'utf8'), { compilerOptions: OPTIONS, fileName: from })
  mkdirSync(dirname(to), { recursive: true })
  // Another test run may be reading or writing the same file.
  const next = `${to}.${process.pid}`
  writeFileSync(next, outputText)
  renameSync(next, to)
}

/**
 * Vitest's global set-up: the program as JavaScript, without checking types, so that tests of the command line start
 * it as users do and in a fraction of the time that a loader takes. Only what changed is written.
 */
export default async (): Promise<void> => {
  const kept = new Set<string>()
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const to = join(TARGET, name.replace(/\.ts$/, '.js'))
    kept.add(to)
    compileFile(join(SOURCE, name), to)
  }
  for (const name of readdirSync(TARGET, { recursive: true, encoding: 'utf8' })) {
    const path = join(TARGET, name)
    if (name.endsWith('.js') && !kept.has(path)) rmSync(path, { force: true })
  }
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'database.mjs'), join(TARGET, 'database.tgz')])
}

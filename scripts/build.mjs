// Builds the whole package into dist/: the program with tsc, the page with vite. `--if-changed` does nothing when no
// source is newer than the last build, so that a second `npm start` begins at once.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(ROOT, 'dist', '.built')
const SOURCES = ['src', 'web', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

const newest = (path) => {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  // A folder's own time changes when something in it is removed.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const isFresh = () =>
  existsSync(STAMP) && Math.max(...SOURCES.map((path) => newest(join(ROOT, path)))) < statSync(STAMP).mtimeMs

const node = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

/** Builds; with `ifChanged` only when a source is newer than the last build. */
export const build = ({ ifChanged = false } = {}) => {
  if (ifChanged && isFresh()) return
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
  node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
  if (existsSync(join(ROOT, 'web', 'vite.config.ts'))) {
    node(['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'])
  }
  node(['scripts/database.mjs', 'dist/database.tgz'])
  writeFileSync(STAMP, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build({ ifChanged: process.argv.includes('--if-changed') })

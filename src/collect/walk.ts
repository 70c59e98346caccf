import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Problem, warning } from '../core/index.ts'
import { isAsset, readName } from './format.ts'
import { fileProblem } from './source.ts'

/** A file to be read, or why something on the way to one was not. */
export type Found = { readonly kind: 'file'; readonly path: string } | Problem

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What describes a folder and is no page of it. */
const ABOUT_FOLDER = /^(?:readme|licen[cs]e|notice)(?:\.|$)/i

/** A file met in a folder: sidecars belong to their pages, hidden files to nobody; unknown ones are told of. */
const inFolder = (path: string, name: string, siblings: ReadonlySet<string>): Found | null => {
  if (name.startsWith('.')) return null
  const { format, sidecar, stem } = readName(path)
  if (sidecar) return hasPage(name, siblings) ? null : warning('sidecar-without-page', path)
  if (isAsset(name)) return null
  if (format === null) return ABOUT_FOLDER.test(name) ? null : warning('unknown-format', path, { stem })
  return { kind: 'file', path }
}

const hasPage = (sidecar: string, siblings: ReadonlySet<string>): boolean => {
  const { stem } = readName(sidecar)
  const own = stem.replace(/\.meta$/u, '')
  for (const name of siblings) {
    const page = readName(name)
    if (page.format !== null && page.stem === own) return true
  }
  return false
}

/** Browsers save what a page shows in a folder of its name: frames in there are no pages of their own. */
const belongsToPage = (folder: string, siblings: ReadonlySet<string>): boolean => {
  const page = /^(.+)(?:_files|\.files|_soubory|-Dateien)$/.exec(folder)?.[1]
  return page !== undefined && ['html', 'htm', 'xhtml'].some((ending) => siblings.has(`${page}.${ending}`))
}

async function* walkFolder(folder: string, above: ReadonlySet<string>): AsyncGenerator<Found> {
  let names: string[]
  let real: string
  try {
    real = await realpath(folder)
    names = (await readdir(folder)).sort(byName)
  } catch (error) {
    yield fileProblem(error, folder)
    return
  }
  if (above.has(real)) {
    yield warning('folder-loop', folder)
    return
  }
  const siblings = new Set(names)
  for (const name of names) yield* walkEntry(join(folder, name), name, siblings, new Set([...above, real]))
}

async function* walkEntry(
  path: string,
  name: string,
  siblings: ReadonlySet<string>,
  above: ReadonlySet<string>,
): AsyncGenerator<Found> {
  let isFolder: boolean
  try {
    isFolder = (await stat(path)).isDirectory()
  } catch (error) {
    yield fileProblem(error, path)
    return
  }
  if (isFolder) {
    if (!name.startsWith('.') && name !== 'node_modules' && !belongsToPage(name, siblings))
      yield* walkFolder(path, above)
    return
  }
  const found = inFolder(path, name, siblings)
  if (found !== null) yield found
}

/** The files of one input: itself, or all of a folder and its folders, by name, so that the order is always the same. */
export async function* walk(input: string): AsyncGenerator<Found> {
  let isFolder: boolean
  try {
    isFolder = (await stat(input)).isDirectory()
  } catch (error) {
    yield fileProblem(error, input)
    return
  }
  if (isFolder) yield* walkFolder(input, new Set())
  else yield { kind: 'file', path: input }
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codePointOffsets } from '../src/core/index.ts'

/** A text with the names in it that the tagger is to learn; spans are UTF-16 and do not cross. */
export interface LabelledText {
  readonly id: string
  readonly text: string
  readonly names: readonly { readonly start: number; readonly end: number; readonly type: 'PER' | 'LOC' | 'ORG' }[]
}

type Name = LabelledText['names'][number]

const TYPE: Readonly<Record<string, Name['type']>> = {
  PERSON: 'PER',
  Person: 'PER',
  PER: 'PER',
  ORGANIZATION: 'ORG',
  Org: 'ORG',
  ORG: 'ORG',
  COUNTRY: 'LOC',
  CITY: 'LOC',
  STATE_OR_PROVINCE: 'LOC',
  LOCATION: 'LOC',
  DISTRICT: 'LOC',
  Location: 'LOC',
  LocOrg: 'LOC',
  LOC: 'LOC',
}

const outermost = (names: readonly Name[]): readonly Name[] => {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Name[] = []
  for (const name of sorted) {
    const last = kept.at(-1)
    if (!last || last.end <= name.start) kept.push(name)
    else if (name.end - name.start > last.end - last.start) kept[kept.length - 1] = name
  }
  return kept
}

const textFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name))

// What the tagger is to take for a name begins with a capital letter or a digit: generic bodies ("суд") are left to rules.
const isProper = (text: string): boolean => /[\p{Lu}\d]/u.test(text)
const ADJECTIVE = /(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е|ого|его|ому|ему|[ыи]м|[ыи]х|[ыи]ми|ую|юю|[оеё]й)$/

/**
 * NEREL's outer names as factRuEval and natasha draw them: a body's state stands apart ("МИД | России"), what begins
 * small gives way to the names inside it ("суд Лос-Анджелеса").
 */
const redrawn = (names: readonly Name[], text: string): readonly Name[] => {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Name[] = []
  for (const name of sorted) {
    const inner = sorted.filter((other) => other !== name && name.start <= other.start && other.end <= name.end)
    const small = /^\p{Ll}/u.test(text.slice(name.start, name.end))
    if (small && name.type !== 'PER') {
      if (inner.length === 0) {
        const capital = text.slice(name.start, name.end).search(/[\s«"]\p{Lu}/u)
        if (capital >= 0 && name.type === 'LOC') kept.push({ ...name, start: name.start + capital + 1 })
      }
      continue
    }
    const tail = inner.find((other) => other.type === 'LOC' && other.end === name.end && other.start > name.start)
    const body = tail && name.type === 'ORG' ? text.slice(name.start, tail.start) : ''
    kept.push(/^[^«"„“]+\s$/.test(body) ? { ...name, end: name.start + body.trimEnd().length } : name)
  }
  return kept
}

/** NEREL (brat standoff): persons, organizations, places as natasha takes them; adjectives of places are left out. */
export const readNerel = (folder: string): readonly LabelledText[] =>
  textFiles(folder).map((file) => {
    const text = readFileSync(file, 'utf8')
    const points = codePointOffsets(text)
    const names: Name[] = []
    for (const line of readFileSync(file.replace(/\.txt$/, '.ann'), 'utf8').split('\n')) {
      const match = /^T\d+\t(\S+) (\d+)(?: \d+;\d+)* (\d+)\t/.exec(line)
      const type = match && TYPE[match[1]!]
      if (!match || !type) continue
      const start = points[Number(match[2])]!
      const end = points[Number(match[3])]!
      const written = text.slice(start, end)
      if (!isProper(written)) continue
      if (type === 'LOC' && /^\p{Ll}/u.test(written) && !written.includes(' ')) continue
      if (type === 'LOC' && !/[\s.]/.test(written) && ADJECTIVE.test(written) && /ск/.test(written)) continue
      names.push({ start, end, type })
    }
    return { id: basename(file, '.txt'), text, names: outermost(redrawn(names, text)) }
  })

/** factRuEval-2016: the whole person, the proper part of an organization or place. */
export const readFactRuEval = (folder: string): readonly LabelledText[] =>
  textFiles(folder).map((file) => {
    const base = file.slice(0, -4)
    const spans = new Map(
      readFileSync(`${base}.spans`, 'utf8')
        .split('\n')
        .map((line) => line.split(' '))
        .filter((cells) => cells.length > 4)
        .map(([id, type, start, length]) => [
          id!,
          { type: type!, start: Number(start), end: Number(start) + Number(length) },
        ]),
    )
    const names: Name[] = []
    for (const line of readFileSync(`${base}.objects`, 'utf8').split('\n')) {
      const [, kind = '', ...ids] = line.split(' # ')[0]!.trim().split(' ')
      const type = TYPE[kind]
      const own = ids.map((id) => spans.get(id)).filter((span) => span !== undefined)
      if (!type || own.length === 0) continue
      if (type === 'PER')
        names.push({
          start: Math.min(...own.map((span) => span.start)),
          end: Math.max(...own.map((span) => span.end)),
          type,
        })
      else
        for (const span of own)
          if (span.type === (type === 'ORG' ? 'org_name' : 'loc_name'))
            names.push({ start: span.start, end: span.end, type })
    }
    return { id: basename(base), text: readFileSync(file, 'utf8'), names: outermost(names) }
  })

/** Texts that a peer has labelled: JSON lines {id, text, spans: [[start, end, type]]}, offsets in code points. */
export const readSilver = (file: string): readonly LabelledText[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, spans } = JSON.parse(line) as { id: string; text: string; spans: [number, number, string][] }
      const points = codePointOffsets(text)
      const names = spans.flatMap(([start, end, kind]) => {
        const type = TYPE[kind]
        return type ? [{ start: points[start]!, end: points[end]!, type }] : []
      })
      return { id, text, names: outermost(names) }
    })

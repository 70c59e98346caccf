import { foldLetters } from '../../core/index.ts'
import type { Line } from './line.ts'
import { looksLikeTitle } from './prose.ts'
import { shareKnown } from './words.ts'

const REACH = 60
const LONGEST = 260

const norm = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Beside a stamp a headline may read like prose: closed by a full stop, or two sentences without one at the end. */
const proseTitle = (line: Line): boolean => {
  if (line.words < 3 || line.block.text.length > 240) return false
  const closed = /[.…][»"”]?$/u.test(line.block.text)
  return closed ? line.words <= 20 && !/[а-яё][.!?][ \u00a0]/u.test(line.block.text) : line.words <= 34
}

const nearStamp = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.mark === 'stamp' || lines[i + 1]?.mark === 'stamp'

/** "Тема недели Визиты Энергетика": items of a menu that lost what stood between them, each with its capital letter. */
const looksLikeMenu = ({ block: { text }, words }: Line): boolean => {
  if (words < 4 || /[^\p{L}\p{N}\s-]/u.test(text)) return false
  const later = text.split(/\s+/u).slice(1)
  return later.filter((word) => /^\p{Lu}\p{Ll}{2}/u.test(word)).length >= 0.6 * later.length
}

const score = (line: Line, i: number, first: number, context: Context): number => {
  const { lines, vocabulary, titles, seen } = context
  const text = norm(line.block.text)
  // A prose line is part of the vocabulary itself: only words that others use too speak for it.
  let sum = 4 * shareKnown(line.stems, vocabulary, line.prose ? 2 : 1)
  if (titles.length > 0 && isKnownTitle(text, titles)) sum += 10
  if (line.block.hint === 'headline') sum += 5
  if (line.block.hint === 'aside' || line.block.hint === 'outside') sum -= 1.5
  if ((seen.get(text) ?? 0) > 1) sum += 2
  if (nearStamp(lines, i)) sum += 1.5
  sum += line.words >= 4 ? 1 : line.words <= 2 ? -1.5 : 0
  if (line.prose) sum -= 1.5
  if (looksLikeMenu(line)) sum -= 3
  return sum - 0.04 * (first - i)
}

/** A line that a given title is, or begins with: `<title>` goes on with the site's name. */
const isKnownTitle = (text: string, titles: readonly string[]): boolean =>
  titles.some((title) => text === title || (text.length >= 20 && title.startsWith(`${text} `)))

interface Context {
  readonly lines: readonly Line[]
  readonly vocabulary: ReadonlyMap<string, number>
  readonly titles: readonly string[]
  readonly seen: ReadonlyMap<string, number>
}

const candidate = (lines: readonly Line[], i: number, titles: readonly string[]): boolean => {
  const line = lines[i]!
  if (line.label !== null) return false
  if (line.block.hint === 'headline' || isKnownTitle(norm(line.block.text), titles)) return true
  return line.prose ? proseTitle(line) && nearStamp(lines, i) : looksLikeTitle(line.block.text)
}

/** What the best candidate must reach: a title without any tie to the text below it is no headline of it. */
const ENOUGH = 1.6

/**
 * Finds the headline above the line `first`, labels it and its repetitions, and gives its index; -1 when no line can be
 * it. Evidence: words shared with the text, repetition, a stamp beside it, its length, its nearness.
 */
export const chooseHeadline = (
  lines: readonly Line[],
  first: number,
  vocabulary: ReadonlyMap<string, number>,
  titles: readonly string[],
): number => {
  const seen = new Map<string, number>()
  for (const line of lines.slice(0, first + 1)) {
    if (line.label !== null || line.block.text.length > LONGEST) continue
    const text = norm(line.block.text)
    seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  const context: Context = { lines, vocabulary, titles: titles.map(norm), seen }
  let best = -1
  let bestScore = ENOUGH
  // A closed title can be the first line of the core itself.
  for (let i = Math.max(0, first - REACH); i <= Math.min(first, lines.length - 1); i++) {
    if (!candidate(lines, i, context.titles)) continue
    const value = score(lines[i]!, i, first, context)
    if (value > bestScore + 0.2) {
      best = i
      bestScore = value
    }
  }
  if (best < 0) return best
  const inner = titleInside(lines, best)
  if (inner < 0) markRepeats(lines, best)
  else {
    markRepeats(lines, inner)
    lines[best]!.label = 'meta'
  }
  return inner < 0 ? best : inner
}

/** "Headline — Outlet" is the page's title; the headline itself is the line that it begins with. */
const titleInside = (lines: readonly Line[], best: number): number => {
  const { text } = lines[best]!.block
  return lines.findIndex(
    ({ block, label }, i) =>
      i !== best &&
      label === null &&
      block.text.length < text.length &&
      block.text.length >= 15 &&
      text.startsWith(block.text) &&
      /^[ \u00a0]?[|—–-][ \u00a0]?\S/u.test(text.slice(block.text.length)),
  )
}

const markRepeats = (lines: readonly Line[], best: number): void => {
  const text = norm(lines[best]!.block.text)
  const own = lines[best]!.block.text
  for (const line of lines) {
    // Norms of equal titles differ in length by their punctuation at most.
    const longer = line.block.text.length - own.length
    if (line.label !== null || longer < -10 || line.block.text.length > LONGEST) continue
    if (longer <= 10 && norm(line.block.text) === text) line.label = 'repeated-headline'
    else if (line.block.text.startsWith(own) && /^[ \u00a0][|—–-][ \u00a0]/u.test(line.block.text.slice(own.length)))
      line.label = 'meta'
  }
  lines[best]!.label = 'headline'
}

import type { Note } from './article.ts'

const EDITORIAL = /[—–(-][ \u00a0]?(?:[Пп]рим(?:\.|ечание)|[Рр]ед\.)/gu
const EDITORIAL_SQUARE = /\[[^[\]]{1,200}[—–-][ \u00a0]?[^[\]]{1,40}\]/gu
const LEGAL_BRACKETS =
  /\((?:[^()]{0,120})(?:внес[её]н|включ[её]н|признан|иностранн[а-яё]+ агент|иноагент|нежелательн|террорист|экстремист|запрещ[её]н)[^()]{0,200}\)/giu
const STAR = /(?<=[\p{L}»"”)])\*{1,4}(?!\*)/gu
const REACH = 500

/** The brackets around a position, or null when none open within reach. */
const brackets = (text: string, at: number): { readonly start: number; readonly end: number } | null => {
  let depth = 0
  for (let i = at; i >= Math.max(0, at - REACH); i--) {
    if (text[i] === '\n') return null
    if (text[i] === ')' && i !== at) depth++
    if (text[i] === '(' && depth-- === 0) {
      const end = text.indexOf(')', at)
      return end >= 0 && end - at <= REACH ? { start: i, end: end + 1 } : null
    }
  }
  return null
}

/**
 * Notes of editors and of the law that stand inside the article's text: "(… — Прим. ред.)", "(признан в РФ …)", the
 * asterisk behind a name. They stay in the text; each is listed with its place.
 */
export const findNotes = (text: string): Note[] => {
  const notes: Note[] = []
  const taken = (start: number, end: number) => notes.some((note) => note.start! < end && start < note.end!)
  const add = (kind: Note['kind'], start: number, end: number) => {
    if (notes.length < 200 && !taken(start, end)) notes.push({ kind, text: text.slice(start, end), start, end })
  }
  // Most texts hold none of these marks; looking for one character costs next to nothing.
  const round = text.includes('(')
  if (round) {
    for (const match of text.matchAll(EDITORIAL)) {
      const around = brackets(text, match.index)
      if (around) add('editorial', around.start, around.end)
    }
    for (const match of text.matchAll(LEGAL_BRACKETS)) add('legal', match.index, match.index + match[0].length)
  }
  if (text.includes('[')) {
    for (const match of text.matchAll(EDITORIAL_SQUARE)) add('editorial', match.index, match.index + match[0].length)
  }
  if (text.includes('*')) {
    for (const match of text.matchAll(STAR)) add('legal', match.index, match.index + match[0].length)
  }
  return notes.sort((a, b) => a.start! - b.start!)
}

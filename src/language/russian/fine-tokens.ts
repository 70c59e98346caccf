import type { Span } from '../../core/index.ts'

/**
 * Tokens cut as OpenCorpora and razdel cut them, to be compared with: runs of Cyrillic letters, of Latin letters, of
 * digits, single signs, anything else; then joined by hyphens and the like. The rules are razdel's (Kukushkin, MIT).
 */

const ATOM = /[а-яё]+|[a-z]+|\p{Nd}+|\S/giu
// razdel's own list: an opening brace is no sign there.
const SIGNS = new Set('\\/!#$%&*+,.:;<=>?@^_`|~№…‑–—−-«“‘»”’"„\'([})]')
const DASHES = '‑–—−-'
const ENDINGS = '.?!…'
const SMILE = /^[=:;]-?[)(]{1,3}$/

type Kind = 'cyrillic' | 'latin' | 'digits' | 'sign' | 'other'

interface Atom extends Span {
  readonly text: string
  readonly kind: Kind
}

const kindOf = (text: string): Kind => {
  if (/^[а-яё]/i.test(text)) return 'cyrillic'
  if (/^[a-z]/i.test(text)) return 'latin'
  if (/^\p{Nd}/u.test(text)) return 'digits'
  return SIGNS.has(text) ? 'sign' : 'other'
}

const bothDigits = (left: Atom, right: Atom): boolean => left.kind === 'digits' && right.kind === 'digits'
const neitherSign = (left: Atom, right: Atom): boolean => left.kind !== 'sign' && right.kind !== 'sign'

/** Whether a sign between two atoms holds them together. */
const bridges = (sign: string, left: Atom | undefined, right: Atom | undefined): boolean => {
  if (!left || !right) return false
  if (DASHES.includes(sign) || sign === '_') return neitherSign(left, right)
  return '.,/\\'.includes(sign) && bothDigits(left, right)
}

const letters = (atom: Atom): boolean => atom.kind === 'cyrillic' || atom.kind === 'latin'

const joins = (atoms: readonly Atom[], at: number, held: string): boolean => {
  const left = atoms[at - 1]!
  const right = atoms[at]!
  if (left.end !== right.start) return false
  if (bridges(left.text, atoms[at - 2], right) || bridges(right.text, left, atoms[at + 1])) return true
  if (left.kind === 'sign' && right.kind === 'sign') {
    if (held.length < 5 && SMILE.test(held + right.text)) return true
    return (ENDINGS.includes(left.text) && ENDINGS.includes(right.text)) || /^(--|\*\*)$/.test(left.text + right.text)
  }
  if (left.kind === 'other') return right.kind === 'other' || letters(right)
  return right.kind === 'other' && letters(left)
}

/** The tokens of a text in the finer style. Time is linear in the text. */
export const fineTokens = (text: string): Span[] => {
  const atoms = [...text.matchAll(ATOM)].map((match): Atom => {
    const [found] = match
    return { start: match.index, end: match.index + found.length, text: found, kind: kindOf(found) }
  })
  const tokens: Span[] = []
  atoms.forEach((atom, i) => {
    const last = tokens.at(-1)
    if (last && joins(atoms, i, text.slice(Math.max(last.start, last.end - 5), last.end))) {
      tokens[tokens.length - 1] = { start: last.start, end: atom.end }
    } else tokens.push({ start: atom.start, end: atom.end })
  })
  return tokens
}

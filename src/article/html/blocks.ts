import { attributeOf, type Token } from '../../core/index.ts'
import type { Hint } from '../block.ts'
import { BLOCKS, CLOSED_BY, type Element, elementOf, PARAGRAPHS, VOID } from './elements.ts'
import { type BuiltLine, LineBuilder } from './text.ts'

/** Elements deeper than this are read as if their tags were not there: no page for people nests so far. */
export const DEPTH = 400
const LOOK_BACK = 64

/** A line of the page with the element that it stands in. */
export interface HtmlLine {
  readonly line: BuiltLine
  readonly hint: Hint | null
  /** Number of the element that the line is scored for. */
  readonly container: number
}

/** An element that holds lines, for the scoring of the page's main part. */
export interface Container {
  readonly parent: number
  readonly weight: number
  readonly semantic: Element['semantic']
}

/** A `<time datetime>`: the machine's date and what it is the date of. */
export interface TimeElement {
  readonly value: string
  readonly property: string
}

export interface HtmlLines {
  readonly lines: readonly HtmlLine[]
  readonly containers: readonly Container[]
  readonly times: readonly TimeElement[]
  readonly deepest: number
}

interface Open {
  readonly name: string
  readonly hint: Hint | null
  readonly unseen: boolean
  readonly container: number
  readonly link: boolean
}

/** Which of two hints speaks for what stands inside both elements: the graver one. */
const GRAVITY: readonly Hint[] = [
  'comments',
  'navigation',
  'footer',
  'aside',
  'meta',
  'caption',
  'headline',
  'subheading',
  'item',
]

const graver = (outer: Hint | null, inner: Hint | null): Hint | null => {
  if (outer === null) return inner
  if (inner === null) return outer
  // A form or a menu around a headline makes it none; an item inside a heading's wrapper stays an item.
  return GRAVITY.indexOf(outer) <= GRAVITY.indexOf(inner) ? outer : inner
}

/** Reads tokens into lines: a small, iterative version of the standard's tree building that keeps no tree. */
export class LineReader {
  readonly #source: string
  readonly #lines: HtmlLine[] = []
  readonly #containers: Container[] = [{ parent: -1, weight: 0, semantic: null }]
  readonly #times: TimeElement[] = []
  readonly #stack: Open[] = [{ name: '', hint: null, unseen: false, container: 0, link: false }]
  #line = new LineBuilder()
  /** Tags open beyond the greatest depth, which have no place on the stack. */
  #overflow = 0
  readonly #elements = new Map<string, Element>()
  #deepest = 0
  #afterInline = false
  /** A `<br>` that waits for what follows: it ends the line unless the sentence plainly goes on. */
  #break: { readonly start: number; readonly end: number } | null = null

  /** `preformatted`: line breaks of the source end lines, as inside `<pre>`. */
  constructor(source: string, preformatted: boolean) {
    this.#source = source
    if (preformatted) this.#stack[0] = { ...this.#top, name: 'pre' }
  }

  get #top(): Open {
    return this.#stack[this.#stack.length - 1]!
  }

  #flush(): void {
    const { hint, container } = this.#top
    this.#break = null
    if (this.#line.empty) {
      this.#line = new LineBuilder()
      return
    }
    const line = this.#line.finish()
    this.#line = new LineBuilder()
    if (line !== null) this.#lines.push({ line, hint, container })
  }

  #pop(): void {
    if (BLOCKS.has(this.#top.name)) this.#flush()
    this.#stack.pop()
  }

  /** Closes what a new element implies to be closed (`<p>` before `<div>`, `<li>` before `<li>`). */
  #closeImplied(name: string): void {
    while (CLOSED_BY.get(this.#top.name)?.has(name)) this.#pop()
  }

  /** The same tags with the same classes come again and again: each is read once. */
  #element(name: string, attributes: string): Element {
    const key = attributes.length > 200 ? '' : `${name} ${attributes}`
    const known = key === '' ? undefined : this.#elements.get(key)
    if (known !== undefined) return known
    const element = elementOf(name, attributes)
    if (key !== '' && this.#elements.size < 5000) this.#elements.set(key, element)
    return element
  }

  #push(name: string, attributes: string): void {
    const outer = this.#top
    const block = BLOCKS.has(name)
    const element = this.#element(name, attributes)
    let container = outer.container
    if (block && !PARAGRAPHS.has(name)) {
      container = this.#containers.length
      this.#containers.push({ parent: outer.container, weight: element.weight, semantic: element.semantic })
    } else if (element.semantic !== null) {
      container = this.#containers.length
      this.#containers.push({ parent: outer.container, weight: element.weight, semantic: element.semantic })
    }
    this.#stack.push({
      name,
      hint: graver(outer.hint, element.hint),
      unseen: outer.unseen || element.unseen,
      container,
      link: outer.link || name === 'a',
    })
  }

  open(name: string, attributes: string, start: number, end: number): void {
    if (name === 'br' && this.#break === null && this.#line.unfinished) {
      this.#break = { start, end }
      return
    }
    const block = BLOCKS.has(name)
    if (block) {
      this.#flush()
      this.#closeImplied(name)
    } else if (
      this.#afterInline &&
      (name === 'a' || name === 'span') &&
      !PARAGRAPHS.has(this.#top.name) &&
      !this.#line.endsInSpace
    ) {
      // Links and labels side by side without a space between them are boxes of their own, not one word.
      this.#flush()
    }
    this.#afterInline = false
    if (name === 'time') this.#time(attributes)
    if (VOID.has(name)) return
    if (this.#stack.length <= DEPTH) this.#push(name, attributes)
    else this.#overflow++
    this.#deepest = Math.max(this.#deepest, this.#stack.length + this.#overflow)
  }

  #time(attributes: string): void {
    const value = attributeOf(attributes, 'datetime')
    if (value !== null && this.#times.length < 100) {
      this.#times.push({
        value,
        property: `${attributeOf(attributes, 'itemprop') ?? ''} ${attributeOf(attributes, 'class') ?? ''}`,
      })
    }
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#flush()
    this.#afterInline = name === 'a' || name === 'span'
    if (this.#overflow > 0) {
      this.#overflow--
      return
    }
    const lowest = Math.max(1, this.#stack.length - LOOK_BACK)
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      if (this.#stack[i]!.name !== name) continue
      while (this.#stack.length > i) this.#pop()
      return
    }
  }

  text(start: number, end: number): void {
    const { unseen, link, name } = this.#top
    if (unseen) return
    this.#afterInline = false
    if (this.#break !== null) this.#settleBreak(start, end)
    if (name !== 'pre') {
      this.#line.add(this.#source, start, end, link)
      return
    }
    for (let from = start; from < end; ) {
      const at = this.#source.indexOf('\n', from)
      const stop = at < 0 || at > end ? end : at
      this.#line.add(this.#source, from, stop, link)
      if (stop < end) this.#flush()
      from = stop + 1
    }
  }

  #settleBreak(start: number, end: number): void {
    const next = /\S/.exec(this.#source.slice(start, Math.min(end, start + 200)))?.[0]
    if (next === undefined || this.#break === null) return
    if (/\p{Ll}/u.test(next)) {
      this.#line.space(this.#break.start, this.#break.end)
      this.#break = null
    } else this.#flush()
  }

  finish(): HtmlLines {
    this.#flush()
    return { lines: this.#lines, containers: this.#containers, times: this.#times, deepest: this.#deepest }
  }
}

/** Feeds one token. */
export const feed = (reader: LineReader, token: Token): void => {
  if (token.kind === 'text') reader.text(token.start, token.end)
  else if (token.kind === 'open') reader.open(token.name, token.attributes, token.start, token.end)
  else if (token.kind === 'close') reader.close(token.name)
}

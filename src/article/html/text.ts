import { referenceAt } from '../../core/index.ts'

/**
 * Builds a line of visible text and remembers where each of its characters stands in the source. White space is
 * collapsed as a browser does; character references are resolved.
 */
export class LineBuilder {
  #text = ''
  /** Runs of characters that stand in the source one by one: place in the text, place in the source, source length. */
  #at: number[] = []
  #from: number[] = []
  #size: number[] = []
  linked = 0

  get empty(): boolean {
    return this.#text.trim() === ''
  }

  get endsInSpace(): boolean {
    return this.#text === '' || this.#text.endsWith(' ')
  }

  /** Text is there and not closed like a sentence, so that it may go on behind a `<br>`. */
  get unfinished(): boolean {
    return /[\p{Ll}\d,–—-]\s?$/u.test(this.#text.slice(-3))
  }

  /** A tag that stands for a space. */
  space(start: number, end: number): void {
    if (!this.endsInSpace) this.#run(' ', start, start - end)
  }

  /** A negative size marks a run that is another text than its source: a character reference, a stretch of white space. */
  #run(text: string, from: number, size: number): void {
    this.#at.push(this.#text.length)
    this.#from.push(from)
    this.#size.push(size)
    this.#text += text
  }

  /** Adds character data of the source. */
  add(source: string, start: number, end: number, inLink: boolean): void {
    const before = this.#text.length
    let run = start
    for (let i = start; i < end; ) {
      const code = source.charCodeAt(i)
      const white = code === 32 || (code >= 9 && code <= 13)
      if (!white && code !== 0x26) {
        i++
        continue
      }
      if (white) {
        let stop = i + 1
        while (stop < end && isWhite(source.charCodeAt(stop))) stop++
        const plain = code === 32 && stop === i + 1
        if (plain && i > run) {
          // A single space inside a line needs no run of its own.
          i = stop
          continue
        }
        if (i > run) this.#run(source.slice(run, i), run, i - run)
        if (!this.endsInSpace) this.#run(' ', i, i - stop)
        i = stop
        run = i
        continue
      }
      const found = referenceAt(source, i)
      if (!found || i + found.length > end) {
        i++
        continue
      }
      if (i > run) this.#run(source.slice(run, i), run, i - run)
      if (!(found.text === ' ' && this.endsInSpace)) this.#run(found.text, i, -found.length)
      i += found.length
      run = i
    }
    if (end > run) this.#run(source.slice(run, end), run, end - run)
    if (inLink) this.linked += this.#text.length - before
  }

  /** The line without its outer white space, with the way back to the source; null when nothing is to be seen. */
  finish(): BuiltLine | null {
    const text = this.#text
    let start = 0
    let end = text.length
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (start === end) return null
    return new BuiltLine(text.slice(start, end), start, this.#at, this.#from, this.#size, this.linked)
  }
}

const isWhite = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isBlank = (code: number): boolean => isWhite(code) || code === 0xa0 || code === 0x200b || code === 0xfeff

export class BuiltLine {
  readonly text: string
  readonly linked: number
  readonly #shift: number
  readonly #at: readonly number[]
  readonly #from: readonly number[]
  readonly #size: readonly number[]

  constructor(
    text: string,
    shift: number,
    at: readonly number[],
    from: readonly number[],
    size: readonly number[],
    linked: number,
  ) {
    this.text = text
    this.#shift = shift
    this.#at = at
    this.#from = from
    this.#size = size
    this.linked = linked
  }

  /** Index of the run that holds a character of the text. */
  #runOf(position: number): number {
    let low = 0
    let high = this.#at.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#at[middle]! <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Place in the source of the stretch `from`–`to` of the text. */
  readonly pageSpan = (from: number, to: number): { readonly pageStart: number; readonly pageEnd: number } => {
    const first = this.#runOf(from + this.#shift)
    const last = this.#runOf(Math.max(from, to - 1) + this.#shift)
    return {
      pageStart: this.#place(first, from + this.#shift, false),
      pageEnd: this.#place(last, Math.max(from, to - 1) + this.#shift, true),
    }
  }

  #place(run: number, position: number, behind: boolean): number {
    const from = this.#from[run]!
    const size = this.#size[run]!
    if (size < 0) return behind ? from - size : from
    return from + Math.min(size, position - this.#at[run]! + (behind ? 1 : 0))
  }
}

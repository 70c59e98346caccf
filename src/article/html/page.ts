import { tokensOf } from '../../core/index.ts'
import type { Block } from '../block.ts'
import { isoStamp } from '../stamps.ts'
import { DEPTH, feed, LineReader, type TimeElement } from './blocks.ts'
import { blocksOf } from './main.ts'
import { type HeadData, HeadReader, sameInstant } from './metadata.ts'

/** An HTML page read once: its visible lines in order and what its head says. */
export interface HtmlPage {
  readonly blocks: readonly Block[]
  readonly head: HeadData
  /** Nesting was deeper than any page for people has, and was flattened there. */
  readonly tooDeep: number | null
}

const timeOf = (times: readonly TimeElement[], property: RegExp): string | null => {
  for (const { value, property: of } of times) {
    if (!property.test(of)) continue
    const iso = isoStamp(value)
    if (iso !== null) return iso
  }
  return null
}

/** `<time datetime>` says what the head did not. */
const withTimes = (head: HeadData, times: readonly TimeElement[]): HeadData => {
  const published = head.published ?? timeOf(times, /datePublished|publish|pubdate|entry-date/i)
  const updated = head.updated ?? timeOf(times, /dateModified|updated|modified/i)
  return { ...head, published, updated: sameInstant(updated, published) ? null : updated }
}

/** Reads HTML in one pass over its tokens; time is linear in the source, whatever the source is. */
export const readHtml = (source: string): HtmlPage => {
  // A text saved under an HTML name has no tags: its line breaks are all the structure it has.
  const lines = new LineReader(source, !/<[a-z!/?]/i.test(source))
  const head = new HeadReader(source)
  for (const token of tokensOf(source)) {
    head.feed(token)
    feed(lines, token)
  }
  const page = lines.finish()
  return {
    blocks: blocksOf(page),
    head: withTimes(head.finish(), page.times),
    tooDeep: page.deepest > DEPTH ? page.deepest : null,
  }
}

const SNIFF = 4096

/** The encoding that an HTML page's own head declares (`<meta charset>`, `http-equiv`, XML prolog), if any. */
export const declaredCharset = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF))
  const match =
    /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})/i.exec(head) ??
    /^[\s\S]{0,3}<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_:.-]{2,40})/i.exec(head)
  return match?.[1]
}

import { MONTHS } from '../months.ts'
import type { Furniture } from './furniture.ts'
import type { MadeArticle, MadeBlock } from './texts.ts'

/** One site's way to set an article. */
export type Design = (article: MadeArticle, around: Furniture) => string

export const SITE = 'https://ozernyi-krai.example'
export const OUTLET = 'Озёрный край'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `5 марта 2024, 14:05` of an ISO time. */
export const longDate = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}, ${iso.slice(11, 16)}`

/** `05.03.2024 14:05` */
export const shortDate = (iso: string): string =>
  `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`

/** Blocks in tags of one's own; `between` goes in behind the third one. */
export const setBlocks = (
  blocks: readonly MadeBlock[],
  tags: {
    readonly p: (text: string) => string
    readonly h2?: (text: string) => string
    readonly quote?: (text: string) => string
  },
  between = '',
): string =>
  blocks
    .map((block, i) => {
      const html =
        block.kind === 'list'
          ? `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
          : block.kind === 'h2'
            ? (tags.h2 ?? ((text) => `<h2>${text}</h2>`))(escaped(block.text))
            : block.kind === 'quote'
              ? (tags.quote ?? ((text) => `<blockquote><p>${text}</p></blockquote>`))(escaped(block.text))
              : tags.p(escaped(block.text))
      return i === 2 ? html + between : html
    })
    .join('\n')

export const links = (items: readonly string[], tag: (inner: string) => string): string =>
  items.map((item, i) => tag(`<a href="/s/${i}">${escaped(item)}</a>`)).join('')

import { attributeOf } from '../../core/index.ts'
import type { Hint } from '../block.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that begin and end a line of the page. */
export const BLOCKS = words(
  'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead time tr ul',
)
/** Elements without content. */
export const VOID = words('area base br col embed frame hr img input link meta param source track wbr')
/** Elements whose content a reader does not see. */
export const UNSEEN = words('audio canvas datalist head map math noscript object svg template video')
/** Paragraphs: the element around them is the one that they speak for. */
export const PARAGRAPHS = words(
  'p li pre blockquote td th dd dt h1 h2 h3 h4 h5 h6 figcaption time label option button summary',
)

/** What the end of a paragraph or item implies when its closing tag is left out (HTML standard, optional tags). */
const CLOSED: Readonly<Record<string, ReadonlySet<string>>> = {
  p: words(
    'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul',
  ),
  li: words('li'),
  dt: words('dt dd'),
  dd: words('dt dd'),
  option: words('option optgroup'),
  tr: words('tr tbody tfoot'),
  td: words('td th tr tbody tfoot'),
  th: words('td th tr tbody tfoot'),
}

// A Map, so that an element named like a property of every object (`<constructor>`) finds nothing.
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(CLOSED))

const BY_NAME: Readonly<Record<string, Hint>> = {
  nav: 'navigation',
  menu: 'navigation',
  form: 'navigation',
  button: 'navigation',
  select: 'navigation',
  option: 'navigation',
  aside: 'aside',
  figure: 'caption',
  figcaption: 'caption',
  h1: 'headline',
  h2: 'subheading',
  h3: 'subheading',
  h4: 'subheading',
  h5: 'subheading',
  h6: 'subheading',
  time: 'meta',
  li: 'item',
}

// Words of class and id names, as content systems use them; one word decides, the most certain first.
const word = (list: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${list})(?:$|[\\s_-])`, 'i')
const BY_CLASS: readonly (readonly [Hint, RegExp])[] = [
  ['comments', word('comments?|commentlist|disqus|discussion|replies|comment-?form')],
  [
    'navigation',
    word(
      'nav|navbar|navigation|menu|submenu|topmenu|topbar|toolbar|pagination|pager|paginator|share|sharing|sharer|social|socials|soc|share-?buttons|likely|ya-share2|addtoany|subscribe|subscription|newsletter|cookie|cookies|gdpr|consent|login|auth|search|skip-?link|breaking-?ticker|language|langs?|typo|mistake|error-?report|orphus|popup|modal|print|donate|toc',
    ),
  ],
  [
    'meta',
    word(
      'breadcrumbs?|crumbs?|tags?|taglist|tag-list|keywords|byline|authors?|(?:post-?|article-?)?author-?(?:box|card|bio|info|block|about)|about-?(?:the-?)?author|rubric|rubrics|category|categories|date|datetime|published|pubdate|post-?meta|entry-?meta|article-?meta|article-?info|views?|counter|timestamp|topic-?info',
    ),
  ],
  [
    'aside',
    word(
      'related|relatednews|recommend(?:ed|ations?)?|recom|read-?also|readmore|read-?more|also|see-?also|similar|popular|most-?read|top-?news|other-?news|last-?news|latest|newsfeed|feed|lenta|ticker|teasers?|promo|banners?|advert(?:s|isement|ising)?|adv|ads?|adfox|adsbygoogle|sponsor(?:ed)?|partners?|sidebar|widgets?|incut|inset|in-?article-?news|announce|anons|outbrain|taboola|mgid|smi2|infinite|next-?article|prev-?next|carousel|slider|hot|trending',
    ),
  ],
  [
    'caption',
    word(
      'caption|wp-caption|wp-caption-text|image-?caption|photo-?caption|photo-?(?:desc|description|credit|author|copyright|source)|img-?(?:caption|desc)|media-?(?:caption|source|copyright|description)|copyright-?photo|figure-?caption|photoview__info',
    ),
  ],
  [
    'headline',
    word(
      'article-?title|article-?header-?title|entry-?title|post-?title|news-?title|story-?title|headline|article__title',
    ),
  ],
]

/** What the reader extraction of a page asks of an element. */
export interface Element {
  readonly hint: Hint | null
  readonly unseen: boolean
  /** Points that name and class give for or against being the article (Readability's class weight). */
  readonly weight: number
  /** The element says that it is an article or its body. */
  readonly semantic: 'article' | 'body' | null
}

// Readability's lists, shortened to what news pages use.
const POSITIVE = /article|body|content|entry|hentry|main|post|text|story|material|news-?detail|read/i
const NEGATIVE =
  /comment|contact|footer|footnote|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|sidebar|skyscraper|sponsor|tags|widget|banner|menu|nav|teaser|recommend|popular|feed|lenta|list/i

const PLAIN: Element = { hint: null, unseen: false, weight: 0, semantic: null }
const cache = new Map<string, Element>()
for (const [name, hint] of Object.entries(BY_NAME)) cache.set(name, { ...PLAIN, hint })
for (const name of UNSEEN) cache.set(name, { ...PLAIN, unseen: true })
cache.set('article', { ...PLAIN, weight: 10, semantic: 'article' })
cache.set('main', { ...PLAIN, weight: 5 })
cache.set('footer', { ...PLAIN, hint: 'footer', weight: -20 })

const nameWeight = (names: string): number => (POSITIVE.test(names) ? 25 : 0) - (NEGATIVE.test(names) ? 25 : 0)

const classHint = (names: string): Hint | null => {
  for (const [hint, pattern] of BY_CLASS) if (pattern.test(names)) return hint
  return null
}

const hiddenBy = (attributes: string): boolean =>
  /(?:^|\s)hidden(?:$|[\s=/])/i.test(attributes) || /display\s{0,4}:\s{0,4}none/i.test(attributes)

const isFooter = (names: string): boolean => /(?:^|[\s_-])footer(?:$|[\s_-])/i.test(names)

/** Reads an element's name, class, id and microdata. `article` and `body` themselves are never taken for a side part. */
export const elementOf = (name: string, attributes: string): Element => {
  const plain = cache.get(name) ?? PLAIN
  if (attributes.length < 5 || plain.unseen) return plain
  const names = `${attributeOf(attributes, 'class') ?? ''} ${attributeOf(attributes, 'id') ?? ''}`.slice(0, 300)
  const property = attributes.includes('itemprop') ? (attributeOf(attributes, 'itemprop') ?? '') : ''
  const role = attributes.includes('role') ? (attributeOf(attributes, 'role') ?? '') : ''
  const unseen = hiddenBy(attributes)
  const body = /articleBody/i.test(property)
  const semantic = body ? 'body' : plain.semantic
  const wide = name === 'body' || name === 'html' || name === 'main' || semantic !== null
  const hint = wide
    ? null
    : (propertyHint(property, role) ??
      (isFooter(names) ? 'footer' : null) ??
      (plain.hint === 'headline' ? null : classHint(names)) ??
      plain.hint)
  return { hint, unseen, weight: plain.weight + (names.length > 1 ? nameWeight(names) : 0) + (body ? 40 : 0), semantic }
}

const propertyHint = (property: string, role: string): Hint | null => {
  if (property === 'headline') return 'headline'
  if (/^(?:datePublished|dateModified|dateCreated|author|keywords|articleSection)$/.test(property)) return 'meta'
  if (/^(?:navigation|menu|menubar|search|toolbar|dialog)$/.test(role)) return 'navigation'
  if (role === 'complementary') return 'aside'
  return role === 'contentinfo' ? 'footer' : null
}

import { generateOpml, parseOpml } from 'feedsmith'
import { withoutDoctype } from './xml.ts'

/** A feed as a list of subscriptions names it. */
export interface Subscription {
  readonly url: string
  readonly title: string | null
  /** Address of the site itself. */
  readonly site: string | null
  /** Names of the folders that it stands in, outermost first. */
  readonly folders: readonly string[]
}

interface Outline {
  readonly text?: string
  readonly title?: string
  readonly xmlUrl?: string
  readonly htmlUrl?: string
  readonly outlines?: readonly Outline[]
}

const DEEPEST = 20

const named = (text: string | undefined): string | null => {
  const name = text?.trim() ?? ''
  return name === '' ? null : name
}

const below = (outlines: readonly Outline[], folders: readonly string[]): Subscription[] =>
  outlines.flatMap((outline) => {
    const title = named(outline.title) ?? named(outline.text)
    const inner = outline.outlines ?? []
    const own = named(outline.xmlUrl)
    const feed = own === null ? [] : [{ url: own, title, site: named(outline.htmlUrl), folders }]
    if (folders.length >= DEEPEST || inner.length === 0) return feed
    return [...feed, ...below(inner, title === null || own !== null ? folders : [...folders, title])]
  })

/** Reads OPML 1.0 and 2.0: every outline with an `xmlUrl`, each address once. null when it is none. */
export const readOpml = (text: string): readonly Subscription[] | null => {
  try {
    const opml = parseOpml(withoutDoctype(text.trim())) as {
      readonly body?: { readonly outlines?: readonly Outline[] }
    }
    const all = below(opml.body?.outlines ?? [], [])
    return [...new Map(all.map((subscription) => [subscription.url, subscription])).values()]
  } catch {
    return null
  }
}

interface WrittenOutline {
  text: string
  type?: string
  xmlUrl?: string
  htmlUrl?: string
  outlines?: WrittenOutline[]
}

/** Subscriptions as OPML 2.0, each in its outermost folder. */
export const writeOpml = (title: string, subscriptions: readonly Subscription[]): string => {
  const outline = ({ url, title: name, site }: Subscription): WrittenOutline => ({
    text: name ?? url,
    type: 'rss',
    xmlUrl: url,
    ...(site === null ? {} : { htmlUrl: site }),
  })
  const folders = new Map<string, Subscription[]>()
  for (const subscription of subscriptions) {
    const folder = subscription.folders[0] ?? ''
    folders.set(folder, [...(folders.get(folder) ?? []), subscription])
  }
  const outlines = [...folders].flatMap(([folder, inside]): WrittenOutline[] =>
    folder === '' ? inside.map(outline) : [{ text: folder, outlines: inside.map(outline) }],
  )
  return generateOpml({ head: { title }, body: { outlines } })
}

import type { FeedItem } from '../feeds/feed.ts'
import type { Validators } from '../network/fetcher.ts'

/** An address on its way to a page. */
export interface Task {
  readonly address: string
  /** What named it: the person, or a document that leads to others. */
  readonly from: 'person' | 'front' | 'list' | 'feed' | 'sitemap' | 'version'
  /** What the feed or sitemap said of it. */
  readonly item?: Pick<FeedItem, 'title' | 'published' | 'updated' | 'html'>
  readonly known?: Validators
}

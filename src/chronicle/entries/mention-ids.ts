import { contentId } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'

/** The id that an entry has when this event of the article is its first mention, for each event of the facts in order. */
export const mentionIds = (facts: ArticleFacts): string[] => {
  const used = new Map<string, number>()
  const ids: string[] = []
  const inTextOrder = facts.events
    .map(({ trigger, kind }, event) => ({ trigger, kind, event }))
    .sort((a, b) => a.trigger.start - b.trigger.start || a.event - b.event)
  for (const { trigger, kind, event } of inTextOrder) {
    const anchor = `${trigger.start} ${trigger.end} ${kind}`
    const nth = used.get(anchor) ?? 0
    used.set(anchor, nth + 1)
    ids[event] = contentId(['entry', facts.id, anchor, String(nth)])
  }
  return ids
}

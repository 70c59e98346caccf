import { type Comparison, evidenceFor } from './compare.ts'
import { type Draft, draftOf, mergeDrafts, sealed } from './draft.ts'
import type { EventMention } from './mention.ts'
import { PROFILES } from './profile.ts'

/** Within an article a kind that comes back is mostly the same event: what that counts, and for the one named last. */
const SAME_ARTICLE = 1.5
const LAST_NAMED = 0.4
/** A mention without actors goes with one of its kind at most this many characters before it. */
const CLOSE = 500

/** A mention goes with one of the last so many events of its article: a list of thousands is no story. */
const RECENT = 150

/** Joins the mentions of one article among themselves; `mentions` in the order of its text. */
export const articleDrafts = (mentions: readonly EventMention[], context: Comparison): Draft[] => {
  const drafts: { draft: Draft; last: number }[] = []
  for (const mention of mentions) {
    const one = draftOf(mention)
    const latest = drafts
      .slice(-RECENT)
      .filter(({ draft }) => draft.kind === mention.kind)
      .reduce((last, { last: at }) => Math.max(last, at), -1)
    let best: { draft: Draft; last: number } | null = null
    let most = PROFILES[mention.kind].need
    for (const candidate of drafts.slice(-RECENT)) {
      if (candidate.draft.kind !== mention.kind) continue
      const evidence = evidenceFor(one, candidate.draft, context)
      if (evidence === null) continue
      const close = mention.trigger.start - candidate.last <= CLOSE
      if (otherOccasion(one, candidate.draft, close && candidate.last === latest)) continue
      const bare = mention.actors.length === 0 || candidate.draft.actors.length === 0
      const total =
        evidence + SAME_ARTICLE + (candidate.last === latest ? LAST_NAMED : 0) + (bare ? (close ? 1.5 : 0.75) : 0)
      if (total >= most) {
        best = candidate
        most = total
      }
    }
    if (best) {
      best.draft = mergeDrafts(best.draft, one)
      best.last = mention.trigger.start
    } else drafts.push({ draft: one, last: mention.trigger.start })
  }
  return drafts.map(({ draft }) => (draft.own ? sealed(draft) : draft))
}

/** The draft of mentions that were joined in this order. */
export const draftOfAll = ([first, ...rest]: readonly EventMention[]): Draft => {
  let draft = draftOf(first as EventMention)
  for (const mention of rest) draft = mergeDrafts(draft, draftOf(mention))
  return draft.own ? sealed(draft) : draft
}

// "They met again today. On May 3 they had talked for an hour": a day that the text names beside the day of publication
// is another occasion, but what follows it without a day of its own goes on about it.
const otherOccasion = (one: Draft, before: Draft, follows: boolean): boolean => {
  if (!PROFILES[one.kind].contact || PROFILES[one.kind].lasts > 0) return false
  if (one.window.last === before.window.last) return false
  return (one.fineness === 0 && before.fineness === 1) || (one.fineness === 1 && before.fineness === 0 && !follows)
}

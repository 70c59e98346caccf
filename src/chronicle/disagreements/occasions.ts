import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { contentStems } from '../text/words.ts'
import { OCCASION } from './cues.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

// The clause goes on with its verb: "в честь Дня Победы состоится …".
const VERB = /\s\p{Ll}{2,}(?:[аеиоуыя]л|ла|ло|ли|[еи]т|[уюая]т|ш[её]л)(?:с[яь])?(?=\s|$)[\s\S]*/u

// "… годовщины Победы на Красной площади": where it was is no part of what it was for.
const WHERE = /\s+на\s+\p{Lu}[\s\S]*/u

/** Words that a name may leave out of a fuller one and still be the same. */
const LEFT_OUT = 2
/** Words that two occasions must share to be one, put differently. */
const SHARED = 2

/** What a gathering was held for, where pages put one occasion in different words. */
export const occasionVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'gathering') return []
  const told: { readonly told: Told; readonly stems: ReadonlySet<string> }[] = []
  one.mentions.forEach(({ article, sentence }, at) => {
    const { text } = one.articles[article] as ArticleFacts
    const match = OCCASION.exec(text.slice(sentence.start, sentence.end))
    const value = match?.[1]?.replace(VERB, '').replace(WHERE, '').trim()
    if (!match || !value) return
    const stems = contentStems(value)
    const start = sentence.start + match.index + match[0].indexOf(value)
    const span = { start, end: start + value.length }
    const key = [...stems].sort().join(' ')
    told.push({ told: { key, value, article, span, origin: one.origins[at] as number }, stems })
  })
  const first = told[0]
  if (!first) return []
  const kin = told.filter(
    ({ stems }) => stems === first.stems || [...stems].filter((stem) => first.stems.has(stem)).length >= SHARED,
  )
  // A name that only leaves a word or two of another one out is the same name.
  const merged = kin.map((each) => {
    const fuller = kin
      .filter(({ stems }) => stems.size > each.stems.size && stems.size <= each.stems.size + LEFT_OUT)
      .filter(({ stems }) => [...each.stems].every((stem) => stems.has(stem)))
      .sort((a, b) => b.stems.size - a.stems.size || (a.told.key < b.told.key ? -1 : 1))[0]
    return { ...each.told, key: (fuller ?? each).told.key }
  })
  const versions = versionsOf(merged, one.articles)
  const pages = new Set(kin.map((each) => each.told.article))
  return versions.length > 1 && pages.size > 1 ? [disagreementOf(one.entry, 'words', 'framing', versions)] : []
}

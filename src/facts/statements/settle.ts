import { overlap } from '../../core/index.ts'
import type { Draft } from './draft.ts'
import type { Unit } from './unit.ts'

// So many statements of a sentence are looked at together.
const NEAR = 30

/** Attitudes rather than acts of speech: inside somebody's reported words they are part of what he says. */
export const ATTITUDES =
  /^(?:надеяться|рассчитывать|ожидать|считать|полагать|думать|допускать|предполагать|верить|опасаться|бояться|понимать|сомневаться|поддерживать|уверенный|убежденный|согласный|выразить надежда|настаивать)$/u

const isAttitude = (draft: Draft): boolean =>
  draft.cue !== null && (draft.cue.weak || draft.cue.form === 'passive' || ATTITUDES.test(draft.cue.lemma))

const length = (draft: Draft): number => draft.content.end - draft.content.start

const isMediumAside = (draft: Draft): boolean =>
  Boolean(draft.speaker?.medium && draft.aside && draft.rule !== 'back.sentence')

/** From the first word that tells of a statement (speaker, cue, content) to its last. */
const reach = (unit: Unit, draft: Draft): { start: number; end: number } => {
  const cue = draft.cue && unit.words[draft.cue.from]!.start
  const start = Math.min(
    draft.content.start,
    cue ?? draft.content.start,
    draft.speaker?.speaker.start ?? draft.content.start,
  )
  const last = draft.cue ? unit.words[draft.cue.to - 1]!.end : 0
  return {
    start: Math.max(start, unit.start),
    end: Math.max(draft.content.end, last, draft.speaker?.speaker.end ?? 0),
  }
}

/** Gives an outlet's aside to the speeches that its sentence reports; false when it reports none as a whole. */
const passOn = (unit: Unit, kept: Draft[], aside: Draft): boolean => {
  if (aside.content.start < unit.start) return false
  const { from, to, start, end } = aside.content
  const inside = kept
    .slice(-NEAR)
    .filter(
      (one) =>
        !one.speaker?.medium &&
        one.cue !== null &&
        one.cue.form !== 'participle' &&
        one.cue.at >= from &&
        one.cue.at < to,
    )
    .filter((one) => one.rule.startsWith('back') || (one.content.start >= start && one.content.end <= end))
  const told = inside.some((one) => {
    if (one.rule.startsWith('back')) return true
    const whole = reach(unit, one)
    const inside = Math.min(whole.end, end) - Math.max(whole.start, start)
    return inside * 1.6 >= end - start || whole.start <= start
  })
  if (!told) return false
  for (const one of inside) {
    // "Как пишет ‹«Север»›, предполагается, что …": nobody else is left who could.
    const passed = one.speaker ? { via: [...one.via, aside.speaker!] } : { speaker: aside.speaker }
    kept[kept.indexOf(one)] = { ...one, ...passed }
  }
  return true
}

/**
 * Joins the drafts of one unit: an outlet's aside beside another speaker's words is the way they came; two cues with
 * one content are one statement; an attitude inside reported words is left to them.
 */
export const settle = (unit: Unit, drafts: readonly Draft[]): readonly Draft[] => {
  const kept: Draft[] = []
  const ordered = [...drafts.filter((one) => !isMediumAside(one)), ...drafts.filter(isMediumAside)]
  for (const draft of ordered) {
    if (isMediumAside(draft) && passOn(unit, kept, draft)) continue
    const near = kept.slice(-NEAR)
    const same = near.find((one) => overlap(one.content, draft.content) * 1.25 >= Math.max(length(one), length(draft)))
    if (same) {
      if (draft.speaker?.medium && !same.speaker?.medium)
        kept[kept.indexOf(same)] = { ...same, via: [...same.via, draft.speaker] }
      continue
    }
    const covers = (outer: Draft, inner: Draft): boolean =>
      outer.content.start <= inner.content.start &&
      inner.content.end <= outer.content.end &&
      length(outer) > length(inner)
    if (isAttitude(draft) && near.some((one) => covers(one, draft) && !isAttitude(one))) continue
    if (!isAttitude(draft))
      for (const one of near) if (covers(draft, one) && isAttitude(one)) kept.splice(kept.indexOf(one), 1)
    kept.push(draft)
  }
  return kept
}

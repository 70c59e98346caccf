import type { Morph, Pos } from '../analysis.ts'

/** A Morph that can be built up before it is frozen. */
export type MorphDraft = { -readonly [K in keyof Morph]: Morph[K] }

const FIELDS = [
  'pos',
  'animacy',
  'aspect',
  'case',
  'degree',
  'foreign',
  'gender',
  'mood',
  'name',
  'number',
  'person',
  'tense',
  'variant',
  'verbForm',
  'voice',
] as const

const interned = new Map<string, Morph>()

/** A key that two equal Morphs share, e.g. `NOUN|Inan||Gen||…`. */
export const morphKey = (morph: Morph): string => FIELDS.map((field) => morph[field] ?? '').join('|')

/**
 * The one frozen object for these features. Every field stands in it, undefined where it does not apply: objects of one
 * shape are read several times faster than objects of two hundred, and nothing is read as often as these.
 */
export const intern = (draft: Morph): Morph => {
  const key = morphKey(draft)
  const known = interned.get(key)
  if (known) return known
  const made: Record<string, string | undefined> = {}
  for (const field of FIELDS) made[field] = draft[field]
  const morph = Object.freeze(made) as unknown as Morph
  interned.set(key, morph)
  return morph
}

/**
 * A change of features that is worked out once for each Morph.
 *
 * @example const asName = remembered((morph) => intern({ ...morph, pos: 'PROPN' }))
 */
export const remembered = (change: (morph: Morph) => Morph): ((morph: Morph) => Morph) => {
  const known = new Map<Morph, Morph>()
  return (morph) => {
    const found = known.get(morph)
    if (found) return found
    const made = change(morph)
    known.set(morph, made)
    return made
  }
}

/** A Morph of a part of speech alone. */
export const plain = (pos: Pos): Morph => intern({ pos })

const UD_NAMES: readonly (readonly [keyof Morph, string])[] = [
  ['animacy', 'Animacy'],
  ['aspect', 'Aspect'],
  ['case', 'Case'],
  ['degree', 'Degree'],
  ['foreign', 'Foreign'],
  ['gender', 'Gender'],
  ['mood', 'Mood'],
  ['name', 'NameType'],
  ['number', 'Number'],
  ['person', 'Person'],
  ['tense', 'Tense'],
  ['variant', 'Variant'],
  ['verbForm', 'VerbForm'],
  ['voice', 'Voice'],
]

const featsCache = new Map<Morph, string>()

/** Features as CoNLL-U writes them, e.g. `Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing`; `_` for none. */
export const featsOf = (morph: Morph): string => {
  const known = featsCache.get(morph)
  if (known !== undefined) return known
  const feats = UD_NAMES.flatMap(([field, name]) => (morph[field] === undefined ? [] : [`${name}=${morph[field]}`]))
  const text = feats.length === 0 ? '_' : feats.join('|')
  featsCache.set(morph, text)
  return text
}

const FIELD_OF = new Map(UD_NAMES.map(([field, name]) => [name, field]))

/** The Morph of a CoNLL-U part of speech and features; features that Letopis does not keep are left out. */
export const parseFeats = (pos: string, feats: string): Morph => {
  const draft: Record<string, string> = { pos }
  if (feats !== '_') {
    for (const pair of feats.split('|')) {
      const at = pair.indexOf('=')
      const field = FIELD_OF.get(pair.slice(0, at))
      if (field) draft[field] = pair.slice(at + 1)
    }
  }
  return intern(draft as unknown as Morph)
}

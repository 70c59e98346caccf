import { WordMap } from '../../core/index.ts'
import { listed, wordSet } from './lexicon.ts'
import { CUE_WORDS, type Cue } from './russian/cues.ts'
import { OFF_TOPIC } from './russian/senses.ts'

const CUES = Object.keys(CUE_WORDS) as Cue[]
const cuesByLemma = new Map<string, Cue[]>()
for (const cue of CUES)
  for (const lemma of new Set(listed(CUE_WORDS[cue]))) {
    const own = cuesByLemma.get(lemma)
    if (own) own.push(cue)
    else cuesByLemma.set(lemma, [cue])
  }

const cues: ReadonlyMap<string, readonly Cue[]> = new WordMap(cuesByLemma)
const NO_CUES: readonly Cue[] = []

/** Classes of cue words that a dictionary form belongs to. */
export const cuesOf = (lemma: string): readonly Cue[] => cues.get(lemma) ?? NO_CUES

/** Whether a dictionary form belongs to a class of cue words. */
export const isCue = (lemma: string, cue: Cue): boolean => cuesOf(lemma).includes(cue)

const offTopic = wordSet(OFF_TOPIC)

/** Whether a word belongs to sport, show business or everyday crime. */
export const isOffTopic = (lemma: string): boolean => offTopic.has(lemma)

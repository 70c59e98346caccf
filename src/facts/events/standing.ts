import type { Case, Word } from '../../language/index.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { isPassive } from './function-of.ts'
import type { Party } from './parties.ts'
import { ancestors, type Step } from './paths.ts'
import { ACCUSES, ATTENDS, DOERS, isReceiving, isStruck, STANDS_BY, SUFFERERS } from './russian/doers.ts'

/**
 * How somebody stands to what a trigger names, read from the tree: as a subject or an object of an active verb would.
 * "lifted" tells that not the name itself but a word that it belongs to stands so ("бойцы | группировки").
 */
export type Standing =
  | { readonly as: 'subject' | 'object' | 'dative' | 'genitive' | 'adjective'; readonly lifted: boolean }
  | {
      readonly as: 'behind'
      readonly preposition: string
      readonly kase: Case | null
      readonly lifted: boolean
      /** Dictionary form of the word behind the preposition: "по | приказу | Орлова". */
      readonly lemma: string
    }

// Relations that hold a name, an office or a series together.
const SAME = new Set(['appos', 'flat', 'flat:name', 'flat:foreign', 'conj', 'list'])
// Relations by which a name belongs to a word: "бойцы группировки", "украинские войска".
const BELONGS = new Set(['nmod', 'amod', 'nummod', 'nummod:gov', 'det'])
const MOST = 10
/** A relative word stands so near to what it speaks of. */
const FAR = 8

const prepositionOf = (words: readonly Word[], at: number, party: Party): string => {
  if (at === party.mention.head && party.preposition !== '') return party.preposition
  for (let i = at - 1; i >= 0 && at - i <= 6; i--)
    if (words[i]!.head === at && words[i]!.rel === 'case') return words[i]!.norm
  return ''
}

/** Two words' ways up to where they meet; null when the tree does not join them. */
const meeting = (
  words: readonly Word[],
  one: number,
  other: number,
): { readonly at: number; readonly mine: readonly Step[]; readonly theirs: readonly Step[] } | null => {
  const [mine, theirs] = [ancestors(words, one, MOST), ancestors(words, other, MOST)]
  for (const [i, step] of mine.entries()) {
    const j = theirs.findIndex(({ at }) => at === step.at)
    if (j >= 0) return { at: step.at, mine: mine.slice(0, i), theirs: theirs.slice(0, j) }
  }
  return null
}

const isNoun = ({ morph: { pos } }: Word): boolean => pos === 'NOUN' || pos === 'PROPN'

const stood = (as: 'subject' | 'object' | 'dative' | 'adjective' | 'genitive', lifted: boolean): Standing => ({
  as,
  lifted,
})

/** What one party's way to a trigger says; the way is cut where it leaves what only belongs together. */
class Way {
  readonly #candidate: Candidate
  readonly #words: readonly Word[]
  readonly #party: Party

  constructor(candidate: Candidate, party: Party) {
    this.#candidate = candidate
    this.#words = candidate.reading.words
    this.#party = party
  }

  standing(): Standing | null {
    const { mention } = this.#party
    const from = mention.by === 'adjective' ? mention.from : mention.head
    if (from === this.#candidate.at) return null
    return this.#from(from)
  }

  #from(at: number): Standing | null {
    const met = meeting(this.#words, at, this.#candidate.at)
    if (!met) return null
    if (met.theirs.length === 0) return this.#onTrigger(met.mine)
    if (met.mine.every(this.#isLink)) return this.#above(met.at, met.theirs, this.#lifts(met.mine))
    return this.#beside(met.at, met.mine, met.theirs, this.#party.mention.head)
  }

  // What hangs on another word is no nominative, though its form may be one too.
  #caseAt(at: number): Case | null {
    const own = at === this.#party.mention.head ? this.#party.case : null
    return own && own !== 'Nom' ? own : (this.#words[at]!.morph.case ?? null)
  }

  // "войска | Чили", but not "войска | в Чили".
  readonly #isLink = ({ at, rel }: Step): boolean =>
    SAME.has(rel) || (BELONGS.has(rel) && (rel !== 'nmod' || prepositionOf(this.#words, at, this.#party) === ''))

  #lifts(steps: readonly Step[]): boolean {
    return steps.some(({ rel }) => BELONGS.has(rel))
  }

  // The party, or what it belongs to, hangs on the trigger.
  #onTrigger(mine: readonly Step[]): Standing | null {
    const last = mine.at(-1)
    if (!last) return null
    const below = mine.slice(0, -1)
    // "атака и удар X": joined triggers share what hangs on the other.
    if (!below.every(this.#isLink)) return null
    const lifted = this.#lifts(below)
    return this.#candidate.rule.part === 'verb' ? this.#onVerb(last, lifted) : this.#onNoun(last, lifted)
  }

  #onVerb({ at, rel }: Step, lifted: boolean): Standing | null {
    const passive = isPassive(this.#candidate)
    if (rel === 'nsubj:pass') return stood('object', lifted)
    if (rel === 'nsubj') return this.#ofVoice(lifted)
    if (rel === 'obj') return stood('object', lifted)
    if (rel === 'iobj') return stood('dative', lifted)
    if (!rel.startsWith('obl') && rel !== 'nmod') return null
    return this.#oblique(at, lifted, passive)
  }

  #oblique(at: number, lifted: boolean, passive: boolean): Standing | null {
    const preposition = prepositionOf(this.#words, at, this.#party)
    const kase = this.#caseAt(at)
    if (preposition !== '') return { as: 'behind', preposition, kase, lifted, lemma: this.#words[at]!.lemma }
    if (kase === 'Ins') return passive ? stood('subject', lifted) : null
    if (kase === 'Dat') return stood('dative', lifted)
    if (kase === 'Acc') return stood('object', lifted)
    return null
  }

  #onNoun({ at, rel }: Step, lifted: boolean): Standing | null {
    const word = this.#words[at]!
    if (word.morph.pos === 'ADJ' && (rel === 'amod' || at === this.#party.mention.from))
      return stood('adjective', lifted)
    // "Берг — под санкциями".
    if (rel === 'nsubj')
      return prepositionOf(this.#words, this.#candidate.at, this.#party) === 'под' ? stood('object', lifted) : null
    if (SAME.has(rel)) return null
    const preposition = prepositionOf(this.#words, at, this.#party)
    const kase = this.#caseAt(at)
    if (preposition !== '') return { as: 'behind', preposition, kase, lifted, lemma: word.lemma }
    if (kase === 'Ins') return stood('subject', lifted)
    if (kase === 'Dat') return stood('dative', lifted)
    return kase === 'Gen' || kase === null ? stood('genitive', lifted) : null
  }

  // The trigger hangs below the party, or below what the party belongs to.
  #above(at: number, theirs: readonly Step[], lifted: boolean): Standing | null {
    const top = theirs.at(-1)!
    const { rule } = this.#candidate
    const word = this.#words[at]!
    if (SUFFERERS.has(word.lemma)) return stood('object', lifted)
    if (DOERS.has(word.lemma)) return stood('subject', lifted)
    if (top.rel === 'acl' && rule.part === 'verb' && theirs.slice(0, -1).every(({ rel }) => rel === 'conj'))
      return this.#words[this.#candidate.at]!.morph.verbForm === 'Part' ? this.#ofVoice(lifted) : null
    if (top.rel === 'acl' || top.rel === 'acl:relcl' || top.rel === 'amod')
      return this.#relative(at, top, theirs, lifted)
    return null
  }

  // "министр, который ввел …", "войска, нанесшие удар": the relative word, or the participle, stands for the party.
  #relative(party: number, top: Step, theirs: readonly Step[], lifted: boolean): Standing | null {
    const words = this.#words
    if (words[top.at]!.morph.verbForm === 'Part') {
      const passive = words[top.at]!.morph.voice === 'Pass'
      const below = theirs.at(-2)
      if (!below || this.#candidate.rule.part !== 'noun') return null
      return this.#byVerb(top.at, passive ? 'nsubj:pass' : 'nsubj', party, theirs.slice(0, -1), lifted)
    }
    for (let i = party + 1; i < Math.min(words.length, party + FAR); i++)
      if (words[i]!.lemma === 'который') {
        const met = meeting(words, i, this.#candidate.at)
        if (!met) return null
        const found =
          met.theirs.length === 0 ? this.#pronounOn(met.mine) : this.#beside(met.at, met.mine, met.theirs, i)
        return found && lifted ? { ...found, lifted } : found
      }
    return null
  }

  #pronounOn(mine: readonly Step[]): Standing | null {
    const last = mine.at(-1)
    if (!last || mine.length > 1 || this.#candidate.rule.part !== 'verb') return null
    if (last.rel === 'nsubj:pass' || last.rel === 'obj') return stood('object', false)
    if (last.rel === 'nsubj') return this.#ofVoice(false)
    return last.rel === 'iobj' ? stood('dative', false) : null
  }

  #ofVoice(lifted: boolean): Standing {
    return stood(isPassive(this.#candidate) ? 'object' : 'subject', lifted)
  }

  // Both hang on a third word.
  #beside(at: number, mine: readonly Step[], theirs: readonly Step[], who: number): Standing | null {
    const last = mine.at(-1)!
    const below = mine.slice(0, -1)
    if (!below.every(this.#isLink)) return null
    const lifted = this.#lifts(below)
    const top = theirs.at(-1)!
    // Parties of a joined verb or noun: "задержали и арестовали X".
    if (theirs.every(({ rel }) => rel === 'conj' || rel === 'xcomp' || isSharedClause(this.#words, rel, top)))
      return this.#shared(last, lifted)
    if (isNoun(this.#words[at]!)) return this.#underNoun(at, last, top, lifted)
    return this.#byVerb(at, last.rel, last.at === who ? who : last.at, theirs, lifted)
  }

  // "обязал X ввести", "решил и ввел", "ввел, сославшись": whose the verb is is whose the trigger is.
  #shared({ at, rel }: Step, lifted: boolean): Standing | null {
    const { rule } = this.#candidate
    if (rule.part === 'noun') return this.#onNoun({ at, rel }, lifted)
    if (rel.startsWith('nsubj')) return this.#ofVoice(lifted)
    if (rel === 'iobj') return stood('subject', lifted)
    return null
  }

  // "решение X об ударе", "причастность X к взрыву", "план X по поставкам": X would do it.
  #underNoun(at: number, { at: mine, rel }: Step, top: Step, lifted: boolean): Standing | null {
    const noun = this.#words[at]!
    if (DOERS.has(noun.lemma)) return stood('subject', lifted)
    if (SUFFERERS.has(noun.lemma)) return stood('object', lifted)
    if (isCue(noun.lemma, 'report') || !top.rel.startsWith('nmod')) return null
    const preposition = prepositionOf(this.#words, mine, this.#party)
    if (rel === 'amod') return stood('subject', lifted)
    if (!rel.startsWith('nmod') || preposition !== '') return null
    const kase = this.#caseAt(mine)
    return kase === 'Gen' && preposition === '' ? stood('subject', lifted) : null
  }

  // "X нанес удар по Y", "X подвергся обстрелу", "удар разрушил X", "X обвинил Y в атаке".
  #byVerb(at: number, rel: string, who: number, theirs: readonly Step[], lifted: boolean): Standing | null {
    const top = theirs.at(-1)!
    const verb = this.#words[at]!
    if (!theirs.slice(0, -1).every(this.#isLink) || this.#candidate.rule.part !== 'noun') return null
    if (isCue(verb.lemma, 'report') || STANDS_BY.has(verb.lemma)) return null
    const passive = verb.morph.voice === 'Pass'
    const preposition = rel.startsWith('obl') ? prepositionOf(this.#words, who, this.#party) : ''
    if (preposition !== '' && rel.startsWith('obl')) {
      const kase = this.#caseAt(who)
      return { as: 'behind', preposition, kase, lifted, lemma: this.#words[who]!.lemma }
    }
    const dative = rel === 'iobj' || (rel.startsWith('obl') && this.#words[who]!.morph.case === 'Dat')
    if (top.rel === 'obj' || (top.rel === 'nsubj:pass' && !rel.startsWith('nsubj'))) {
      if (dative) return stood('dative', lifted)
      if (rel === 'nsubj' && !passive) return stood(isReceiving(verb.lemma) ? 'object' : 'subject', lifted)
      return rel.startsWith('obl') && this.#words[who]!.morph.case === 'Ins' ? stood('subject', lifted) : null
    }
    if (top.rel === 'nsubj') return rel === 'obj' || dative ? stood('object', lifted) : null
    if (!top.rel.startsWith('obl') && top.rel !== 'iobj') return null
    return this.#ofOblique(verb, rel, top, dative, lifted)
  }

  // The trigger itself stands in an oblique case or behind a preposition.
  #ofOblique(verb: Word, rel: string, top: Step, dative: boolean, lifted: boolean): Standing | null {
    const passive = verb.morph.voice === 'Pass' || verb.lemma.endsWith('ся')
    const word = this.#words[top.at]!
    const preposition = prepositionOf(this.#words, top.at, this.#party)
    if (ACCUSES.has(verb.lemma))
      return rel === 'obj' || rel === 'nsubj:pass' || (rel === 'nsubj' && passive) ? stood('subject', lifted) : null
    if (ATTENDS.has(verb.lemma) && rel.startsWith('nsubj')) return stood('subject', lifted)
    if (preposition === '' && word.morph.case === 'Ins' && !passive) {
      if (rel === 'nsubj') return stood('subject', lifted)
      return dative || rel === 'obj' ? stood('object', lifted) : null
    }
    if (rel.startsWith('nsubj') && (isStruck(verb.lemma) || (preposition === '' && word.morph.case === 'Dat')))
      return stood('object', lifted)
    return null
  }
}

// A gerund's subject is its verb's.
const isSharedClause = (words: readonly Word[], rel: string, { at }: Step): boolean =>
  rel === 'advcl' && words[at]!.morph.verbForm === 'Conv'

/**
 * How a party stands to a trigger of its own sentence; null where the tree does not tell.
 *
 * @example 'Бойцы «Зари» обстреляли Арику': "Заря" // { as: 'subject', lifted: true }
 */
export const standingOf = (candidate: Candidate, party: Party): Standing | null => new Way(candidate, party).standing()

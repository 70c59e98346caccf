import type { Case, Word } from '../../language/index.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { isPassive } from './function-of.ts'
import type { Party } from './parties.ts'
import { ancestors, meetingOf, prepositionOn, type Step } from './paths.ts'
import { ACCUSES, ATTENDS, DOERS, RECEIVES, STANDS_BY, STRUCK, SUFFERERS } from './russian/doers.ts'

/** How somebody stands to what a trigger names, read from the tree: as a subject or an object of an active verb would. */
export type Standing =
  | { readonly as: 'subject' | 'object' | 'dative' | 'genitive' | 'adjective' }
  | {
      readonly as: 'behind'
      readonly preposition: string
      readonly kase: Case | null
      /** Whether not the name itself but a word that it belongs to stands so: "по | приказу | Орлова". */
      readonly lifted: boolean
      /** Dictionary form of the word behind the preposition. */
      readonly lemma: string
    }

// Relations that hold a name, an office or a series together.
const SAME = new Set(['appos', 'flat', 'flat:name', 'flat:foreign', 'conj', 'list'])
// Relations by which a name belongs to a word: "бойцы группировки", "украинские войска".
const BELONGS = new Set(['nmod', 'amod', 'nummod', 'nummod:gov', 'det'])
/** No longer ways to the root are looked at. */
const MOST = 10
/** A relative word stands so near to what it speaks of. */
const FAR = 8

const prepositionOf = (words: readonly Word[], at: number, party: Party): string =>
  at === party.mention.head && party.preposition !== '' ? party.preposition : prepositionOn(words, at)

/** Two words' ways up to where they meet; null when the tree does not join them. */
const meeting = (
  words: readonly Word[],
  one: number,
  other: number,
): { readonly at: number; readonly mine: readonly Step[]; readonly theirs: readonly Step[] } | null => {
  const [mine, theirs] = [ancestors(words, one, MOST), ancestors(words, other, MOST)]
  const met = meetingOf(mine, theirs)
  return met && { at: mine[met[0]]!.at, mine: mine.slice(0, met[0]), theirs: theirs.slice(0, met[1]) }
}

const isNoun = ({ morph: { pos } }: Word): boolean => pos === 'NOUN' || pos === 'PROPN'

const stood = (as: Exclude<Standing['as'], 'behind'>): Standing => ({ as })

// "организатор | взрыва", "жертва | обстрела": the word itself tells the side.
const namesSide = ({ lemma }: Word): Standing | null => {
  if (DOERS.has(lemma)) return stood('subject')
  return SUFFERERS.has(lemma) ? stood('object') : null
}

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
    return this.#beside(met.at, met.mine, met.theirs, false)
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

  // "удар | по Арике"; null where no preposition stands.
  #behind(at: number, lifted: boolean): Standing | null {
    const preposition = prepositionOf(this.#words, at, this.#party)
    if (preposition === '') return null
    return { as: 'behind', preposition, kase: this.#caseAt(at), lifted, lemma: this.#words[at]!.lemma }
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
    if (rel === 'nsubj:pass') return stood('object')
    if (rel === 'nsubj') return this.#ofVoice()
    if (rel === 'obj') return stood('object')
    if (rel === 'iobj') return stood('dative')
    if (!rel.startsWith('obl') && rel !== 'nmod') return null
    return this.#behind(at, lifted) ?? this.#oblique(at)
  }

  #oblique(at: number): Standing | null {
    const kase = this.#caseAt(at)
    if (kase === 'Ins') return isPassive(this.#candidate) ? stood('subject') : null
    if (kase === 'Dat') return stood('dative')
    if (kase === 'Acc') return stood('object')
    return null
  }

  #onNoun({ at, rel }: Step, lifted: boolean): Standing | null {
    const word = this.#words[at]!
    if (word.morph.pos === 'ADJ' && (rel === 'amod' || at === this.#party.mention.from)) return stood('adjective')
    // "Берг — под санкциями".
    if (rel === 'nsubj')
      return prepositionOf(this.#words, this.#candidate.at, this.#party) === 'под' ? stood('object') : null
    if (SAME.has(rel)) return null
    const behind = this.#behind(at, lifted)
    if (behind) return behind
    const kase = this.#caseAt(at)
    if (kase === 'Ins') return stood('subject')
    if (kase === 'Dat') return stood('dative')
    return kase === 'Gen' || kase === null ? stood('genitive') : null
  }

  // The trigger hangs below the party, or below what the party belongs to.
  #above(at: number, theirs: readonly Step[], lifted: boolean): Standing | null {
    const top = theirs.at(-1)!
    const { rule } = this.#candidate
    const side = namesSide(this.#words[at]!)
    if (side) return side
    if (top.rel === 'acl' && rule.part === 'verb' && theirs.slice(0, -1).every(({ rel }) => rel === 'conj'))
      return this.#words[this.#candidate.at]!.morph.verbForm === 'Part' ? this.#ofVoice() : null
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
      const subject: Step = { at: party, rel: passive ? 'nsubj:pass' : 'nsubj' }
      return this.#byVerb(top.at, subject, theirs.slice(0, -1), lifted)
    }
    for (let i = party + 1; i < Math.min(words.length, party + FAR); i++)
      if (words[i]!.lemma === 'который') {
        const met = meeting(words, i, this.#candidate.at)
        if (!met) return null
        return met.theirs.length === 0 ? this.#pronounOn(met.mine) : this.#beside(met.at, met.mine, met.theirs, lifted)
      }
    return null
  }

  #pronounOn(mine: readonly Step[]): Standing | null {
    const last = mine.at(-1)
    if (!last || mine.length > 1 || this.#candidate.rule.part !== 'verb') return null
    if (last.rel === 'nsubj:pass' || last.rel === 'obj') return stood('object')
    if (last.rel === 'nsubj') return this.#ofVoice()
    return last.rel === 'iobj' ? stood('dative') : null
  }

  #ofVoice(): Standing {
    return stood(isPassive(this.#candidate) ? 'object' : 'subject')
  }

  // Both hang on a third word; "held" tells that it is by a word of its own that the party does.
  #beside(at: number, mine: readonly Step[], theirs: readonly Step[], held: boolean): Standing | null {
    const last = mine.at(-1)!
    const below = mine.slice(0, -1)
    if (!below.every(this.#isLink)) return null
    const lifted = held || this.#lifts(below)
    const top = theirs.at(-1)!
    // Parties of a joined verb or noun: "задержали и арестовали X".
    if (theirs.every(({ rel }) => rel === 'conj' || rel === 'xcomp' || isSharedClause(this.#words, rel, top)))
      return this.#shared(last, lifted)
    if (isNoun(this.#words[at]!)) return this.#underNoun(at, last, top)
    return this.#byVerb(at, last, theirs, lifted)
  }

  // "обязал X ввести", "решил и ввел", "ввел, сославшись": whose the verb is is whose the trigger is.
  #shared({ at, rel }: Step, lifted: boolean): Standing | null {
    const { rule } = this.#candidate
    if (rule.part === 'noun') return this.#onNoun({ at, rel }, lifted)
    if (rel.startsWith('nsubj')) return this.#ofVoice()
    if (rel === 'iobj') return stood('subject')
    return null
  }

  // "решение X об ударе", "причастность X к взрыву", "план X по поставкам": X would do it.
  #underNoun(at: number, { at: mine, rel }: Step, top: Step): Standing | null {
    const noun = this.#words[at]!
    const side = namesSide(noun)
    if (side) return side
    if (isCue(noun.lemma, 'report') || !top.rel.startsWith('nmod')) return null
    if (rel === 'amod') return stood('subject')
    if (!rel.startsWith('nmod') || prepositionOf(this.#words, mine, this.#party) !== '') return null
    return this.#caseAt(mine) === 'Gen' ? stood('subject') : null
  }

  // "X нанес удар по Y", "X подвергся обстрелу", "удар разрушил X", "X обвинил Y в атаке".
  #byVerb(at: number, { at: who, rel }: Step, theirs: readonly Step[], lifted: boolean): Standing | null {
    const top = theirs.at(-1)!
    const verb = this.#words[at]!
    if (!theirs.slice(0, -1).every(this.#isLink) || this.#candidate.rule.part !== 'noun') return null
    if (isCue(verb.lemma, 'report') || STANDS_BY.has(verb.lemma)) return null
    const passive = verb.morph.voice === 'Pass'
    const oblique = rel.startsWith('obl') ? (this.#words[who]!.morph.case ?? null) : null
    const behind = rel.startsWith('obl') ? this.#behind(who, lifted) : null
    if (behind) return behind
    const dative = rel === 'iobj' || oblique === 'Dat'
    if (top.rel === 'obj' || (top.rel === 'nsubj:pass' && !rel.startsWith('nsubj'))) {
      if (dative) return stood('dative')
      if (rel === 'nsubj' && !passive) return stood(RECEIVES.has(verb.lemma) ? 'object' : 'subject')
      return oblique === 'Ins' ? stood('subject') : null
    }
    if (top.rel === 'nsubj') return rel === 'obj' || dative ? stood('object') : null
    if (!top.rel.startsWith('obl') && top.rel !== 'iobj') return null
    return this.#ofOblique(verb, rel, top, dative)
  }

  // The trigger itself stands in an oblique case or behind a preposition.
  #ofOblique(verb: Word, rel: string, top: Step, dative: boolean): Standing | null {
    const passive = verb.morph.voice === 'Pass' || verb.lemma.endsWith('ся')
    const word = this.#words[top.at]!
    const preposition = prepositionOf(this.#words, top.at, this.#party)
    if (ACCUSES.has(verb.lemma))
      return rel === 'obj' || rel === 'nsubj:pass' || (rel === 'nsubj' && passive) ? stood('subject') : null
    if (ATTENDS.has(verb.lemma) && rel.startsWith('nsubj')) return stood('subject')
    if (preposition === '' && word.morph.case === 'Ins' && !passive) {
      if (rel === 'nsubj') return stood('subject')
      return dative || rel === 'obj' ? stood('object') : null
    }
    if (rel.startsWith('nsubj') && (STRUCK.has(verb.lemma) || (preposition === '' && word.morph.case === 'Dat')))
      return stood('object')
    return null
  }
}

// A gerund's subject is its verb's.
const isSharedClause = (words: readonly Word[], rel: string, { at }: Step): boolean =>
  rel === 'advcl' && words[at]!.morph.verbForm === 'Conv'

/**
 * How a party stands to a trigger of its own sentence; null where the tree does not tell.
 *
 * @example 'Бойцы «Зари» обстреляли Арику': "Заря" // { as: 'subject' }
 */
export const standingOf = (candidate: Candidate, party: Party): Standing | null => new Way(candidate, party).standing()

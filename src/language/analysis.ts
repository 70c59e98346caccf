import type { Article } from '../article/index.ts'
import type { Span } from '../core/index.ts'

/** Universal Dependencies part-of-speech tags. */
export type Pos =
  | 'NOUN'
  | 'PROPN'
  | 'ADJ'
  | 'VERB'
  | 'AUX'
  | 'ADV'
  | 'PRON'
  | 'DET'
  | 'NUM'
  | 'ADP'
  | 'CCONJ'
  | 'SCONJ'
  | 'PART'
  | 'INTJ'
  | 'PUNCT'
  | 'SYM'
  | 'X'

export type Case = 'Nom' | 'Gen' | 'Dat' | 'Acc' | 'Ins' | 'Loc' | 'Par' | 'Voc'
export type Gender = 'Masc' | 'Fem' | 'Neut'
export type GrammaticalNumber = 'Sing' | 'Plur'

/**
 * Grammatical features of a word, in Universal Dependencies names; a feature that does not apply reads as undefined.
 * Values are interned: words with the same features share one frozen object.
 */
export interface Morph {
  readonly pos: Pos
  readonly case?: Case
  readonly number?: GrammaticalNumber
  readonly gender?: Gender
  readonly animacy?: 'Anim' | 'Inan'
  readonly tense?: 'Past' | 'Pres' | 'Fut'
  readonly aspect?: 'Perf' | 'Imp'
  readonly person?: '1' | '2' | '3'
  readonly mood?: 'Ind' | 'Imp' | 'Cnd'
  readonly voice?: 'Act' | 'Pass' | 'Mid'
  readonly verbForm?: 'Fin' | 'Inf' | 'Part' | 'Conv'
  readonly degree?: 'Pos' | 'Cmp' | 'Sup'
  readonly variant?: 'Short'
  readonly foreign?: 'Yes'
  /** Mark of the dictionary: given name, surname, patronymic, geographical name, organization. */
  readonly name?: 'Giv' | 'Sur' | 'Pat' | 'Geo' | 'Org'
}

/** One way to read a word form. */
export interface Reading {
  readonly lemma: string
  readonly morph: Morph
}

/** A word or a punctuation mark, as it is read in its sentence. */
export interface Word extends Span {
  /** As written. */
  readonly text: string
  /** Lower case, ё kept as е, stress marks and soft hyphens taken out: what lexicons are asked with. */
  readonly norm: string
  /** Dictionary form, lower case, ё written as е. */
  readonly lemma: string
  readonly morph: Morph
  /** All readings of the dictionary or the guesser, most probable first; the chosen one among them. */
  readonly readings: readonly Reading[]
  /** Whether the dictionary knows the form (false: the guesser spoke). */
  readonly known: boolean
  /** Index of the governing word in the sentence, -1 for the root. */
  readonly head: number
  /** Universal Dependencies relation to the head, e.g. `nsubj`, `obl`; `root` for the root. */
  readonly rel: string
}

export interface Sentence extends Span {
  readonly words: readonly Word[]
  /** Kind of the page part that the sentence stands in; facts are not read from every part. */
  readonly part: 'headline' | 'lead' | 'body' | 'subheading' | 'dateline' | 'caption' | 'credit' | 'note'
}

export type MentionType = 'person' | 'organization' | 'country' | 'place' | 'media' | 'document' | 'event'

/** A name in the text, brought to its normal form. */
export interface Mention extends Span {
  readonly type: MentionType
  /** This mention's own words in the nominative ("Ким Чен Ыном" → "Ким Чен Ын"); a state by its short usual name. */
  readonly name: string
  /** Office that stands with the name, in the nominative ("лидер КНДР"); the name's span leaves it out. */
  readonly role?: string | undefined
  /** Key into `Analysis.entities`. */
  readonly identity: string
  readonly sentence: number
  /** Words of the sentence that it covers: first included, last excluded. */
  readonly from: number
  readonly to: number
  /** Word that carries its case and its relation to the rest of the sentence. */
  readonly head: number
  /** Set when it is no name but stands for one: a pronoun ("он"), a role ("глава МИД"), an adjective ("российский"). */
  readonly by?: 'pronoun' | 'role' | 'adjective' | undefined
  /** Set when the mention lies inside a longer one ("Россия" in "МИД России"): that one's index. */
  readonly inside?: number | undefined
}

/** One person, organization, country … of this article, with every way the article names it. */
export interface Entity {
  readonly id: string
  readonly type: MentionType
  /** The fullest nominative name that the article gives. */
  readonly name: string
  readonly variants: readonly string[]
  readonly roles: readonly string[]
  readonly gender?: Gender | undefined
  /** Country of an official, a ministry, an army, where the article or the lexicon tells ("Россия"). */
  readonly country?: string | undefined
}

/** What the language stage adds to an article. */
export interface Analysis {
  readonly kind: 'analysis'
  readonly article: Article
  readonly sentences: readonly Sentence[]
  /** In text order; a longer one before the ones inside it. Pronouns and roles that were resolved stand here too (`by`). */
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
}

/** One language behind one interface: the later stages know no other door to it. */
export interface Language {
  readonly code: string
  /** Sentences, words, names of one article. Time is linear in the text; never throws on any text. */
  analyze(article: Article): Analysis
  /**
   * A nominative name in another case, e.g. for composed titles ("Владимир Путин", Gen → "Владимира Путина").
   * A name that is not declined comes back unchanged; null when its form cannot be known.
   */
  decline(name: string, type: MentionType, to: Case): string | null
  /** The name in Latin letters for the English interface ("Сергей Лавров" → "Sergey Lavrov"; states by their English name). */
  romanize(name: string, type: MentionType): string
}

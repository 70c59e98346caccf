import type { Morph, Pos } from '../analysis.ts'
import { intern, type MorphDraft } from './morph.ts'

/**
 * OpenCorpora grammemes (http://opencorpora.org/dict.php?act=gram) to Universal Dependencies, as UD Russian treebanks
 * use them. What one tag cannot tell (PRON or DET, CCONJ or SCONJ, AUX or VERB) is decided by word in closed.ts.
 */

const POS: Readonly<Record<string, Pos>> = {
  NOUN: 'NOUN',
  ADJF: 'ADJ',
  ADJS: 'ADJ',
  COMP: 'ADJ',
  VERB: 'VERB',
  INFN: 'VERB',
  PRTF: 'VERB',
  PRTS: 'VERB',
  GRND: 'VERB',
  NUMR: 'NUM',
  ADVB: 'ADV',
  NPRO: 'PRON',
  PRED: 'ADV',
  PREP: 'ADP',
  CONJ: 'CCONJ',
  PRCL: 'PART',
  INTJ: 'INTJ',
  LATN: 'X',
  PNCT: 'PUNCT',
  NUMB: 'NUM',
  intg: 'NUM',
  ROMN: 'ADJ',
  UNKN: 'X',
}

type Feature = Partial<Morph>

const FEATURES: Readonly<Record<string, Feature>> = {
  nomn: { case: 'Nom' },
  gent: { case: 'Gen' },
  gen1: { case: 'Gen' },
  gen2: { case: 'Par' },
  datv: { case: 'Dat' },
  accs: { case: 'Acc' },
  acc2: { case: 'Acc' },
  ablt: { case: 'Ins' },
  loct: { case: 'Loc' },
  loc1: { case: 'Loc' },
  loc2: { case: 'Loc' },
  voct: { case: 'Voc' },
  sing: { number: 'Sing' },
  plur: { number: 'Plur' },
  masc: { gender: 'Masc' },
  femn: { gender: 'Fem' },
  neut: { gender: 'Neut' },
  anim: { animacy: 'Anim' },
  inan: { animacy: 'Inan' },
  perf: { aspect: 'Perf' },
  impf: { aspect: 'Imp' },
  past: { tense: 'Past' },
  pres: { tense: 'Pres' },
  futr: { tense: 'Fut' },
  '1per': { person: '1' },
  '2per': { person: '2' },
  '3per': { person: '3' },
  indc: { mood: 'Ind' },
  impr: { mood: 'Imp' },
  actv: { voice: 'Act' },
  pssv: { voice: 'Pass' },
  Name: { name: 'Giv' },
  Surn: { name: 'Sur' },
  Patr: { name: 'Pat' },
  Geox: { name: 'Geo' },
  Orgn: { name: 'Org' },
  Trad: { name: 'Org' },
  Supr: { degree: 'Sup' },
}

const FORMS: Readonly<Record<string, Feature>> = {
  ADJF: { degree: 'Pos' },
  ADJS: { degree: 'Pos', variant: 'Short' },
  COMP: { degree: 'Cmp' },
  ADVB: { degree: 'Pos' },
  PRED: { degree: 'Pos' },
  VERB: { verbForm: 'Fin' },
  INFN: { verbForm: 'Inf' },
  PRTF: { verbForm: 'Part' },
  PRTS: { verbForm: 'Part', variant: 'Short' },
  GRND: { verbForm: 'Conv' },
  LATN: { foreign: 'Yes' },
}

const VERBAL = new Set(['VERB', 'INFN', 'PRTF', 'PRTS', 'GRND'])

/** Whether a verb with this infinitive is reflexive: its voice is then `Mid`, unless the participle is passive. */
const isReflexive = (lemma: string): boolean => lemma.endsWith('ся') || lemma.endsWith('сь')

// A noun or name that stands in the dictionary with both genders leaves the gender open (коллега, судья, Саша).
const drop = (draft: MorphDraft, field: keyof Morph): void => {
  delete draft[field]
}

const finishNoun = (draft: MorphDraft): void => {
  if (draft.name !== undefined) draft.pos = 'PROPN'
}

const finishAdjective = (draft: MorphDraft, grammemes: ReadonlySet<string>): void => {
  if (grammemes.has('Apro')) {
    draft.pos = 'DET'
    drop(draft, 'degree')
  }
  if (draft.number === 'Plur') drop(draft, 'gender')
  if (grammemes.has('ADJS')) drop(draft, 'case')
}

const finishVerb = (draft: MorphDraft, grammemes: ReadonlySet<string>, lemma: string): void => {
  if (draft.voice !== 'Pass') draft.voice = isReflexive(lemma) ? 'Mid' : 'Act'
  if (grammemes.has('VERB') && draft.mood === undefined) draft.mood = 'Ind'
  if (draft.mood === 'Imp' && draft.person === undefined && !grammemes.has('incl')) draft.person = '2'
  if (draft.mood === 'Imp') drop(draft, 'tense')
  if (draft.number === 'Plur') drop(draft, 'gender')
  if (lemma === 'быть') {
    draft.pos = 'AUX'
  }
}

/**
 * The Morph of an OpenCorpora tag such as `NOUN,anim,masc sing,nomn`. The lemma tells a reflexive verb's voice.
 *
 * @example morphOfTag('PRTF,perf,tran,past,pssv femn,sing,nomn', 'подписать')
 * // VERB, VerbForm=Part, Voice=Pass, Aspect=Perf, Tense=Past, Case=Nom, Gender=Fem, Number=Sing
 */
export const morphOfTag = (tag: string, lemma: string): Morph => {
  const grammemes = tag.split(/[ ,]/)
  const first = grammemes[0]!
  const draft: MorphDraft = { pos: POS[first] ?? 'X', ...FORMS[first] }
  for (const grammeme of grammemes) Object.assign(draft, FEATURES[grammeme])
  const set = new Set(grammemes)
  if (set.has('ms-f') || set.has('GNdr')) drop(draft, 'gender')
  if (first === 'NOUN') finishNoun(draft)
  else if (first === 'ADJF' || first === 'ADJS') finishAdjective(draft, set)
  else if (VERBAL.has(first)) finishVerb(draft, set, lemma)
  return intern(draft)
}

/** Marks of the dictionary that Morph does not carry, but that the guesser and the declension ask for. */
export const TAG_FIXED = /\bFixd\b/
export const TAG_UNPRODUCTIVE = /\b(NUMR|NPRO|PRED|PREP|CONJ|PRCL|INTJ|Apro)\b/
export const TAG_SUSPECT = /\b(Erro|Dist)\b/
export const TAG_RARE = /\b(Arch|Infr|Slng|Litr|Abbr|Init|Hypo|V-be|V-bi|V-ej|V-en|V-ey|V-ie|V-oy|V-sh)\b/

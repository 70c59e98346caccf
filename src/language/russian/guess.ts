import type { Morph, Pos } from '../analysis.ts'
import { classOf, DIGIT, LETTER, MARK, PUNCT } from './chars.ts'
import { changed, type Entry, type Lexicon } from './lexicon.ts'
import { intern, plain } from './morph.ts'
import { TAG_UNPRODUCTIVE } from './tags.ts'

/** Readings of what the dictionary does not have. */

/** An entry that no paradigm gave: the word is its own lemma and has this form only. */
export const loneEntry = (word: string, morph: Morph, weight = 1): Entry => ({
  lemma: word.replaceAll('ё', 'е'),
  morph,
  paradigm: -1,
  form: -1,
  stem: word,
  weight,
})

const lone = (word: string, pos: Pos): readonly Entry[] => [loneEntry(word, plain(pos))]

const PREFIXES = (
  'экс- вице- супер- мини- макси- микро- пресс- интернет- онлайн- веб- бизнес- арт- медиа- топ- пост- анти- контр- про- псевдо- ' +
  'авиа авто агро анти антропо архи аэро био вело видео вице вне водо высоко газо гео гидро гипер глав гос групп двух до еже ' +
  'евро журнал за зоо изо инновац интер инфо квази кино кибер контр космо крипто лже лево макро максимально мало мед медиа мега меж между ' +
  'микро мини много моно мото мульти наи нано не недо нео нефте низко ново обще около онко пара пере пере поли полу полит порно пост поли ' +
  'пред прото псевдо психо радио ранее рас ре сверх северо само санти сельхоз соц со спец средне старо стерео суб супер теле тер термо ' +
  'транс трех турбо ультра фин фото химио хозяй центр через экзо экс эко экстра электро энерго этно юго южно'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** The readings of a word under a longer one: `экс-министра` reads as `министра` does. */
const withPrefix = (entries: readonly Entry[], prefix: string, lexicon: Lexicon, weight: number): Entry[] =>
  entries
    .filter((entry) => entry.paradigm >= 0 && !TAG_UNPRODUCTIVE.test(lexicon.tagOf(entry.paradigm, entry.form)))
    .map((entry) =>
      changed(entry, {
        lemma: prefix.replaceAll('ё', 'е') + entry.lemma,
        stem: prefix + entry.stem,
        weight: entry.weight * weight,
      }),
    )

const byPrefix = (word: string, lexicon: Lexicon): readonly Entry[] => {
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue
    const entries = withPrefix(lexicon.lookup(word.slice(prefix.length)), prefix, lexicon, 1)
    if (entries.length > 0) return entries
  }
  return []
}

const PARTICLES = ['-то', '-ка', '-таки', '-де', '-с']

const byHyphen = (word: string, lexicon: Lexicon): readonly Entry[] => {
  const at = word.lastIndexOf('-')
  if (at <= 0 || at === word.length - 1) return []
  const particle = PARTICLES.find((tail) => word.endsWith(tail))
  if (particle) {
    return lexicon.lookup(word.slice(0, -particle.length)).map((entry) => changed(entry, { paradigm: -1, form: -1 }))
  }
  const last = word.slice(at + 1)
  if (word.startsWith('по-')) {
    const manner = lexicon.lookup(last).some((entry) => entry.morph.case === 'Dat' && entry.morph.number === 'Sing')
    if (manner || last.endsWith('ски') || last.endsWith('цки'))
      return [loneEntry(word, intern({ pos: 'ADV', degree: 'Pos' }))]
  }
  const known = lexicon.lookup(last)
  return withPrefix(known.length > 0 ? known : lexicon.byEnding(last), word.slice(0, at + 1), lexicon, 1)
}

const ORDINAL_ENDINGS: readonly (readonly [RegExp, readonly Partial<Morph>[]])[] = [
  [
    /-(?:й|ый|ий|ой)$/,
    [
      { case: 'Nom', gender: 'Masc', number: 'Sing' },
      { case: 'Acc', gender: 'Masc', number: 'Sing', animacy: 'Inan' },
    ],
  ],
  [
    /-(?:го|ого|его)$/,
    [
      { case: 'Gen', gender: 'Masc', number: 'Sing' },
      { case: 'Gen', gender: 'Neut', number: 'Sing' },
    ],
  ],
  [
    /-(?:му|ому|ему)$/,
    [
      { case: 'Dat', gender: 'Masc', number: 'Sing' },
      { case: 'Dat', gender: 'Neut', number: 'Sing' },
    ],
  ],
  [
    /-(?:м|ым|им|ом)$/,
    [
      { case: 'Loc', gender: 'Masc', number: 'Sing' },
      { case: 'Ins', gender: 'Masc', number: 'Sing' },
      { case: 'Loc', gender: 'Neut', number: 'Sing' },
    ],
  ],
  [/-(?:я|ая)$/, [{ case: 'Nom', gender: 'Fem', number: 'Sing' }]],
  [
    /-(?:е|ое|ее)$/,
    [
      { case: 'Nom', number: 'Plur' },
      { case: 'Acc', number: 'Plur', animacy: 'Inan' },
      { case: 'Nom', gender: 'Neut', number: 'Sing' },
    ],
  ],
  [/-(?:ю|ую)$/, [{ case: 'Acc', gender: 'Fem', number: 'Sing' }]],
  [
    /-(?:х|ых|их)$/,
    [
      { case: 'Gen', number: 'Plur' },
      { case: 'Loc', number: 'Plur' },
    ],
  ],
  [/-(?:ми|ыми)$/, [{ case: 'Ins', number: 'Plur' }]],
]

/** 20-й, 60-х, 24-летний: an adjective by its ending; a bare number is NUM. */
const byDigits = (word: string, lexicon: Lexicon): readonly Entry[] => {
  const ordinal = ORDINAL_ENDINGS.find(([pattern]) => pattern.test(word))
  if (ordinal) {
    return ordinal[1].map((feature) =>
      changed(loneEntry(word, intern({ pos: 'ADJ', degree: 'Pos', ...feature }), 1 / ordinal[1].length), {
        lemma: word.replace(/-.*$/, '-й'),
      }),
    )
  }
  const compound = byHyphen(word, lexicon)
  if (compound.length > 0) return compound
  return /[a-zа-яё]/.test(word) ? lone(word, 'PROPN') : lone(word, 'NUM')
}

interface SurnameModel {
  readonly pattern: RegExp
  /** A surname of the dictionary that is declined so, without its ending. */
  readonly base: string
}

const SURNAMES: readonly SurnameModel[] = [
  { pattern: /^(.{2,}(?:ов|ев))(а|у|ым|е|ой|ы|ых|ыми)?$/, base: 'иванов' },
  { pattern: /^(.{2,}(?:ин|ын))(а|у|ым|е|ой|ы|ых|ыми)?$/, base: 'никитин' },
  { pattern: /^(.{2,}(?:ск|цк))(ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)$/, base: 'жуковск' },
]

/** An unknown capitalized word that is built like a Russian surname is read as one, by the paradigm of a known one. */
const bySurname = (word: string, lexicon: Lexicon): readonly Entry[] => {
  for (const { pattern, base } of SURNAMES) {
    const match = pattern.exec(word)
    if (!match) continue
    const [, stem = '', ending = ''] = match
    const entries = lexicon
      .lookup(base + ending)
      .filter((entry) => entry.morph.name === 'Sur' && entry.morph.pos === 'PROPN' && base.startsWith(entry.stem))
    return entries.map((entry) => {
      const own = stem.slice(0, stem.length - (base.length - entry.stem.length))
      return changed(entry, { stem: own, lemma: own + lexicon.formOf(entry, 0).slice(entry.stem.length) })
    })
  }
  return []
}

const scaled = (entries: readonly Entry[], by: number): readonly Entry[] =>
  entries.map((entry) => changed(entry, { weight: entry.weight * by }))

const MAX_WORD = 100

/** Signs are split into punctuation and symbols as UD does. */
const SYMBOLS = new Set('% № $ € £ ¥ ₽ + = < > ° § © ® ™ × ÷ ± ~ ^ ` | & @ # * / ₴ ₸'.split(' '))

/** Readings of a token that is no word of the dictionary, most probable first; never empty. */
export const guess = (word: string, written: string, lexicon: Lexicon): readonly Entry[] => {
  const code = word.charCodeAt(0)
  const kind = classOf(code)
  if (kind === DIGIT) return byDigits(word, lexicon)
  if (kind !== LETTER) {
    if (kind === PUNCT || kind === MARK) {
      if ((word.startsWith('#') || word.startsWith('@')) && word.length > 1) return lone(word, 'X')
      return lone(word, SYMBOLS.has(word) ? 'SYM' : 'PUNCT')
    }
    return lone(word, 'SYM')
  }
  // Longer than any word of any language: nothing is to be learned from its ending.
  if (word.length > MAX_WORD) return lone(word, 'X')
  if (/^[a-zà-ɏ][^а-яё]*$/.test(word)) {
    const capital = written.charAt(0) !== written.charAt(0).toLowerCase()
    const foreign = intern({ pos: capital ? 'PROPN' : 'X', foreign: 'Yes' })
    return [loneEntry(word, foreign)]
  }
  if (word.length === 1) return [loneEntry(word, plain('PROPN'), 0.5), loneEntry(word, plain('NOUN'), 0.5)]
  const capitals = written.length > 1 && written.length < 7 && written === written.toUpperCase() && !word.includes('-')
  if (capitals) return lone(word, 'PROPN')
  const capitalized = written.charAt(0) !== written.charAt(0).toLowerCase()
  const surnames = capitalized ? bySurname(word, lexicon) : []
  const common = byParts(word, lexicon)
  if (surnames.length > 0) return [...scaled(surnames, 0.7), ...scaled(common, 0.3)]
  return common.length > 0 ? common : lone(word, 'X')
}

const byParts = (word: string, lexicon: Lexicon): readonly Entry[] => {
  for (const way of [byHyphen, byPrefix]) {
    const entries = way(word, lexicon)
    if (entries.length > 0) return entries
  }
  return lexicon.byEnding(word).filter((entry) => !TAG_UNPRODUCTIVE.test(lexicon.tagOf(entry.paradigm, entry.form)))
}

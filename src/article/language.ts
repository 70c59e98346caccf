/** Which language a text is in, as far as the choice of a reader needs it. */

const SAMPLE = 8_000

// Frequent short words that tell the Cyrillic languages apart (words that two of them share are left out of both).
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ru: 'и в не что с по как это из для о при был была было были года также или он она его её их который она чтобы если сообщил заявил между является во от к'.split(
    ' ',
  ),
  uk: 'і й та що це як або його її їх який яка які якщо про від до при був була було були року також щоб між є із зі для повідомив заявив'.split(
    ' ',
  ),
  be: 'і ў што гэта як або яго яе іх які якая якія калі пра ад да пры быў была было былі годзе таксама каб паміж для паведаміў'.split(
    ' ',
  ),
  bg: 'и на за се от че да е са ще с като при беше бяха които който която това този тази след през до между'.split(' '),
  sr: 'и је у на да се за од са су који која које као што али би није ће после између из'.split(' '),
  mk: 'и на во да се за од со е ќе што кој која кои како но беше не по меѓу'.split(' '),
  kk: 'және мен бұл деп бойынша үшін болып туралы қазақстан бар екен жылы оның осы ол кейін де да'.split(' '),
  ky: 'жана менен бул деп боюнча үчүн болуп тууралуу кыргыз бар жылы анын ошол ал кийин'.split(' '),
  tg: 'ва дар бо аз ба ки ин барои аст шуд карда буд ҳам то тоҷикистон он'.split(' '),
  uz: 'ва билан бу учун ҳам деб бўлган бўйича эди экан йил унинг шу кейин бўлди'.split(' '),
  tt: 'һәм белән бу дип өчен буенча иде татарстан аның шул булган'.split(' '),
  mn: 'нь ба болон энэ гэж юм байна тухай монгол улсын оны болно'.split(' '),
}
const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['uk', /[ґєїі]/giu],
  ['be', /[ўі]/giu],
  ['sr', /[ђћјљњџ]/giu],
  ['mk', /[ѓќѕ]/giu],
  ['kk', /[әғқңөұүһі]/giu],
  ['ky', /[ңөү]/giu],
  ['tg', /[ғӣқӯҳҷ]/giu],
  ['uz', /[ўқғҳ]/giu],
  ['tt', /[әөүҗңһ]/giu],
]
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ko', /\p{Script=Hangul}/gu],
]
const LATIN: Readonly<Record<string, readonly string[]>> = {
  en: 'the of and to in that is was for with on said by from has have will are'.split(' '),
  de: 'der die und das ist den von mit zu im nicht ein eine auf für sich wird'.split(' '),
  fr: 'le la les des et est dans pour que une du par sur avec au qui pas'.split(' '),
  es: 'el la los de que en y del las por con una para es se al'.split(' '),
  pl: 'i w nie na że się z do jest o jak po przez dla oraz roku'.split(' '),
  uz: 'va bilan bu uchun ham deb boʻlgan yil shu keyin haqida'.split(' '),
  tr: 've bir bu için ile olarak da de çok olan sonra'.split(' '),
}

type Scores = Map<string, number>

// Each word leads to the languages that use it; built once.
const indexOf = (lexicon: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>()
  for (const [code, words] of Object.entries(lexicon)) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), code])
  }
  return index
}
const CYRILLIC_WORDS = indexOf(WORDS)
const LATIN_WORDS = indexOf(LATIN)

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const score = (words: readonly string[], index: ReadonlyMap<string, readonly string[]>): Scores => {
  const scores: Scores = new Map()
  for (const word of words) for (const code of index.get(word) ?? []) scores.set(code, (scores.get(code) ?? 0) + 1)
  return scores
}

const top = (scores: Scores): readonly [string, number] => [...scores].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0]

interface Letters {
  readonly all: number
  readonly cyrillic: number
  /** Of the letters that Russian does not have. */
  readonly foreign: number
  /** ы, э, ё: what Bulgarian, Serbian and Macedonian lack. */
  readonly russian: number
}

const LETTER = /\p{L}/u
const RUSSIAN_ONLY = 'ыэёЫЭЁ'

const countLetters = (text: string): Letters => {
  let [all, cyrillic, foreign, russian] = [0, 0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x400 && code <= 0x52f) {
      all++
      cyrillic++
      if ((code < 0x410 || code > 0x44f) && code !== 0x401 && code !== 0x451) foreign++
      else if (RUSSIAN_ONLY.includes(text[i]!)) russian++
    } else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) all++
    else if (code >= 0xaa && LETTER.test(text[i]!)) all++
  }
  return { all, cyrillic, foreign, russian }
}

const cyrillicLanguage = (sample: string, letters: Letters): string => {
  const words = sample.toLowerCase().match(/[\u0400-\u052f]+/g) ?? []
  if (letters.foreign > 0.02 * letters.cyrillic) {
    const scores = score(words, CYRILLIC_WORDS)
    let own: readonly [string, number] = ['und', 0]
    for (const [code, pattern] of OWN_LETTERS) {
      const value = matches(sample, pattern) + 3 * (scores.get(code) ?? 0)
      if (value > own[1]) own = [code, value]
    }
    return own[0]
  }
  // Bulgarian and short Serbian texts have no letter of their own; they have no ы and э either.
  if (words.length < 20 || letters.russian >= 0.006 * letters.cyrillic) return 'ru'
  const scores = score(words, CYRILLIC_WORDS)
  const [code, count] = top(scores)
  return count > 1.3 * (scores.get('ru') ?? 0) ? code : 'ru'
}

/**
 * ISO 639-1 code of a text's language; `und` when it cannot be told. A Cyrillic text too short to tell counts as
 * Russian. null for a text without letters. Method: script, letters of one language only, frequent words; the first
 * eight thousand characters are enough.
 *
 * @example detectLanguage('Президент прибыл в столицу.') // 'ru'
 */
export const detectLanguage = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE)
  const letters = countLetters(sample)
  if (letters.all === 0) return text.length > SAMPLE ? detectLanguage(text.slice(SAMPLE)) : null
  if (letters.cyrillic >= 0.4 * letters.all) return cyrillicLanguage(sample, letters)
  for (const [code, pattern] of SCRIPTS) if (matches(sample, pattern) > 0.4 * letters.all) return code
  const words = sample.toLowerCase().match(/[\p{L}ʻ]+/gu) ?? []
  const [code, count] = top(score(words, LATIN_WORDS))
  return count >= 2 ? code : 'und'
}

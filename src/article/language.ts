/** Which language a text is in, as far as the choice of a reader needs it. */

const SAMPLE = 20_000

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

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const best = (words: readonly string[], lexicon: Readonly<Record<string, readonly string[]>>): Map<string, number> => {
  const sets = Object.entries(lexicon).map(([code, list]) => [code, new Set(list)] as const)
  const score = new Map<string, number>()
  for (const word of words)
    for (const [code, set] of sets) if (set.has(word)) score.set(code, (score.get(code) ?? 0) + 1)
  return score
}

const top = (score: ReadonlyMap<string, number>): readonly [string, number] =>
  [...score].sort((a, b) => b[1] - a[1])[0] ?? ['und', 0]

const CYRILLIC_ONLY = new Map(Object.entries(WORDS))

const cyrillicLanguage = (sample: string, letters: number): string => {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const score = best(words, Object.fromEntries(CYRILLIC_ONLY))
  const russian = score.get('ru') ?? 0
  const foreignLetters = matches(sample, /[ґєїіўђћјљњџѓќѕәғқңөұүһӣӯҳҷ]/giu)
  const russianLetters = matches(sample, /[ыэёъ]/giu)
  if (foreignLetters > 0.02 * letters) {
    let own: readonly [string, number] = ['und', 0]
    for (const [code, pattern] of OWN_LETTERS) {
      const value = matches(sample, pattern) + 3 * (score.get(code) ?? 0)
      if (value > own[1]) own = [code, value]
    }
    return own[0]
  }
  // Bulgarian and short Serbian texts have no letter of their own; they have no ы and э either.
  const [code, count] = top(score)
  if (code !== 'ru' && words.length >= 20 && count > 1.3 * russian && russianLetters < 0.012 * letters) return code
  return 'ru'
}

/**
 * ISO 639-1 code of a text's language; `und` when it cannot be told. A Cyrillic text too short to tell counts as
 * Russian. null for a text without letters. Method: script, letters of one language only, frequent words.
 *
 * @example detectLanguage('Президент прибыл в столицу.') // 'ru'
 */
export const detectLanguage = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE)
  const letters = matches(sample, /\p{L}/gu)
  if (letters === 0) return null
  const cyrillic = matches(sample, /\p{Script=Cyrillic}/gu)
  if (cyrillic >= 0.4 * letters) return cyrillicLanguage(sample, cyrillic)
  for (const [code, pattern] of SCRIPTS) if (matches(sample, pattern) > 0.4 * letters) return code
  const words = sample.toLowerCase().match(/[\p{L}ʻ]+/gu) ?? []
  const [code, count] = top(best(words, LATIN))
  return count >= 2 ? code : 'und'
}

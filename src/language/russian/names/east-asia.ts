import { foldLetters } from '../../../core/index.ts'

/** Chinese, Korean and Vietnamese names as the Russian press spells them: which names are such, and their Latin letters. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

// Palladius' system: what a syllable begins with, and what it ends in.
const INITIALS: readonly (readonly [string, string])[] = [
  ['чж', 'zh'],
  ['цз', 'z'],
  ['б', 'b'],
  ['п', 'p'],
  ['м', 'm'],
  ['ф', 'f'],
  ['д', 'd'],
  ['т', 't'],
  ['н', 'n'],
  ['л', 'l'],
  ['г', 'g'],
  ['к', 'k'],
  ['х', 'h'],
  ['ц', 'c'],
  ['с', 's'],
  ['ч', 'ch'],
  ['ш', 'sh'],
  ['ж', 'r'],
]
const FINALS = pairs(
  'а:a ай:ai ань:an ан:ang ао:ao э:e эй:ei энь:en эн:eng и:i яо:iao я:ia е:ie ю:iu янь:ian ян:iang инь:in ин:ing юн:iong о:uo у:u уа:ua ' +
    'уай:uai уань:uan уан:uang уй:ui унь:un ун:ong юй:ü юань:üan юэ:üe юнь:ün оу:ou ы:i',
)
const ALONE = pairs(
  'а:a ай:ai ань:an ан:ang ао:ao э:e эр:er эй:ei энь:en эн:eng оу:ou я:ya яо:yao е:ye ю:you янь:yan ян:yang и:yi инь:yin ин:ying юн:yong у:wu ва:wa во:wo ' +
    'вай:wai вэй:wei вань:wan ван:wang вэнь:wen вэн:weng юй:yu юэ:yue юань:yuan юнь:yun хуэй:hui',
)

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => pair.split(':') as [string, string]))
}

/** Before these finals ц, цз and с are the palatal q, j and x. */
const PALATAL = /^[июяе]/
const SOFTENED: Readonly<Record<string, string>> = { z: 'j', c: 'q', s: 'x' }

const syllable = (initial: string, latin: string, final: string, end: string): string | null => {
  if (initial === '') return null
  if (PALATAL.test(final)) {
    if (SOFTENED[latin]) return SOFTENED[latin] + end.replace('ü', 'u')
    if (latin === 'zh' || latin === 'ch' || latin === 'sh' || latin === 'r') return final === 'и' ? `${latin}i` : null
    if (/^[gkh]$/.test(latin)) return null
    if (end.startsWith('ü')) return latin === 'l' || latin === 'n' ? latin + end.replace('ü', 'u') : null
  }
  if (final === 'ы') return /^[zcs]$/.test(latin) ? `${latin}i` : null
  if (end === 'uo' && /^[bpmf]$/.test(latin)) return `${latin}o`
  return latin + end
}

/** Latin letters of every syllable. */
const SYLLABLES: ReadonlyMap<string, string> = (() => {
  const all = new Map(ALONE)
  for (const [initial, latin] of INITIALS) {
    for (const [final, end] of FINALS) {
      const made = syllable(initial, latin, final, end)
      if (made !== null) all.set(initial + final, made)
    }
  }
  return all
})()

const LONGEST = 6

/**
 * A Chinese word in pinyin without tones, or null when it is not made of syllables of Palladius' system.
 *
 * @example pinyin('Цзиньпин') // 'Jinping'
 */
export const pinyin = (word: string): string | null => {
  const lower = word.toLowerCase()
  if (lower.length > 20) return null
  // Best reading of the letters from each place on: the longest syllable first, as Palladius' spelling wants.
  const from: (string | null)[] = new Array(lower.length + 1).fill(null)
  from[lower.length] = ''
  for (let at = lower.length - 1; at >= 0; at--) {
    if (lower[at] === 'ъ') {
      from[at] = from[at + 1]!
      continue
    }
    for (let size = Math.min(LONGEST, lower.length - at); size > 0; size--) {
      const made = SYLLABLES.get(lower.slice(at, at + size))
      const rest = from[at + size]
      if (made === undefined || rest === null || rest === undefined) continue
      from[at] = made + rest
      break
    }
  }
  const latin = from[0]
  return latin ? latin.charAt(0).toUpperCase() + latin.slice(1) : null
}

const CHINESE = set(`
ван ли чжан лю чэнь ян чжао хуан чжоу у сюй сунь ху чжу гао линь хэ го ма ло лян сун чжэн се хань тан фэн юй дун сяо чэн цао юань дэн сюй фу шэнь цзэн пэн
люй су лу цзян цай цзя дин вэй сюэ е янь юй пань ду дай ся чжун тянь жэнь цзян фань фан ши яо тань ляо цзоу сюн цзинь лу хао кун бай цуй кан мао цю цинь гу
цюй тань хоу шао мэн лун вань дуань лэй цянь тан инь и чан цяо лай вэнь пан лань си цзи мяо гуань лань ши тун оу ни цзу мэй хуа ню нин хун гэ чу жуань тоу
`)
const KOREAN = set(
  'ким пак чхве цой чхэ чон чан кан чо юн им лим о со син квон хван ан сон ю хон мун пэ пэк но нам ха сим чин ом рю хо мин ким ман чу то ли ри тхэ шин пан мен чхон пхе тхак',
)
const VIETNAMESE = set(
  'нгуен чан фам хоанг фан ву во данг буй до хо нго зыонг ли ле динь чыонг фунг выонг то лыонг май',
)

const VOWELS = /[аеиоуыэюяё]/g
const isSyllable = (norm: string): boolean => norm.length <= 6 && (norm.match(VOWELS)?.length ?? 0) === 1

const withoutEnding = (norm: string): string => norm.replace(/(?:ом|ем|[ауеяю])$/, '')

/**
 * Whether lower-case words are a name of China, Korea or Vietnam, surname first; of its parts only the last is declined.
 *
 * @example eastAsian(['си', 'цзиньпином']) // true
 */
export const eastAsian = (norms: readonly string[]): boolean => {
  if (norms.length < 2 || norms.length > 4) return false
  const [surname = '', ...given] = norms
  const last = given.at(-1)!
  const short = given.every(
    (norm, i) => isSyllable(norm) || (i === given.length - 1 && isSyllable(withoutEnding(norm))),
  )
  if (CHINESE.has(surname) && norms.length === 2)
    return short || pinyin(last) !== null || pinyin(withoutEnding(last)) !== null
  return short && (KOREAN.has(surname) || VIETNAMESE.has(surname) || CHINESE.has(surname))
}

// People and families whose Latin spelling the world's press has settled on.
const SETTLED: Readonly<Record<string, string>> = {
  'ким чен ын': 'Kim Jong Un',
  'ким чен ир': 'Kim Jong Il',
  'ким ир сен': 'Kim Il Sung',
  'ким е чжон': 'Kim Yo Jong',
  'цой сон хи': 'Choe Son Hui',
  'юн сок ель': 'Yoon Suk Yeol',
  'мун чжэ ин': 'Moon Jae-in',
  'ли чжэ мен': 'Lee Jae-myung',
  'пак кын хе': 'Park Geun-hye',
  'пан ги мун': 'Ban Ki-moon',
  'сунь ятсен': 'Sun Yat-sen',
  'чан кайши': 'Chiang Kai-shek',
  'цай инвэнь': 'Tsai Ing-wen',
  'лай циндэ': 'Lai Ching-te',
  'ли сяньлун': 'Lee Hsien Loong',
}
const KOREAN_SURNAME: Readonly<Record<string, string>> = {
  ким: 'Kim',
  пак: 'Park',
  цой: 'Choi',
  чхве: 'Choi',
  юн: 'Yoon',
  мун: 'Moon',
  ли: 'Lee',
  ри: 'Ri',
  чон: 'Jung',
  чан: 'Jang',
  кан: 'Kang',
  чо: 'Cho',
  им: 'Lim',
  лим: 'Lim',
  о: 'Oh',
  но: 'Roh',
  син: 'Shin',
  хван: 'Hwang',
  квон: 'Kwon',
  ан: 'Ahn',
  ю: 'Yoo',
  хон: 'Hong',
  хан: 'Han',
  со: 'Seo',
  сон: 'Song',
  пэ: 'Bae',
  пэк: 'Baek',
}
// Kontsevich's system, longest first.
const KOREAN_LETTERS: readonly (readonly [string, string])[] = [
  ['чж', 'j'],
  ['чх', 'ch'],
  ['тх', 't'],
  ['пх', 'p'],
  ['кх', 'k'],
  ['нъ', 'ng'],
  ['ый', 'ui'],
  ['дж', 'j'],
  ['вэ', 'wae'],
  ['ва', 'wa'],
  ['во', 'wo'],
  ['ви', 'wi'],
  ['а', 'a'],
  ['б', 'b'],
  ['в', 'w'],
  ['г', 'g'],
  ['д', 'd'],
  ['е', 'ye'],
  ['ё', 'yeo'],
  ['и', 'i'],
  ['й', 'i'],
  ['к', 'k'],
  ['л', 'l'],
  ['ль', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't'],
  ['у', 'u'],
  ['х', 'h'],
  ['ч', 'ch'],
  ['ш', 'sh'],
  ['ы', 'eu'],
  ['э', 'ae'],
  ['ю', 'yu'],
  ['я', 'ya'],
  ['ь', ''],
]

const koreanSyllable = (syllable: string): string => {
  let latin = ''
  for (let at = 0; at < syllable.length; ) {
    const pair = KOREAN_LETTERS.find(([letters]) => syllable.startsWith(letters, at))
    latin += pair ? pair[1] : syllable[at]
    at += pair ? pair[0].length : 1
  }
  // After a consonant е has no y.
  return latin.replace(/([bcdghjklmnprstw])ye(?!o)/g, '$1e')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * The Latin spelling of a name of China or Korea in the nominative, surname first: pinyin, and for Korea what the press
 * writes; null for every other name. Vietnamese spelling needs marks that Russian does not keep.
 *
 * @example eastAsianLatin('Си Цзиньпин') // 'Xi Jinping'
 * @example eastAsianLatin('Пак Чхан Ук') // 'Park Chan Uk'
 */
export const eastAsianLatin = (name: string): string | null => {
  const parts = name.toLowerCase().split(' ')
  const settled = SETTLED[foldLetters(name)]
  if (settled) return settled
  if (parts.length === 1 || !eastAsian(parts)) return null
  const [surname = '', ...given] = parts
  if (given.length === 1 && CHINESE.has(surname)) {
    const latin = parts.map(pinyin)
    if (latin.every((part) => part !== null)) return latin.join(' ')
  }
  if (given.length !== 2 || !KOREAN.has(surname)) return null
  const family = KOREAN_SURNAME[surname] ?? capital(koreanSyllable(surname))
  return [family, ...given.map((part) => capital(koreanSyllable(part)))].join(' ')
}

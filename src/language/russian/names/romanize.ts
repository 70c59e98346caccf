import type { MentionType } from '../../analysis.ts'
import { eastAsianLatin } from './east-asia.ts'
import { BODY_ENGLISH } from './english-data.ts'
import type { Gazetteer } from './gazetteer.ts'

/**
 * Names in Latin letters: states and capitals by their English names, people of China in pinyin and of Korea as the press
 * spells them, the rest letter by letter (BGN/PCGN, simplified).
 */

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
}

const isVowel = (char: string | undefined): boolean => char !== undefined && /[аеёиоуыэюяъь]/.test(char)

const romanizeWord = (word: string): string => {
  const lower = word.toLowerCase()
  const upper = word.length > 1 && word === word.toUpperCase()
  let made = ''
  for (let i = 0; i < word.length; i++) {
    const char = lower[i]!
    // A final -ий, -ый is -y: Dmitry, Bely.
    if ((char === 'и' || char === 'ы') && lower[i + 1] === 'й' && !/[а-яё]/.test(lower[i + 2] ?? '')) {
      made += word[i] === char ? 'y' : 'Y'
      i++
      continue
    }
    let latin = LETTERS[char] ?? word[i]!
    if (char === 'е' && (i === 0 || !/[а-яё]/.test(lower[i - 1]!) || isVowel(lower[i - 1]))) latin = 'ye'
    if (LETTERS[char] !== undefined && word[i] !== char)
      latin = upper ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
    made += latin
  }
  return made
}

/**
 * A name in Latin letters. States, capitals and the best-known bodies have their English names; what is written in Latin
 * letters already stays.
 *
 * @example romanize('Сергей Лавров', 'person', gazetteer) // 'Sergey Lavrov'
 * @example romanize('Си Цзиньпин', 'person', gazetteer) // 'Xi Jinping'
 */
export const romanize = (name: string, type: MentionType, gazetteer: Gazetteer): string => {
  if (type === 'country' || type === 'place') {
    const english = gazetteer.english(name)
    if (english) return english
  }
  if (type === 'person') {
    const settled = eastAsianLatin(name)
    if (settled) return settled
  }
  if (type === 'organization' || type === 'media') {
    const english = BODY_ENGLISH[name]
    if (english) return english
  }
  return name.replace(/[\p{Script=Cyrillic}]+/gu, romanizeWord)
}

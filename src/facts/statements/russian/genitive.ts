/** The genitive of a body's name, for a phrase of which it becomes the owner ("пресс-служба ‹Следственного комитета›"). */

const ADJECTIVES: readonly (readonly [nominative: RegExp, genitive: string])[] = [
  [/(?:ый|ой|ое)$/u, 'ого'],
  [/(?<=[гкх])ий$/u, 'ого'],
  [/(?:ий|ее)$/u, 'его'],
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
]

const NOUNS: readonly (readonly [nominative: RegExp, genitive: string])[] = [
  [/ие$/u, 'ия'],
  [/ия$/u, 'ии'],
  [/о$/u, 'а'],
  [/й$/u, 'я'],
  [/(?<=[гкхжшщч])а$/u, 'и'],
  [/а$/u, 'ы'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, 'а'],
]

const changed = (word: string, table: readonly (readonly [RegExp, string])[]): string | null => {
  const found = table.find(([ending]) => ending.test(word))
  return found ? word.replace(found[0], found[1]) : null
}

/**
 * The genitive of a body's name that stands in the nominative: its adjectives and its first noun are declined, what follows
 * stays. Abbreviations and foreign letters stand still; null where the form cannot be known.
 *
 * @example genitiveOfBody('Следственный комитет России') // 'Следственного комитета России'
 */
export const genitiveOfBody = (name: string): string | null => {
  const words = name.split(' ')
  const made: string[] = []
  for (const [i, word] of words.entries()) {
    if (!/\p{Ll}$/u.test(word) || !/^[\p{Script=Cyrillic}-]+$/u.test(word)) return name
    const attribute = i + 1 < words.length ? changed(word, ADJECTIVES) : null
    if (attribute !== null) {
      made.push(attribute)
      continue
    }
    // "Минобороны" has its genitive inside.
    const noun = /(?:обороны|энерго)$/u.test(word) ? word : changed(word, NOUNS)
    return noun === null ? null : [...made, noun, ...words.slice(i + 1)].join(' ')
  }
  return null
}

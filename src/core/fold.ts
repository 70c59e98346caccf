/**
 * Small letters, and ё as е, which writers put by turns: by this names and words are compared.
 *
 * @example foldLetters('Фёдор Орлов') // 'федор орлов'
 */
export const foldLetters = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

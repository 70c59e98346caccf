// The engine copies what is shorter.
const SHORT = 13

/**
 * The same text in memory of its own. A word cut out of a page is a pointer into it, and whoever holds the word for long
 * holds the whole page.
 */
export const ownText = (text: string): string => (text.length < SHORT ? text : ` ${text}`.slice(1))

const KEEPS = new Set(['годовщина', 'юбилей', 'летие'])

/** Whether a word is the day that keeps the memory of what hangs on it: "годовщина", "75-летие". */
export const isAnniversary = (lemma: string): boolean => KEEPS.has(lemma) || lemma.endsWith('-летие')

import type { Case, Language, MentionType } from '../../language/index.ts'

// Names come back thousands of times; a memory is emptied before it grows past any use.
const MEMORY = 50_000
const memories = new WeakMap<Language, Map<string, string | null>>()

/** A name in a case, as the language declines it; null when its form cannot be known. */
export const declined = (language: Language, name: string, type: MentionType, to: Case): string | null => {
  let memory = memories.get(language)
  if (!memory) {
    memory = new Map()
    memories.set(language, memory)
  }
  const asked = `${to}|${type}|${name}`
  const known = memory.get(asked)
  if (known !== undefined) return known
  const form = language.decline(name, type, to)
  if (memory.size >= MEMORY) memory.clear()
  memory.set(asked, form)
  return form
}

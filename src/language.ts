/**
 * The Russian language engine by itself: `letopis/language`.
 *
 * @example
 * import { russian } from 'letopis/language'
 * const language = await russian()
 */
import { readRussianData } from './app/index.ts'
import { type Language, loadRussian } from './language/index.ts'

export * from './language/index.ts'

/** The Russian engine with the data that comes in the package; loads once, in well under half a second. */
export const russian = (): Promise<Language> => {
  loaded ??= readRussianData().then(loadRussian)
  return loaded
}

let loaded: Promise<Language> | undefined

import { wordSet } from '../lexicon.ts'

/** A war that the press names by its ground alone, and who wages it. */
export interface KnownWar {
  /** Names of the state, region or town on whose ground it is waged, in small letters. */
  readonly grounds: readonly string[]
  /** Who attacked, and who was attacked, by their usual names; whoever stands first is no blame of its own. */
  readonly sides: readonly [string, string]
  /** First day: whatever was written before is of something else. */
  readonly since: string
  /** Names that no other war has, so that they need no ground. */
  readonly called: readonly string[]
}

/**
 * Wars of two sides since 1990 of which the press says "the operation in X" without saying whose. Wars of many sides are
 * left out, since there the ground does not tell who fought.
 */
export const KNOWN_WARS: readonly KnownWar[] = [
  { grounds: ['югославия'], sides: ['НАТО', 'Югославия'], since: '1999-03-24', called: [] },
  { grounds: ['ирак'], sides: ['США', 'Ирак'], since: '2003-03-20', called: [] },
  { grounds: ['украина'], sides: ['Россия', 'Украина'], since: '2022-02-24', called: ['спецоперация', 'сво'] },
  { grounds: ['сектор газа', 'газа'], sides: ['Израиль', 'ХАМАС'], since: '2023-10-07', called: [] },
]

/** Words that name the waging of a war by themselves, and those that do so behind "военный" or "боевой". */
export const WAGING: ReadonlySet<string> = new Set(['спецоперация', 'сво', 'вторжение', 'война', 'агрессия'])
export const WAGING_WITH: ReadonlySet<string> = new Set(['операция', 'действие', 'кампания'])
export const WARLIKE: ReadonlySet<string> = new Set(['военный', 'боевой', 'специальный', 'наземный', 'сухопутный'])

/** "Специальная военная операция" needs no ground either. */
export const SPECIAL = 'специальный'

/** Whoever does this to a war wages it; whoever condemns or awaits one does not. */
export const WAGES: ReadonlySet<string> =
  wordSet(`начать начинать вести провести проводить возобновить возобновлять продолжить продолжать развернуть разворачивать
    развязать развязывать осуществить осуществлять завершить завершать прекратить прекращать приостановить готовить`)

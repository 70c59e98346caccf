import { counter } from './plural.ts'

/** What a minute of watching came to. */
export interface WatchCounts {
  readonly time: string
  readonly feeds: number
  readonly fresh: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly waiting: number
  /** Minutes until there is something to do again. */
  readonly minutes: number
}

/** What `letopis watch` says while it runs. */
export interface WatchMessages {
  readonly begins: (feeds: number, state: string) => string
  readonly line: (counts: WatchCounts) => string
  /** How often a feed is read; null before its first answer. */
  readonly every: (milliseconds: number | null) => string
  readonly silent: (times: number) => string
  readonly busy: string
  readonly stopped: string
}

const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' · ')

const en = counter('en')
const ru = counter('ru')

export const englishWatch: WatchMessages = {
  begins: (feeds, state) =>
    `Watching ${en(feeds, { one: 'feed', other: 'feeds' })}; the state is kept in ${state}. Ctrl-C stops it without loss.`,
  line: ({ time, feeds, fresh, added, updated, unchanged, failed, waiting, minutes }) =>
    joined([
      `${time}  feeds read: ${feeds}`,
      `new items: ${fresh}`,
      `pages added: ${added}`,
      updated > 0 && `edited: ${updated}`,
      unchanged > 0 && `unchanged: ${unchanged}`,
      failed > 0 && `failed: ${failed}`,
      waiting > 0 && `waiting: ${waiting}`,
      minutes > 0 && `next in ${minutes} min`,
    ]),
  every: (interval) => (interval === null ? 'not read yet' : `every ${Math.round(interval / 60_000)} min`),
  silent: (times) => `does not answer (${times} in a row)`,
  busy: 'The chronicle is in use by another command; pages wait until it is free.',
  stopped: 'Stopped; everything that was read is kept, the rest comes with the next start.',
}

export const russianWatch: WatchMessages = {
  begins: (feeds, state) =>
    `Слежу: ${ru(feeds, { one: 'лента', few: 'ленты', many: 'лент', other: 'ленты' })}; состояние хранится в ${state}. Ctrl-C останавливает без потерь.`,
  line: ({ time, feeds, fresh, added, updated, unchanged, failed, waiting, minutes }) =>
    joined([
      `${time}  прочитано лент: ${feeds}`,
      `новых записей: ${fresh}`,
      `добавлено страниц: ${added}`,
      updated > 0 && `с правками: ${updated}`,
      unchanged > 0 && `без изменений: ${unchanged}`,
      failed > 0 && `не взято: ${failed}`,
      waiting > 0 && `ждут: ${waiting}`,
      minutes > 0 && `дальше через ${minutes} мин`,
    ]),
  every: (interval) => (interval === null ? 'ещё не читали' : `каждые ${Math.round(interval / 60_000)} мин`),
  silent: (times) => `не отвечает (${times} подряд)`,
  busy: 'Летопись занята другой командой; страницы ждут, пока она освободится.',
  stopped: 'Остановлено; всё прочитанное сохранено, остальное придёт при следующем запуске.',
}

/**
 * Words of Russian that tell attributes of an event which sources may put differently. Each list is the whole family.
 */

/** Protocol ranks of a visit, by the stem of the adjective. */
export const RANKS: readonly (readonly [string, string])[] = [
  ['государственн', 'государственный'],
  ['официальн', 'официальный'],
  ['рабоч', 'рабочий'],
  ['неофициальн', 'неофициальный'],
  ['дружественн', 'дружественный'],
  ['частн', 'частный'],
  ['краткосрочн', 'краткосрочный'],
  ['паломническ', 'паломнический'],
]

/** A word by which a figure of time is how long something took. */
export const LASTING =
  /(?:дли|продл|занял|заняла|заняли|растян|затян|длительност|продолжительност|дневн|часов|минутн|недельн|суточн)/i

/** Hours in a unit of time. */
export const HOURS: Readonly<Record<string, number>> = { минута: 1 / 60, час: 1, день: 24, неделя: 168, месяц: 730 }

/** What a gathering was held for: the words after one of these, up to the end of the clause. */
export const OCCASION =
  /(?:посвящ[её]нн(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ом|ую)|по случаю|в честь|в ознаменование|приуроченн(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ом|ую) к)\s+([^.;:!?\n«"(—]{8,160})/u

/** A document that is described and not named: adjectives before the word for it. */
export const DESCRIBED =
  /(?:[а-яё-]{3,30}(?:ого|его|ый|ий|ое|ее|ая|яя|ой|ей|ую|юю|ым|им|ому|ему|ом|ем|ые|ие|ых|их)\s+){1,3}(?:договор|соглашени|деклараци|меморандум|пакт|конвенци|протокол|контракт|коммюнике|хартия|хартии)[а-яё]{0,4}(?![а-яё])/giu

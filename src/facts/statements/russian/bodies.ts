/** Nouns of bodies that any body may go by: a ministry is a "ведомство", a group an "организация". */
const GENERIC = new Set(
  'ведомство организация компания группировка движение партия регулятор фонд корпорация служба'.split(' '),
)

/** Names by which a body of a sort goes without its noun: "Минфин" is a ministry, "мэрия" an administration. */
const BY_OTHER_NAMES: readonly (readonly [noun: RegExp, name: RegExp])[] = [
  [/^министерство$/u, /(?:^|\s)(?:мин(?!ск)|госдеп|пентагон|мид)/iu],
  [/^комитет$/u, /(?:^|\s)\p{L}{3,8}ком(?:а|у|е)?(?:\s|$)/iu],
  [/^администрация$/u, /(?:^|\s)(?:мэрия|ратуша|префектура|белый дом|кремль)/iu],
  [/^прокуратура$/u, /прокурор/iu],
  [/^посольство$/u, /(?:^|\s)(?:дип|генконсул|консул)/iu],
  [
    /^(?:генконсульство|консульство|дипмиссия|диппредставительство|представительство)$/u,
    /^(?:\S+(?:ое|ая)\s)?(?:посольств|генконсульств|консульств|генеральное консульство|дип)/iu,
  ],
  [/^суд$/u, /трибунал/iu],
]

// Abbreviations of states and unions, which stand beside a body's name and are none of its own.
const OF_PLACES = new Set('США РФ КНР КНДР ОАЭ СССР ДНР ЛНР ЮАР ЕС СНГ ООН НАТО ЦАР ДРК ФРГ ГДР'.split(' '))

const ABBREVIATION = /(?:^|[\s«"-])(\p{Lu}{2,6})(?=$|[\s»",.)-])/gu

// What is plainly a body of a state is no company.
const OF_STATE =
  /^(?:мин(?!ск)|министерств|прокуратур|генпрокуратур|полици|следствен|следком|мид(?:$| )|мвд|мчс|фсб|служб|администраци|правительств|верховн|госдум|совет|суд|посольств|гу )/iu

const WORD = /[\p{L}-]+/gu

/** Nouns that point back to any body, whatever stands before them: "военное ‹ведомство›", "глава ‹компании›". */
export const POINTS_BACK = /^(?:ведомство|министерство|организация|компания)$/u

/** Houses that stand for those who sit in them. */
export const SEATS = /^(?:Кремль|Белый дом|Елисейский дворец|Капитолий|Рейхстаг|Даунинг-стрит)$/u
/** The same in the genitive, in small letters. */
export const OF_SEATS = /^(?:кремля|белого дома|елисейского дворца|капитолия|рейхстага|даунинг-стрит)$/u

/** Whether a noun may stand for any body that was named. */
export const isGenericBody = (noun: string): boolean => GENERIC.has(noun)

/**
 * Whether a bare noun fits a body by its name: the name has the noun itself ("прокуратура" in "Генпрокуратура"), an
 * abbreviation with its first letter ("служба" and "ФСБ"), or is of the noun's sort by another name ("Минфин").
 *
 * @example fitsBody('министерство', 'Минфин') // true
 */
export const fitsBody = (noun: string, name: string): boolean => {
  // In the nominative, so that "группа областного суда" is no court.
  for (const [word] of name.toLowerCase().matchAll(WORD)) if (word.endsWith(noun)) return true
  const initial = noun[0]!.toUpperCase()
  if (noun !== 'суд' && noun !== 'прокуратура' && noun !== 'полиция')
    for (const [, letters] of name.matchAll(ABBREVIATION))
      if (letters!.includes(initial) && noun !== 'компания' && !OF_PLACES.has(letters!)) return true
  return BY_OTHER_NAMES.some(([sort, other]) => sort.test(noun) && other.test(name))
}

/** Whether a noun is of what people found together: neither a state's body nor a place. */
export const isAssociation = (noun: string): boolean =>
  /^(?:компания|корпорация|группировка|партия|движение|фонд)$/u.test(noun)

/** Whether a body cannot be meant by a noun, whatever else is known: a ministry is no "компания". */
export const excludesBody = (noun: string, name: string): boolean => isAssociation(noun) && OF_STATE.test(name)

/**
 * Whether a name fits a noun, or is of a part of such a body that it names in full: "пресс-служба посольства Перу" for
 * "посольство". A part of a body without a name ("пресс-служба правительства") tells no more than the noun.
 */
export const belongsTo = (noun: string, name: string): boolean => {
  if (fitsBody(noun, name)) return true
  const at = name.toLowerCase().indexOf(noun.replace(/(?:ия|ие|[аяоеь])$/u, ''))
  return at >= 0 && name.includes(' ', at)
}

const MEDIA_TITLE =
  /вестник|вести$|новост|известия|ведомост|правда|газет|курьер|время|голос|эхо|обозрени|обозреватель|листок|хроник|телеграф|трибуна|звезда|заря|маяк|труд|вечер|репорт|журнал|недел|экспресс|коммерсант|комсомол|факты|медиа|радио|канал|тв$|пресс|информ|news|times|post|today|press|daily|herald|journal|media|tv$|\.(?:ru|com|org|net|рф|ua|by|kz|info)$/iu

/** Whether a title is like those of newspapers, channels and sites. @example isMediaTitle('Северная заря') // true */
export const isMediaTitle = (name: string): boolean => MEDIA_TITLE.test(name)

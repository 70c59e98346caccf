import type { Language, MentionType } from '../../language/index.ts'
import { foldText } from '../text/words.ts'

const table = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split(/\s*[;\n]\s*/)
      .map((line) => line.split(' = ') as [string, string]),
  )

/** Common nouns that names of places and of places of learning hold. */
const PLACES = table(`
кремль = Kremlin; резиденция = residence; космодром = cosmodrome; площадь = square; аэропорт = airport; аэродром = airfield; область = region
край = territory; район = district; округ = district; город = city; поселок = settlement; село = village; деревня = village
станица = village; остров = island; острова = islands; полуостров = peninsula; архипелаг = archipelago; море = sea; океан = ocean
река = river; озеро = lake; залив = gulf; бухта = bay; пролив = strait; канал = canal; гора = mountain; горы = mountains
хребет = ridge; перевал = pass; долина = valley; пустыня = desert; дворец = palace; замок = castle; крепость = fortress
университет = university; институт = institute; академия = academy; школа = school; музей = museum; театр = theatre
библиотека = library; храм = temple; собор = cathedral; церковь = church; монастырь = monastery; мечеть = mosque
синагога = synagogue; больница = hospital; госпиталь = hospital; гостиница = hotel; отель = hotel; вокзал = railway station
станция = station; порт = port; верфь = shipyard; завод = plant; фабрика = factory; шахта = mine; электростанция = power plant
полигон = test range; база = base; авиабаза = air base; стадион = stadium; парк = park; сад = garden; улица = street
проспект = avenue; бульвар = boulevard; переулок = lane; набережная = embankment; шоссе = highway; мост = bridge; плотина = dam
провинция = province; республика = republic; губерния = governorate; штат = state; кантон = canton; департамент = department
префектура = prefecture; уезд = county; графство = county; регион = region; зона = zone; граница = border`)

/** Common nouns that name a document. */
const DOCUMENTS = table(`
договор = treaty; соглашение = agreement; декларация = declaration; меморандум = memorandum; протокол = protocol; указ = decree
закон = law; законопроект = bill; резолюция = resolution; план = plan; программа = programme; конвенция = convention; пакт = pact
хартия = charter; устав = statute; конституция = constitution; контракт = contract; коммюнике = communiqué; заявление = statement
постановление = ordinance; распоряжение = order; приказ = order; решение = decision; доклад = report; отчет = report
нота = note; письмо = letter; послание = message; дорожная карта = road map; стратегия = strategy; концепция = concept; доктрина = doctrine
ультиматум = ultimatum; кодекс = code; акт = act; бюджет = budget; ходатайство = petition; иск = claim; приговор = sentence`)

const unquoted = (name: string): string => name.replace(/^[«"“](.*)[»"”]$/u, '$1')

/** Whether every word is a name's: none is a common noun of its own. */
const isProper = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => /^[«"“(]?[\p{Lu}\p{N}]/u.test(word))

// "космодром Восточный", "Белый дворец": a common noun before or after a name is translated, and the name written in Latin.
const placeName = (name: string, type: MentionType, language: Language): string | null => {
  const words = name.split(' ')
  const noun = (word: string | undefined): string | undefined => PLACES.get(foldText(word ?? ''))
  const [first, last] = [noun(words[0]), noun(words.at(-1))]
  if (words.length === 1) return first ?? null
  const rest = first ? words.slice(1) : last ? words.slice(0, -1) : []
  const translated = first ?? last
  return translated && isProper(rest) ? `${language.romanize(unquoted(rest.join(' ')), type)} ${translated}` : null
}

/**
 * A name for English readers: in Latin letters, with the common noun of a place translated. A document whose name is
 * more than such a noun keeps its Russian name in « », since a translation would be a guess.
 *
 * @example englishName('космодром Восточный', 'place', russian) // 'Vostochny cosmodrome'
 */
export const englishName = (name: string, type: MentionType, language: Language): string => {
  if (type === 'document')
    return DOCUMENTS.get(foldText(name)) ?? (name.includes('«') ? `“${name}”` : `«${unquoted(name)}»`)
  return (
    (type === 'place' || type === 'organization' ? placeName(name, type, language) : null) ??
    language.romanize(name, type)
  )
}

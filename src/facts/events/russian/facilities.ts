import { WordMap } from '../../../core/index.ts'
import { wordSet } from '../lexicon.ts'

/** Words for facilities: works of men that stand in one place and bear names. Lemmas, ё written as е. */

/** Families of words for one and the same facility: "электростанция", "станция" and "АЭС" may be one. */
const FAMILIES: Readonly<Record<string, string>> = {
  power:
    'аэс гэс гаэс тэс тэц грэс атомэлектростанция электростанция гидроэлектростанция теплоэлектростанция теплоэлектроцентраль гидроузел',
  halt: 'станция',
  grid: 'подстанция электроподстанция',
  air: 'аэропорт аэродром авиабаза',
  space: 'космодром',
  sea: 'порт морпорт гавань причал терминал верфь судоверфь',
  rail: 'вокзал автовокзал',
  crossing: 'мост автомост путепровод тоннель туннель',
  gate: 'кпп погранпереход погранпункт',
  dam: 'плотина дамба',
  works: 'завод комбинат фабрика нпз гок электрозавод автозавод судозавод',
  depot: 'нефтебаза хранилище газохранилище элеватор арсенал',
  mine: 'шахта рудник карьер месторождение',
  pipe: 'газопровод нефтепровод аммиакопровод трубопровод продуктопровод',
  base: 'база полигон военбаза',
  reactor: 'реактор',
}

const FAMILY_OF: ReadonlyMap<string, string> = new WordMap(
  Object.entries(FAMILIES).flatMap(([family, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, family] as const)),
)

/** The family of a head word of facilities; undefined for every other word. */
export const facilityFamily = (lemma: string): string | undefined => FAMILY_OF.get(lemma)

/** Abbreviations of kinds of power stations, and the gender that the word behind them gives. */
const ABBREVIATIONS = wordSet('аэс гэс гаэс тэс тэц грэс')

/** Whether a lower-case word abbreviates a kind of station. */
export const isStationAbbreviation = (norm: string): boolean => ABBREVIATIONS.has(norm)

/** "атомная электростанция", "гидроэлектростанция": the abbreviation that the press gives the words; null without one. */
export const stationAbbreviation = (head: string, attributes: readonly string[]): string | null => {
  if (ABBREVIATIONS.has(head)) return head.toUpperCase()
  if (head === 'гидроэлектростанция') return 'ГЭС'
  if (head === 'теплоэлектроцентраль') return 'ТЭЦ'
  if (head === 'атомэлектростанция') return 'АЭС'
  if (head !== 'электростанция' && head !== 'станция') return null
  if (attributes.includes('атомный')) return 'АЭС'
  if (attributes.includes('гидроаккумулирующий')) return 'ГАЭС'
  return head === 'электростанция' && attributes.includes('тепловой') ? 'ТЭС' : null
}

/** Words for the ground, the surroundings and the parts of a facility: what happens there happens at it. */
export const FACILITY_PARTS = wordSet(
  'территория площадка район окрестность периметр здание плотина объект зал энергоблок блок реактор корпус сооружение окрестности инфраструктура',
)

/** Houses of government: people meet and sign there, and neither march out of them nor trade in them. */
export const HOUSES: ReadonlySet<string> = new Set([
  'Кремль',
  'Белый дом',
  'Капитолий',
  'Пентагон',
  'Елисейский дворец',
  'Госдума',
  'Смольный',
])

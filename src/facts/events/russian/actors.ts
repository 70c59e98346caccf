/**
 * Beginnings of words in the names of bodies that act politically: ministries, parliaments, parties, courts, armies,
 * armed groups, unions of states. Whole abbreviations stand in `BODIES`.
 */
const BODY_STEMS = [
  'министер',
  'мин',
  'правительств',
  'парламент',
  'дум',
  'госдум',
  'сенат',
  'конгресс',
  'совет',
  'совбез',
  'собран',
  'кабинет',
  'кабмин',
  'комисси',
  'еврокомисси',
  'комитет',
  'партия',
  'партии',
  'суд',
  'прокуратур',
  'генпрокуратур',
  'полици',
  'арми',
  'вооружен',
  'флот',
  'войск',
  'гварди',
  'нацгварди',
  'росгварди',
  'служб',
  'ведомств',
  'департамент',
  'госдеп',
  'пентагон',
  'кремл',
  'союз',
  'евросоюз',
  'альянс',
  'организаци',
  'администраци',
  'посольств',
  'консульств',
  'генконсульств',
  'постпредств',
  'штаб',
  'генштаб',
  'палат',
  'фракци',
  'движени',
  'хамас',
  'хезболл',
  'талибан',
  'хусит',
  'государств',
  'республик',
  'разведк',
  'ассамбле',
  'генассамбле',
  'мэри',
  'магате',
  'содружеств',
  'хунт',
  'бундес',
  'кнессет',
  'меджлис',
  'рад',
  'сейм',
  'риксдаг',
  'стортинг',
  'вагнер',
  'моссад',
  'европарламент',
  'евросовет',
  'еврогрупп',
  'европол',
  'интерпол',
  'трибунал',
  'канцеляри',
  'таможн',
  'погранслужб',
  'спецслужб',
  'управлени',
  'агентство',
  'фонд',
  'коалици',
  'белый',
  'белого',
  'центробанк',
  'банк',
] as const

const BODIES = new Set(
  `мид мвд мчс фсб фсо свр гру сбу гур всу цахал нато оон ес ек снг шос брикс оаэс одкб еаэс вто воз мвф опек g7 g20 обсе паче пасе црд цру фбр анб пнб свб цик мус
  юнеско юнисеф рпк рпк пкк ксир игил иг ввс вмс вмф вкс ск лдпр кпрф днр лнр рф сша кнр кндр едро чвк ирпц гпу суа фнс цб фрс росфинмониторинг роскомнадзор фас`.split(
    /\s+/,
  ),
)

const PRIVATE_STEMS = [
  'компани',
  'банк',
  'корпораци',
  'клуб',
  'групп',
  'завод',
  'университет',
  'институт',
  'издательств',
  'холдинг',
  'журнал',
  'газет',
  'телеканал',
  'фонд',
]

// The names of a day's news come back many times; the limit only guards against odd input.
const NAMES_KEPT = 20_000
const judged = new Map<string, boolean>()

/** Whether an organization's name is that of a body that acts politically (ministry, party, army, union), not of a firm or a club. */
export const isPoliticalBody = (name: string): boolean => {
  const known = judged.get(name)
  if (known !== undefined) return known
  if (judged.size >= NAMES_KEPT) judged.clear()
  const political = judge(name)
  judged.set(name, political)
  return political
}

const judge = (name: string): boolean => {
  const words = name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s"«»-]+/)
  if (words.some((word) => BODIES.has(word))) return true
  if (PRIVATE_STEMS.some((stem) => words[0]?.startsWith(stem))) return false
  return words.some((word) => BODY_STEMS.some((stem) => word.startsWith(stem)))
}

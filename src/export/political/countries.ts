/**
 * Codes of states by the short usual names that the chronicle writes: ISO 3166-1 alpha-3, as CAMEO and PLOVER ask, with
 * PLOVER's KOS. An entity of partial recognition stands under the state that PLOVER's manual (2021 draft, "Partially
 * recognized entities") files it under, and is marked with `*`: its sector is PRE there. This is the codebook's
 * convention and says nothing else.
 */
const ROWS = `
RUS Россия|USA США|CHN Китай|PRK КНДР|KOR Южная Корея|GBR Великобритания|DEU Германия|FRA Франция|UKR Украина
BLR Белоруссия|POL Польша|JPN Япония|IND Индия|PAK Пакистан|IRN Иран|IRQ Ирак|ISR Израиль|PSE Палестина|SYR Сирия
TUR Турция|SAU Саудовская Аравия|ARE ОАЭ|QAT Катар|KWT Кувейт|BHR Бахрейн|OMN Оман|YEM Йемен|JOR Иордания|LBN Ливан
EGY Египет|LBY Ливия|TUN Тунис|DZA Алжир|MAR Марокко|MRT Мавритания|SDN Судан|SSD Южный Судан|ETH Эфиопия|ERI Эритрея
DJI Джибути|SOM Сомали|SOM* Сомалиленд|KEN Кения|TZA Танзания|UGA Уганда|RWA Руанда|BDI Бурунди|COD ДР Конго|COG Конго
CAF ЦАР|TCD Чад|NER Нигер|NGA Нигерия|MLI Мали|BFA Буркина-Фасо|SEN Сенегал|GMB Гамбия|GIN Гвинея|GNB Гвинея-Бисау
GNQ Экваториальная Гвинея|SLE Сьерра-Леоне|LBR Либерия|CIV Кот-д'Ивуар|GHA Гана|TGO Того|BEN Бенин|CMR Камерун|GAB Габон
STP Сан-Томе и Принсипи|CPV Кабо-Верде|AGO Ангола|ZMB Замбия|ZWE Зимбабве|MWI Малави|MOZ Мозамбик|NAM Намибия|BWA Ботсвана
ZAF ЮАР|LSO Лесото|SWZ Эсватини|MDG Мадагаскар|MUS Маврикий|SYC Сейшелы|COM Коморы|MAR* Западная Сахара|AFG Афганистан
KAZ Казахстан|UZB Узбекистан|KGZ Киргизия|TJK Таджикистан|TKM Туркмения|MNG Монголия|TWN Тайвань|VNM Вьетнам|LAO Лаос
KHM Камбоджа|THA Таиланд|MMR Мьянма|MYS Малайзия|SGP Сингапур|IDN Индонезия|BRN Бруней|PHL Филиппины|TLS Восточный Тимор
NPL Непал|BTN Бутан|BGD Бангладеш|LKA Шри-Ланка|MDV Мальдивы|GEO Грузия|ARM Армения|AZE Азербайджан|GEO* Абхазия
GEO* Южная Осетия|AZE* Нагорный Карабах|MDA* Приднестровье|UKR* ДНР|UKR* ЛНР|MDA Молдавия|ROU Румыния|BGR Болгария
HUN Венгрия|CZE Чехия|SVK Словакия|SVN Словения|HRV Хорватия|SRB Сербия|BIH Босния и Герцеговина|BIH Республика Сербская
MNE Черногория|MKD Северная Македония|KOS Косово|ALB Албания|GRC Греция|CYP Кипр|CYP* Северный Кипр|ITA Италия|VAT Ватикан
SMR Сан-Марино|MLT Мальта|ESP Испания|PRT Португалия|AND Андорра|MCO Монако|CHE Швейцария|LIE Лихтенштейн|AUT Австрия
BEL Бельгия|NLD Нидерланды|LUX Люксембург|IRL Ирландия|ISL Исландия|NOR Норвегия|SWE Швеция|FIN Финляндия|DNK Дания
EST Эстония|LVA Латвия|LTU Литва|CAN Канада|MEX Мексика|CUB Куба|GTM Гватемала|BLZ Белиз|HND Гондурас|SLV Сальвадор
NIC Никарагуа|CRI Коста-Рика|PAN Панама|JAM Ямайка|HTI Гаити|DOM Доминиканская Республика|DMA Доминика|BHS Багамы
BRB Барбадос|TTO Тринидад и Тобаго|GRD Гренада|LCA Сент-Люсия|VCT Сент-Винсент и Гренадины|KNA Сент-Китс и Невис
ATG Антигуа и Барбуда|USA Пуэрто-Рико|VEN Венесуэла|COL Колумбия|ECU Эквадор|PER Перу|BOL Боливия|BRA Бразилия
PRY Парагвай|URY Уругвай|ARG Аргентина|CHL Чили|GUY Гайана|SUR Суринам|AUS Австралия|NZL Новая Зеландия
PNG Папуа — Новая Гвинея|FJI Фиджи|WSM Самоа|TON Тонга|VUT Вануату|SLB Соломоновы Острова|KIR Кирибати|FSM Микронезия
MHL Маршалловы Острова|PLW Палау|NRU Науру|TUV Тувалу|NZL Острова Кука|DNK Гренландия|HKG Гонконг|CHN Макао|IRQ Курдистан
UNO ООН|UNO Совет Безопасности ООН|UNO Генеральная Ассамблея ООН|UNO Секретариат ООН|UNO ЮНЕСКО|UNO ЮНИСЕФ|UNO УВКБ ООН
UNO УВКПЧ|UNO БАПОР|UNO ЮНКТАД|UNO ЮНИДО|UNO ФАО|UNO Всемирная продовольственная программа|UNO ВОЗ|UNO МОТ|UNO ИКАО|UNO ИМО
UNO Международный суд ООН|UNO МАГАТЭ|EUR ЕС|EUR Еврокомиссия|EUR Европарламент|EUR Европейский совет
EUR Европейский центральный банк|EUR Европейская служба внешнеполитической деятельности|EUR Еврогруппа|EUR Европол
IGO НАТО|IGO МВФ|IGO Всемирный банк|IGO ВТО|IGO ОЗХО|IGO Международный уголовный суд|IGO ОБСЕ|IGO ШОС|IGO БРИКС|IGO ОДКБ|IGO СНГ
IGO ЕАЭС|IGO АСЕАН|IGO ОПЕК|IGO ОПЕК+|IGO Лига арабских государств|IGO Африканский союз|IGO Совет Европы|IGO G7|IGO G20
`

/** Code of a state or international body, and whether PLOVER files it there as partially recognized. */
export interface CountryCode {
  readonly code: string
  readonly partial: boolean
}

const CODES: ReadonlyMap<string, CountryCode> = new Map(
  ROWS.split(/[|\n]/)
    .filter(Boolean)
    .map((row) => {
      const space = row.indexOf(' ')
      const code = row.slice(0, space)
      return [row.slice(space + 1), { code: code.slice(0, 3), partial: code.endsWith('*') }]
    }),
)

/** @example countryCode('Норвегия') // { code: 'NOR', partial: false } */
export const countryCode = (name: string): CountryCode | null => CODES.get(name) ?? null

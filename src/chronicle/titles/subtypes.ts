import type { EventKind } from '../../facts/index.ts'

/** Grammatical form of a Russian noun phrase, for the adjective before it. */
export type NounForm = 'm' | 'f' | 'n' | 'pl'

/** A neutral name for a sort of event, in both languages. */
export interface Subtype {
  /** Beginnings of the stems (text/words.ts) by which mentions name it. */
  readonly stems: readonly string[]
  readonly noun: string
  readonly form: NounForm
  readonly english: string
  /** How the noun of an attack or a fine takes whom it struck: preposition and case, and the English preposition. */
  readonly target?: readonly [preposition: string, to: 'Gen' | 'Dat' | 'Acc', english: string]
}

const sort = (noun: string, form: NounForm, english: string, stems = ''): Subtype => ({
  noun,
  form,
  english,
  stems: stems === '' ? [] : stems.split(' '),
})

const struck = (subtype: Subtype, ...target: NonNullable<Subtype['target']>): Subtype => ({ ...subtype, target })

/** For each kind the sorts that have a name of their own; the last one is also the kind's common name. */
const SUBTYPES: Readonly<Record<EventKind, readonly Subtype[]>> = {
  visit: [sort('визит', 'm', 'visit')],
  meeting: [
    sort('переговоры', 'pl', 'talks', 'переговор диалог консультац раунд'),
    sort('обед', 'm', 'dinner', 'обед ужин завтрак'),
    sort('совещание', 'n', 'conference', 'совещан'),
    sort('разговор', 'm', 'conversation', 'разговор бесед'),
    sort('встреча', 'f', 'meeting', 'встреч встрет увид'),
  ],
  call: [
    sort('телефонный разговор', 'm', 'telephone call', 'звон позвон созвон телефон разговор поговор'),
    sort('разговор по видеосвязи', 'm', 'video call', 'видео'),
    sort('обмен посланиями', 'm', 'exchange of messages', 'письм послан телеграмм нот направ перед'),
    sort('разговор', 'm', 'conversation'),
  ],
  gathering: [
    sort('саммит', 'm', 'summit', 'самм'),
    sort('форум', 'm', 'forum', 'форум'),
    sort('парад', 'm', 'parade', 'парад'),
    sort('заседание', 'n', 'session', 'заседан засед'),
    sort('сессия', 'f', 'session', 'сесс'),
    sort('конференция', 'f', 'conference', 'конференц'),
    sort('пресс-конференция', 'f', 'press conference', 'пресс брифинг'),
    sort('церемония', 'f', 'ceremony', 'церемон инаугурац торжеств коронац возлож вручен награжд'),
    sort('приём', 'm', 'reception', 'прием'),
    sort('митинг', 'm', 'rally', 'митинг'),
    sort('забастовка', 'f', 'strike of workers', 'забастов'),
    sort('слушания', 'pl', 'hearings', 'слушан'),
    sort('акция протеста', 'f', 'protest', 'протест пикет'),
    sort('шествие', 'n', 'march', 'демонстрац шеств марш'),
    sort('акция', 'f', 'public action', 'акц'),
    sort('празднование', 'n', 'celebration', 'праздн празднова отмеча годовщин'),
    sort('прощание', 'n', 'funeral', 'прощан похорон панихид'),
    sort('фестиваль', 'm', 'festival', 'фестивал'),
    sort('концерт', 'm', 'concert', 'концерт'),
    sort('выставка', 'f', 'exhibition', 'выставк'),
    sort('съезд', 'm', 'congress', 'съезд конгресс'),
    sort('матч', 'm', 'match', 'матч игр'),
    sort('турнир', 'm', 'tournament', 'турнир чемпионат соревнован'),
    sort('выступление', 'n', 'address', 'выступ'),
    sort('собрание', 'n', 'gathering', 'собран'),
  ],
  agreement: [
    sort('ратификация соглашения', 'f', 'ratification of an agreement', 'ратифи'),
    sort('подписание соглашения', 'n', 'signing of an agreement', 'подпис'),
    sort('вступление', 'n', 'accession', 'вступ войт вхожд вход членств присоедин'),
    sort('продление соглашения', 'n', 'extension of an agreement', 'продл'),
    sort('заключение соглашения', 'n', 'conclusion of an agreement', 'заключ'),
    sort('сделка', 'f', 'deal', 'сделк'),
    sort('контракт', 'm', 'contract', 'контракт'),
    sort('договорённость', 'f', 'understanding', 'договор услов соглас'),
    sort('соглашение', 'n', 'agreement', 'соглашен'),
  ],
  invitation: [sort('приглашение', 'n', 'invitation')],
  aid: [
    sort('поставки', 'pl', 'supplies', 'постав снабж отгруз'),
    sort('передача помощи', 'f', 'aid delivery', 'перед предостав выдел'),
    sort('поддержка', 'f', 'support', 'поддерж'),
    sort('помощь', 'f', 'aid', 'помощ помо'),
  ],
  cooperation: [sort('сотрудничество', 'n', 'cooperation')],
  deployment: [
    sort('военные учения', 'pl', 'military exercises', 'учен маневр'),
    sort('испытание оружия', 'n', 'weapons test', 'испыт пуск запу'),
    sort('мобилизация', 'f', 'mobilisation', 'мобилиз'),
    sort('перемещение военных сил', 'n', 'movement of forces', 'размещ переброс перебр развер'),
  ],
  attack: [
    struck(sort('удар', 'm', 'strike', 'удар авиаудар ракетн бомбард'), 'по', 'Dat', 'on'),
    struck(sort('обстрел', 'm', 'shelling', 'обстр'), '', 'Gen', 'of'),
    sort('взрыв', 'm', 'explosion', 'взрыв подрыв взорв теракт'),
    sort('диверсия', 'f', 'sabotage', 'диверс'),
    struck(sort('покушение', 'n', 'attempt on the life', 'покуш'), 'на', 'Acc', 'of'),
    struck(sort('нападение', 'n', 'attack', 'напад напас атак'), 'на', 'Acc', 'on'),
    struck(sort('убийство', 'n', 'killing', 'убийств уби'), '', 'Gen', 'of'),
    struck(sort('отравление', 'n', 'poisoning', 'отрав'), '', 'Gen', 'of'),
    struck(sort('казнь', 'f', 'execution', 'казн'), '', 'Gen', 'of'),
    sort('военная операция', 'f', 'military operation', 'операц спецоперац'),
    sort('вторжение', 'n', 'invasion', 'вторж втор'),
    sort('интервенция', 'f', 'intervention', 'интервенц вмешательств'),
    sort('контрнаступление', 'n', 'counter-offensive', 'контрнаступ'),
    sort('наступление', 'n', 'offensive', 'наступ'),
    sort('перехват в воздухе', 'm', 'interception in the air', 'сби перехват'),
    sort('стрельба', 'f', 'shooting', 'стрельб стреля выстрел'),
    sort('столкновения', 'pl', 'clashes', 'столкнов перестрел'),
    sort('бои', 'pl', 'battles', 'бой бои'),
    sort('штурм', 'm', 'assault', 'штурм'),
    sort('переворот', 'm', 'coup', 'переворот сверж сверг'),
    sort('мятеж', 'm', 'mutiny', 'мятеж бунт путч'),
    sort('захват', 'm', 'seizure', 'захват'),
    sort('боевые действия', 'pl', 'fighting'),
  ],
  sanction: [
    sort('санкции', 'pl', 'sanctions', 'санкц'),
    sort('высылка', 'f', 'expulsion', 'высыл высл выдвор'),
    sort('запрет', 'm', 'ban', 'запр'),
    sort('блокировка', 'f', 'blocking', 'блокиров заблокиров'),
    sort('блокада', 'f', 'blockade', 'блокад'),
    sort('эмбарго', 'n', 'embargo', 'эмбарг'),
    sort('пошлины', 'pl', 'duties', 'пошлин'),
    sort('штраф', 'm', 'fine', 'штраф оштраф'),
    sort('ограничения', 'pl', 'restrictions', 'огранич'),
  ],
  detention: [
    sort('арест', 'm', 'arrest', 'арест'),
    sort('приговор', 'm', 'sentence', 'пригов осуд осужд'),
    sort('обвинение', 'n', 'charge', 'обвин'),
    sort('розыск', 'm', 'search', 'розыск'),
    sort('допрос', 'm', 'questioning', 'допрос допраш'),
    sort('депортация', 'f', 'deportation', 'депорт'),
    sort('экстрадиция', 'f', 'extradition', 'экстради'),
    sort('похищение', 'n', 'abduction', 'похи'),
    sort('изъятие имущества', 'n', 'seizure of property', 'конфиск изъ национал'),
    sort('задержание', 'n', 'detention', 'задерж'),
  ],
  withdrawal: [
    sort('прекращение огня', 'n', 'ceasefire', 'перемир огон огн'),
    sort('вывод войск', 'm', 'withdrawal of forces', 'вывод вывест вывод отвод отступ отход'),
    sort('освобождение', 'n', 'release', 'освобо обмен отпус помил'),
    sort('эвакуация', 'f', 'evacuation', 'эваку'),
    sort('выход из соглашения', 'm', 'withdrawal from an agreement', 'выход выйт денонс растор'),
    sort('снятие ограничений', 'n', 'lifting of restrictions', 'сня ослабл'),
    sort('отказ', 'm', 'refusal', 'отказ'),
    sort('возвращение', 'n', 'return', 'верн возвращ возврат репатри'),
    sort('отзыв', 'm', 'recall', 'отзыв отозв'),
    sort('передача', 'f', 'handover', 'перед выдач'),
    sort('вывоз', 'm', 'transport out', 'вывоз вывез'),
    sort('амнистия', 'f', 'amnesty', 'амнист'),
    sort('отъезд', 'm', 'departure', 'покин покид уех уезж выех выезд отъезд бежа'),
    sort('прекращение действий', 'n', 'cessation', 'прекра приостан останов'),
    sort('отмена мер', 'f', 'reversal of measures'),
  ],
  appointment: [
    sort('назначение', 'n', 'appointment', 'назнач'),
    sort('избрание', 'n', 'election', 'избр переизбр'),
    sort('победа на выборах', 'f', 'election victory', 'побед выигр'),
    sort('вступление в должность', 'n', 'taking of office', 'ста возглав вступ прийт инаугурац'),
    sort('отстранение', 'n', 'removal', 'отстран смещ импичмент'),
    sort('выдвижение', 'n', 'candidacy', 'выдвиж выдвин кандидат баллотир'),
    sort('смена', 'f', 'replacement', 'смен'),
    sort('выборы', 'pl', 'elections', 'выбор голосов'),
    sort('отставка', 'f', 'resignation', 'отстав увол уйт уход покин освобо'),
    sort('кадровое решение', 'n', 'personnel decision'),
  ],
  decision: [
    sort('закон', 'm', 'law', 'закон'),
    sort('указ', 'm', 'decree', 'указ'),
    sort('голосование', 'n', 'vote', 'голосов проголос'),
    sort('референдум', 'm', 'referendum', 'референдум'),
    sort('возбуждение дела', 'n', 'opening of a case', 'возбу завест завел'),
    struck(sort('штраф', 'm', 'fine', 'штраф оштраф'), '', 'Dat', 'on'),
    sort('проверка', 'f', 'inquiry', 'проверк'),
    sort('расследование', 'n', 'investigation', 'расслед'),
    sort('поручение', 'n', 'order', 'поруч'),
    sort('разрешение', 'n', 'permission', 'разреш'),
    sort('требование', 'n', 'demand', 'потреб требован'),
    sort('решение', 'n', 'decision', 'реш'),
  ],
}

/** So many mentions that name no sort outweigh one that does. */
const UNNAMED = 3

/** Stems of the words that name an event, each with how many mentions go by it, the commonest first. */
export type CountedStems = readonly (readonly [stem: string, mentions: number])[]

/** The sort that a mention names by the stem of its word; undefined where it names none. */
export const sortNamed = (kind: EventKind, word: string): Subtype | undefined =>
  SUBTYPES[kind].find(({ stems }) => stems.some((stem) => word.startsWith(stem)))

/** The sort that most mentions name; the kind's common name where far more of them name none. */
export const subtypeOf = (kind: EventKind, words: CountedStems): Subtype => {
  const common = SUBTYPES[kind].at(-1) as Subtype
  const counts = new Map<Subtype, number>()
  let unnamed = 0
  for (const [word, mentions] of words) {
    const named = sortNamed(kind, word)
    if (named) counts.set(named, (counts.get(named) ?? 0) + mentions)
    else unnamed += mentions
  }
  let best = common
  let most = unnamed / UNNAMED
  for (const [subtype, count] of counts)
    if (count > most || (count === most && best === common)) {
      best = subtype
      most = count
    }
  return best
}

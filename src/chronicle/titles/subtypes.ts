import type { EventKind } from '../../facts/index.ts'

/** Grammatical form of a Russian noun phrase, for the adjective before it. */
export type NounForm = 'm' | 'f' | 'n' | 'pl'

/** A neutral name for a sort of event, in both languages. */
export interface Subtype {
  /** Beginnings of the words (stems) by which mentions name it. */
  readonly stems: readonly string[]
  readonly noun: string
  readonly form: NounForm
  readonly english: string
  /** How the noun of an attack takes whom it struck: preposition and case, and the English preposition. */
  readonly target?: readonly [preposition: string, to: 'Gen' | 'Dat' | 'Acc', english: string]
}

const sort = (noun: string, form: NounForm, english: string, stems = ''): Subtype => ({
  noun,
  form,
  english,
  stems: stems === '' ? [] : stems.split(' '),
})

const struck = (subtype: Subtype, ...target: NonNullable<Subtype['target']>): Subtype => ({ ...subtype, target })

/** For each kind the sorts that have a name of their own; the last one, without stems, is the kind's common name. */
export const SUBTYPES: Readonly<Record<EventKind, readonly Subtype[]>> = {
  visit: [sort('визит', 'm', 'visit')],
  meeting: [
    sort('переговоры', 'pl', 'talks', 'переговор диалог консультац раунд'),
    sort('обед', 'm', 'dinner', 'обед ужин завтрак'),
    sort('встреча', 'f', 'meeting'),
  ],
  call: [
    sort('телефонный разговор', 'm', 'telephone call', 'звон позвон созвон телефон разговор поговор'),
    sort('разговор по видеосвязи', 'm', 'video call', 'видео'),
    sort('обмен посланиями', 'm', 'exchange of messages', 'письм послан телеграмм нот направ перед'),
    sort('разговор', 'm', 'conversation'),
  ],
  gathering: [
    sort('саммит', 'm', 'summit', 'саммит'),
    sort('форум', 'm', 'forum', 'форум'),
    sort('парад', 'm', 'parade', 'парад'),
    sort('заседание', 'n', 'session', 'заседан засед'),
    sort('сессия', 'f', 'session', 'сесси'),
    sort('конференция', 'f', 'conference', 'конференц'),
    sort('пресс-конференция', 'f', 'press conference', 'пресс брифинг'),
    sort('церемония', 'f', 'ceremony', 'церемон инаугурац торжеств'),
    sort('приём', 'm', 'reception', 'прием'),
    sort('митинг', 'm', 'rally', 'митинг'),
    sort('акция протеста', 'f', 'protest', 'демонстрац акци протест пикет шеств'),
    sort('празднование', 'n', 'celebration', 'праздн празднова отмеча годовщин'),
    sort('прощание', 'n', 'funeral', 'прощан похорон панихид'),
    sort('фестиваль', 'm', 'festival', 'фестивал'),
    sort('концерт', 'm', 'concert', 'концерт'),
    sort('выставка', 'f', 'exhibition', 'выставк'),
    sort('съезд', 'm', 'congress', 'съезд конгресс'),
    sort('матч', 'm', 'match', 'матч игр'),
    sort('турнир', 'm', 'tournament', 'турнир чемпионат соревнован'),
    sort('выступление', 'n', 'address', 'выступ'),
    sort('собрание', 'n', 'gathering'),
  ],
  agreement: [
    sort('ратификация соглашения', 'f', 'ratification of an agreement', 'ратифи'),
    sort('подписание соглашения', 'n', 'signing of an agreement', 'подпис'),
    sort('договорённость', 'f', 'understanding', 'договор услов соглас'),
    sort('соглашение', 'n', 'agreement'),
  ],
  invitation: [sort('приглашение', 'n', 'invitation')],
  aid: [
    sort('поставки', 'pl', 'supplies', 'постав снабж отгруз'),
    sort('передача помощи', 'f', 'aid delivery', 'переда предостав выдел'),
    sort('помощь', 'f', 'aid'),
  ],
  cooperation: [sort('сотрудничество', 'n', 'cooperation')],
  deployment: [
    sort('военные учения', 'pl', 'military exercises', 'учен маневр'),
    sort('испытание оружия', 'n', 'weapons test', 'испыт пуск запу'),
    sort('мобилизация', 'f', 'mobilisation', 'мобилиз'),
    sort('перемещение военных сил', 'n', 'movement of forces'),
  ],
  attack: [
    struck(sort('удар', 'm', 'strike', 'удар'), 'по', 'Dat', 'on'),
    struck(sort('обстрел', 'm', 'shelling', 'обстрел обстреля'), '', 'Gen', 'of'),
    sort('взрыв', 'm', 'explosion', 'взрыв подрыв взорв диверси теракт'),
    struck(sort('покушение', 'n', 'attempt on the life', 'покуш'), 'на', 'Acc', 'of'),
    struck(sort('нападение', 'n', 'attack', 'напад нападен атак'), 'на', 'Acc', 'on'),
    struck(sort('убийство', 'n', 'killing', 'убийств уби'), '', 'Gen', 'of'),
    struck(sort('казнь', 'f', 'execution', 'казн'), '', 'Gen', 'of'),
    sort('военная операция', 'f', 'military operation', 'операц спецоперац'),
    sort('вторжение', 'n', 'invasion', 'вторж втор'),
    sort('боевые действия', 'pl', 'fighting'),
  ],
  sanction: [
    sort('санкции', 'pl', 'sanctions', 'санкци'),
    sort('высылка', 'f', 'expulsion', 'высыл высла'),
    sort('запрет', 'm', 'ban', 'запре'),
    sort('ограничения', 'pl', 'restrictions'),
  ],
  detention: [
    sort('арест', 'm', 'arrest', 'арест'),
    sort('приговор', 'm', 'sentence', 'пригов осуд осужд'),
    sort('изъятие имущества', 'n', 'seizure of property', 'конфиск изъ национал'),
    sort('задержание', 'n', 'detention'),
  ],
  withdrawal: [
    sort('прекращение огня', 'n', 'ceasefire', 'перемир прекра огон огн'),
    sort('вывод войск', 'm', 'withdrawal of forces', 'вывод вывест вывод отвод отступ отход'),
    sort('освобождение', 'n', 'release', 'освобо обмен отпус помил'),
    sort('эвакуация', 'f', 'evacuation', 'эваку'),
    sort('выход из соглашения', 'm', 'withdrawal from an agreement', 'выход выйт денонс растор'),
    sort('снятие ограничений', 'n', 'lifting of restrictions', 'снят снятие отмен отказ'),
    sort('отмена мер', 'f', 'reversal of measures'),
  ],
  appointment: [
    sort('назначение', 'n', 'appointment', 'назнач'),
    sort('избрание', 'n', 'election', 'избра переизбр'),
    sort('выборы', 'pl', 'elections', 'выбор голосов'),
    sort('отставка', 'f', 'resignation', 'отстав увол уйт уход покин освобо'),
    sort('кадровое решение', 'n', 'personnel decision'),
  ],
  decision: [
    sort('закон', 'm', 'law', 'закон'),
    sort('указ', 'm', 'decree', 'указ'),
    sort('голосование', 'n', 'vote', 'голосов проголос'),
    sort('решение', 'n', 'decision'),
  ],
}

/** The sort that most mentions name; the kind's common name where none does. */
export const subtypeOf = (kind: EventKind, lemmas: readonly string[]): Subtype => {
  const sorts = SUBTYPES[kind]
  for (const lemma of lemmas) {
    const named = sorts.find(({ stems }) => stems.some((stem) => lemma.startsWith(stem)))
    if (named) return named
  }
  return sorts.at(-1) as Subtype
}

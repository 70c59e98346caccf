import type { EventKind, MentionType, PartKind, Stance, Status } from '../../src/api/index.ts'

/** An event as a reader of the invented story would mark it: words are found in the text by search. */
export interface ToldEvent {
  readonly entry: string
  readonly trigger: string
  /** A piece of the sentence, to find the right occurrence of the trigger. */
  readonly near: string
  readonly kind: EventKind
  readonly status: Status
  readonly who: readonly string[]
  readonly date?: string
  readonly place?: string
}

export interface ToldStatement {
  readonly words: string
  readonly speaker: string | null
  readonly cue: string
  readonly stance: Stance
  readonly direct?: boolean
  readonly via?: readonly string[]
}

export interface ToldArticle {
  readonly id: string
  readonly outlet: string | null
  readonly published: string
  readonly parts: readonly (readonly [PartKind, string])[]
  readonly events: readonly ToldEvent[]
  readonly statements: readonly ToldStatement[]
  /** Words and their EDTF value. */
  readonly times: readonly (readonly [string, string])[]
  readonly copyOf?: readonly [string, number]
}

/** English name and type of everybody and everything that the story names. */
export const NAMES: Readonly<Record<string, readonly [string, MentionType]>> = {
  'Ирма Лунд': ['Irma Lund', 'person'],
  'Виктор Саар': ['Viktor Saar', 'person'],
  'Хелена Ройс': ['Helena Reuss', 'person'],
  'Андрес Кольм': ['Andres Kolm', 'person'],
  Кальвия: ['Kalvia', 'country'],
  Эстория: ['Estoria', 'country'],
  'МИД Эстории': ['Estorian Foreign Ministry', 'organization'],
  'Совет портов': ['Council of Ports', 'organization'],
  Балтинформ: ['Baltinform', 'media'],
  Лагода: ['Lagoda', 'place'],
  'дворец Ратуши, Лагода': ['City Hall Palace, Lagoda', 'place'],
  'верфь «Маяк»': ['Mayak shipyard', 'place'],
  Торвик: ['Torvik', 'place'],
  'остров Рунё': ['Runö Island', 'place'],
}

/** Seven invented pages about an invented ferry line between two invented countries. */
export const ARTICLES: readonly ToldArticle[] = [
  {
    id: 'gulf-1',
    outlet: 'Вестник залива',
    published: '2031-04-28T09:10:00+03:00',
    parts: [
      ['meta', 'Политика · 28 апреля, 09:10'],
      ['headline', 'Премьер Кальвии может приехать в Лагоду в мае'],
      ['service', 'Поделиться · Подписаться на рассылку'],
      [
        'lead',
        'Премьер-министр Кальвии Ирма Лунд может посетить Эсторию в середине мая, сообщил «Балтинформ» источник в правительстве.',
      ],
      [
        'body',
        'По словам собеседника агентства, визит обсуждается, но дата пока не названа. «Мы будем рады такому гостю», — сказал президент Эстории Виктор Саар.',
      ],
      [
        'body',
        'В последний раз премьеры двух стран встречались в сентябре 2029 года в Торвике. Паромная линия между столицами не работает с 2027 года.',
      ],
      ['teaser', 'Читайте также: что везут через залив'],
      ['teaser', 'Погода на выходные'],
    ],
    events: [
      {
        entry: 'visit',
        trigger: 'посетить',
        near: 'может посетить Эсторию',
        kind: 'visit',
        status: 'possible',
        who: ['Ирма Лунд', 'Эстория'],
        date: '2031-05',
      },
      {
        entry: 'visit',
        trigger: 'визит',
        near: 'визит обсуждается',
        kind: 'visit',
        status: 'possible',
        who: ['Ирма Лунд', 'Эстория'],
      },
      {
        entry: 'torvik',
        trigger: 'встречались',
        near: 'премьеры двух стран встречались',
        kind: 'meeting',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2029-09',
        place: 'Торвик',
      },
      {
        entry: 'line-stopped',
        trigger: 'не работает',
        near: 'Паромная линия между столицами не работает',
        kind: 'sanction',
        status: 'ongoing',
        who: ['Кальвия', 'Эстория'],
        date: '2027/..',
      },
    ],
    statements: [
      {
        words: 'Премьер-министр Кальвии Ирма Лунд может посетить Эсторию в середине мая',
        speaker: 'источник в правительстве',
        cue: 'сообщил',
        stance: 'says',
        via: ['Балтинформ'],
      },
      {
        words: 'визит обсуждается, но дата пока не названа',
        speaker: 'источник в правительстве',
        cue: 'По словам',
        stance: 'says',
        via: ['Балтинформ'],
      },
      {
        words: 'Мы будем рады такому гостю',
        speaker: 'Виктор Саар',
        cue: 'сказал',
        stance: 'supports',
        direct: true,
      },
    ],
    times: [
      ['середине мая', '2031-05'],
      ['сентябре 2029 года', '2029-09'],
      ['2027 года', '2027'],
    ],
  },
  {
    id: 'north-1',
    outlet: 'Северная хроника',
    published: '2031-04-29T18:40:00+03:00',
    parts: [
      ['headline', 'МИД Эстории: визит Лунд не готовится'],
      ['dateline', 'ЛАГОДА, 29 апреля — Северная хроника.'],
      ['body', 'МИД Эстории опроверг сообщения о визите премьера Кальвии.'],
      [
        'body',
        '«Такая поездка не готовится», — заявила представитель министерства Хелена Ройс. Ранее о возможном визите сообщал «Балтинформ».',
      ],
      [
        'body',
        'Ройс подтвердила, что министры транспорта проведут видеоконференцию 5 мая. Совет портов соберётся не позже 1 июня.',
      ],
      ['service', '© Северная хроника'],
    ],
    events: [
      {
        entry: 'visit',
        trigger: 'визит',
        near: 'визит Лунд не готовится',
        kind: 'visit',
        status: 'denied',
        who: ['Ирма Лунд', 'Эстория'],
      },
      {
        entry: 'visit',
        trigger: 'поездка',
        near: 'Такая поездка не готовится',
        kind: 'visit',
        status: 'denied',
        who: ['Ирма Лунд', 'Эстория'],
      },
      {
        entry: 'video',
        trigger: 'видеоконференцию',
        near: 'проведут видеоконференцию 5 мая',
        kind: 'call',
        status: 'planned',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-05',
      },
      {
        entry: 'council',
        trigger: 'соберётся',
        near: 'Совет портов соберётся',
        kind: 'gathering',
        status: 'planned',
        who: ['Совет портов'],
        date: '../2031-06-01',
      },
    ],
    statements: [
      {
        words: 'визит Лунд не готовится',
        speaker: 'МИД Эстории',
        cue: 'МИД Эстории:',
        stance: 'denies',
      },
      {
        words: 'Такая поездка не готовится',
        speaker: 'Хелена Ройс',
        cue: 'заявила',
        stance: 'denies',
        direct: true,
      },
      {
        words: 'министры транспорта проведут видеоконференцию 5 мая',
        speaker: 'Хелена Ройс',
        cue: 'подтвердила',
        stance: 'confirms',
      },
    ],
    times: [
      ['5 мая', '2031-05-05'],
      ['1 июня', '2031-06-01'],
    ],
  },
  {
    id: 'polis-1',
    outlet: 'Полис',
    published: '2031-05-06T11:05:00+03:00',
    parts: [
      ['meta', 'ПОЛИС | Страна | 06.05.2031'],
      ['headline', 'Министры обсудили паром, Лунд приглашена в Лагоду'],
      ['lead', 'Министры транспорта Кальвии и Эстории 5 мая обсудили по видеосвязи возобновление паромной линии.'],
      [
        'body',
        'Виктор Саар пригласил Ирму Лунд посетить Лагоду 14 мая, подтвердила Хелена Ройс. По её словам, стороны намерены подписать соглашение о паромной линии.',
      ],
      ['caption', 'Причал верфи «Маяк», где строят новый паром'],
      ['body', 'Кальвия передаст Эстории учебное судно, сообщил «Балтинформ» министр транспорта Андрес Кольм.'],
      ['service', 'Нашли ошибку? Выделите её и нажмите Ctrl+Enter'],
    ],
    events: [
      {
        entry: 'video',
        trigger: 'обсудили',
        near: '5 мая обсудили по видеосвязи',
        kind: 'call',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-05',
      },
      {
        entry: 'invitation',
        trigger: 'пригласил',
        near: 'Саар пригласил Ирму Лунд',
        kind: 'invitation',
        status: 'happened',
        who: ['Виктор Саар', 'Ирма Лунд'],
        date: '../2031-05-06',
      },
      {
        entry: 'visit',
        trigger: 'посетить',
        near: 'посетить Лагоду 14 мая',
        kind: 'visit',
        status: 'planned',
        who: ['Ирма Лунд', 'Эстория'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'signing',
        trigger: 'подписать',
        near: 'намерены подписать соглашение',
        kind: 'agreement',
        status: 'planned',
        who: ['Кальвия', 'Эстория'],
      },
      {
        entry: 'ship',
        trigger: 'передаст',
        near: 'Кальвия передаст Эстории',
        kind: 'aid',
        status: 'planned',
        who: ['Кальвия', 'Эстория'],
      },
    ],
    statements: [
      {
        words: 'Виктор Саар пригласил Ирму Лунд посетить Лагоду 14 мая',
        speaker: 'Хелена Ройс',
        cue: 'подтвердила',
        stance: 'confirms',
      },
      {
        words: 'стороны намерены подписать соглашение о паромной линии',
        speaker: 'Хелена Ройс',
        cue: 'По её словам',
        stance: 'says',
      },
      {
        words: 'Кальвия передаст Эстории учебное судно',
        speaker: 'Андрес Кольм',
        cue: 'сообщил',
        stance: 'promises',
        via: ['Балтинформ'],
      },
    ],
    times: [
      ['5 мая', '2031-05-05'],
      ['14 мая', '2031-05-14'],
    ],
  },
  {
    id: 'gulf-2',
    outlet: 'Вестник залива',
    published: '2031-05-14T20:30:00+03:00',
    parts: [
      ['meta', 'Политика · 14 мая, 20:30'],
      ['headline', 'Лунд и Саар провели переговоры в Лагоде'],
      [
        'lead',
        'Премьер-министр Кальвии Ирма Лунд прибыла с официальным визитом в Лагоду 14 мая и провела переговоры с президентом Эстории Виктором Сааром.',
      ],
      [
        'body',
        'Беседа во дворце Ратуши длилась около трёх часов, сообщил «Балтинформ». Затем стороны подписали Соглашение о паромном сообщении.',
      ],
      [
        'body',
        '«Залив нас соединяет, а не разделяет», — сказала Лунд после подписания. Саар назвал переговоры «самыми полезными за десять лет».',
      ],
      ['body', 'В церемонии участвовали около 400 гостей. Вечером лидеры осмотрели верфь «Маяк».'],
      ['teaser', 'Фото дня: Лагода с воды'],
    ],
    events: [
      {
        entry: 'talks',
        trigger: 'переговоры',
        near: 'Лунд и Саар провели переговоры',
        kind: 'meeting',
        status: 'happened',
        who: ['Ирма Лунд', 'Виктор Саар'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'visit',
        trigger: 'прибыла',
        near: 'прибыла с официальным визитом',
        kind: 'visit',
        status: 'happened',
        who: ['Ирма Лунд', 'Эстория'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'talks',
        trigger: 'Беседа',
        near: 'Беседа во дворце Ратуши',
        kind: 'meeting',
        status: 'happened',
        who: ['Ирма Лунд', 'Виктор Саар'],
        date: '2031-05-14',
        place: 'дворец Ратуши, Лагода',
      },
      {
        entry: 'signing',
        trigger: 'подписали',
        near: 'стороны подписали Соглашение',
        kind: 'agreement',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'ceremony',
        trigger: 'церемонии',
        near: 'В церемонии участвовали',
        kind: 'gathering',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-14',
      },
      {
        entry: 'shipyard',
        trigger: 'осмотрели',
        near: 'лидеры осмотрели верфь',
        kind: 'visit',
        status: 'happened',
        who: ['Ирма Лунд', 'Виктор Саар'],
        date: '2031-05-14',
        place: 'верфь «Маяк»',
      },
    ],
    statements: [
      {
        words: 'Беседа во дворце Ратуши длилась около трёх часов',
        speaker: 'Балтинформ',
        cue: 'сообщил',
        stance: 'says',
      },
      {
        words: 'Залив нас соединяет, а не разделяет',
        speaker: 'Ирма Лунд',
        cue: 'сказала',
        stance: 'says',
        direct: true,
      },
      {
        words: 'переговоры «самыми полезными за десять лет»',
        speaker: 'Виктор Саар',
        cue: 'назвал',
        stance: 'supports',
      },
    ],
    times: [['14 мая', '2031-05-14']],
  },
  {
    id: 'courier-1',
    outlet: 'Курьер',
    published: '2031-05-15T08:00:00+03:00',
    copyOf: ['gulf-2', 0.6],
    parts: [
      ['headline', 'Лунд и Саар провели переговоры в Лагоде'],
      [
        'lead',
        'Премьер-министр Кальвии Ирма Лунд прибыла с официальным визитом в Лагоду 14 мая и провела переговоры с президентом Эстории Виктором Сааром.',
      ],
      [
        'body',
        'Беседа во дворце Ратуши длилась около трёх часов, сообщил «Балтинформ». Затем стороны подписали Соглашение о паромном сообщении.',
      ],
      ['note', 'По материалам «Вестника залива»'],
    ],
    events: [
      {
        entry: 'talks',
        trigger: 'переговоры',
        near: 'Лунд и Саар провели переговоры',
        kind: 'meeting',
        status: 'happened',
        who: ['Ирма Лунд', 'Виктор Саар'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'visit',
        trigger: 'прибыла',
        near: 'прибыла с официальным визитом',
        kind: 'visit',
        status: 'happened',
        who: ['Ирма Лунд', 'Эстория'],
        date: '2031-05-14',
        place: 'Лагода',
      },
      {
        entry: 'signing',
        trigger: 'подписали',
        near: 'стороны подписали Соглашение',
        kind: 'agreement',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-14',
        place: 'Лагода',
      },
    ],
    statements: [
      {
        words: 'Беседа во дворце Ратуши длилась около трёх часов',
        speaker: 'Балтинформ',
        cue: 'сообщил',
        stance: 'says',
      },
    ],
    times: [['14 мая', '2031-05-14']],
  },
  {
    id: 'north-2',
    outlet: 'Северная хроника',
    published: '2031-05-15T12:15:00+03:00',
    parts: [
      ['headline', 'Что подписали в Лагоде'],
      ['dateline', 'ЛАГОДА, 15 мая — Северная хроника.'],
      ['body', 'Кальвия и Эстория подписали 13 мая Договор о морском сообщении, следует из опубликованного текста.'],
      [
        'body',
        'Переговоры Лунд и Саара заняли чуть больше часа, рассказал Андрес Кольм. По его данным, на церемонии было около 250 человек.',
      ],
      ['body', 'Паромы пойдут с осени 2031 года. Эстория отменит портовый сбор для грузов из Кальвии, пообещал Саар.'],
      ['body', 'Документ не открывает линию сам, напомнила Хелена Ройс: её ещё должен одобрить Совет портов.'],
      ['service', 'Читать полную версию'],
    ],
    events: [
      {
        entry: 'signing',
        trigger: 'подписали',
        near: 'Эстория подписали 13 мая',
        kind: 'agreement',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        date: '2031-05-13',
        place: 'Лагода',
      },
      {
        entry: 'talks',
        trigger: 'Переговоры',
        near: 'Переговоры Лунд и Саара заняли',
        kind: 'meeting',
        status: 'happened',
        who: ['Ирма Лунд', 'Виктор Саар'],
      },
      {
        entry: 'ceremony',
        trigger: 'церемонии',
        near: 'на церемонии было около 250',
        kind: 'gathering',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
      },
      {
        entry: 'line',
        trigger: 'пойдут',
        near: 'Паромы пойдут с осени',
        kind: 'cooperation',
        status: 'planned',
        who: ['Кальвия', 'Эстория'],
        date: '2031-23',
      },
      {
        entry: 'fee',
        trigger: 'отменит',
        near: 'Эстория отменит портовый сбор',
        kind: 'withdrawal',
        status: 'planned',
        who: ['Эстория', 'Кальвия'],
      },
      {
        entry: 'approve',
        trigger: 'одобрить',
        near: 'должен одобрить Совет портов',
        kind: 'decision',
        status: 'planned',
        who: ['Совет портов'],
      },
    ],
    statements: [
      {
        words: 'Переговоры Лунд и Саара заняли чуть больше часа',
        speaker: 'Андрес Кольм',
        cue: 'рассказал',
        stance: 'says',
      },
      {
        words: 'на церемонии было около 250 человек',
        speaker: 'Андрес Кольм',
        cue: 'По его данным',
        stance: 'says',
      },
      {
        words: 'Эстория отменит портовый сбор для грузов из Кальвии',
        speaker: 'Виктор Саар',
        cue: 'пообещал',
        stance: 'promises',
      },
      {
        words: 'Документ не открывает линию сам',
        speaker: 'Хелена Ройс',
        cue: 'напомнила',
        stance: 'says',
      },
    ],
    times: [
      ['13 мая', '2031-05-13'],
      ['осени 2031 года', '2031-23'],
    ],
  },
  {
    id: 'unnamed-1',
    outlet: null,
    published: '2031-05-20',
    parts: [
      ['headline', 'После Лагоды: что дальше'],
      ['body', 'Совет портов назначил Андреса Кольма наблюдателем за паромной линией 19 мая.'],
      ['body', 'Учения спасателей двух стран у острова Рунё продолжаются. В них участвует шесть судов.'],
      [
        'body',
        'Следующая встреча Лунд и Саара возможна в Торвике до конца июня, считает «Балтинформ». Визит Лунд в мае был первым за десять лет.',
      ],
      [
        'body',
        'Когда-то рыбаков обеих стран задерживали у Рунё за лов без разрешения. Столкновение двух буксиров у Рунё весной 2031 года власти назвали случайным.',
      ],
      ['meta', 'Просмотров: 1 204'],
    ],
    events: [
      {
        entry: 'observer',
        trigger: 'назначил',
        near: 'Совет портов назначил',
        kind: 'appointment',
        status: 'happened',
        who: ['Совет портов', 'Андрес Кольм'],
        date: '2031-05-19',
      },
      {
        entry: 'drill',
        trigger: 'Учения',
        near: 'Учения спасателей двух стран',
        kind: 'deployment',
        status: 'ongoing',
        who: ['Кальвия', 'Эстория'],
        place: 'остров Рунё',
        date: '../2031-05-20',
      },
      {
        entry: 'next',
        trigger: 'встреча',
        near: 'Следующая встреча Лунд и Саара',
        kind: 'meeting',
        status: 'possible',
        who: ['Ирма Лунд', 'Виктор Саар'],
        place: 'Торвик',
        date: '2031-05-20/2031-06-30',
      },
      {
        entry: 'visit',
        trigger: 'Визит',
        near: 'Визит Лунд в мае был первым',
        kind: 'visit',
        status: 'happened',
        who: ['Ирма Лунд', 'Эстория'],
        date: '2031-05',
      },
      {
        entry: 'fishers',
        trigger: 'задерживали',
        near: 'рыбаков обеих стран задерживали',
        kind: 'detention',
        status: 'happened',
        who: ['Кальвия', 'Эстория'],
        place: 'остров Рунё',
      },
    ],
    statements: [
      {
        words: 'Следующая встреча Лунд и Саара возможна в Торвике до конца июня',
        speaker: 'Балтинформ',
        cue: 'считает',
        stance: 'expects',
      },
    ],
    times: [
      ['19 мая', '2031-05-19'],
      ['до конца июня', '2031-05-20/2031-06-30'],
      ['весной 2031 года', '2031-21'],
    ],
  },
]

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Analysis, Case, Mention } from '../../analysis.ts'
import { loadRussian } from '../russian.ts'

const bytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../data/russian/${name}.bin`, import.meta.url))
const has = (name: string): boolean => existsSync(new URL(`../../../../data/russian/${name}.bin`, import.meta.url))

const russian = loadRussian({
  lexicon: bytes('lexicon'),
  names: bytes('names'),
  ...(has('tagger') ? { tagger: bytes('tagger') } : {}),
})

const read = (text: string): Analysis => russian.analyzeText(text)
const written = (text: string, { start, end }: Mention): string => text.slice(start, end)

/** Names proper as `written → name`, nested ones too. */
const names = (text: string): string[] =>
  read(text)
    .mentions.filter(({ by }) => by === undefined)
    .map((mention) => `${mention.type} ${written(text, mention)} → ${mention.name}`)

/** What stands for somebody, with the identity's full name. */
const references = (text: string): string[] => {
  const { mentions, entities } = read(text)
  const byId = new Map(entities.map((entity) => [entity.id, entity.name]))
  return mentions
    .filter(({ by }) => by === 'pronoun' || by === 'role')
    .map((mention) => `${written(text, mention)} = ${byId.get(mention.identity)}`)
}

describe('people', () => {
  test('are brought to the nominative, whatever order their names have', () => {
    expect(names('Президент встретился с Ким Чен Ыном и Ван И.')).toEqual([
      'person Ким Чен Ыном → Ким Чен Ын',
      'person Ван И → Ван И',
    ])
    expect(names('Письмо Урсуле фон дер Ляйен передали в среду.')).toEqual([
      'person Урсуле фон дер Ляйен → Урсула фон дер Ляйен',
    ])
  })

  test('keep their office apart', () => {
    const text = 'Выставку открыл пресс-секретарь президента России Дмитрий Песков.'
    const person = read(text).mentions.find(({ type, by }) => type === 'person' && by === undefined)
    expect(person?.name).toBe('Дмитрий Песков')
    expect(person?.role).toBe('пресс-секретарь президента России')
  })

  test('a pronoun is never the subject of its own clause', () => {
    const text = 'В Осло прибыл Олаф Берг. Министр Ларс Нильсен на встрече с ним отметил его заслуги.'
    expect(references(text)).toEqual(['ним = Олаф Берг', 'его = Олаф Берг'])
  })

  test('do not run into the subject after them', () => {
    const text = 'Выступил Ларс Нильсен. На встрече с президентом Каталиной Борг Нильсен сказал, что доволен.'
    expect(names(text)).toEqual([
      'person Ларс Нильсен → Ларс Нильсен',
      'person Каталиной Борг → Каталина Борг',
      'person Нильсен → Нильсен',
    ])
  })

  test('neither an adjective that begins a sentence nor a weapon is a place', () => {
    const text = 'Северокорейским военным надо быть готовыми. Комплекс «Сталь» испытали у жилого комплекса «Север».'
    expect(names(text)).toEqual(['place комплекса «Север» → комплекс «Север»'])
  })

  test('no adjective of an act is taken for soldiers, and a land called a sector is one name', () => {
    const text = 'Новая российская военная операция началась в секторе Газа, а российские военные отступили.'
    expect(references(text)).toEqual(['российские военные = российские военные'])
    expect(names(text)).toContain('place секторе Газа → сектор Газа')
  })

  test('are one identity under a short name, an office and a pronoun', () => {
    const text =
      'Министр культуры Норвегии Ингрид Хансен прибыла в Минск. Хансен посетила музей. «Экспозиция прекрасна», — сказала она.'
    const { mentions, entities } = read(text)
    const hansen = entities.filter(({ type }) => type === 'person')
    expect(hansen.map(({ name }) => name)).toEqual(['Ингрид Хансен'])
    expect(
      mentions.filter(({ identity }) => identity === hansen[0]?.id).map((mention) => written(text, mention)),
    ).toEqual(['Ингрид Хансен', 'Хансен', 'она'])
  })

  test('of one surname and two given names stay two', () => {
    const { entities } = read('Хор поздравили Иван Лебедев и Мария Лебедева. Позже пришел Петр Лебедев.')
    expect(entities.filter(({ type }) => type === 'person')).toHaveLength(3)
  })

  test('are found by their initials', () => {
    const { entities } = read('Лекцию прочел Андрей Соколов. После лекции А. Соколов ответил на вопросы.')
    expect(entities.filter(({ type }) => type === 'person').map(({ name }) => name)).toEqual(['Андрей Соколов'])
  })

  test('hold the office before their rank, the one they act for, and both of two', () => {
    expect(references('Начальник порта Норвегии адмирал Юн Берг приехал. Начальник порта доволен.')).toEqual([
      'Начальник порта = Юн Берг',
    ])
    expect(references('В Осло прибыл председатель Чили Юн Берг. Глава Чили доволен. Президент промолчал.')).toEqual([
      'Глава Чили = Юн Берг',
    ])
    expect(references('Врио главы Карелии Петр Лосев открыл парк. Глава Карелии посадил дуб.')).toEqual([
      'Глава Карелии = Петр Лосев',
    ])
    expect(references('Пел мэр Тулы и министр спорта Дагестана Олег Лосев. Министр спорта Дагестана доволен.')).toEqual(
      ['Министр спорта Дагестана = Олег Лосев'],
    )
  })

  test('hold their own office, not that of whom they work for', () => {
    const roleOf = (text: string) => read(text).mentions.find(({ name }) => name === 'Олег Лосев')?.role
    expect(roleOf('Об этом сообщил первый замруководителя администрации президента Олег Лосев.')).toBe(
      'первый замруководитель администрации президента',
    )
    expect(roleOf('Глава Клина в Московской области Олег Лосев посадил дуб.')).toBe('глава Клина в Московской области')
  })

  test('in quotation marks are not who speaks, and whoever a pronoun stood for goes on', () => {
    const text = 'Парк открыл Олег Лосев. «Мы любим Петра Чайковского», — сказал он. По его словам, парк растет.'
    expect(references(text)).toEqual(['он = Олег Лосев', 'его = Олег Лосев'])
  })

  test('in apposition leave the next office to the next name', () => {
    const { mentions } = read('Книгу подарили Анне Лосевой, дочери мэра Тулы Олега Лосева.')
    expect(mentions.find(({ name }) => name === 'Олег Лосев')?.role).toBe('мэр Тулы')
  })

  test('the leader of a party is not the state’s', () => {
    expect(
      references(
        'В парк пришли президент Финляндии Юхани Коскинен и лидер партии Финляндии Урсула Берг. Указ президента Финляндии висит там.',
      ),
    ).toContain('президента Финляндии = Юхани Коскинен')
  })

  test('are not what a pronoun stands for that goes on from a thing', () => {
    expect(references('Парк открыл Олег Лосев. Праздник начался днем, теперь он продолжится вечером.')).toEqual([])
    expect(references('Парк открыл Олег Лосев. Праздник начался днем, сказал он.')).toEqual(['он = Олег Лосев'])
  })

  test('the head of a body is who is named further on as its director', () => {
    expect(
      references('Главу МАГАТЭ ждут в Осло. Генеральный директор МАГАТЭ Юхани Коскинен прибудет в среду.'),
    ).toContain('Главу МАГАТЭ = Юхани Коскинен')
    // Two of them are led by nobody in particular.
    expect(
      references(
        'Главу МАГАТЭ ждут в Осло. Гендиректор МАГАТЭ Юхани Коскинен болен. Директор МАГАТЭ Олег Лосев прибудет в среду.',
      )[0],
    ).not.toMatch(/Коскинен|Лосев/)
  })

  test('an office of a state finds its bearer', () => {
    expect(references('Президент Финляндии Юхани Коскинен открыл парк. Финский лидер посадил дерево.')).toContain(
      'Финский лидер = Юхани Коскинен',
    )
  })
})

describe('states', () => {
  test('have one name under all their names', () => {
    const text = 'КНР, РФ, Северная Корея, Соединенные Штаты и Британия прислали картины.'
    expect(
      read(text)
        .mentions.filter(({ type }) => type === 'country')
        .map(({ name }) => name),
    ).toEqual(['Китай', 'Россия', 'КНДР', 'США', 'Великобритания'])
  })

  test('are known in every case, whatever their stem loses', () => {
    expect(names('Послы Египта и Приднестровья приехали.')).toEqual([
      'country Египта → Египет',
      'country Приднестровья → Приднестровье',
    ])
  })

  test('stand behind their capitals where a capital acts, and not where it is a place', () => {
    const state = read('Москва и Пхеньян договорились об обмене студентами.')
    expect(state.mentions.filter(({ by }) => !by).map(({ type }) => type)).toEqual(['country', 'country'])
    expect(state.entities.map(({ name }) => name)).toEqual(['Россия', 'КНДР'])
    expect(names('Фестиваль прошел в Москве.')).toEqual(['place Москве → Москва'])
  })

  test('are named by adjectives, which are no names', () => {
    const text = 'Начались российско-китайские гастроли.'
    const { mentions } = read(text)
    expect(mentions.map((mention) => [written(text, mention), mention.name, mention.by])).toEqual([
      ['российско', 'Россия', 'adjective'],
      ['китайские', 'Китай', 'adjective'],
    ])
  })
})

describe('bodies, media, documents, places', () => {
  test('go by the short name that everybody knows, where the article writes it', () => {
    const text = 'Организация по безопасности и сотрудничеству в Европе (ОБСЕ) закрыла офис. В ОБСЕ это подтвердили.'
    expect(read(text).entities.map(({ name }) => name)).toEqual(['ОБСЕ'])
    const union = 'Европейский союз ввел пошлины. Позже Евросоюз их отменил. В ЕС это подтвердили.'
    expect(read(union).entities.map(({ name }) => name)).toEqual(['Евросоюз'])
    const alliance = 'Альянс ответил Сербии. Саммит НАТО пройдет летом.'
    expect(read(alliance).entities.map(({ name }) => name)).toContain('НАТО')
  })

  test('are the states of the West where it stands by itself', () => {
    expect(names('Отношения с Западом испорчены. Запад ввел санкции.')).toEqual([
      'organization Западом → Запад',
      'organization Запад → Запад',
    ])
    expect(names('Запад страны затопило. Ветер дует на запад.').filter((name) => name.startsWith('org'))).toEqual([])
  })

  test.each([
    ['Сенат Чили одобрил закон. Позднее Сенат отклонил поправки.', ['Сенат Чили @ Чили']],
    ['Следственный комитет Чили сообщил об аресте.', ['Следственный комитет Чили @ Чили']],
    ['МЧС Чили и МЧС России отправили спасателей.', ['МЧС Чили @ Чили', 'МЧС России @ Россия']],
    ['Сенат Чили и Сенат США договорились. Сенат принял закон.', ['Сенат Чили @ Чили', 'Сенат США @ США']],
  ])('are of the state that is named behind them: %s', (text, expected) => {
    const bodies = read(text).entities.filter(({ type }) => type === 'organization')
    expect(bodies.map(({ name, country }) => `${name} @ ${country}`)).toEqual(expected)
  })

  test('lend their letters in brackets to no land', () => {
    const places = read('Армия обороны Норвегии (АОН) опровергла сообщения. Удар пришёлся по складам сил Чили (ВСЧ).')
    expect(places.entities.map(({ name }) => name).filter((name) => /[НЧ]\w* \(/u.test(name))).toEqual([])
  })

  test('are one with the letters in brackets that stand for them', () => {
    const text = 'Норвежский союз портов и верфей (НСПВ) закрыл офис. В НСПВ это подтвердили.'
    expect(read(text).entities.map(({ name }) => name)).toContain('Норвежский союз портов и верфей')
    expect(read(text).entities.filter(({ type }) => type === 'organization')).toHaveLength(1)
  })

  test('are meant by the city where they sit, unless the article names its state', () => {
    const text = 'Евросоюз ответил. Брюссель решил начать переговоры о пошлинах.'
    expect(read(text).entities.map(({ type, name }) => `${type} ${name}`)).toEqual(['organization Евросоюз'])
    const state = 'Евросоюз ответил. Брюссель решил начать переговоры. Премьер Бельгии это подтвердил.'
    expect(read(state).entities.map(({ name }) => name)).toContain('Бельгия')
  })

  test('hold the state inside', () => {
    const text = 'Об этом сообщили в МИД России.'
    const { mentions } = read(text)
    expect(mentions.map((mention) => [mention.type, mention.name, mention.inside])).toEqual([
      ['organization', 'МИД России', undefined],
      ['country', 'Россия', 0],
    ])
  })

  test.each([
    ['Сейм Норвегии принял закон о высылке беженцев в Исландию.', 'закон о высылке беженцев в Исландию'],
    ['Сейм Норвегии принял закон о бюджете в Осло.', 'закон о бюджете'],
    ['Король подписал указ о призыве на военные сборы.', 'указ о призыве на военные сборы'],
    ['Сейм принял закон о переводах между своими счетами.', 'закон о переводах между своими счетами'],
    ['Указ об окончании призыва Орлов подписал вчера.', 'Указ об окончании призыва'],
    ['Они подписали соглашение о передаче дачи «Сосна» городу.', 'соглашение о передаче дачи «Сосна»'],
    ['Закон о вывозе леса 24 июля подписал президент.', 'Закон о вывозе леса'],
    ['Сейм принял закон о защите детей от насилия.', 'закон о защите детей от насилия'],
    ['Сейм принял закон об ответственности за съемку мостов.', 'закон об ответственности за съемку мостов'],
    ['Сейм обсудил договор о мостах по предложению Норвегии.', 'договор о мостах'],
  ])('go on as far as the subject of a document does: %s', (text, name) => {
    const found = read(text).mentions.filter(({ type }) => type === 'document')
    expect(found.map((mention) => mention.name)).toEqual([name])
  })

  test('no document is named by "о том" or by a body', () => {
    const documents = (text: string) => read(text).mentions.filter(({ type }) => type === 'document')
    expect(documents('Король подписал указ о том, что мост будет открыт.')).toEqual([])
    expect(documents('Сайт Организации Договора о мостах Севера не работал.')).toEqual([])
  })

  test('agree in the nominative', () => {
    expect(names('Фото показано Центральным телеграфным агентством Кореи.')).toContain(
      'media Центральным телеграфным агентством Кореи → Центральное телеграфное агентство Кореи',
    )
    expect(names('В Курской области собрали урожай.')).toEqual(['place Курской области → Курская область'])
  })

  test('documents are named by what they are about', () => {
    expect(names('Стороны обсудили Договор о культурном сотрудничестве между Индией и Непалом.')[0]).toBe(
      'document Договор о культурном сотрудничестве между Индией и Непалом → Договор о культурном сотрудничестве между Индией и Непалом',
    )
  })
})

describe('other cases and Latin letters', () => {
  test('a name spelled again in Latin letters is the same person', () => {
    const { entities } = read('Главой полиции стала Мэри Хилл (Mary Hill). Хилл работала в Осло.')
    const people = entities.filter(({ type }) => type === 'person')
    expect(people.map(({ name, variants }) => [name, ...variants])).toEqual([
      ['Мэри Хилл', 'Мэри Хилл', 'Mary Hill', 'Хилл'],
    ])
  })

  const cases: readonly Case[] = ['Gen', 'Dat', 'Acc', 'Ins', 'Loc']
  test.each([
    [
      'Владимир Путин',
      'person',
      'Владимира Путина Владимиру Путину Владимира Путина Владимиром Путиным Владимире Путине',
    ],
    ['Ким Чен Ын', 'person', 'Ким Чен Ына Ким Чен Ыну Ким Чен Ына Ким Чен Ыном Ким Чен Ыне'],
    ['Цой Сон Хи', 'person', 'Цой Сон Хи Цой Сон Хи Цой Сон Хи Цой Сон Хи Цой Сон Хи'],
    ['Южная Корея', 'country', 'Южной Кореи Южной Корее Южную Корею Южной Кореей Южной Корее'],
    [
      'Сигрун Магнусдоттир',
      'person',
      'Сигрун Магнусдоттир Сигрун Магнусдоттир Сигрун Магнусдоттир Сигрун Магнусдоттир Сигрун Магнусдоттир',
    ],
    ['США', 'country', 'США США США США США'],
    ['Египет', 'country', 'Египта Египту Египет Египтом Египте'],
    ['Приднестровье', 'country', 'Приднестровья Приднестровью Приднестровье Приднестровьем Приднестровье'],
    ['Грозный', 'place', 'Грозного Грозному Грозный Грозным Грозном'],
    [
      'Всекитайское собрание народных представителей',
      'organization',
      ['собрания', 'собранию', 'собрание', 'собранием', 'собрании']
        .map((form, at) => `Всекитайск${['ого', 'ому', 'ое', 'им', 'ом'][at]} ${form} народных представителей`)
        .join(' '),
    ],
  ] as const)('%s', (name, type, forms) => {
    expect(cases.map((to) => russian.decline(name, type, to)).join(' ')).toBe(forms)
  })

  test('states by their English names, people letter by letter', () => {
    expect(russian.romanize('КНДР', 'country')).toBe('North Korea')
    expect(russian.romanize('Сергей Лавров', 'person')).toBe('Sergey Lavrov')
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    'Иван',
    'Россия',
    '«',
    '»',
    '"',
    'МИД',
    'президент',
    'А',
    '.',
    ',',
    'он',
    'о',
    'договор',
    'и',
    '-',
    'Ким',
    '\n',
    '😀',
    'the',
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  )

  test('gives mentions inside the text, in order, each with its identity', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions, entities } = read(text)
        const ids = new Set(entities.map(({ id }) => id))
        let last = 0
        for (const [i, mention] of mentions.entries()) {
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          expect(ids.has(mention.identity)).toBe(true)
          if (mention.inside !== undefined) expect(mention.inside).toBeLessThan(i)
          last = mention.start
        }
      }),
      { numRuns: 200 },
    )
  })

  test('of thousands of names is read in time that grows with its length', () => {
    const syllables = ['бо', 'ка', 'ми', 'ра', 'то', 'ле', 'зу', 'на', 'вик', 'дор']
    const surname = (i: number): string => {
      let name = ''
      for (let n = i + 10_000; n > 0; n = Math.floor(n / 10)) name += syllables[n % 10]
      return `${name[0]!.toUpperCase()}${name.slice(1)}ов`
    }
    const text = (count: number): string =>
      Array.from({ length: count }, (_, i) => `Министр Франции Иван ${surname(i)} сказал, что он рад.`).join(' ')
    const time = (count: number): number => {
      const source = text(count)
      const start = performance.now()
      read(source)
      return performance.now() - start
    }
    time(100)
    const small = time(200)
    const large = time(2_000)
    expect(large).toBeLessThan(30 * small + 1_000)
  }, 120_000)
})

test('a name ends before what is said of it, and begins behind what a preposition governs', () => {
  expect(names('Положение с плотиной Заречной ГЭС серьезное.')).toEqual(['organization Заречной ГЭС → Заречная ГЭС'])
  expect(names('Слова Шин Вон Сика передали вечером.')).toEqual(['person Шин Вон Сика → Шин Вон Сик'])
  expect(names('Это крупнейшая в Европе АЭС.').some((name) => name.includes('Европ'))).toBe(false)
})

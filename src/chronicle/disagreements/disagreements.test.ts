import { describe, expect, test } from 'vitest'
import { listed, page, plainLanguage, withStates } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts, FigureFact } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'

const figure = (facts: ArticleFacts, written: string, more: Partial<FigureFact>): FigureFact => {
  const start = facts.text.indexOf(written)
  return { start, end: start + written.length, value: 0, unit: 'человек', ...more }
}

/** A page on one visit, with a further sentence that names how many came. */
const arrival = (id: string, day: number, written: string, more: Partial<FigureFact>): ArticleFacts => {
  const facts = page(
    { id, published: `2031-05-${day}`, outlet: id },
    ['Анна Берг прибыла с визитом в Чили.', 'visit happened визитом | Анна Берг:visitor, Чили:host | 2031-05-12 |'],
    [`С ней приехали ${written}.`],
  )
  return { ...facts, figures: [figure(facts, written, { of: 'рыбаков', ...more })] }
}

describe('how many came', () => {
  test('numbers of the same people that cannot both be true are a conflict', () => {
    expect(
      listed(
        arrival('a', 12, '40 рыбаков', { value: 40 }),
        arrival('b', 13, 'около 60 рыбаков', { value: 60, approximation: 'about' }),
      ),
    ).toEqual(['count conflict: 40 рыбаков / около 60 рыбаков'])
  })

  test('numbers that meet are none, nor is a number told much later', () => {
    expect(
      listed(
        arrival('a', 12, '55 рыбаков', { value: 55 }),
        arrival('b', 13, 'около 60 рыбаков', { value: 60, approximation: 'about' }),
      ),
    ).toEqual([])
    expect(
      listed(arrival('a', 12, '40 рыбаков', { value: 40 }), arrival('b', 29, '60 рыбаков', { value: 60 })),
    ).toEqual([])
  })
})

/** A page on one meeting with the lengths of time that it gives. */
const talks = (id: string, ...hours: readonly number[]): ArticleFacts => {
  const text = `Переговоры Анны Берг и Марии Рохас в Осло продлились ${hours.map((one) => `${one} ч`).join(', из них ')}.`
  const facts = page({ id, published: '2031-05-12', outlet: id }, [
    text,
    'meeting happened Переговоры | Анна Берг, Мария Рохас | 2031-05-12 | Осло',
  ])
  const figures = hours.map((value) => figure(facts, `${value} ч`, { value, unit: 'час' }))
  return {
    ...facts,
    figures,
    events: facts.events.map((event) => ({ ...event, figures: figures.map((_, index) => index) })),
  }
}

test('how long it took: a part beside the whole contradicts nobody, another whole does', () => {
  expect(listed(talks('a', 3, 1), talks('b', 3))).toEqual([])
  expect(listed(talks('a', 3), talks('b', 1))).toEqual(['duration conflict: 3 часа / 1 час'])
})

test('what an occasion is called: words that exclude each other are framing, of pages that use one alone', () => {
  const evening = (id: string, called: string): ArticleFacts =>
    page({ id, published: '2031-05-12', outlet: id }, [
      `Вечером 12 мая Анна Берг дала ${called} в честь Марии Рохас.`,
      `meeting happened ${called} | Анна Берг, Мария Рохас | 2031-05-12 | Осло`,
    ])
  expect(listed(evening('a', 'ужин'), evening('b', 'прием'))).toEqual(['words framing: ужин / приём'])
  expect(listed(evening('a', 'ужин'), evening('b', 'ужин'))).toEqual([])
})

test('a page that tells a plan and that nothing came of it contradicts nobody', () => {
  const plan = 'Анна Берг и Мария Рохас собирались обсудить в Осло улов трески и сельди.'
  const both = (id: string): ArticleFacts =>
    page(
      { id, published: '2031-05-12', outlet: id },
      [plan, 'meeting planned обсудить | Анна Берг, Мария Рохас | 2031-05-12 | Осло'],
      [
        'Анна Берг и Мария Рохас обсуждать в Осло улов трески и сельди не стали.',
        'meeting denied обсуждать | Анна Берг, Мария Рохас | 2031-05-12 | Осло',
      ],
    )
  expect(listed(both('a'), both('b'))).toEqual([])
})

test('of a moved visit only the days that contradict are listed, not the month that holds them', () => {
  const visit = (id: string, status: string, date: string): ArticleFacts =>
    page({ id, published: id === 'c' ? '2031-05-16' : '2031-05-01', outlet: id }, [
      'Анна Берг едет с визитом в Чили.',
      `visit ${status} визитом | Анна Берг:visitor, Чили:host | ${date} |`,
    ])
  expect(
    listed(visit('a', 'planned', '2031-05-09'), visit('b', 'planned', '2031-05'), visit('c', 'happened', '2031-05-16')),
  ).toEqual(['date conflict: 2031-05-09 / 2031-05-16'])
})

/** A page whose every sentence is told by the named speaker. */
const saidBy = (speaker: string, facts: ArticleFacts): ArticleFacts => ({
  ...facts,
  statements: [
    {
      start: 0,
      end: facts.text.length,
      kind: 'indirect',
      stance: 'says',
      speaker: { name: speaker },
      via: [],
      cue: null,
    },
  ],
  events: facts.events.map((event) => ({ ...event, statement: 0 })),
})

test('what one announces and another does not confirm is a claim, answered within days and never in advance', () => {
  const announced = (day: number): ArticleFacts =>
    saidBy(
      'Мария Рохас',
      page({ id: 'a', published: `2031-05-${day}`, outlet: 'a' }, [
        'Мария Рохас объявила о визите Анны Берг в Чили.',
        'visit planned визите | Анна Берг:visitor, Чили:host | 2031-05-30 |',
      ]),
    )
  const doubted = saidBy(
    'Олаф Лунд',
    page({ id: 'b', published: '2031-05-12', outlet: 'b' }, [
      'Олаф Лунд не подтвердил визит Анны Берг в Чили.',
      'visit possible визит | Анна Берг:visitor, Чили:host | 2031-05-30 |',
    ]),
  )
  expect(listed(announced(11), doubted)).toEqual([
    'claim claim: Мария Рохас объявила о визите Анны Берг в Чили. / Олаф Лунд не подтвердил визит Анны Берг в Чили.',
  ])
  expect(listed(announced(14), doubted)).toEqual([])
  expect(listed(saidBy('Олаф Лунд', announced(11)), doubted)).toEqual([])
})

test('a visit of known days contradicts a plan for another day, and lists the day on which it began', () => {
  const stay = (id: string, status: string, date: string, published = '2031-05-15'): ArticleFacts =>
    page({ id, published, outlet: id }, [
      'Анна Берг едет с визитом в Чили.',
      `visit ${status} визитом | Анна Берг:visitor, Чили:host | ${date} |`,
    ])
  expect(
    listed(
      stay('a', 'planned', '2031-05-15', '2031-05-01'),
      stay('b', 'happened', '2031-05-12/2031-05-14'),
      stay('c', 'happened', '2031-05-12'),
    ),
  ).toEqual(['date conflict: 2031-05-15 / 2031-05-12'])
})

test('a day that only bounds, or a sentence that tells both days, contradicts nobody', () => {
  const prolonged = (id: string, text: string, date: string, ...others: readonly string[]): ArticleFacts => {
    const facts = page({ id, published: '2031-05-16', outlet: id }, [
      text,
      `agreement happened продлили | Чили, Норвегия | ${date} |`,
    ])
    const times = [date, ...others].map((value) => {
      const start = text.indexOf(`${Number(value.slice(-2))} мая`)
      return { start, end: start + 6, value }
    })
    return { ...facts, times }
  }
  const on = prolonged('a', 'Чили и Норвегия продлили договор о треске 17 мая.', '2031-05-17')
  expect(listed(on, prolonged('b', 'Чили и Норвегия продлили договор о треске 18 мая.', '2031-05-18'))).toHaveLength(1)
  expect(listed(on, prolonged('b', 'Чили и Норвегия продлили договор о треске после 18 мая.', '2031-05-18'))).toEqual(
    [],
  )
  const both = 'Чили и Норвегия продлили договор о треске 17 мая, о сельди 18 мая.'
  expect(listed(on, prolonged('b', both, '2031-05-18', '2031-05-17'))).toEqual([])
})

/** A page on one blast with a sentence on whom it struck; the figures are given as written in it. */
const blast = (
  id: string,
  day: number,
  line: string,
  ...counted: readonly (readonly [string, number])[]
): ArticleFacts => {
  const facts = page(
    { id, published: `2031-05-${day}`, outlet: id },
    ['В порту Арики 12 мая прогремел взрыв.', 'attack happened взрыв | Чили:target | 2031-05-12 | Арика'],
    [line],
  )
  return { ...facts, figures: counted.map(([written, value]) => figure(facts, written, { value })) }
}

describe('whom an attack struck', () => {
  test('tolls that do not meet are a conflict, also where a later page puts it higher; those that may meet are none', () => {
    const first = blast('a', 12, 'Погибли 103 человека.', ['103 человека', 103])
    expect(listed(first, blast('b', 13, 'Погибли 95 человек.', ['95 человек', 95]))).toEqual([
      'count conflict: 103 человека / 95 человек',
    ])
    expect(listed(first, blast('b', 13, 'Погибли 120 человек.', ['120 человек', 120]))).toEqual([
      'count conflict: 103 человека / 120 человек',
    ])
    expect(listed(first, blast('b', 13, 'Погибли более 100 человек.'))).toEqual([])
    expect(listed(first, blast('b', 13, 'Погибли 2000 человек.'))).toEqual([])
  })

  test('the dead and the wounded are not compared, nor a part with the whole', () => {
    const first = blast('a', 12, 'Погибли 12 моряков, семь человек ранены.', ['семь человек', 7])
    expect(listed(first, blast('b', 13, 'Погибли 5 человек.', ['5 человек', 5]))).toEqual([])
    const whole = blast('c', 12, 'Погибли 30 человек.', ['30 человек', 30])
    expect(listed(whole, blast('d', 13, 'Погибли моряки, в том числе 9 человек из Арики.', ['9 человек', 9]))).toEqual(
      [],
    )
  })

  test('the number that a count of the dead has come to is of the dead, whoever is told of after it', () => {
    const first = blast('a', 12, 'Погибли 30 человек.', ['30 человек', 30])
    const later = 'Число погибших в порту превысило 45 человек, ранения получили более 60.'
    expect(listed(first, blast('b', 13, later, ['превысило 45 человек', 45]))).toEqual([
      'count conflict: 30 человек / превысило 45 человек',
    ])
    const hurt = blast('c', 12, 'Ранены 30 человек.', ['30 человек', 30])
    expect(listed(hurt, blast('d', 13, later, ['превысило 45 человек', 45]))).not.toContain(
      'count conflict: 30 человек / превысило 45 человек',
    )
  })

  test('what is counted of one night is compared with what is told of it on its day', () => {
    const first = blast('a', 13, 'За ночь погибли 30 человек.', ['30 человек', 30])
    expect(listed(first, blast('b', 13, 'За прошедшую ночь погибли 41 человек.', ['41 человек', 41]))).toEqual([
      'count conflict: 30 человек / 41 человек',
    ])
    expect(listed(first, blast('b', 14, 'За ночь погибли 41 человек.', ['41 человек', 41]))).toEqual([])
    expect(listed(first, blast('b', 13, 'Погибли 41 человек.', ['41 человек', 41]))).toEqual([])
  })

  test('some of those counted are no rivals, and a point after a scale ends no clause', () => {
    const first = blast('a', 12, 'Пострадали 12 человек.', ['12 человек', 12])
    expect(listed(first, blast('b', 13, 'Трое из двенадцати пострадавших выписаны.', ['Трое', 3]))).toEqual([])
    const many = blast('c', 12, 'Погибли 11 тыс. человек.', ['11 тыс. человек', 11_000])
    expect(listed(many, blast('d', 13, 'Погибли 11 тыс. человек, 27 тыс. пострадали.', ['27 тыс', 27_000]))).toEqual([])
  })

  test('two numbers that one page gives by two sources are a conflict', () => {
    const facts = blast(
      'a',
      12,
      'По данным мэрии, погибли 30 человек, по данным порта — погибли 41 человек.',
      ['30 человек', 30],
      ['41 человек', 41],
    )
    const said = (name: string, at: number): ArticleFacts['statements'][number] => ({
      kind: 'indirect',
      stance: 'says',
      speaker: { name },
      via: [],
      cue: null,
      start: at,
      end: at + 5,
    })
    const told = {
      ...facts,
      statements: [said('Мэрия', 40), said('Порт', 60)],
      figures: facts.figures.map((one, statement) => ({ ...one, statement })),
    }
    expect(listed(told)).toEqual(['count conflict: 30 человек / 41 человек'])
    expect(listed(facts)).toEqual([])
  })
})

/** A page on fighting between two states with a sentence on its dead, whose numbers no figure tells. */
const fighting = (id: string, line: string): ArticleFacts =>
  withStates(
    page(
      { id, published: '2031-05-13', outlet: id },
      ['Бои Чили и Норвегии идут в порту Арики с 12 мая.', 'attack happened Бои | Чили, Норвегия | 2031-05-12 | Арика'],
      [line],
    ),
  )

describe('whose losses', () => {
  test('each side is counted by itself, by the words before a number that stands alone', () => {
    const first = fighting('a', 'В Чили погибли 49 человек, в Норвегии — 50.')
    expect(listed(first, fighting('b', 'С чилийской стороны погибли 105 человек, с норвежской — 50.'))).toEqual([
      'count conflict: 49 погибших / 105 погибших',
    ])
  })

  test('civilians, children and what happened in one night are no rivals of the whole', () => {
    const first = fighting('a', 'В Чили погибли 49 человек.')
    expect(listed(first, fighting('b', 'В Чили среди мирных жителей погибли 20 человек.'))).toEqual([])
    expect(listed(first, fighting('b', 'В Чили за сутки погибли 20 человек.'))).toEqual([])
    expect(listed(first, fighting('b', 'При пожаре в Чили погибли 20 человек.'))).toEqual([])
  })
})

/** What a page's sentence says, as a named speaker's word. */
const saidIn = ({ text: all }: ArticleFacts, name: string, text: string): ArticleFacts['statements'][number] => {
  const start = all.indexOf(text)
  return {
    start,
    end: start + text.length,
    kind: 'indirect',
    stance: 'says',
    speaker: { name },
    via: [],
    cue: null,
  }
}

/** One page with sentences said by named speakers, the first of them on a strike. */
const accusation = (id: string, ...lines: readonly (readonly [speaker: string, text: string])[]): ArticleFacts => {
  const [first, ...rest] = lines as [readonly [string, string], ...(readonly [string, string])[]]
  const facts = page(
    { id, published: '2031-05-13', outlet: id },
    [first[1], 'attack happened ударе | Чили:target | 2031-05-12 | Арика'],
    ...rest.map(([, text]) => [text] as const),
  )
  return { ...facts, statements: lines.map(([name, text]) => saidIn(facts, name, text)) }
}

describe('what one page tells to be asserted and denied', () => {
  const blamed = 'Мария Рохас обвинила рыбаков Осло в ударе по складу в Арике.'
  test('who denies a part in it answers who blamed him', () => {
    const denied = 'Олаф Лунд отверг эти обвинения.'
    expect(listed(accusation('a', ['Мария Рохас', blamed], ['Олаф Лунд', denied]))).toEqual([
      `claim claim: ${blamed} / ${denied}`,
    ])
    expect(listed(accusation('a', ['Олаф Лунд', blamed], ['Олаф Лунд', denied]))).toEqual([])
    const both = 'Мария Рохас обвинила рыбаков Осло в ударе по складу (рыбаки причастность отрицали).'
    expect(listed(accusation('a', ['Мария Рохас', both]))).toEqual([
      'claim claim: Мария Рохас обвинила рыбаков Осло в ударе по складу / рыбаки причастность отрицали',
    ])
  })

  test('what one says is done and another says is not is a claim, unless it would be or one side says both', () => {
    const told = 'Мария Рохас говорит о складе и об ударе: рыбаки поставляют лодки через гавань ночью.'
    const denied = 'Рыбаки не поставляют лодки через гавань ночью, заявил Олаф Лунд.'
    const first = 'Рынок говорит об ударе.'
    const pages = (line: string) =>
      listed(accusation('a', ['Анна Берг', first], ['Мария Рохас', told], ['Олаф Лунд', line]))
    expect(pages(denied)).toEqual([`claim claim: ${told} / ${denied}`])
    expect(pages('Если будет шторм, рыбаки не поставляют лодки через гавань ночью, заявил Олаф Лунд.')).toEqual([])
  })

  test('a refusal and what is not denied are no denials', () => {
    for (const line of ['Олаф Лунд отверг предложение о новом складе.', 'Олаф Лунд не отрицал этих обвинений.'])
      expect(listed(accusation('a', ['Мария Рохас', blamed], ['Олаф Лунд', line]))).toEqual([])
  })
})

test('what each of two states says that the other did is a claim, on one page', () => {
  const blaming = (answer: string, by: string): ArticleFacts => {
    const facts = fighting('a', `Чилийцы обстреляли порт, говорят в Норвегии. ${answer}`)
    const lines: readonly (readonly [string, string])[] = [
      ['Минобороны Норвегии', 'Чилийцы обстреляли порт, говорят в Норвегии.'],
      [by, answer],
    ]
    const statements = lines.map(([name, text]) => saidIn(facts, name, text))
    const start = facts.text.indexOf('обстреляли')
    const event = facts.events[0] as ArticleFacts['events'][number]
    const struck = { ...event, trigger: { start, end: start + 10, lemma: 'обстрелять' } }
    return { ...facts, statements, events: [...facts.events, struck] }
  }
  const answer = 'По данным чилийской стороны, норвежцы первыми напали на порт.'
  expect(listed(blaming(answer, 'Минобороны Чили'))).toEqual([
    `claim claim: Чилийцы обстреляли порт, говорят в Норвегии. / ${answer}`,
  ])
  expect(listed(blaming(answer, 'Минобороны Норвегии'))).toEqual([])
})

describe('one matter that several entries tell', () => {
  const blamed = 'Мария Рохас обвинила рыбаков Осло в ударе по складу в Арике.'
  const denied = 'Олаф Лунд назвал обвинения в ударе по складу ложью.'
  /** The same as background of talks, on another page. */
  const background = (id: string, answer: string): ArticleFacts => {
    const facts = page(
      { id, published: '2031-05-20', outlet: id },
      [
        'Анна Берг и Мария Рохас провели переговоры в Осло.',
        'meeting happened переговоры | Анна Берг, Мария Рохас | 2031-05-20 | Осло',
      ],
      [blamed, 'aid happened ударе | Мария Рохас:agent | 2031-05-19 |'],
      [answer],
    )
    return { ...facts, statements: [saidIn(facts, 'Мария Рохас', blamed), saidIn(facts, 'Олаф Лунд', answer)] }
  }
  const first = accusation('a', ['Мария Рохас', blamed], ['Олаф Лунд', denied])
  const disputes = (...pages: readonly ArticleFacts[]) =>
    buildChronicle(pages, plainLanguage).entries.flatMap(({ disagreements }) => disagreements)

  test('it is listed once, with the sources of all', () => {
    expect(disputes(background('b', denied))).toHaveLength(1)
    const [one, ...more] = disputes(first, background('b', denied))
    expect(more).toEqual([])
    expect(one?.versions.map(({ articles }) => [...articles].sort())).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(disputes(background('b', denied), first)).toEqual([one])
  })

  test('another answer is another matter', () => {
    const other = 'Рыбаки Осло не причастны к пожару на верфи, уверен Олаф Лунд.'
    expect(disputes(first, background('b', other))).toHaveLength(2)
  })
})

test('one use of force under names that exclude each other is framing, of one doer alone', () => {
  const named = (id: string, text: string, word: string, by = 'Чили'): ArticleFacts =>
    page({ id, published: '2031-05-13', outlet: id }, [
      text,
      `attack happened ${word} | ${by}:agent, Норвегия:target | 2031-05-12 | Арика`,
    ])
  const own = named('a', 'Чили 12 мая начала «антитеррористическую операцию» в порту Арики.', 'операцию')
  expect(listed(own, named('b', 'Чили 12 мая начала агрессию в порту Арики.', 'агрессию'))).toEqual([
    'words framing: антитеррористическая операция / агрессия',
  ])
  expect(listed(own, named('b', 'Чили 12 мая начала операцию в порту Арики.', 'операцию'))).toEqual([])
})

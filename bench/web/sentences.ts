import { dayString } from '../../src/core/index.ts'
import type { ParticipantRole } from '../../src/facts/index.ts'
import type { Chance } from '../chance.ts'
import { MONTHS } from '../months.ts'
import type { Report } from './plot.ts'
import type { Cased, Person, State } from './world.ts'

/** A word of a sentence that a fact rests on; plain text where it is a string. */
export type Bit =
  | string
  | { readonly who: Person; readonly in: keyof Cased; readonly role?: ParticipantRole; readonly office?: boolean }
  | { readonly state: State; readonly in: keyof Cased; readonly role?: ParticipantRole }
  | { readonly town: State; readonly in: keyof Cased }
  | { readonly time: string; readonly value: string }
  | { readonly trigger: string; readonly lemma: string }
  | { readonly hours: number }

const IN_MONTH = 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' ')

const when = ({ day, exact }: Report): Bit => {
  const value = dayString(day)
  const [year, month = 1, date] = value.split('-').map(Number)
  return exact === 'month'
    ? { time: `в ${IN_MONTH[month - 1]} ${year} года`, value: value.slice(0, 7) }
    : { time: `${date} ${MONTHS[month - 1]} ${year} года`, value }
}

type Words = readonly Bit[]
const past = (report: Report): boolean => report.status === 'happened'

const mainWords = (report: Report): Words => {
  const { kind, sides, place, topic } = report.about
  const [a, b] = sides
  const at = when(report)
  const [one, two] = [a.state, b.state]
  const mostly: Record<string, Words> = {
    visit: [
      { who: a, in: 'nom', role: 'visitor', office: true },
      ' ',
      at,
      past(report) ? ' прибыл с ' : ' прибудет с ',
      { trigger: 'визитом', lemma: 'визит' },
      ' в ',
      { state: two, in: 'acc', role: 'host' },
    ],
    meeting: [
      { who: a, in: 'nom', office: true },
      ' и ',
      { who: b, in: 'nom', office: true },
      past(report) ? ' провели ' : ' проведут ',
      { trigger: 'переговоры', lemma: 'переговоры' },
      ' в ',
      { town: place, in: 'loc' },
      ' ',
      at,
    ],
    call: [
      { who: a, in: 'nom', office: true },
      ' и ',
      { who: b, in: 'nom', office: true },
      ' ',
      at,
      past(report) ? ' провели телефонный ' : ' проведут телефонный ',
      { trigger: 'разговор', lemma: 'разговор' },
    ],
    agreement: [
      { state: one, in: 'nom' },
      ' и ',
      { state: two, in: 'nom' },
      ' ',
      at,
      ' ',
      past(report) ? { trigger: 'подписали', lemma: 'подписать' } : { trigger: 'подпишут', lemma: 'подписать' },
      ` соглашение о ${topic} в `,
      { town: place, in: 'loc' },
    ],
    aid: [
      { state: one, in: 'nom', role: 'agent' },
      ' ',
      at,
      past(report) ? ' направила ' : ' направит ',
      { state: two, in: 'dat', role: 'recipient' },
      ' партию гуманитарной ',
      { trigger: 'помощи', lemma: 'помощь' },
    ],
    cooperation: [
      { state: one, in: 'nom' },
      ' и ',
      { state: two, in: 'nom' },
      ' ',
      at,
      past(report) ? ' начали ' : ' начнут ',
      { trigger: 'сотрудничество', lemma: 'сотрудничество' },
      ` в ${topic}`,
    ],
    sanction: [
      { state: one, in: 'nom', role: 'agent' },
      ' ',
      at,
      past(report) ? ' ввела ' : ' введёт ',
      { trigger: 'санкции', lemma: 'санкция' },
      ' против ',
      { state: two, in: 'gen', role: 'target' },
    ],
    invitation: [
      { who: a, in: 'nom', role: 'inviter', office: true },
      ' ',
      at,
      ' ',
      past(report) ? { trigger: 'пригласил', lemma: 'пригласить' } : { trigger: 'пригласит', lemma: 'пригласить' },
      ' ',
      { who: b, in: 'acc', role: 'invitee', office: true },
      ' в ',
      { town: one, in: 'acc' },
    ],
    decision: [
      'Парламент ',
      { state: one, in: 'gen', role: 'agent' },
      ' ',
      at,
      ' ',
      past(report) ? { trigger: 'принял', lemma: 'принять' } : { trigger: 'примет', lemma: 'принять' },
      ` закон о ${topic}`,
    ],
    gathering: [
      { who: a, in: 'nom', office: true },
      ' и ',
      { who: b, in: 'nom', office: true },
      ' ',
      at,
      past(report) ? ' открыли в ' : ' откроют в ',
      { town: place, in: 'loc' },
      ' ',
      { trigger: 'конференцию', lemma: 'конференция' },
      ` о ${topic}`,
    ],
  }
  return mostly[kind] ?? mostly.meeting!
}

const SOURCES =
  'Как стало известно накануне, |По сообщению пресс-службы, |Как следует из распорядка, |Как пишут местные газеты, |По сведениям посольства, '.split(
    '|',
  )

// The same told by another hand: the time first, an office left out, a word on where it is known from.
const varied = (words: Words, chance: Chance): Words => {
  const bits = words.map(
    (bit): Bit => (typeof bit === 'object' && 'who' in bit ? { ...bit, office: chance.is(0.5) } : bit),
  )
  const at = bits.findIndex((bit) => typeof bit === 'object' && 'time' in bit)
  if (at < 1 || chance.is(0.5)) return bits
  const [time] = bits.splice(at, 1)
  // The space before the time goes with it.
  if (bits[at - 1] === ' ') bits.splice(at - 1, 1)
  return [time!, ' ', ...bits]
}

/** The main sentence of a report: who did what with whom, when and where, seldom twice in the same words. */
export const sentenceOf = (report: Report, chance: Chance): Words => {
  const words = varied(mainWords(report), chance)
  if (report.status === 'possible') return ['Не исключено, что ', ...words, '.']
  if (report.status === 'denied') return ['В правительстве опровергли, что ', ...words, '.']
  return chance.is(0.4) ? [chance.pick(SOURCES), ...words, '.'] : [...words, '.']
}

/** How long it took, for what has a length. */
export const lengthOf = ({ about, hours, status }: Report): Words | null =>
  status === 'happened' && ['meeting', 'call', 'gathering'].includes(about.kind)
    ? ['Беседа длилась ', { hours }, '.']
    : null

/** "3 часа" */
export const hoursText = (hours: number): string => `${hours} ${hours === 1 ? 'час' : hours < 5 ? 'часа' : 'часов'}`

const HEADS: Readonly<Record<string, (report: Report) => string>> = {
  visit: ({ about: { sides } }) => `${sides[0].name.nom} едет в ${sides[1].state.name.acc}`,
  meeting: ({ about: { sides, place } }) =>
    `${sides[0].name.nom} и ${sides[1].name.nom}: переговоры в ${place.capital.loc}`,
  call: ({ about: { sides } }) => `${sides[0].name.nom} и ${sides[1].name.nom} поговорили по телефону`,
  agreement: ({ about: { sides, topic } }) =>
    `${sides[0].state.name.nom} и ${sides[1].state.name.nom}: соглашение о ${topic}`,
  aid: ({ about: { sides } }) => `${sides[0].state.name.nom} поможет ${sides[1].state.name.dat}`,
  sanction: ({ about: { sides } }) => `${sides[0].state.name.nom} против ${sides[1].state.name.gen}: новые ограничения`,
}
/** A headline that names the parties without telling the event a second time. */
export const headlineOf = (report: Report): string =>
  (
    HEADS[report.about.kind] ??
    (({ about: { sides, topic } }) => `${sides[0].state.name.nom} и ${sides[1].state.name.nom} о ${topic}`)
  )(report)

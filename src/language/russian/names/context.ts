import type { Word } from '../../analysis.ts'
import type { NameContext } from './person-name.ts'

/** What the words around a name say of its case and gender. */

/** Cases that a preposition governs, as indices. */
export const PREPOSITION_CASES: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    с: [4],
    со: [4],
    между: [4],
    над: [4],
    перед: [4],
    под: [4, 3],
    за: [4, 3],
    к: [2],
    ко: [2],
    по: [2],
    благодаря: [2],
    о: [5],
    об: [5],
    обо: [5],
    при: [5],
    в: [5, 3],
    во: [5, 3],
    на: [5, 3],
    от: [1],
    у: [1],
    для: [1],
    из: [1],
    без: [1],
    до: [1],
    после: [1],
    против: [1],
    около: [1],
    про: [3],
    через: [3],
    кроме: [1],
    вместо: [1],
    среди: [1],
    вокруг: [1],
  }),
)
const CASE_NAMES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

/** Weights of the cases for a name that begins at word `from` and ends before `to`, whose office (if any) begins at `start`. */
export const contextOf = (
  words: readonly Word[],
  from: number,
  to: number,
  start: number,
  roleHead: number,
  seen: ReadonlySet<string>,
): NameContext => {
  const cases = [start === 0 ? 0.6 : 0.35, 0.2, 0, 0.1, 0, 0]
  const before = words[start - 1]
  const preposition = before && PREPOSITION_CASES.get(before.norm)
  if (preposition) {
    cases[0] = -1
    for (const index of preposition) cases[index]! += 1
  } else if (before?.morph.pos === 'NOUN' && start === from) cases[1]! += 0.3
  else byVerb(before, cases)
  const ofName = roleHead >= 0 && to - from === 1 && isSomebodys(words, start, from)
  if (ofName) cases[1]! += 0.8
  if (roleHead >= 0 && !ofName) {
    for (let c = 0; c < 6; c++) {
      if (words[roleHead]!.readings.some(({ morph }) => morph.case === CASE_NAMES[c] && morph.number !== 'Plur'))
        cases[c]! += 0.5
    }
    const chosen = CASE_NAMES.indexOf(words[roleHead]!.morph.case ?? '')
    if (chosen >= 0) cases[chosen]! += 0.2
  }
  return { cases, genders: gendersAround(words, start, to), sex: sexOf(words[roleHead]), seen }
}

// Whoever is one of these is somebody's.
const SOMEBODYS =
  /^(?:представитель|помощник|помощница|советник|советница|адвокат|защитник|пресс-секретарь|соперник|соперница|противник|оппонент|конкурент|сторонник|соратник|союзник|преемник|предшественник|заместитель|коллега|визави|сын|дочь|жена|муж|супруг|супруга|брат|сестра|отец|мать|вдова|внук|внучка|дед|друг|подруга|охранник|телохранитель|водитель|секретарь|спикер|критик|биограф|доверенный)$/u

/** "представитель Орлова": the name, a word alone, is of another one, to whom the bare noun before it belongs. */
export const isSomebodys = (words: readonly Word[], start: number, from: number): boolean =>
  from - start === 1 && SOMEBODYS.test(words[start]!.lemma)

// Callings of women by their make; "судья", "глава", "коллега" tell nothing.
const WOMAN = /(?:ица|[^ш]ка|иса|есса|лева|дова|иня|девушка)$/

/** What the noun before a name tells of its bearer's sex ("певица"). */
const sexOf = (role: Word | undefined): 'Fem' | null => (role && WOMAN.test(role.lemma) ? 'Fem' : null)

// Verbs whose object is a dative as a rule; after other verbs a name that is no subject is an accusative.
const GIVING = new Set(
  (
    'передать передавать сообщить сообщать сказать рассказать рассказывать ответить отвечать вручить вручать присвоить присваивать предложить ' +
    'предлагать помочь помогать позвонить звонить поручить поручать угрожать грозить дать давать подарить пожелать желать напомнить напоминать ' +
    'разрешить разрешать запретить запрещать обещать пообещать предъявить предъявлять посоветовать советовать приказать велеть написать ' +
    'уступить уступать проиграть проигрывать принадлежать мешать помешать верить доверять возразить позволить позволять отказать назначить'
  ).split(' '),
)

// After these the name is the subject: "заявила Захарова".
const SPEAKING = new Set(
  (
    'сказать говорить заявить заявлять отметить отмечать добавить добавлять подчеркнуть подчеркивать уточнить уточнять пояснить пояснять считать ' +
    'объяснить объяснять рассказать рассказывать сообщить сообщать написать писать ответить напомнить признать признаться утверждать цитировать ' +
    'быть стать умереть прибыть прилететь выступить играть сыграть победить'
  ).split(' '),
)

/** What the verb before a name says of its case. */
export const byVerb = (before: Word | undefined, cases: number[]): void => {
  if (before?.morph.pos !== 'VERB' || before.morph.verbForm === 'Part' || before.lemma.endsWith('ся')) return
  if (GIVING.has(before.lemma)) cases[2]! += 0.4
  if (!GIVING.has(before.lemma) && !SPEAKING.has(before.lemma)) cases[3]! += 0.3
}

/** Whether a word is a verb in the past and the singular, which tells the gender of its subject. */
export const isPastSingular = (word: Word | undefined): word is Word =>
  word?.morph.tense === 'Past' && word.morph.verbForm !== 'Part' && word.morph.number === 'Sing'

const verbGender = (word: Word | undefined): 0 | 1 | null => {
  if (!isPastSingular(word)) return null
  return word.morph.gender === 'Masc' ? 0 : word.morph.gender === 'Fem' ? 1 : null
}

const gendersAround = (words: readonly Word[], from: number, to: number): [number, number] => {
  const genders: [number, number] = [0, 0]
  for (const at of [to, to + 1, from - 1]) {
    const gender = verbGender(words[at])
    if (gender !== null) {
      genders[gender] += at === to || at === from - 1 ? 0.6 : 0.3
      break
    }
  }
  return genders
}

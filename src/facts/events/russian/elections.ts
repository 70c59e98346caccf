import { wordSet } from '../lexicon.ts'

/** Words for elections; "выбор" in the plural. */
export const ELECTIONS = wordSet('выборы выбор перевыборы довыборы')
/** By these a land decides; they choose nobody. */
export const REFERENDA = wordSet('референдум плебисцит')

/** Votes, and who casts one. */
const BALLOT = 'голосование'
const VOTER = 'голосовать проголосовать'
export const VOTES = wordSet(`${BALLOT} ${VOTER}`)
export const VOTERS = wordSet(VOTER)
/** Parts of an election. */
export const BALLOTS = wordSet(`тур переизбрание ${BALLOT}`)

/** What tells that somebody stands in an election, has won or lost it. */
export const STANDING = wordSet(
  `кандидат кандидатура победить побеждать победа победитель набрать набирать баллотироваться выиграть выигрывать проиграть проигрывать
  выдвинуть выдвинуться выдвигать выдвижение соперник соперница оппонент лидировать обогнать обойти избрать избрание избираться избранный
  переизбрать переизбрание переизбираться претендовать претендент участвовать поражение опередить опережать
  голос рейтинг`,
)

/** What tells how many votes somebody had: "набрал 40 % голосов". */
export const SCORES = wordSet('набрать набирать получить получать заручиться')
export const SHARES = wordSet('% процент голос')
/** What one who stands is called beside others who do. */
export const RIVALS = wordSet('кандидат соперник соперница оппонент конкурент претендент')
/** Elections of many, in which two rivals are not all. */
export const OF_MANY = wordSet('парламентский местный муниципальный региональный депутат')

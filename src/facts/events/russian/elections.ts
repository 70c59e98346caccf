const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Words for elections; "выбор" in the plural. */
export const ELECTIONS = listed('выборы выбор перевыборы довыборы')
/** Parts of an election, and votes in one. */
export const BALLOTS = listed('тур голосование переизбрание')
export const VOTERS = listed('голосовать проголосовать')

/** What tells that somebody stands in an election, has won or lost it. */
export const STANDING = listed(
  `кандидат кандидатура победить побеждать победа победитель набрать набирать баллотироваться выиграть выигрывать проиграть проигрывать
  выдвинуть выдвинуться выдвигать выдвижение соперник соперница оппонент лидировать обогнать обойти избрать избрание избираться избранный
  переизбрать переизбрание переизбираться претендовать претендент участвовать поражение опередить опережать
  голос рейтинг`,
)

/** Months in the genitive, as dates name them. */
export const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

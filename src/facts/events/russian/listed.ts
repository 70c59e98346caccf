/** The words of a table as a set. @example listed('выборы довыборы').has('выборы') // true */
export const listed = (table: string): ReadonlySet<string> => new Set(table.split(/\s+/).filter((word) => word !== ''))

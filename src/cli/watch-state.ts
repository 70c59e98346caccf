import { join } from 'node:path'
import type { Context } from './context.ts'

/** The file in which a watch over this chronicle keeps what it knows. */
export const watchState = ({ db }: Pick<Context, 'db'>, given: string | undefined): string =>
  given ?? (/^[a-z]+:/i.test(db) ? 'letopis-watch.json' : join(db, 'watch.json'))

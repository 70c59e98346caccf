import { type Kysely, sql } from 'kysely'
import type { Chronicle } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { readFacts } from './articles.ts'
import { writeChronicle } from './chronicle-write.ts'
import { Histories } from './histories.ts'
import { type JoiningBegin, type JoiningHead, type KeptJoining, readJoining, writeJoining } from './joining-file.ts'
import { readJoiningTable, writeJoiningTable } from './joining-table.ts'
import { countUp, epochOf, readMeta, setMeta } from './meta.ts'
import { type ChronicleKeeper, renewChronicle, type Written } from './renewal.ts'
import type { Tables } from './schema.ts'
import type { MakeChronicle } from './store-type.ts'

const RENEWING = 5_386_749

/** The making of a database's chronicle, and what is known from one making to the next. The caller gives it its turns. */
export class Renewals {
  readonly #db: Kysely<Tables>
  /** Where an embedded chronicle's folder keeps what joining knows; null on a server. */
  readonly #file: string | null
  readonly #histories = new Histories()
  #written: Written | null = null
  /** Who had all articles, and at which moment. */
  #seen: { readonly keeper: ChronicleKeeper; readonly moment: string } | null = null

  constructor(db: Kysely<Tables>, file: string | null) {
    this.#db = db
    this.#file = file
  }

  renew(build: MakeChronicle): Promise<void> {
    return this.#alone(async (db) => {
      const { articles = '0' } = await readMeta(db)
      const facts: ArticleFacts[] = []
      for await (const each of readFacts(db)) facts.push(each)
      const chronicle = await build(facts, await this.#histories.read(db))
      await db.transaction().execute(async (trx) => {
        if ((await writeChronicle(trx, chronicle)) > 0) await countUp(trx, 'written')
        await setMeta(trx, 'chronicle', articles)
      })
    })
  }

  renewBy(keeper: ChronicleKeeper): Promise<Chronicle> {
    return this.#alone(async (db) => {
      const last = this.#written ?? keeper.stored ?? null
      const since = this.#seen?.keeper === keeper ? this.#seen.moment : null
      this.#seen = null
      const { made, moment } = await renewChronicle(db, keeper, { last, since, histories: this.#histories })
      this.#written = made
      this.#seen = { keeper, moment }
      return made.chronicle
    })
  }

  async takeUp<T>(rules: string, begin: JoiningBegin<T>): Promise<KeptJoining<T> | null> {
    const { epoch } = await readMeta(this.#db)
    const fits = (head: JoiningHead): boolean => head.rules === rules && head.epoch === epoch
    return this.#file === null ? readJoiningTable(this.#db, fits, begin) : readJoining(this.#file, fits, begin)
  }

  async keep(rules: string, { known, latest }: ChronicleKeeper, parts: () => Iterable<unknown>): Promise<void> {
    // What was joined but could not be written is not to pass for written.
    if (!this.#written || this.#written.chronicle !== latest) return
    const epoch = await epochOf(this.#db)
    const written = this.#written.plain ? this.#written.written : null
    const head: JoiningHead = { rules, epoch, written, known: [...known] }
    if (this.#file === null) await writeJoiningTable(this.#db, head, parts())
    else await writeJoining(this.#file, head, parts())
  }

  // On a server the whole making is alone: the one who makes it last has seen every article before it.
  #alone<T>(make: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (this.#file !== null) return make(this.#db)
    return this.#db.connection().execute(async (db) => {
      await sql`select pg_advisory_lock(${sql.lit(RENEWING)})`.execute(db)
      try {
        return await make(db)
      } finally {
        await sql`select pg_advisory_unlock(${sql.lit(RENEWING)})`.execute(db)
      }
    })
  }
}

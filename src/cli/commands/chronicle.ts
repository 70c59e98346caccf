import type { Chronicle, Entry } from '../../chronicle/index.ts'
import { edtfBounds, foldLetters } from '../../core/index.ts'
import type { EventKind } from '../../facts/index.ts'
import { type Context, EXIT, type ExitCode, WrongUse } from '../context.ts'
import { printChronicle } from '../print/chronicle.ts'
import { requireChronicle, settle, withChronicle } from '../stored.ts'

export interface ChronicleFlags {
  readonly about?: string
  readonly from?: string
  readonly to?: string
  readonly kind?: EventKind
}

const plain = (name: string): string[] =>
  foldLetters(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Identities whose name or any variant holds every word of the name asked for. */
const identitiesNamed = (name: string, chronicle: Chronicle): ReadonlySet<string> => {
  const asked = plain(name)
  const found = chronicle.identities.filter((identity) =>
    [identity.name, identity.nameEn, ...identity.variants.map((variant) => variant.name)].some((variant) => {
      const words = new Set(plain(variant))
      return asked.every((word) => words.has(word))
    }),
  )
  return new Set(found.map(({ id }) => id))
}

const dayOf = (option: string, value: string | undefined, edge: 'first' | 'last', context: Context): number | null => {
  if (value === undefined) return null
  const bounds = edtfBounds(value)
  if (!bounds) throw new WrongUse(context.messages.usage.badValue(option, value, '2024, 2024-05, 2024-05-14'))
  return bounds[edge]
}

/** Entries that answer all conditions, in the chronicle's order. */
const chosen = (chronicle: Chronicle, flags: ChronicleFlags, context: Context): readonly Entry[] => {
  const first = dayOf('--from', flags.from, 'first', context)
  const last = dayOf('--to', flags.to, 'last', context)
  const about = flags.about === undefined ? null : identitiesNamed(flags.about, chronicle)
  return chronicle.entries.filter((entry) => {
    if (flags.kind !== undefined && entry.kind !== flags.kind) return false
    if (about && !entry.participants.some(({ identity }) => about.has(identity))) return false
    if (first === null && last === null) return true
    const bounds = entry.date === null ? null : edtfBounds(entry.date)
    return bounds !== null && bounds.last >= (first ?? -Infinity) && bounds.first <= (last ?? Infinity)
  })
}

/** `letopis chronicle` */
export const chronicle = async (flags: ChronicleFlags, context: Context): Promise<ExitCode> => {
  await requireChronicle(context)
  return withChronicle(context, { command: 'chronicle' }, async (letopis) => {
    await settle(letopis, context)
    const whole = await letopis.chronicle()
    const entries = chosen(whole, flags, context)
    if (entries.length === 0) {
      const { empty, noMatch } = context.messages.chronicle
      await context.err.line(whole.entries.length === 0 ? empty : noMatch)
    } else await printChronicle(entries, context)
    return EXIT.ok
  })
}

import { open, readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import type { Validators } from '../network/fetcher.ts'

/** What is known of a feed. Times are milliseconds since 1970. */
export interface FeedState {
  title: string | null
  next: number
  interval: number | null
  failures: number
  validators: Validators
  /** Items that were seen, by key, with the date of their last change as the feed gives it. */
  seen: Record<string, string>
}

/** A page that a feed named and that is not kept yet. */
export interface Pending {
  url: string
  title: string | null
  published: string | null
  updated: string | null
  html: string | null
  tries: number
  next: number
}

/** A page that is kept and read again for edits. */
export interface Kept {
  url: string
  first: number
  readings: number
  next: number
  validators: Validators
}

/** Everything that a watch needs to go on after a stop. */
export interface WatchState {
  feeds: Record<string, FeedState>
  pending: Record<string, Pending>
  kept: Record<string, Kept>
}

const text = z.string().nullable()
const validators = z.object({ etag: z.string().optional(), modified: z.string().optional() })
const shape = z.object({
  version: z.literal(1),
  feeds: z.record(
    z.string(),
    z.object({
      title: text,
      next: z.number(),
      interval: z.number().nullable(),
      failures: z.number(),
      validators,
      seen: z.record(z.string(), z.string()),
    }),
  ),
  pending: z.record(
    z.string(),
    z.object({
      url: z.string(),
      title: text,
      published: text,
      updated: text,
      html: text,
      tries: z.number(),
      next: z.number(),
    }),
  ),
  kept: z.record(
    z.string(),
    z.object({ url: z.string(), first: z.number(), readings: z.number(), next: z.number(), validators }),
  ),
})

export const emptyState = (): WatchState => ({ feeds: {}, pending: {}, kept: {} })

/** What a watch left behind; an empty state when there is none, null when the file is of another make or broken. */
export const loadState = async (path: string): Promise<WatchState | null> => {
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return emptyState()
    throw error
  }
  try {
    const read = shape.safeParse(JSON.parse(source))
    return read.success ? (read.data as WatchState) : null
  } catch {
    return null
  }
}

/** Writes the state beside the old one and puts it in its place: a stop at any moment leaves one of the two whole. */
export const saveState = async (path: string, state: WatchState): Promise<void> => {
  const beside = `${path}.new`
  const file = await open(beside, 'w')
  try {
    await file.writeFile(JSON.stringify({ version: 1, ...state }))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

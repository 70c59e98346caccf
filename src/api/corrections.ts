import { z } from 'zod'
import type { Correction, CorrectionAction } from '../chronicle/index.ts'
import { type Fault, fault } from './fault.ts'

const id = z.string().min(1).max(200)
const name = z.string().trim().min(1).max(1_000)
const some = z.array(id).min(1).max(1_000)
const mention = z.strictObject({ article: id, event: z.int().min(0).max(1_000_000) })

/** What can be decided; see docs/chronicle.md. */
const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merge-entries'), into: id, entries: some }),
  z.strictObject({ kind: z.literal('split-entry'), entry: id, mentions: z.array(mention).min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('rename-entry'), entry: id, title: name, titleEn: name.optional() }),
  z.strictObject({ kind: z.literal('reject-entry'), entry: id }),
  z.strictObject({ kind: z.literal('merge-identities'), into: id, identities: some }),
  z.strictObject({
    kind: z.literal('split-identity'),
    identity: id,
    articles: z.array(id).min(1).max(10_000),
    name,
    nameEn: name.optional(),
  }),
  z.strictObject({ kind: z.literal('rename-identity'), identity: id, name, nameEn: name.optional() }),
  z.strictObject({ kind: z.literal('reject-disagreement'), disagreement: id }),
  z.strictObject({
    kind: z.literal('note'),
    about: z.enum(['entry', 'identity', 'disagreement']),
    id,
    text: z.string().trim().min(1).max(10_000),
  }),
  z.strictObject({ kind: z.literal('undo'), correction: id }),
])

const author = z.string().trim().min(1).max(200)

export const correctionsBody = z.strictObject({ author, actions: z.array(action).min(1).max(1_000) })

export const logBody = z.strictObject({
  log: z.array(z.strictObject({ id, at: z.iso.datetime(), author, action })).max(100_000),
})

const wrong = (error: z.ZodError, remedy: string): Fault => {
  const [issue] = error.issues
  const where = issue?.path.join('.') || 'the body'
  return fault(400, 'bad-correction', `Not a decision: ${where}: ${issue?.message ?? 'not accepted'}.`, remedy)
}

// With exactOptionalPropertyTypes an absent field must be absent, not undefined; JSON has no undefined.
const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T

/** Reads the body of `POST /api/corrections`. */
export const readCorrections = (
  body: unknown,
): { readonly author: string; readonly actions: readonly CorrectionAction[] } | Fault => {
  const result = correctionsBody.safeParse(body)
  return result.success
    ? plain(result.data)
    : wrong(result.error, 'Send {"author", "actions": [{"kind": "rename-entry", "entry", "title"}, …]}.')
}

/** Reads the body of `POST /api/corrections/import`. */
export const readLog = (body: unknown): readonly Correction[] | Fault => {
  const result = logBody.safeParse(body)
  return result.success
    ? plain<{ log: readonly Correction[] }>(result.data).log
    : wrong(result.error, 'Send what GET /api/v1/corrections/log gave.')
}

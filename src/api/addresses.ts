import { z } from 'zod'
import { type Fault, fault } from './fault.ts'

/** Addresses of articles, feeds, sitemaps and front pages to be asked. */
export const addressesBody = z.strictObject({
  addresses: z
    .array(
      z
        .string()
        .max(4_000)
        .regex(/^https?:\/\//i, 'expected an address: https://…'),
    )
    .min(1)
    .max(20),
})

/** Reads the body of `POST /api/addresses`. */
export const readAddresses = (body: unknown): readonly string[] | Fault => {
  const result = addressesBody.safeParse(body)
  if (result.success) return result.data.addresses
  const issue = result.error.issues[0]
  const where = issue?.path.join('.') || 'the body'
  return fault(
    400,
    'bad-addresses',
    `Not a list of addresses: ${where}: ${issue?.message ?? 'not accepted'}.`,
    'Send {"addresses": ["https://…"]}, at most 20 a request.',
  )
}

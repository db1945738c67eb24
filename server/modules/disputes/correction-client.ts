// The wire to a registry that takes corrections: one POST of the value an official says is right, in that official's name.
// A registry that takes none is not a failure: its authority enters the value in its own system.
import type { RegistryEndpoint } from '../exchange/index.ts'

export type Correction = { subject: Record<string, string>; field: string; value: string | number | boolean; legalBasis: string; caseNumber: string }

const timeLimitMs = 5000

/** Repeating it with the same key changes nothing more. @throws Error when nobody can say whether it was taken: it is tried again */
export const sendCorrection = async ({ url, key }: RegistryEndpoint, idempotencyKey: string, { subject, field, value, legalBasis, caseNumber }: Correction): Promise<'entered' | 'byHand'> => {
  if (!/^https?:/.test(url)) return 'byHand'
  const response = await fetch(`${url}/v1/records`, {
    method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeLimitMs),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': idempotencyKey },
    body: JSON.stringify({ subject, fields: { [field]: value }, legalBasis, caseNumber }),
  })
  await response.body?.cancel()
  if (response.ok) return 'entered'
  if (response.status >= 500 || response.status === 429) throw new Error(`the registry did not take the correction: status ${response.status}`)
  return 'byHand'
}

// A signed copy as this installation judges it: the text of a phone without network, or a file, with what was disclosed.
import type { App } from '../../module.ts'
import { verifyHere, type Credential } from '../credentials/index.ts'
import { findDeviceByKey } from './devices-store.ts'
import { offlineAudience, payloadOf } from './key-binding.ts'
import { fromOfflineCode, isOfflineCode } from './offline-code.ts'
import { shownForMs, type Verdict } from './presentation.ts'

/** `bound`: shown by its holder's phone just now. `credential`: the one of ours it is a copy of. `claims`: ids of what was disclosed, `values` as signed. */
export type ReadCopy = { text: string; bound: boolean; verdict: Verdict; because: string | null; credential: Credential | undefined; claims: string[]; values: Readonly<Record<string, unknown>>; purpose: string }

const unread = { bound: false, verdict: 'tampered', because: 'format', credential: undefined, claims: [], values: {}, purpose: '' } as const

/** @param given `<JWT>~…`, or the text of an offline QR code */
export const readCopy = async (app: App, given: string): Promise<ReadCopy> => {
  const text = isOfflineCode(given) ? await fromOfflineCode(given) : given.trim()
  if (text === undefined) return { text: given, ...unread, claims: [] }
  const bound = !text.endsWith('~')
  const found = await verifyHere(app, text, bound ? { audience: offlineAudience, maxAge: shownForMs / 1000 } : undefined)
  const ended = found.verdict === 'valid' && found.credential !== undefined && bound && (await isEnded(app, found.credential.holderPersonId, text))
  const purpose = found.keyBinding?.['purpose']
  return {
    text, bound, verdict: ended ? 'revoked' : found.because === 'replayed' ? 'late' : found.verdict, because: ended ? 'device' : (found.because ?? null), credential: found.credential,
    claims: Object.keys(found.claims), values: found.claims, purpose: typeof purpose === 'string' ? purpose.slice(0, 100) : '',
  }
}

/** Whether the phone that shows it was ended by its holder. */
const isEnded = async (app: App, personId: string, text: string): Promise<boolean> => {
  const { cnf } = payloadOf(text)
  const x = typeof cnf === 'object' && cnf !== null && 'jwk' in cnf && typeof cnf.jwk === 'object' && cnf.jwk !== null && 'x' in cnf.jwk ? cnf.jwk.x : undefined
  const device = typeof x === 'string' ? await findDeviceByKey(app.db.read, personId, x) : undefined
  return device !== undefined && device.endedAt !== null
}

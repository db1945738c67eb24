// Finds out what was given and has it checked: a code by the server; a signed copy by the server, or here when there is no network.
// What a page keeps for that: keys and lists of statuses, and which codes it has seen.
import { checkOffline } from '../../../../server/modules/presentations/check-offline.ts'
import type { Checked } from '../../../../server/modules/presentations/checked.ts'
import { isOfflineCode } from '../../../../server/modules/presentations/offline-code.ts'
import { codeIn } from '../../../../server/modules/presentations/presentation.ts'
import { api, type Reply } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { statusOf } from '../../../shared/failure.ts'
import { currentLanguage } from '../../../shared/i18n/store.ts'
import { findKept, keep } from '../../../shared/kept.ts'
import { now } from '../../../shared/now.ts'

export type Trust = Reply<'getVerificationTrust'>

/** `malformed`: neither code nor copy; `needsNetwork`: a code, and no network; `noTrust`: a copy, no network, and nothing kept to check it with. */
export type Outcome = { checked: Checked; offline: boolean } | { problem: 'malformed' | 'needsNetwork' | 'noTrust' }

const store = 'tongban-verify'

export const findTrust = (): Promise<Trust | undefined> => findKept<Trust>(store, 'trust')

/** Brings what is kept up to date; what there was stays when there is no network. */
export const renewTrust = async (): Promise<Trust | undefined> => {
  try {
    const trust = await api('getVerificationTrust')
    await keep(store, 'trust', trust).catch(() => {})
    return trust
  } catch {
    return findTrust()
  }
}

const seen = new Set<string>()
const remember = (signed: string): boolean => seen.size < seen.add(signed).size

const isCopy = (text: string): boolean => isOfflineCode(text) || /^[\w-]+\.[\w-]+\.[\w-]+~/.test(text)

const here = async (text: string): Promise<Outcome> => {
  const trust = await findTrust()
  return trust ? { checked: await checkOffline(text, trust, { now: now(), language: currentLanguage(), remember }), offline: true } : { problem: 'noTrust' }
}

/** @throws ApiFailure when the server refuses */
export const check = async (given: string): Promise<Outcome> => {
  const text = given.trim()
  const code = isCopy(text) ? undefined : codeIn(text)
  if (code === undefined && !isCopy(text)) return { problem: 'malformed' }
  try {
    return { checked: await change(() => api('verifyShown', { body: code === undefined ? { copy: text } : { code } })), offline: false }
  } catch (error) {
    if (statusOf(error) !== undefined) throw error
    return code === undefined ? here(text) : { problem: 'needsNetwork' }
  }
}

/** What can be checked of a file: a signed copy as text, or the QR code in a picture; undefined when there is neither. */
export const textOfFile = async (file: File): Promise<string | undefined> => {
  if (file.type.startsWith('image/')) return (await import('../../../ui/qr-picture.ts')).textInPicture(file)
  const text = (await file.slice(0, largestText).text()).trim()
  return isCopy(text) ? text : undefined
}

const largestText = 100_000

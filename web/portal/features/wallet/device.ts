// This phone as one that shows without network: a key that never leaves it, and copies of the cards that name the key.
// Kept when the wallet is opened, for the one who opened it; gone with the end of the session or when somebody else opens theirs.
import { presentWithKey, offlineAudience } from '../../../../server/modules/presentations/key-binding.ts'
import { toOfflineCode } from '../../../../server/modules/presentations/offline-code.ts'
import { api } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'
import { findKept, keep } from '../../../shared/kept.ts'
import { now } from '../../../shared/now.ts'
import { deviceStore, forgetDevice } from '../../../shared/on-device.ts'
import { offerWithoutNetwork } from './offline.ts'
import type { Wallet } from './queries.ts'

export type KeptWallet = Pick<Wallet, 'holder' | 'cards'> & { at: string; device: string; keys: CryptoKeyPair; copies: Readonly<Record<string, string>> }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export const findKeptWallet = (): Promise<KeptWallet | undefined> => findKept<KeptWallet>(deviceStore, 'wallet')

/** What the device list calls it: the browser's system, as far as it says. */
const nameHere = (): string => /Android|iPhone|iPad|Windows|Mac OS|HarmonyOS|Linux/.exec(navigator.userAgent)?.[0] ?? 'Web'

const register = async (): Promise<Pick<KeptWallet, 'device' | 'keys'>> => {
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  const { id } = await api('registerWalletDevice', { body: { name: nameHere(), publicJwk: { kty: 'EC', crv: 'P-256', x, y } } })
  return { device: id, keys }
}

/** Keeps what was just opened. False when this phone was ended from elsewhere, or the browser keeps nothing. */
export const keepWallet = async ({ holder, cards }: Pick<Wallet, 'holder' | 'cards'>): Promise<boolean> => {
  const before = await findKeptWallet()
  if (before && before.holder.id !== holder.id) await forgetDevice()
  const { device, keys } = before?.holder.id === holder.id ? before : await register()
  try {
    const { copies } = await api('listDeviceCopies', { params: { id: device } })
    await keep(deviceStore, 'wallet', { holder, cards, at: now().toISOString(), device, keys, copies: Object.fromEntries(copies.map(({ credential, sdJwt }) => [credential, sdJwt])) } satisfies KeptWallet)
    await offerWithoutNetwork('/wallet')
    return true
  } catch (error) {
    if (codeOf(error) === 'not_found') await forgetDevice()
    return false
  }
}

/** The text of a QR code that shows these claims for a minute; undefined when the card was not kept here. */
export const offlineCodeFor = async (card: string, claims: readonly string[], purpose: string): Promise<string | undefined> => {
  const kept = await findKeptWallet()
  const copy = kept?.copies[card]
  if (!kept || copy === undefined) return undefined
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36).padStart(2, '0')).join('')
  return toOfflineCode(await presentWithKey(copy, claims, kept.keys.privateKey, { iat: Math.floor(now().getTime() / 1000), aud: offlineAudience, nonce, purpose }))
}

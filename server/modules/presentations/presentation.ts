// Showing a credential (亮码) as rules: what a code looks like, how long it is good, how many wrong ones somebody may try, who may show
// whose card. Pure; the browser reads codes with it, too.
import type { Principal } from '../../kernel/authz.ts'

/** A shown code is good for so long and for one look. */
export const shownForMs = 60_000
/** Clocks of phones are off; a code of a phone without network is good for so much longer on both sides. */
export const skewMs = 30_000
/** So many codes that are nobody's within `missesWithinMs`, and whoever tried them waits. */
export const missesAllowed = 20
export const missesWithinMs = 10 * 60_000
/** What a department asks for waits so long for its holder's answer. */
export const requestForMs = 30 * 60_000

/** Crockford's alphabet: no I, L, O, U, so that a code can be read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 16
/** Random bytes a code is made of: 80 bits. */
export const codeBytes = 10

export const codeFrom = (random: Uint8Array): string => {
  let bits = 0n
  for (const byte of random.subarray(0, codeBytes)) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: codeLength }, (_, place) => alphabet.charAt(Number((bits >> BigInt(5 * (codeLength - 1 - place))) & 31n))).join('')
}

/** K7QM2X9DPT4WZ8RH → K7QM 2X9D PT4W Z8RH, as it is read out. */
export const spoken = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The code in what was scanned or typed: the address of the verify page or of a request, which ends in it, or the code itself; undefined without one. */
export const codeIn = (text: string): string | undefined => {
  const tidy = text.normalize('NFKC').trim()
  const own = /[#/]([0-9A-Za-z]+)$/.exec(tidy)?.[1] ?? tidy
  const code = own.replaceAll(/[\s·-]/g, '').toUpperCase().replaceAll(/[IL]/g, '1').replaceAll('O', '0')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/**
 * What checking says. The first eight are about the credential, `used` and `late` about the code it was shown by, `unknown`: no such code.
 * `unbound`: a copy without proof that its holder shows it.
 */
export const verdicts = ['valid', 'expired', 'notYetValid', 'revoked', 'suspended', 'issuerUnknown', 'tampered', 'statusUnknown', 'used', 'late', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export type Presentation = {
  id: string; personId: string; credentialId: string; claims: string[]; purpose: string
  /** who showed it in the holder's name; null for the holder */
  shownBy: string | null
  madeAt: string; expiresAt: string; usedAt: string | null
  /** whom it was shown to, as far as it is known */
  usedBy: string | null
}

/** What the code alone says, before the credential is looked at. */
export const codeVerdict = ({ usedAt, expiresAt }: Pick<Presentation, 'usedAt' | 'expiresAt'>, now: Date): 'used' | 'late' | undefined =>
  usedAt !== null ? 'used' : new Date(expiresAt) <= now ? 'late' : undefined

/**
 * Whether the cards of this person may be shown by whoever asks: the holder; a parent, guardian or relative who may act in everything.
 * Officials, agencies and staff of a company show nobody's cards.
 */
export const mayShow = ({ by }: Extract<Principal, { kind: 'person' }>): boolean =>
  by === undefined || (by.actorKind === 'person' && by.matters === null && ['guardian', 'family'].includes(by.capacity))

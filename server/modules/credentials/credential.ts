// An e-licence 电子证照 as it is kept: what it says, who issued it about whom, until when, and whether it still holds. A signed copy
// (SD-JWT VC) is made from it when its holder asks, so every copy is as fresh as the record. Pure; the browser reads the types.
import type { Answer } from '../planning/index.ts'

/** `replaced`: a later edition or number took its place. A lifecycle: what is over stays over. */
export const credentialStates = ['valid', 'suspended', 'revoked', 'replaced'] as const
export type CredentialState = (typeof credentialStates)[number]

export const credentialActions = ['suspend', 'resume', 'revoke', 'replace'] as const
export type CredentialAction = (typeof credentialActions)[number]

export const credentialLifecycle = {
  suspend: { from: ['valid'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'valid' },
  revoke: { from: ['valid', 'suspended'], to: 'revoked' },
  replace: { from: ['valid', 'suspended'], to: 'replaced' },
} as const satisfies Record<CredentialAction, { from: readonly CredentialState[]; to: CredentialState }>

const transitions: Record<CredentialAction, { from: readonly CredentialState[]; to: CredentialState }> = credentialLifecycle

export const canCredential = (state: CredentialState, action: CredentialAction): boolean => transitions[action].from.includes(state)

export const stateAfter = (action: CredentialAction): CredentialState => transitions[action].to

/** Where it comes from: the result of a case, or a record of a registry its holder had turned into one. */
export type CredentialOrigin = 'result' | 'registry'

/** Instants are ISO, days 'YYYY-MM-DD'. */
export type Credential = {
  id: string
  /** id of its type in the packs */
  type: string
  /** the same through all editions; see credential-number.ts */
  number: string
  edition: number
  /** the account it belongs to */
  holderPersonId: string
  /** ID number of whom it is about, where that is not whom the account belongs to: a newborn, a ward */
  holder: string | null
  /** the authority that answers for it */
  issuer: { line: string; region: string }
  /** by claim id; derived claims are not kept but made when a copy is signed */
  claims: Readonly<Record<string, Answer>>
  /** what the claims were made from, by concept id */
  values: Readonly<Record<string, Answer>>
  issuedAt: string
  /** last day on which it holds; null: for good */
  validUntil: string | null
  status: CredentialState
  /** why it is no longer valid */
  because: string | null
  origin: CredentialOrigin
  /** the result it says the same as */
  resultId: string | null
  /** where its status is published: the list, and the place in it */
  statusList: string
  statusIndex: number
}

/** What its holder is told. */
export type CredentialStanding = CredentialState | 'expired'

export const standingOn = ({ status, validUntil }: Pick<Credential, 'status' | 'validUntil'>, today: string): CredentialStanding =>
  status === 'valid' && validUntil !== null && validUntil < today ? 'expired' : status

export const isInForce = (one: Pick<Credential, 'status' | 'validUntil'>, today: string): boolean => standingOn(one, today) === 'valid'

/** In an application, shown by its holder, or checked by somebody. */
export const useKinds = ['application', 'shown', 'verified'] as const

/** One use, for the holder to see. `claims` are names, never values. */
export type CredentialUse = {
  id: string
  credentialId: string
  personId: string
  kind: (typeof useKinds)[number]
  at: string
  /** who saw it, as people read it: an authority, whoever scanned the code; null when not known */
  by: string | null
  purpose: string
  claims: readonly string[]
  /** what it was used for, such as the id of the application; null when there is none */
  reference: string | null
}

/** Kept name of an authority's key for e-licences. */
export const issuerHolder = ({ line, region }: Credential['issuer']): string => `issuer:${line}:${region}`

/** Addresses as they stand in a copy; every installation makes them from its own public address. */
export const issuerAddress = (publicUrl: string, { line, region }: Credential['issuer']): string => `${publicUrl}/api/v1/credential-issuers/${line}:${region}`
export const typeAddress = (publicUrl: string, type: string): string => `${publicUrl}/api/v1/credential-types/${type}`
export const listAddress = (publicUrl: string, list: string): string => `${publicUrl}/api/v1/credential-status/${list}`

/** The last part of one of the addresses above; undefined for any other text. */
export const idInAddress = (address: string): string | undefined => /^https?:\/\/[^\s?#]+\/([A-Za-z0-9:.-]{1,120})$/.exec(address)?.[1]

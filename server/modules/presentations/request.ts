// An official asks a holder for certain claims and says what for; the holder agrees or declines. Pure.
// Like a request and response of OpenID4VP in what it does; it does not speak that protocol.

export type PresentationRequest = {
  id: string; staffId: string
  /** of the authority that asks, GB/T 2260 */
  region: string
  /** null: whoever opens it by its code */
  personId: string | null
  type: string; claims: string[]; purpose: string; legalBasis: string
  askedAt: string; expiresAt: string
  answeredAt: string | null; agreed: boolean | null; presentationId: string | null
}

export type RequestState = 'open' | 'agreed' | 'declined' | 'ended'

export const requestState = ({ answeredAt, agreed, expiresAt }: Pick<PresentationRequest, 'answeredAt' | 'agreed' | 'expiresAt'>, now: Date): RequestState =>
  answeredAt !== null ? (agreed ? 'agreed' : 'declined') : new Date(expiresAt) <= now ? 'ended' : 'open'

// An authority's electronic seal: whether it may sign now, and whether it could at another time. E-signature Law (中华人民共和国电子签名法)
// Art. 13: the key belongs to the signer alone, and every later change can be found. Pure.

/** `certificates` is PEM, the seal's own first; instants are ISO. */
export type Seal = {
  id: string; line: string; region: string; authority: string
  /** of the key that signs */
  kid: string
  /** SHA-256 of the certificate, lower-case hex */
  fingerprint: string
  certificates: string; selfIssued: boolean; validFrom: string; validUntil: string; createdAt: string; suspended: boolean
}

export type SealAction = { id: string; sealId: string; action: 'suspend' | 'resume'; reason: string; actor: string; at: string }

export const sealPurposes = ['notice', 'credential', 'application'] as const
export type SealPurpose = (typeof sealPurposes)[number]

/** `subject`: the id of what was sealed; `digest`: SHA-256 of the bytes covered. */
export type SealUse = { id: string; sealId: string; region: string; purpose: SealPurpose; subject: string; digest: string; at: string }

export type SealObstacle = 'suspended' | 'expired' | 'notYetValid' | 'noCertificate'

/** The kept name of an authority's key. */
export const sealHolder = ({ line, region }: { line: string; region: string }): string => `seal:${line}:${region}`

const obstacleOf = (seal: Seal, at: Date): SealObstacle | undefined => {
  if (seal.suspended) return 'suspended'
  if (at < new Date(seal.validFrom)) return 'notYetValid'
  return at > new Date(seal.validUntil) ? 'expired' : undefined
}

/**
 * The seal of this key that may sign now, else why none may. A suspended one is no way around: whoever suspended it meant the authority's seal.
 * @param seals of one authority, newest first
 */
export const sealToUse = (seals: readonly Seal[], kid: string, at: Date): Seal | SealObstacle => {
  const own = seals.filter((seal) => seal.kid === kid)
  const newest = own[0]
  if (!newest) return 'noCertificate'
  return own.find((seal) => obstacleOf(seal, at) === undefined && !newest.suspended) ?? obstacleOf(newest, at) ?? 'noCertificate'
}

/** Whether it was suspended at a time. @param actions in order */
export const wasSuspended = (actions: readonly SealAction[], at: Date): boolean => actions.findLast((each) => new Date(each.at) <= at)?.action === 'suspend'

export const wasInForce = ({ validFrom, validUntil }: Pick<Seal, 'validFrom' | 'validUntil'>, at: Date): boolean => new Date(validFrom) <= at && at <= new Date(validUntil)

// A phone that may show without network: what of it is kept. Pure.
// Its private key never leaves it; what the issuer signs for it names the public half (`cnf`, RFC 7800).

/** The public half, as the browser exports it (RFC 7517). */
export type DeviceKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

export type WalletDevice = { id: string; personId: string; name: string; publicJwk: DeviceKey; registeredAt: string; endedAt: string | null }

/** Phones and browsers of one person in use at a time. */
export const mostDevices = 10

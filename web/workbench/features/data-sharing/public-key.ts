// Reading the public key of a system as somebody pastes it. Pure; the server looks again.
export type PastedKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

const coordinate = /^[A-Za-z0-9_-]{43}$/

const parse = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}

/** A P-256 public key (RFC 7517); `private` when it holds the private part too, `wrong` when it is no such key. */
export const readKey = (text: string): PastedKey | 'private' | 'wrong' => {
  const { kty, crv, x, y, d } = parse(text) ?? {}
  if (d !== undefined) return 'private'
  return kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string' && coordinate.test(x) && coordinate.test(y) ? { kty, crv, x, y } : 'wrong'
}

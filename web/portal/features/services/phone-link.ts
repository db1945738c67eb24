// The address that dials a number: 'tel:' with the country's code for fixed lines and mobiles, as it is for short numbers.
// Pure. An extension is dialled after a pause (RFC 3966 leaves that to the caller, so it is only shown).

/** '020-83133642' → 'tel:+862083133642'; '12345' → 'tel:12345'. */
export function phoneLink(number: string): string {
  const digits = number.replace(/\D/g, '')
  if (/^0\d{9,11}$/.test(digits)) return `tel:+86${digits.slice(1)}`
  if (/^1[3-9]\d{9}$/.test(digits)) return `tel:+86${digits}`
  return `tel:${digits}`
}

// Reads a number the way people type it: full-width digits, thousands separators and spaces are understood.
// Pure; used by NumberInput.

/** The number meant by a text, or undefined when it is none. '１，２３４.5' → 1234.5 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，_]/g, '').replace(/。$/, '')
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

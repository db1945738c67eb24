// Times and amounts the way people type them, and back. Pure; dates and plain numbers are read by web/ui.
// What cannot be understood is undefined: the field then keeps the text and says what is wrong.

/** A time of day as 'HH:MM': 6:42, 0642, 六点 is not understood but 6点42 is, full-width too. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match = /^(\d{1,2})[:点时](\d{1,2})?分?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined
}

/** An amount of yuan as integer fen: '1,234.5' → 123450. More than two decimals are no amount. */
export function readMoney(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,，元¥]/g, '')
  const match = /^(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Fen as one would type the yuan: 123450 → '1234.50', 1200 → '12'. */
export function moneyText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}

/** Digits in groups of four, as they stand on a bank card. */
export function inFours(digits: string): string {
  return digits.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}

/** An identifier with its middle hidden: '440305199005219994' → '4403**********9994'. */
export function masked(text: string): string {
  if (text.length <= 4) return '*'.repeat(text.length)
  const kept = text.length >= 11 ? 4 : 2
  return `${text.slice(0, kept)}${'*'.repeat(text.length - kept * 2)}${text.slice(-kept)}`
}

// Amounts as officials type them: yuan with at most two decimals. Kept in whole fen; nothing is multiplied in binary fractions.

/** `80.5` → 8050; undefined for what is no amount, or none above zero. */
export const fenOf = (typed: string): number | undefined => {
  const [, yuan = '', cents = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').trim()) ?? []
  const fen = Number(`${yuan}${cents.padEnd(2, '0')}`)
  return yuan !== '' && fen > 0 ? fen : undefined
}

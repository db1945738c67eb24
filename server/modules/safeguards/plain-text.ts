// Text as it is kept: one form for equal characters, without what cannot be seen or turns the reading direction round. Pure.
// Nothing else is taken away: <script> is what somebody wrote, and is shown as that everywhere.

/** Unicode TR 36 and TR 55: overrides, isolates, zero-width characters, tags, soft hyphens, byte order marks. */
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
/** All control characters but line feed and tab. */
const controls = /(?![\n\t])\p{Cc}/gu

/** @param longest characters kept; the rest is cut off */
export const plainText = (text: string, longest: number): string =>
  [...text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unseen, '').replaceAll(controls, '').normalize('NFC').replaceAll(/[ \t]+\n/g, '\n').replaceAll(/\n{3,}/g, '\n\n').trim()].slice(0, longest).join('')

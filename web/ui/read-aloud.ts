// Turns the text of a page into pieces a speech engine reads well: sentences, none too long.
// Pure; used by ReadAloud. Engines cut off long texts, so each piece is at most 120 letters.

const longest = 120

/** The pieces to be spoken one after the other. */
export function speechPieces(text: string): string[] {
  return text
    .split(/\n+|(?<=[。！？!?；;])/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap(cut)
}

function cut(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence]
  const comma = Math.max(sentence.lastIndexOf('，', longest), sentence.lastIndexOf(',', longest), sentence.lastIndexOf(' ', longest))
  const at = comma > 0 ? comma + 1 : longest
  return [sentence.slice(0, at).trim(), ...cut(sentence.slice(at).trim())]
}

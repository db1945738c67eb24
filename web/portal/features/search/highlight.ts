// Marks in a text what the question said: runs of at least two letters that occur in it, whole words in Latin script.
// Pure. For the eye only; ranking is the server's.

export interface Piece {
  text: string
  marked: boolean
}

const shortest = 2

const plain = (text: string): string => text.toLowerCase()
const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter)

/** How many letters from `at` on occur together in the question. */
function lengthOfRun(letters: readonly string[], at: number, question: string): number {
  let length = 0
  while (at + length < letters.length && question.includes(plain(letters.slice(at, at + length + 1).join('')))) length += 1
  return length
}

const startsWord = (letters: readonly string[], at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '') || isHan(letters[at - 1] ?? '')

/** The text in pieces that together are the text. A question of one letter marks that letter. */
export function highlight(text: string, question: string): Piece[] {
  const asked = plain(question.trim())
  const enough = Math.min(shortest, [...asked].length)
  const letters = [...text]
  const pieces: Piece[] = []
  const add = (piece: string, marked: boolean) => {
    const last = pieces.at(-1)
    if (last?.marked === marked) last.text += piece
    else pieces.push({ text: piece, marked })
  }
  for (let at = 0; at < letters.length; ) {
    const letter = letters[at] ?? ''
    const run = asked === '' || !/[\p{L}\p{N}]/u.test(letter) ? 0 : lengthOfRun(letters, at, asked)
    const marked = run >= enough && run > 0 && (isHan(letter) || startsWord(letters, at))
    const length = marked ? run : 1
    add(letters.slice(at, at + length).join(''), marked)
    at += length
  }
  return pieces
}

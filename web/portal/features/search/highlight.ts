// Marks in a text what the question said: runs of at least two Chinese letters that occur in it, and words in other scripts.
// Pure. For the eye only; ranking is the server's.

export interface Piece {
  /** Letters of the text before it. */
  at: number
  text: string
  marked: boolean
}

const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter)
const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter) && !isHan(letter)

/** How many Chinese letters from `at` on stand together in the question. */
function runOfHan(letters: readonly string[], at: number, asked: string): number {
  let length = 0
  while (isHan(letters[at + length] ?? '') && asked.includes(letters.slice(at, at + length + 1).join(''))) length += 1
  return length
}

/** Letters of the longest asked word with which the word at `at` begins; 0 inside a word. */
function beginningOfWord(letters: readonly string[], at: number, askedWords: readonly string[]): number {
  if (at > 0 && isWord(letters[at - 1] ?? '')) return 0
  const rest = letters.slice(at).join('').toLowerCase()
  return Math.max(0, ...askedWords.filter((word) => rest.startsWith(word)).map((word) => [...word].length))
}

/** The text in pieces that together are the text. A question of one Chinese letter marks that letter. */
export function highlight(text: string, question: string): Piece[] {
  const asked = question.trim().toLowerCase()
  const askedWords = asked.match(/[\p{L}\p{N}]+/gu)?.flatMap((run) => run.split(/\p{Script=Han}+/u).filter(Boolean)) ?? []
  const shortest = [...asked].filter(isHan).length === 1 ? 1 : 2
  const letters = [...text]
  const pieces: Piece[] = []
  for (let at = 0; at < letters.length; ) {
    const letter = letters[at] ?? ''
    const found = isHan(letter) ? runOfHan(letters, at, asked) : isWord(letter) ? beginningOfWord(letters, at, askedWords) : 0
    const marked = found >= (isHan(letter) ? shortest : 1)
    const length = marked ? found : 1
    const last = pieces.at(-1)
    const piece = letters.slice(at, at + length).join('')
    if (last?.marked === marked) last.text += piece
    else pieces.push({ at, text: piece, marked })
    at += length
  }
  return pieces
}

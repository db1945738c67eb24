// How a page is cut into pieces for reading aloud.
// Empty lines and lone signs are not spoken.
import { describe, expect, it } from 'vitest'
import { speechPieces } from './read-aloud.ts'

describe('reading aloud', () => {
  it('speaks sentence by sentence and leaves out what has no words', () => {
    expect(speechPieces('孩子出生了。\n\n  您要办  三件事：登记、医保。 ›\n—\nDone!')).toEqual(['孩子出生了。', '您要办 三件事：登记、医保。', 'Done!'])
  })

  it('cuts a long sentence at a comma, and anywhere when there is none', () => {
    const pieces = speechPieces(`${'长'.repeat(100)}，${'句'.repeat(300)}`)
    expect(pieces.map((piece) => piece.length)).toEqual([101, 120, 120, 60])
    expect(pieces.join('')).toHaveLength(401)
  })
})

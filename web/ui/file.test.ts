// Which files are refused before they are sent.
// Endings are compared without regard to case; phones name pictures IMG_1.JPG.
import { describe, expect, it } from 'vitest'
import { fileProblem } from './file.ts'

const accept = ['.pdf', '.ofd', 'image/*']
const check = (name: string, type: string, size: number) => fileProblem({ name, type, size }, accept, 1000)

describe('a chosen file', () => {
  it('is taken when its ending or its type is on the list', () => {
    expect([check('出生证.PDF', '', 10), check('IMG_1.JPG', 'image/jpeg', 1000), check('结婚证.ofd', 'application/ofd', 1)]).toEqual([undefined, undefined, undefined])
  })

  it('is refused when it is empty, too large or of another type', () => {
    expect([check('a.pdf', 'application/pdf', 0), check('a.pdf', 'application/pdf', 1001), check('a.exe', 'application/x-msdownload', 10)]).toEqual(['empty', 'too-large', 'wrong-type'])
  })
})

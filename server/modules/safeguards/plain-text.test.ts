// Text as it is kept: what is invisible never gets in, everything else is what was written.
import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

describe('a text as it is kept', () => {
  it('has nothing that cannot be seen or turns reading round, and is otherwise what was written', () => {
    expect(plainText('路\u200b灯\u202e坏了\u0007\r\n\r\n\r\n<script>alert(1)</script> ', 100)).toBe('路灯坏了\n\n<script>alert(1)</script>')
    expect(plainText('e\u0301\ud800x', 100)).toBe('é\ufffdx')
    expect(plainText('👨灯'.repeat(10), 3)).toBe('👨灯👨')
  })
})

// Names of files people send.
import { describe, expect, it } from 'vitest'
import { fileNameOf } from './file-name.ts'

describe('the name of a file', () => {
  it('is what its sender calls it', () => {
    expect(fileNameOf('出生 医学证明（1）.pdf', '附件')).toBe('出生 医学证明（1）.pdf')
  })

  it('shows its true ending: marks that turn the direction of writing and controls are gone', () => {
    expect(fileNameOf('照片\u202egpj.exe', '附件')).toBe('照片gpj.exe')
    expect(fileNameOf('a\u0000b\u2066c\u2069.pdf\n', '附件')).toBe('abc.pdf')
  })

  it('keeps its ending when it is too long, and whole characters', () => {
    expect(fileNameOf(`${'😀'.repeat(200)}.pdf`, '附件')).toBe(`${'😀'.repeat(116)}.pdf`)
    expect(fileNameOf('\ud83d.pdf', '附件')).toBe('\ufffd.pdf')
  })

  it('is another one when nothing is left of it', () => {
    expect([fileNameOf(undefined, '附件'), fileNameOf(' \u202e ', '附件')]).toEqual(['附件', '附件'])
  })
})

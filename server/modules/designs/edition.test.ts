// Taking an edition back: what is restored, and what was put on disk since.
// A text released over the disk holds; one that is the disk's own does not.
import { describe, expect, it } from 'vitest'
import { digestOf, overlayOf, restoring, type EditionFile } from './edition.ts'

const released: EditionFile = { file: 'tiny/matters/plant.yaml', content: '新', before: '旧', diskDigest: digestOf('旧') }
const { file } = released
const back = (edition: EditionFile, onDisk: string | undefined) => restoring([edition], () => onDisk)

describe('taking an edition back', () => {
  it('restores the text it replaced', () => {
    expect(back(released, '旧')).toEqual({ changes: [{ file, content: '旧' }], asOnDisk: [] })
    expect(back({ ...released, before: null, diskDigest: null }, undefined)).toEqual({ changes: [{ file, content: null }], asOnDisk: [] })
  })

  it('does not put the old text of the disk over a newer one there, and names the file', () => {
    expect(back(released, '更新')).toEqual({ changes: [{ file, content: '更新' }], asOnDisk: [file] })
    expect(back(released, undefined)).toEqual({ changes: [{ file, content: null }], asOnDisk: [file] })
  })

  it('restores also when the edition itself has been put on disk, or when it replaced another edition', () => {
    expect(back(released, '新')).toEqual({ changes: [{ file, content: '旧' }], asOnDisk: [] })
    expect(back({ ...released, before: '前一版' }, '更新')).toEqual({ changes: [{ file, content: '前一版' }], asOnDisk: [] })
  })

  it('back to what is on disk lays nothing over the disk any more', () => {
    expect(overlayOf([released])).toEqual(new Map([[file, '新']]))
    expect(overlayOf([{ ...released, content: '旧' }])).toEqual(new Map())
    expect(overlayOf([{ ...released, content: null, diskDigest: null }])).toEqual(new Map())
  })
})

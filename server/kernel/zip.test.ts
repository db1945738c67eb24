// Archives: what goes in comes out, other programs' archives are read, and nothing an archive says of itself is believed.
import { describe, expect, it } from 'vitest'
import fc from '../testing/fast-check.ts'
import { bytesInZip, filesInZip, zipOf } from './zip.ts'

const limits = { files: 100, bytes: 100_000 }
const faultOf = (archive: Buffer, allowed = limits): unknown => {
  try {
    return filesInZip(archive, allowed)
  } catch (error) {
    return error
  }
}

describe('an archive', () => {
  it('gives back every text as it was, whatever it holds', () => {
    const path = fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}\.yaml$/)
    fc.assert(fc.property(fc.dictionary(path, fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => text.toWellFormed())), (files) => {
      const given = new Map(Object.entries(files))
      expect(filesInZip(zipOf(given), limits)).toEqual(given)
    }), { numRuns: 60 })
  })

  it('of the same files is the same archive', () => {
    const files = new Map([['a/b.yaml', '一'], ['a/c.yaml', '二']])
    expect(zipOf(files).equals(zipOf(files))).toBe(true)
  })

  it('that unfolds beyond the limit is stopped while unfolding', () => {
    expect(faultOf(zipOf(new Map([['a/b.yaml', 'x'.repeat(5_000_000)]])))).toMatchObject({ fault: 'tooLarge', entry: 'a/b.yaml' })
    expect(faultOf(zipOf(new Map([['a.yaml', 'x'.repeat(60_000)], ['b.yaml', 'x'.repeat(60_000)]])))).toMatchObject({ fault: 'tooLarge', entry: 'b.yaml' })
    expect(faultOf(zipOf(new Map(Array.from({ length: 101 }, (_, at) => [`f${at}.yaml`, '']))))).toMatchObject({ fault: 'tooMany' })
  })

  it('is unpacked only where wanted', () => {
    const archive = zipOf(new Map([['a/b.xml', '一'], ['big.bin', 'x'.repeat(5_000_000)]]))
    expect(bytesInZip(archive, limits, (path) => path.endsWith('.xml'))).toEqual(new Map([['a/b.xml', Buffer.from('一')]]))
  })

  it('that is encrypted is refused', () => {
    const archive = zipOf(new Map([['a.yaml', 'x']]))
    const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    archive.writeUInt16LE(archive.readUInt16LE(directory + 8) | 1, directory + 8)
    expect(faultOf(archive)).toMatchObject({ fault: 'unsupported', entry: 'a.yaml' })
  })

  it('may not name files outside itself', () => {
    for (const name of ['../x', 'a/../../x', '/etc/x', 'a\\b', './x']) expect(faultOf(zipOf(new Map([[name, 'x']]))), name).toMatchObject({ fault: 'badName' })
  })

  it('damaged anywhere is refused or still whole, never half read and never a crash', () => {
    const files = new Map([['a/b.yaml', '春眠不觉晓'.repeat(20)], ['a/c.yaml', 'x: 1\n']])
    const archive = zipOf(files)
    fc.assert(fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bent = Buffer.from(archive)
      bent[at] = (bent[at] ?? 0) ^ change
      const found = faultOf(bent)
      if (found instanceof Map) for (const text of found.values()) expect([...files.values()]).toContain(text)
      else expect(found).toMatchObject({ name: 'ZipRefused' })
    }), { numRuns: 300 })
  })
})

// Photos: where they were taken, whether that contradicts what is stated, and none of it in what is published.
import { describe, expect, it } from 'vitest'
import { barePhoto } from './bare-photo.ts'
import { contradiction, distance, placeOfPhoto } from './photo.ts'
import { photoTakenAt } from './testing.ts'

const [inFutian, inYantian] = [{ lat: 22.541, lng: 114.058 }, { lat: 22.557, lng: 114.236 }]

describe('a photo', () => {
  it('says where it was taken, and contradicts a place far from there', async () => {
    const place = await placeOfPhoto(photoTakenAt(inYantian))
    expect(place?.lat).toBeCloseTo(inYantian.lat, 4)
    expect(place?.lng).toBeCloseTo(inYantian.lng, 4)
    expect(contradiction(inYantian, inFutian)).toBeGreaterThan(18_000)
    expect(contradiction({ lat: inFutian.lat + 0.005, lng: inFutian.lng }, inFutian)).toBeUndefined()
    expect(distance(inFutian, inFutian)).toBe(0)
  })

  it('that says nothing, is no photo or is damaged is no reason for anything', async () => {
    expect(await placeOfPhoto(Buffer.from('%PDF-1.7 …'))).toBeUndefined()
    expect(await placeOfPhoto(photoTakenAt({ lat: 0, lng: 0 }))).toBeUndefined()
    expect(await placeOfPhoto(photoTakenAt(inFutian).subarray(0, 60))).toBeUndefined()
  })

  it('is published without place, device and comments, and turned as before', async () => {
    const bare = barePhoto(photoTakenAt(inYantian, 6))
    expect(bare && await placeOfPhoto(bare)).toBeUndefined()
    expect(bare?.includes('taken by somebody')).toBe(false)
    expect(bare?.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true)
    expect(bare?.subarray(-4)).toEqual(Buffer.from([0x12, 0x34, 0xff, 0xd9]))
  })

  it('of another format loses the same; what cannot be understood is not published', () => {
    const chunk = (name: string, content: string) => Buffer.concat([Buffer.from([0, 0, 0, content.length]), Buffer.from(name + content), Buffer.alloc(4)])
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', 'x'), chunk('eXIf', 'place'), chunk('tEXt', 'me'), chunk('IDAT', 'picture'), chunk('IEND', '')])
    expect(barePhoto(png)?.toString('latin1')).not.toMatch(/eXIf|tEXt/)
    expect(barePhoto(png)?.toString('latin1')).toMatch(/IHDR.*IDAT.*IEND/s)
    const part = (name: string, content: number[]) => Buffer.concat([Buffer.from(name), Buffer.from([content.length, 0, 0, 0]), Buffer.from(content)])
    const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), part('VP8X', [0b1111, 0]), part('EXIF', [1, 2]), part('VP8 ', [9, 9])])
    const bare = barePhoto(webp)
    expect(bare?.toString('latin1')).not.toContain('EXIF')
    expect(bare?.[20]).toBe(0b0011)
    expect(bare?.readUInt32LE(4)).toBe((bare?.length ?? 0) - 8)
    expect(barePhoto(Buffer.from('GIF89a'))).toBeUndefined()
    expect(barePhoto(Buffer.from([0xff, 0xd8, 0x00, 0x01, 0x02, 0x03]))).toBeUndefined()
  })
})

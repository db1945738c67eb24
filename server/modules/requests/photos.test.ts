// Photos of requests: one taken far from the place stated is noted once for whoever dispatches; officials never see where it was taken.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { placeOfPhoto, type Point } from '../safeguards/index.ts'
import { photoTakenAt } from '../safeguards/testing.ts'
import { lookAtPhotos, openBareFile } from './photos.ts'
import { receiveRequest } from './receiving.ts'
import { listRequestFiles } from './request-files-store.ts'
import { findRequest } from './requests-store.ts'

const stated: Point = { lat: 22.541, lng: 114.058 }
let test: TestApp
let nth = 0
beforeAll(async () => {
  test = await startTestApp({ environment: { REGION: '990100' } })
})
afterAll(() => test.close())

const report = async (bytes: Buffer, type: 'image/jpeg' | 'application/pdf' = 'image/jpeg') => {
  nth += 1
  const stored = await test.app.files.put(Readable.from([bytes]), { maxBytes: 1_000_000, accept: [type] })
  const { id } = await receiveRequest(test.app, { key: `photo-test-${nth}`, kind: 'report', channel: 'portal', text: `第${nth}盏路灯不亮`, anonymous: true, place: stated, attachments: [{ ...stored, name: '照片' }] }, { principal: { kind: 'anonymous' }, requestId: null })
  await test.runJobs()
  const [file] = await listRequestFiles(test.app.db.read, id)
  return { id, file, notes: (await findRequest(test.app.db.read, id))?.understood.notes ?? [] }
}

describe('a photo of a request', () => {
  it('taken far from the place stated is noted, once; one taken there is not', async () => {
    const far = await report(photoTakenAt({ lat: 22.557, lng: 114.236 }))
    expect(far.notes).toEqual([expect.stringMatching(/^照片拍摄地和填的地点相差约 18\.\d 公里/)])
    await lookAtPhotos(test.app, far.id)
    expect((await findRequest(test.app.db.read, far.id))?.understood.notes).toHaveLength(1)
    expect((await report(photoTakenAt(stated))).notes).toEqual([])
  })

  it('is shown to officials without place and device; a document as it is', async () => {
    const { file } = await report(photoTakenAt(stated))
    const chunks: Buffer[] = []
    for await (const chunk of (await openBareFile(test.app, file)).stream as AsyncIterable<Buffer>) chunks.push(chunk)
    expect(await placeOfPhoto(Buffer.concat(chunks))).toBeUndefined()
    expect(Buffer.concat(chunks).length).toBeGreaterThan(20)
    const document = await report(Buffer.from('%PDF-1.4\n%%EOF\n'), 'application/pdf')
    expect((await openBareFile(test.app, document.file)).type).toBe('application/pdf')
    await expect(openBareFile(test.app, undefined)).rejects.toMatchObject({ code: 'not_found' })
  })
})

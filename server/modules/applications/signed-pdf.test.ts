// The application as it was signed, drawn: every part of it, the signature given at a window, the seal; and what counts as a signature.
import { describe, expect, it } from 'vitest'
import { isSignature } from './confirmation.ts'
import { signedPdf, type SignedCopy } from './signed-pdf.ts'

const copy: SignedCopy = {
  digest: 'd'.repeat(64), number: '990101-20260302-00001-0', name: '观星人', submittedAt: '2026-03-02T02:00:00Z', strokes: null,
  content: {
    format: 1, application: 'a', person: 'p', matter: { id: 'm', name: '拥有一台望远镜', region: '990101' }, services: [{ service: 's', name: '望远镜许可' }], answers: [{ concept: 'c', name: '型号', value: '牧夫座80' }],
    documents: [{ evidence: 'e', name: '购买凭证', how: 'upload', digests: ['f'.repeat(64)] }, { evidence: 'g', name: '别的', how: 'elsewhere', digests: [] }],
    consents: [{ registry: 'r', name: '居民库', granted: true, at: '2026-03-02T02:00:00Z' }, { registry: 'q', name: '别的库', granted: false, at: '2026-03-02T02:00:00Z' }],
    commitments: [{ evidence: 'e', words: '我承诺属实。', dueDays: null, at: '2026-03-02T02:00:00Z' }], declaration: '以上属实。',
  },
}

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

describe('the signed copy', () => {
  it('is drawn with the signature given at a window, and is larger for it', async () => {
    const [plain, signed] = await Promise.all([signedPdf(copy), signedPdf({ ...copy, strokes: [[100, 100, 300, 300, 500, 100], [600, 100, 600, 320]] })])
    expect([plain.subarray(0, 5).toString(), pages(plain)]).toEqual(['%PDF-', 1])
    expect(signed.length).toBeGreaterThan(plain.length)
  })

  it('goes on over as many pages as it takes', async () => {
    const answers = Array.from({ length: 120 }, (_, at) => ({ concept: `c${at}`, name: `第${at}项`, value: '内容' }))
    expect(pages(await signedPdf({ ...copy, content: { ...copy.content, answers } }))).toBeGreaterThan(2)
  })
})

it('a slip of the pen is no signature', () => {
  expect([isSignature([]), isSignature([[10, 10, 12, 12]]), isSignature([[100, 100, 300, 300]]), isSignature([[5]])]).toEqual([false, false, true, false])
})

// Sealed PDFs: what changed after sealing is found, whoever sealed is known or not, and OpenSSL agrees with us about every signature.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTsa } from '../../../sandbox/tsa/tsa-server.ts'
import { certificatesIn, pem, requestCertificate } from './certificate.ts'
import { checkPdf } from './pdf-check.ts'
import { awaitsSignature, signedBytesOf, withSignature } from './pdf-field.ts'
import { drawUnsigned, inventSeal, inventSigner, knowing, sealPdf, type InventedSeal, type SealedPdf } from './testing.ts'
import { timestampAuthority } from './timestamp-authority.ts'

const at = new Date('2026-03-02T02:00:00.000Z')
const work = mkdtempSync(join(tmpdir(), 'tongban-seals-'))
let seal: InventedSeal
let unsigned: Buffer
let sealed: SealedPdf
beforeAll(async () => {
  seal = inventSeal()
  unsigned = await drawUnsigned('准予观星。', at)
  sealed = await sealPdf(unsigned, seal)
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

const verdictOf = async (pdf: Buffer, knowledge = knowing(seal)) => (await checkPdf(pdf, knowledge)).verdict
const changedAt = (pdf: Buffer, index: number): Buffer => {
  const changed = Buffer.from(pdf)
  changed[index] = (changed[index] ?? 0) ^ 1
  return changed
}

describe('a sealed document', () => {
  it('is valid as it was sealed, says by whom and when, and opens in another reader', async () => {
    expect(await checkPdf(sealed.pdf, knowing(seal))).toMatchObject({ verdict: 'valid', seal: { authority: '东山区观星局' }, at: at.toISOString() })
    const page = await (await getDocument({ data: new Uint8Array(sealed.pdf) }).promise).getPage(1)
    expect(await page.getAnnotations()).toMatchObject([{ fieldType: 'Sig', subtype: 'Widget', alternativeText: '东山区观星局电子印章' }])
  })

  it('is altered when any of its bytes is, wherever it stands', async () => {
    const gap = sealed.pdf.indexOf('/Contents <')
    const inValue = gap + '/Contents <'.length + 2 * (sealed.signature.length - 5)
    const everywhere = Array.from({ length: 12 }, (_, index) => Math.floor((sealed.pdf.length * (index + 0.5)) / 12)).filter((place) => place < gap || place > gap + 32_900)
    const places = [12, gap - 40, inValue, sealed.pdf.length - 40, ...everywhere]
    for (const place of places) expect([place, await verdictOf(changedAt(sealed.pdf, place))]).toEqual([place, 'altered'])
  })

  it('is altered when something is added after it, also as an update that leaves every signed byte alone', async () => {
    const update = Buffer.from('\n5 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 6 /Root 5 0 R /Prev 100 >>\nstartxref\n0\n%%EOF\n')
    expect(await verdictOf(Buffer.concat([sealed.pdf, update]))).toBe('altered')
    expect(await verdictOf(sealed.pdf.subarray(0, sealed.pdf.length - 2))).toBe('altered')
  })

  it('is altered when its signature is taken out, filled into the room of another document, or has something beside it', async () => {
    const gap = sealed.pdf.indexOf('/Contents <') + '/Contents <'.length
    const emptied = Buffer.from(sealed.pdf)
    emptied.fill('0', gap, gap + 32_768)
    expect(await verdictOf(emptied)).toBe('altered')
    const other = await withSignature(await drawUnsigned('准予观月。', at), async () => sealed.signature)
    expect(await verdictOf(other)).toBe('altered')
    const beside = Buffer.from(sealed.pdf)
    beside.write('ff', gap + 32_000, 'latin1')
    expect(await verdictOf(beside)).toBe('altered')
  })

  it('is altered, and nothing worse, whatever stands in the place of its signature', async () => {
    const hex = (bytes: Buffer) => Buffer.from(`%PDF-1.7\n<< /Type /Sig /ByteRange [0 RANGE] /Contents <${bytes.toString('hex')}> >>\n%%EOF`)
    const lay = (bytes: Buffer): Buffer => {
      const text = hex(bytes).toString('latin1').replace('RANGE', 'AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC')
      const [from, to] = [text.indexOf('<', 20), text.indexOf('> >>') + 1]
      return Buffer.from(text.replace('AAAAAAAAAA', String(from).padEnd(10)).replace('BBBBBBBBBB', String(to).padEnd(10)).replace('CCCCCCCCCC', String(text.length - to).padEnd(10)), 'latin1')
    }
    const nested = Buffer.from(Array.from({ length: 4000 }, () => [0x30, 0x80]).flat())
    for (const bytes of [Buffer.from('30', 'hex'), Buffer.from('3084', 'hex'), Buffer.from('308affffffffffffffffffff', 'hex'), Buffer.from('3003020101', 'hex'), nested, sealed.signature.subarray(0, 300)]) expect(await verdictOf(lay(bytes))).toBe('altered')
    expect(await verdictOf(Buffer.from('%PDF-1.7 /ByteRange [9 9 9 9]'))).toBe('altered')
    expect(await verdictOf(Buffer.from(`%PDF-1.7 /ByteRange [0 ${'9'.repeat(40)} 1 1]`))).toBe('altered')
  })

  it('is unsigned when there never was a signature', async () => {
    expect(await verdictOf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('unsigned')
    expect([awaitsSignature(unsigned), awaitsSignature(sealed.pdf), signedBytesOf(Buffer.from('%PDF-1.7'))]).toEqual([true, false, 'none'])
    await expect(withSignature(sealed.pdf, async () => Buffer.alloc(0))).rejects.toThrow('no room')
  })

  it('is by an unknown signer when somebody made a seal of the same name', async () => {
    expect(await verdictOf((await sealPdf(unsigned, inventSeal())).pdf)).toBe('unknownSigner')
  })

  it('is expired when the seal was not in force at that time, by the record of its uses or by its own word', async () => {
    const ended = inventSeal({ until: '2026-02-01T00:00:00.000Z' })
    const { pdf } = await sealPdf(unsigned, ended)
    expect(await verdictOf(pdf, knowing(ended))).toBe('expired')
    expect(await verdictOf(pdf, knowing(ended, { usedAt: '2026-01-20T00:00:00.000Z' }))).toBe('valid')
  })

  it('is void when its seal was suspended before, and holds when that came later or was lifted', async () => {
    const action = (word: 'suspend' | 'resume', on: string) => ({ id: on, sealId: seal.seal.id, action: word, reason: '密钥可能外泄', actor: 'x', at: on })
    expect(await verdictOf(sealed.pdf, knowing(seal, { actions: [action('suspend', '2026-03-01T00:00:00.000Z')] }))).toBe('suspended')
    expect(await verdictOf(sealed.pdf, knowing(seal, { actions: [action('suspend', '2026-03-03T00:00:00.000Z')] }))).toBe('valid')
    expect(await verdictOf(sealed.pdf, knowing(seal, { actions: [action('suspend', '2026-02-01T00:00:00.000Z'), action('resume', '2026-02-02T00:00:00.000Z')] }))).toBe('valid')
  })
})

describe('a timestamp', () => {
  it('says when it was sealed, whatever the signature itself says; one nobody trusts says nothing; one of another signature gives it away', async () => {
    const tsa = await startTsa({ now: () => new Date('2026-03-05T00:00:00.000Z') })
    const times = certificatesIn(Buffer.from(tsa.certificate))
    const client = timestampAuthority(tsa.url, times)
    const stamped = await sealPdf(unsigned, seal, async (digest) => (await client.stamp(digest)).token)
    expect(await checkPdf(stamped.pdf, knowing(seal, { times }))).toMatchObject({ verdict: 'valid', at: '2026-03-05T00:00:00.000Z', timestamp: { authority: '演示时间戳服务（沙箱）' } })
    const untrusted = await checkPdf(stamped.pdf, knowing(seal))
    expect([untrusted.verdict, untrusted.timestamp, untrusted.at]).toEqual(['valid', undefined, at.toISOString()])
    const { token } = await client.stamp(Buffer.alloc(32))
    expect(await verdictOf((await sealPdf(unsigned, seal, async () => token)).pdf, knowing(seal, { times }))).toBe('altered')
    await tsa.stop()
  })
})

const openssl = (...parts: string[]) => spawnSync('openssl', parts, { encoding: 'utf8' })
const file = (name: string, content: Buffer | string): string => {
  writeFileSync(join(work, name), content)
  return join(work, name)
}

describe.runIf(openssl('version').status === 0)('OpenSSL', () => {
  it('finds certificate, request and signature in order, with the certificate bound in (CAdES)', () => {
    const root = file('root.pem', pem('CERTIFICATE', seal.root))
    expect(openssl('verify', '-CAfile', root, file('leaf.pem', pem('CERTIFICATE', seal.leaf))).stdout).toContain('OK')
    expect(openssl('req', '-verify', '-noout', '-in', file('request.pem', requestCertificate({ name: '东山区观星局', unit: 'sky' }, inventSigner('x')))).status).toBe(0)
    const check = (covered: Buffer) =>
      openssl('cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', file('signature.der', sealed.signature), '-content', file('covered.bin', covered), '-CAfile', root, '-purpose', 'any', '-no_check_time', '-out', join(work, 'out')).status
    expect([check(sealed.covered), check(changedAt(sealed.covered, 500))]).toEqual([0, 4])
  })
})

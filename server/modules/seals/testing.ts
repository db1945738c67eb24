// For tests of this module: an authority of seals with a key of its own, and documents sealed by it, without a database.
import { generateKeyPairSync } from 'node:crypto'
import { type PublicJwk, type Signer, signWith } from '../../kernel/keys.ts'
import { openPdf, penFor } from '../../kernel/pdf-writer.ts'
import { certificatesIn, issueCertificate, pem } from './certificate.ts'
import { sha256, signCms } from './cms.ts'
import { drawSeal, withSignature } from './pdf-field.ts'
import type { KnownSeal, PdfKnowledge } from './pdf-check.ts'
import type { Seal, SealAction } from './seal.ts'

export const inventSigner = (holder: string): Signer => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const publicJwk: PublicJwk = { kty, crv, x, y, kid: holder, alg: 'ES256', use: 'sig' }
  return { kid: holder, holder, number: 1, suite: 'ES256', since: '2026-01-01T00:00:00.000Z', publicJwk, sign: (data) => signWith('ES256', privateKey, data) }
}

export type InventedSeal = { seal: Seal; signer: Signer; leaf: Buffer; root: Buffer }

/** Valid through 2026 unless told. */
export const inventSeal = ({ from = '2026-01-01T00:00:00.000Z', until = '2026-12-31T00:00:00.000Z', name = '东山区观星局' } = {}): InventedSeal => {
  const [own, signer] = [inventSigner('authority'), inventSigner('seal')]
  const issuer = { subject: { name: '示例签发机构', unit: '测试' }, signer: own }
  const span = { from: new Date(from), until: new Date(until) }
  const root = issueCertificate({ subject: issuer.subject, key: own.publicJwk, issuer, ...span, kind: 'authority' })
  const leaf = issueCertificate({ subject: { name, unit: 'sky 990101' }, key: signer.publicJwk, issuer, ...span, kind: 'seal' })
  const certificates = pem('CERTIFICATE', leaf) + pem('CERTIFICATE', root)
  const [read] = certificatesIn(Buffer.from(certificates))
  const fingerprint = read?.fingerprint256.replaceAll(':', '').toLowerCase() ?? ''
  return { seal: { id: '01980000-0000-7000-8000-000000000001', line: 'sky', region: '990101', authority: name, kid: signer.kid, fingerprint, certificates, selfIssued: true, validFrom: from, validUntil: until, createdAt: from, suspended: false }, signer, leaf, root }
}

/** A page with one sentence and room for a seal. */
export const drawUnsigned = async (text: string, at: Date): Promise<Buffer> => {
  const { document, finish } = openPdf({ title: text, subject: text, author: '东山区观星局', at })
  const pen = (await penFor(document, [text], 400))(14)
  const root = document.struct('Document')
  document.addStructure(root)
  document.addPage()
  root.add(document.struct('P', {}, () => pen.lines(text, 400).forEach((line) => pen.draw(line, 80, 80))))
  drawSeal(document, root, { authority: '东山区观星局', picture: { name: '东山区观星局', outlines: [] }, at, reason: text }, { x: 300, y: 300 })
  root.end()
  return finish()
}

export type SealedPdf = { pdf: Buffer; covered: Buffer; signature: Buffer }

/** @param stamp gives the timestamp of a signature */
export const sealPdf = async (unsigned: Buffer, { signer, leaf, root }: InventedSeal, stamp?: (digest: Buffer) => Promise<Buffer>): Promise<SealedPdf> => {
  let made: Omit<SealedPdf, 'pdf'> | undefined
  const pdf = await withSignature(unsigned, async (covered) => {
    const { value, encode } = signCms({ digest: sha256(covered), signer, chain: [leaf, root] })
    const signature = encode(await stamp?.(sha256(value)))
    made = { covered, signature }
    return signature
  })
  if (!made) throw new Error('nothing was signed')
  return { pdf, ...made }
}

export const knowing = ({ seal }: InventedSeal, { actions = [], usedAt, times = [] }: { actions?: SealAction[]; usedAt?: string; times?: PdfKnowledge['times'] } = {}): PdfKnowledge => ({
  times, findSeal: async (fingerprint): Promise<KnownSeal | undefined> => (fingerprint === seal.fingerprint ? { seal, actions, usedAt } : undefined),
})

// Putting an authority's seal on a document: which seal may sign, the use on record before the key is used, the signature (PAdES B-B, with
// a timestamp B-T; ETSI EN 319 142-1) in the room the document was drawn with. What makes signatures is loaded with the first one.
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Signer } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import { issueSeal } from './issuing.ts'
import { withSignature, type SealMark } from './pdf-field.ts'
import { sealHolder, sealToUse, type Seal, type SealPurpose } from './seal.ts'
import { insertSealUse, listSealsOf } from './seals-store.ts'

/** An authority by its line and region, with the name on its seal. */
export type SealOwner = { line: string; region: string; name: string }

/**
 * Undefined where the authority never had a seal here: in production one is imported first. In a demonstration it is issued now.
 * @throws Refusal seal_unusable when it had one that may not sign at present
 */
const findUsable = async (app: App, owner: SealOwner): Promise<{ seal: Seal; signer: Signer } | undefined> => {
  const known = await listSealsOf(app.db.read, owner)
  if (known.length === 0 && app.config.mode === 'production') return undefined
  const signer = await app.keys.signer(sealHolder(owner))
  const needsOne = app.config.mode === 'demo' && !known.some(({ kid }) => kid === signer.kid)
  const found = sealToUse(needsOne ? await issueSeal(app, owner, signer) : known, signer.kid, app.clock.now())
  if (typeof found === 'string') throw new Refusal('seal_unusable', { reason: found, authority: owner.name })
  return { seal: found, signer }
}

/** How a seal's picture is drawn: once for each authority, for as long as the process runs. */
const pictures = new Map<string, Promise<SealMark['picture']>>()

export const sealPicture = (app: App, name: string): Promise<SealMark['picture']> => {
  const key = `${app.config.mode} ${name}`
  const known = pictures.get(key)
  if (known) return known
  const drawing = drawPicture(name, app.config.mode === 'demo' ? ['演示', '非法定印章'] : ['电子印章'])
  if (pictures.size >= 500) pictures.clear()
  pictures.set(key, drawing)
  drawing.catch(() => pictures.delete(key))
  return drawing
}

const drawPicture = async (name: string, lines: readonly string[]): Promise<SealMark['picture']> => {
  const [{ outlinesOf }, { sealPictureOf }] = await Promise.all([import('../../kernel/pdf-outlines.ts'), import('./seal-picture.ts')])
  const [letters, ...middle] = await Promise.all([outlinesOf(name, 700), ...lines.map((line) => outlinesOf(line, 700))])
  return sealPictureOf(name, { name: letters, lines: middle })
}

/**
 * The seal to draw on a document that `signPdf` signs afterwards; undefined where the authority has none yet.
 * @throws Refusal seal_unusable while its seal is suspended, has ended or waits for its certificate
 */
export const findSealMark = async (app: App, owner: SealOwner, reason: string): Promise<SealMark | undefined> =>
  (await findUsable(app, owner)) && { authority: owner.name, picture: await sealPicture(app, owner.name), at: app.clock.now(), reason }

/** `unstampedAfter` (ISO): from then on a document is sealed without a timestamp rather than not at all. */
export type Sealing = { purpose: SealPurpose; subject: string; unstampedAfter?: string }

/**
 * @param pdf drawn with the mark of `findSealMark`
 * @throws Refusal seal_unusable, unavailable while the authority of time does not answer
 */
export const signPdf = async (app: App, owner: SealOwner, pdf: Buffer, { purpose, subject, unstampedAfter }: Sealing): Promise<Buffer> => {
  const usable = await findUsable(app, owner)
  if (!usable) throw new Refusal('seal_unusable', { reason: 'noCertificate', authority: owner.name })
  const { seal, signer } = usable
  const [{ sha256, signCms }, { certificatesIn }] = await Promise.all([import('./cms.ts'), import('./certificate.ts')])
  return withSignature(pdf, async (covered) => {
    const digest = sha256(covered)
    const at = app.clock.now().toISOString()
    await app.db.transaction((tx) => insertSealUse(tx, { id: uuidv7(app.clock), sealId: seal.id, region: seal.region, purpose, subject, digest: digest.toString('hex'), at }))
    const { value, encode } = signCms({ digest, signer, chain: certificatesIn(Buffer.from(seal.certificates)).map(({ raw }) => raw) })
    return encode(await stampOf(app, sha256(value), unstampedAfter !== undefined && at >= unstampedAfter))
  })
}

/** Undefined where no authority of time is configured, or where it may be left out and does not answer. */
export const stampOf = async (app: App, digest: Buffer, mayBeMissing: boolean): Promise<Buffer | undefined> => {
  const { findTimestampAuthority } = await import('./timestamp-authority.ts')
  const authority = await findTimestampAuthority(app.config)
  try {
    return (await authority?.stamp(digest))?.token
  } catch (error) {
    app.log.warn({ err: error }, 'no timestamp')
    if (mayBeMissing) return undefined
    throw new Refusal('unavailable')
  }
}

// Seals come to be: in a demonstration the installation issues them itself; in production a certification authority does, asked with a
// request and answered with a certificate that is checked before it counts.
import type { X509Certificate } from 'node:crypto'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { PublicJwk, Signer } from '../../kernel/keys.ts'
import type { App } from '../../module.ts'
import { sealHolder, type Seal } from './seal.ts'
import { findSelfIssued, insertSeal, listSealsOf, lockSeals } from './seals-store.ts'

/** What issuing needs of the app; commands have no more. */
type Issuer = Pick<App, 'config' | 'db' | 'clock' | 'keys' | 'log'>
type Owner = { line: string; region: string; name: string }
type Made = { certificates: string; leaf: X509Certificate; selfIssued: boolean }

const authorityHolder = 'seal-authority'
/** Names of the demonstration's own authority; nobody is to take it for one that is licensed. */
const authority = { name: '通办演示印章签发机构（非法定）', unit: 'Tongban demonstration' }
const yearMs = 365.25 * 24 * 60 * 60_000

const store = async (app: Issuer, tx: Tx, { line, region, name }: Owner, kid: string, { certificates, leaf, selfIssued }: Made, actor: string): Promise<Seal> => {
  const at = app.clock.now().toISOString()
  const seal: Seal = {
    id: uuidv7(app.clock), line, region, authority: name, kid, fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase(), certificates, selfIssued,
    validFrom: leaf.validFromDate.toISOString(), validUntil: leaf.validToDate.toISOString(), createdAt: at, suspended: false,
  }
  if (await insertSeal(tx, seal)) {
    await insertAudit(tx, [{ at, actorKind: 'system', actorId: actor, action: 'seals.issue', subjectType: 'seal', subjectId: seal.id, region, requestId: null, detail: { line, authority: name, fingerprint: seal.fingerprint, selfIssued } }])
  }
  return seal
}

/** The seals of an authority, newest first, with one for this key issued by the installation's own authority if there was none. */
export const issueSeal = async (app: Issuer, owner: Owner, { kid, publicJwk }: Signer): Promise<Seal[]> => {
  const own = await app.keys.signer(authorityHolder)
  const { certificatesIn, issueCertificate, pem } = await import('./certificate.ts')
  return app.db.transaction(async (tx) => {
    await lockSeals(tx)
    const known = await listSealsOf(tx, owner)
    if (known.some((seal) => seal.kid === kid)) return known
    const now = app.clock.now()
    // A clock that is a little behind must not find it not yet valid.
    const issuer = { subject: authority, signer: own }
    const from = new Date(now.getTime() - 60_000)
    const issued = await findSelfIssued(tx)
    const before = issued && certificatesIn(Buffer.from(issued.certificates)).at(-1)
    const root = before && isKey(before, own.publicJwk) ? before.raw : issueCertificate({ subject: authority, key: own.publicJwk, issuer, from, until: new Date(now.getTime() + 20 * yearMs), kind: 'authority' })
    const leaf = issueCertificate({ subject: { name: owner.name, unit: `${owner.line} ${owner.region}` }, key: publicJwk, issuer, from, until: new Date(now.getTime() + 5 * yearMs), kind: 'seal' })
    const certificates = pem('CERTIFICATE', leaf) + pem('CERTIFICATE', root)
    const [read] = certificatesIn(Buffer.from(certificates))
    if (!read) throw new Error('the certificate just issued cannot be read')
    return [await store(app, tx, owner, kid, { certificates, leaf: read, selfIssued: true }, 'seals'), ...known]
  })
}

const isKey = (certificate: X509Certificate, { x, y }: PublicJwk): boolean => {
  const key = certificate.publicKey.export({ format: 'jwk' })
  return key.x === x && key.y === y
}

/** What a certification authority is sent for an authority's present key, as PEM. @param renewKey first makes the authority a new key */
export const requestSeal = async (app: Issuer, owner: Owner, renewKey: boolean): Promise<string> => {
  const { requestCertificate } = await import('./certificate.ts')
  const holder = sealHolder(owner)
  return requestCertificate({ name: owner.name, unit: `${owner.line} ${owner.region}` }, await (renewKey ? app.keys.rotate(holder) : app.keys.signer(holder)))
}

export type ImportObstacle = 'unreadable' | 'anotherKey' | 'notInForce' | 'notForSigning' | 'chainBroken' | 'anotherName'

/**
 * Takes a certificate a certification authority issued, with those that lead to its root behind it.
 * @param file PEM @returns the seal, or why it cannot be used
 */
export const importSeal = async (app: Issuer, owner: Owner, file: Buffer): Promise<Seal | ImportObstacle> => {
  const { commonNameOf, isForSigning, leadsTo, isInForce } = await import('./trust.ts')
  const { certificatesIn, pem } = await import('./certificate.ts')
  const certificates = readable(() => certificatesIn(file))
  const [leaf, ...rest] = certificates ?? []
  if (!leaf) return 'unreadable'
  const signer = await app.keys.signer(sealHolder(owner))
  if (!isKey(leaf, signer.publicJwk)) return 'anotherKey'
  if (commonNameOf(leaf) !== owner.name) return 'anotherName'
  if (!isInForce(leaf, app.clock.now())) return 'notInForce'
  if (!isForSigning(leaf)) return 'notForSigning'
  const roots = rest.filter((each) => each.ca && each.checkIssued(each) && each.verify(each.publicKey))
  if (roots.length === 0 || !leadsTo(leaf, rest, roots, app.clock.now())) return 'chainBroken'
  return app.db.transaction(async (tx) => {
    await lockSeals(tx)
    return store(app, tx, owner, signer.kid, { certificates: [leaf, ...rest].map(({ raw }) => pem('CERTIFICATE', raw)).join(''), leaf, selfIssued: false }, 'cli')
  })
}

const readable = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

// The signed application 我签署的申请表: made again from what is frozen, compared with the digest recorded when it was handed in, signed by
// the installation and sealed, when its applicant first asks for it. What does not fit is never handed out as signed.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { insertAudit, listAuditOf } from '../../kernel/audit-store.ts'
import { Refusal } from '../../kernel/errors.ts'
import { insertFile } from '../../kernel/file-store.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogue } from '../catalogue/index.ts'
import { getPerson } from '../people/index.ts'
import { findSealMark, signPdf, stampOf } from '../seals/index.ts'
import { listUploads } from './applications-store.ts'
import type { Application } from './application.ts'
import { listCommitments } from './commitments-store.ts'
import { findConfirmation } from './confirmations-store.ts'
import { auditApplication, getOwn, type Person } from './drafting.ts'
import { digestOfContent, signedContent, type SignedContent } from './signed-content.ts'
import { findSignature, insertSignature, type ApplicationSignature } from './signatures-store.ts'

const maxBytes = 20 * 1024 * 1024

/** What was recorded in the transaction of handing in; undefined for applications older than that is recorded. */
const recordedDigest = async (app: App, { id }: Application): Promise<string | undefined> => {
  const entries = await listAuditOf(app.db.read, 'application', id)
  const detail = entries.find(({ action }) => action === 'applications.submit')?.detail as { signed?: string } | undefined // as submission.ts writes it
  return detail?.signed
}

/** What was signed, from what is kept now. */
const contentNow = async (app: App, application: Application): Promise<SignedContent | undefined> => {
  const { plan, submittedAt } = application
  if (!plan || submittedAt === null) return undefined
  const [catalogue, uploads, commitments] = await Promise.all([pinnedCatalogue(app, app.db.read, application), listUploads(app.db.read, application.id), listCommitments(app.db.read, application.id)])
  const before = ({ at }: { at: string }): boolean => at <= submittedAt
  return signedContent({ application, plan, catalogue, uploads: uploads.filter(({ uploadedAt }) => before({ at: uploadedAt })), commitments: commitments.filter(({ signedAt }) => before({ at: signedAt })) })
}

/** Compact JWS (RFC 7515) by the installation's key for applications. */
const sign = async (app: App, payload: object): Promise<string> => {
  const signer = await app.keys.signer('applications')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signing = `${part({ alg: signer.suite, kid: signer.kid, typ: 'application-signature+jws' })}.${part(payload)}`
  return `${signing}.${signer.sign(Buffer.from(signing)).toString('base64url')}`
}

/**
 * The signed application of theirs, with the file it lies in.
 * @throws Refusal not_found where nothing was signed, not_as_signed when what is kept is no longer what was signed
 */
export const getSignedCopy = async (app: App, person: Person, id: string, requestId: string): Promise<ApplicationSignature & { number: string }> => {
  const application = await getOwn(app.db.read, person, id)
  const { number, submittedAt } = application
  const [content, recorded, known] = [await contentNow(app, application), await recordedDigest(app, application), await findSignature(app.db.read, id)]
  if (!content || !recorded || number === null || submittedAt === null) throw new Refusal('not_found')
  const digest = digestOfContent(content)
  if (digest !== recorded || (known && known.digest !== digest)) {
    app.log.error({ application: id }, 'an application is no longer what was signed')
    throw new Refusal('not_as_signed')
  }
  if (known) return { ...known, number }
  const signature = await sign(app, { application: id, number, digest, submittedAt })
  const token = await stampOf(app, createHash('sha256').update(signature).digest(), true)
  const file = await app.files.put(Readable.from([await draw(app, application, content, { digest, number, submittedAt })]), { maxBytes, accept: ['application/pdf'] })
  const made: ApplicationSignature = { applicationId: id, personId: application.personId, digest, signature, token: token?.toString('base64url') ?? null, signedAt: app.clock.now().toISOString(), file: file.digest }
  await app.db.transaction(async (tx) => {
    await insertFile(tx, file, app.clock.now())
    await insertSignature(tx, made)
    await insertAudit(tx, [auditApplication(app, person, application, 'signedCopy', requestId, { digest })])
  })
  return { ...((await findSignature(app.db.read, id)) ?? made), number }
}

/** With the seal of the authority for government services, where there is one. */
const draw = async (app: App, application: Application, content: SignedContent, { digest, number, submittedAt }: { digest: string; number: string; submittedAt: string }): Promise<Buffer> => {
  // Font tools are loaded with the first one.
  const { signedPdf } = await import('./signed-pdf.ts')
  const [{ name }, confirmation] = await Promise.all([getPerson(app.db.read, application.personId), findConfirmation(app.db.read, application.id)])
  const authority = authorityOf(app.packs.catalogueFor(application.region), 'government-services', application.region)
  const owner = authority && { line: authority.line, region: authority.region, name: authority.name['zh-CN'] }
  const seal = owner && (await findSealMark(app, owner, `${content.matter.name} 申请表 ${number}`))
  const strokes = confirmation?.confirmedAt ? confirmation.signature : null
  const drawn = await signedPdf({ content, digest, number, name, submittedAt, strokes }, seal)
  return owner && seal ? signPdf(app, owner, drawn, { purpose: 'application', subject: application.id, unstampedAfter: submittedAt }) : drawn
}
